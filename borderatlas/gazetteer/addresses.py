"""Addresses of the web and of mail, and names of files: they are not prose, and no name in them is a mention."""

from __future__ import annotations

from borderatlas.gazetteer.names import PARAGRAPH

SIGNS_OF_ADDRESSES = (
    "://",
    "www.",
    "@",
    ".jpg",
    ".jpeg",
    ".png",
    ".gif",
    ".com/",
    ".org/",
    ".net/",
    ".com ",
    ".org ",
    ".net ",
    ".co.kr",
)
"""What is found in addresses and in names of files only, folded."""

_BLANKS = (" ", "\n", "\t", PARAGRAPH)


def masked_spans(cased: str, signs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give the spans of addresses and file names, from blank to blank: they are not prose."""
    spans: list[tuple[int, int]] = []
    for start, end in signs:
        if spans and start < spans[-1][1]:
            continue
        before = max(cased.rfind(blank, 0, start) for blank in _BLANKS)
        behind = [at for blank in _BLANKS if (at := cased.find(blank, end)) >= 0]
        spans.append((before + 1, min(behind, default=len(cased))))
    return spans
