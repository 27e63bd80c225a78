"""The letters beside a mention: no pattern is passed over that matches there."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from borderatlas.gazetteer import (
    attribution,
    backdrop,
    bearers,
    expressions_en,
    expressions_ko,
    expressions_zh,
    roles,
    things,
)
from borderatlas.gazetteer.context import Prose
from borderatlas.gazetteer.cues import AnyOf, Cued, CueText, take_cues
from borderatlas.gazetteer.sieve import ALWAYS

ROOMS = (attribution, backdrop, bearers, expressions_en, expressions_ko, expressions_zh, roles, things)
TIED = {
    f"{room.__name__.rpartition('.')[2]}.{name}": Cued(pattern if isinstance(pattern, re.Pattern) else pattern.pattern)
    for room in ROOMS
    for name, pattern in vars(room).items()
    if isinstance(pattern, re.Pattern | Cued)
}
NAME = "Hyesan"
take_cues()


def _beside(before: str, behind: str) -> int:
    text = f"{before}{NAME}{behind}"
    return CueText(text).beside(len(before), len(before) + len(NAME))


@pytest.mark.parametrize("name", sorted(TIED))
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_letters_rule_out_no_pattern_that_matches(name, data):
    cued = TIED[name]
    text = data.draw(st.from_regex(cued.pattern))
    if cued.pattern.search(text) and not text.endswith("\n"):  # white space before a name is read as a blank
        assert _beside(text, "") & cued.bit, text
    if cued.pattern.match(text):
        assert _beside("", text) & cued.bit, text
        assert _beside("", text.replace(" ", "\n")) & cued.bit or "\n" in text, text


@pytest.mark.parametrize(
    ("pattern", "flags", "before", "may"),
    [
        (r"(?<!\w)near (?:the )?$", 0, "a post near ", True),
        (r"(?<!\w)near (?:the )?$", 0, "near the ", True),
        (r"(?<!\w)near (?:the )?$", 0, "a post in ", False),
        (r"(?<!\w)near (?:the )?$", 0, "near\n", True),
        (r"(?<!\w)near (?:the )?$", 0, "NEAR ", True),  # some patterns read the words before in lower case
        (r"[A-Z][a-z] $", 0, " in ", False),
        (r"(?:k|m) $", re.IGNORECASE, "\u212a ", True),
        (r"[A-Z]{2} $", re.IGNORECASE, "of ", True),
        (r"x{3,}$", 0, "xx", True),  # what stands before is not known
        (r"x{3,}$", 0, "axx", False),
        (r"^Seen in $", 0, "from ", False),
    ],
)
def test_what_may_end_before_a_name(pattern, flags, before, may):
    cued = Cued(pattern, flags)
    take_cues()
    assert bool(_beside(before, "") & cued.bit) is may


@pytest.mark.parametrize(
    ("pattern", "behind", "may"),
    [
        (r"^ (?:residents?|women)", " residents", True),
        (r"^ (?:residents?|women)", "s police", False),
        (r"^ (?:residents?|women)", " police", True),  # letters behind the first one are not looked at
        (r"^(?:['’]s)? (?:bank|shore)", "’s shore", True),
        (r"^[^.;]{0,40}?saw", ". He saw", False),
        (r"^\s*사이", "\n사이", True),
        (r"^(?:에서|의)\s*(?:\d+) ?km", "에서 3km", True),
        (r"residents", " police", True),  # it may match anywhere
    ],
)
def test_what_may_begin_behind_a_name(pattern, behind, may):
    cued = Cued(pattern)
    take_cues()
    assert bool(_beside("", behind) & cued.bit) is may


def test_a_group_is_open_where_one_of_its_patterns_is():
    near, far = re.compile(r"(?<!\w)close by $"), re.compile(r"(?<!\w)far from $")
    group = AnyOf({"near": near, "far": far, "other": 1}, but=(near,))
    assert group.bits == ALWAYS
    take_cues()
    assert _beside("far from ", "") & group.bits
    assert not _beside("close by ", "") & group.bits


def test_words_of_another_side_do_not_count():
    told, behind = Cued(r"(?<!\w)informants? (?:\w+ )?in $"), Cued(r"^ (?:\w+ )?informants")
    take_cues()
    text = "An informant said in Musan one informants"
    at = text.index("Musan")
    words = Prose(text, 0, len(text)).around(at, at + 5)
    assert words.cues & told.bit
    assert words.cues & behind.bit
    text = "in Musan an informant spoke in Hyesan"
    words = Prose(text, 0, len(text)).around(3, 8)
    assert not words.cues & told.bit
