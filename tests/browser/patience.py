"""Waits for what a page comes to after a while.

Playwright's own `wait_for_function` polls by `eval`, which the page's policy forbids; this asks again from outside.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from conftest import Opened

PATIENCE_S = 8.0


def until(opened: Opened, script: str, wanted: Any = True, argument: Any = None) -> Any:
    """Ask until the script gives what is wanted, and give its last answer; AssertionError when time is up."""
    end = time.monotonic() + PATIENCE_S
    while (answer := opened.run(script, argument)) != wanted:
        if time.monotonic() > end:
            msg = f"{script[:200]}: got {str(answer)[:400]}, wanted {str(wanted)[:400]}"
            raise AssertionError(msg)
        opened.page.wait_for_timeout(25)
    return answer


def visit(opened: Opened, hash_part: str) -> None:
    """Open the page anew at an address, as from a bookmark."""
    url = opened.page.url.split("#")[0]
    opened.page.goto("about:blank")
    opened.page.goto(f"{url}#{hash_part}")
    opened.page.wait_for_selector("#timeline")
    until(opened, "!!window.borderatlas")


def settle(opened: Opened) -> None:
    """Wait for the next frame but one: by then every listener has been told."""
    opened.run("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))")
