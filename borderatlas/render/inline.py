"""A map in a notebook's cell: the page in a frame, or a summary of it where the page is too large to keep there."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

CAP_BYTES = 5_000_000
"""The largest page that a cell carries unasked: a notebook keeps every page that it shows, in its file and in memory."""

_FRAME = (
    '<div><iframe srcdoc="{page}" title="{summary}" sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox '
    'allow-downloads" style="width:100%;height:{height};border:0"></iframe></div>'
)
_NOTE = (
    '<div style="border:1px solid currentColor;padding:.6em 1em;max-width:46em">'
    "<p><strong>{summary}</strong></p><p>The page is {size:.1f} MB and is not shown here, because a notebook keeps every "
    "page that it shows (at most {cap:.1f} MB each). Two ways to see it:</p><ul>"
    "<li><code>.save('atlas.html')</code> writes it to a file that opens in any browser;</li>"
    "<li><code>.show_inline(max_bytes=None)</code> shows it here all the same.</li></ul></div>"
)


def framed(page: str, summary: str, *, height: str, max_bytes: int | None = CAP_BYTES) -> str:
    """Give a page as HTML for a notebook's cell.

    Parameters
    ----------
    page : str
        The whole page. It runs in a frame of no origin: it can reach neither the notebook nor its kernel.
    summary : str
        What the page shows, in a line: the frame's name for who does not see it.
    height : str
        Of the frame, as CSS writes it.
    max_bytes : int, optional
        The largest page to show, bytes of UTF-8; past it a note says what to do. None shows any.
    """
    size = len(page.encode("utf-8"))
    if max_bytes is not None and size > max_bytes:
        return _NOTE.format(summary=escape(summary), size=size / 1e6, cap=max_bytes / 1e6)
    return _FRAME.format(page=escape(page), summary=escape(summary), height=height)


def summary(size: int, unlocated: int, title: str) -> str:
    """Say in a line what a map shows."""
    named = f" {title!r}" if title else ""
    without = f", {unlocated:,} of them without a place" if unlocated else ""
    return f"<borderatlas map{named}: {size:,} {'incident' if size == 1 else 'incidents'}{without}>"


def mimebundle(html: str, text: str) -> Mapping[str, str]:
    """Give both forms of an output: the rich one, and the text that a terminal and a plain viewer show."""
    return {"text/html": html, "text/plain": text}
