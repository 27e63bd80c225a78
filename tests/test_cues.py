"""Words without which a pattern cannot match: whatever a pattern matches has one of its cues in it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from borderatlas.gazetteer import asides, attribution, backdrop, expressions_en, roles
from borderatlas.gazetteer.context import Prose
from borderatlas.gazetteer.cues import ANY, Cued, CueText, take_cues
from borderatlas.gazetteer.edges import begins_at_beginning, ends_at_end
from borderatlas.gazetteer.needs import cues_of
from borderatlas.gazetteer.sieve import ALWAYS
from borderatlas.gazetteer.trees import parsed

CUED = {
    f"{room.__name__.rpartition('.')[2]}.{name}": value
    for room in (attribution, backdrop, expressions_en, roles)
    for name, value in vars(room).items()
    if isinstance(value, Cued)
}
take_cues()


@pytest.mark.parametrize(
    ("pattern", "cues"),
    [
        (r"(?<!\w)(?:sources?|informants?) in $", {"source", "informant"}),
        (r"businessm[ae]n(?: of)?", {"businessman", "businessmen"}),
        (r"(?:to|for) (?:\w+ )?(?:by )?phone", {"phone"}),
        (r"\d+ (?:km|miles) (?:down|up)stream", {"downstream", "upstream"}),
        (r"(?:from|in) X|오는|로 압송", set()),  # "in X" has no word that is not everywhere
        (r"맞은편|대안", {"맞은편", "대안"}),
        (r"(?:near)?", set()),
        (r"[^.]{0,20}", set()),
        (r"On THE Way", {"way"}),  # "the" is everywhere
    ],
)
def test_cues_are_what_no_match_can_do_without(pattern, cues):
    assert cues_of(pattern) == cues


def test_most_of_the_patterns_have_cues():
    assert len(CUED) > 25
    bare = [pattern.pattern for pattern in CUED.values() if not pattern.cues]
    assert len(bare) < len(CUED) / 3
    for pattern in bare:  # what has no cue is tied to a side of a mention, whose letters rule it out
        tree = parsed(pattern.pattern, pattern.flags)
        assert ends_at_end(tree) or begins_at_beginning(tree), pattern.pattern
    assert all(pattern.bit > ALWAYS for pattern in CUED.values())
    assert len({pattern.bit for pattern in CUED.values()}) == len(set(CUED.values()))


@pytest.mark.parametrize("name", sorted(CUED))
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_whatever_a_pattern_matches_has_a_cue(name, data):
    cued = CUED[name]
    text = data.draw(st.from_regex(cued.pattern))
    cues = CueText(text).between(0, len(text))
    found, whole = cued.pattern.search(text), cued.search(text, cues)
    assert (found is None) == (whole is None), text
    assert cued.pattern.match(text) is None or cued.match(text, cues) is not None


def test_cues_are_those_of_the_sentence():
    text = "A source said so. Guards fired near Musan. He spoke by telephone."
    phone = Cued(r"(?<!\w)by telephone")
    near = Cued(r"(?<!\w)near $")
    take_cues()
    words = Prose(text, 0, len(text)).around(text.index("Musan"), text.index("Musan") + 5)
    assert Prose(text, 0, len(text)).around(0, 1).cues != ANY
    assert near.search(words.before, words.cues) is not None
    assert phone.search(text, words.cues) is None
    assert phone.search(text) is not None


def test_a_letter_that_lowers_to_two_hides_no_cue():
    text = "\u0130" * 5 + " by telephone"
    assert CueText(text).between(0, len(text)) == ANY


@settings(max_examples=300, deadline=None)
@given(line=st.from_regex(asides._TRAIL))
def test_no_trail_is_without_a_sign_that_is_looked_for_first(line):
    assert asides._TRAIL.match(line) is None or asides._may_have_trails(line)
