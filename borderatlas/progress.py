"""How far long work is, shown where a person watches: a terminal by rich, a notebook by one line that goes away again."""

from __future__ import annotations

import sys
import time
from html import escape
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

Item = TypeVar("Item")

LONG_WORK = 20
"""Items from which work is long enough to be watched."""

_PAUSE_S = 0.25  # between two looks at a notebook's line, seconds


def watched(items: Collection[Item], doing: str, *, progress: bool | None = None) -> Iterator[Item]:
    """Give items one by one, and show on standard error or in the notebook's cell how many are done.

    Parameters
    ----------
    items : collection
    doing : str
        What is done to them, in a word.
    progress : bool, optional
        Whether to show it; None: when there are `LONG_WORK` or more and a person watches, in a terminal or a notebook.
    """
    wanted = len(items) >= LONG_WORK if progress is None else progress
    if wanted and _in_notebook():
        return _in_cell(items, doing)
    if wanted and (progress or sys.stderr.isatty()):
        return _in_terminal(items, doing)
    return iter(items)


def _in_notebook() -> bool:
    """Tell a kernel that shows HTML, without importing IPython."""
    shell = sys.modules["IPython"].get_ipython() if "IPython" in sys.modules else None
    return type(shell).__name__ == "ZMQInteractiveShell"


def _in_terminal(items: Collection[Item], doing: str) -> Iterator[Item]:
    from rich.console import Console
    from rich.progress import track

    yield from track(items, doing, total=len(items), console=Console(stderr=True), transient=True)


def _in_cell(items: Collection[Item], doing: str) -> Iterator[Item]:
    """Keep one line of the cell up to date, from the second look on: short work leaves no trace."""
    handle: Any = None
    looked = time.monotonic()
    for done, item in enumerate(items):
        if time.monotonic() - looked > _PAUSE_S:
            handle, looked = _shown(handle, _line(doing, done, len(items))), time.monotonic()
        yield item
    if handle is not None:
        _shown(handle, f"<small>{escape(doing)}: {len(items):,} done</small>")


def _line(doing: str, done: int, total: int) -> str:
    return f'<progress value="{done}" max="{total}"></progress> {escape(doing)}: {done:,} of {total:,}'


def _shown(handle: Any, html: str) -> Any:
    from IPython.display import HTML, display

    if handle is None:
        return display(HTML(html), display_id=True)  # type: ignore[no-untyped-call]
    handle.update(HTML(html))  # type: ignore[no-untyped-call]
    return handle
