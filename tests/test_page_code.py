"""The page's own scripts as a page carries them: shorter than their sources, and the same code."""

from __future__ import annotations

import re

import pytest

from borderatlas.render import page

NAMES = (*page.PRELUDE, *page.SCRIPTS)
STRING = re.compile(r"'(?:[^'\\]|\\.)*'")


@pytest.mark.parametrize("name", NAMES)
def test_no_literal_goes_over_several_lines(name: str) -> None:
    """Indentation may be taken away only where it is not part of a text."""
    for line in (page.ASSETS / "js" / f"{name}.js").read_text(encoding="utf-8").splitlines():
        if line.lstrip().startswith(("/*", "//")) or not line.startswith((" ", "const", "function", "class", "async")):
            continue
        assert STRING.sub("", line).count("`") % 2 == 0, line
        assert not line.endswith("\\"), line


@pytest.mark.parametrize("name", NAMES)
def test_every_line_of_code_is_carried(name: str) -> None:
    """Only remarks, indentation and empty lines are gone; letters beyond ASCII are written as escapes."""
    source = (page.ASSETS / "js" / f"{name}.js").read_text(encoding="utf-8")
    carried = page._source(name)
    assert carried.isascii()
    said = re.sub(r"\\u([0-9a-f]{4})", lambda hit: chr(int(hit[1], 16)), carried)
    kept = re.sub(r"\\u([0-9a-f]{4})", lambda hit: chr(int(hit[1], 16)), source)
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    inside = False
    wanted = []
    for line in kept.splitlines():
        text = line.strip()
        inside = inside or text.startswith("/*")
        if not inside and text:
            wanted.append(text)
        if inside and text.endswith("*/"):
            inside = False
    assert lines == wanted
