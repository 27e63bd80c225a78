"""Opens pages in the Chromium that is installed, with the network cut; every request and every complaint is kept."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from ensure_chromium import NAMES, find
from playwright.sync_api import sync_playwright
from render_sample import sample_incidents

from borderatlas.render.atlas_map import render_map

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from borderatlas.render.atlas_map import AtlasMap

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--no-first-run",
]  # fmt: skip
Opener = Callable[..., "Opened"]
"""Saves a map and opens it: see `open_map`."""
COMPLAINTS = """
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.blockedURI + ' ' + event.violatedDirective));
    window.hits = 0;
    window.pwn = () => { window.hits += 1; return ''; };
"""


def chromium_path() -> str:
    """Find Chromium, or fail (never skip: a page that nobody opened is not tested)."""
    path = find()
    if not path:
        pytest.fail(
            f"no Chromium: looked for {', '.join(NAMES)}; install it (apt-get install chromium) or set BORDERATLAS_CHROMIUM"
        )
    return path


@dataclass
class Opened:
    """A page in the browser, and what was noticed about it since."""

    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    def run(self, script: str, argument: Any = None) -> Any:
        return self.page.evaluate(script, argument)

    def wait(self, condition: str, argument: Any = None, *, seconds: float = 30) -> Any:
        """Ask the page again and again until an expression or function gives something true; its policy forbids evaluation in it."""
        end = time.monotonic() + seconds
        while not (found := self.run(condition, argument)):
            if time.monotonic() > end:
                pytest.fail(f"the page never came to: {condition}; it complained: {self.errors}")
            self.page.wait_for_timeout(15)
        return found

    @property
    def violations(self) -> list[str]:
        return self.run("window.violations")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def open_map(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Give a function that saves a map, opens the file and waits until it is drawn."""
    contexts = []

    def opener(m: AtlasMap | None = None, *, width: int = 1200, height: int = 800, **options: Any) -> Opened:
        path = tmp_path / "atlas.html"
        (m or render_map(sample_incidents(), title="A title")).save(path)
        context = browser.new_context(viewport={"width": width, "height": height}, offline=True, **options)
        contexts.append(context)
        context.add_init_script(COMPLAINTS)
        opened = Opened(context.new_page())
        opened.page.on("request", lambda request: opened.requests.append(request.url))
        opened.page.on("pageerror", lambda error: opened.errors.append(str(error)))
        opened.page.on(
            "console",
            lambda message: opened.errors.append(message.text) if message.type in {"error", "warning"} else None,
        )
        opened.page.goto(path.as_uri())
        opened.wait(
            "window.borderatlas && window.borderatlas.stacks && window.borderatlas.atlas.panels && document.querySelectorAll('canvas.sheet').length === 2"
        )
        return opened

    yield opener
    for context in contexts:
        context.close()
