"""Lists of words as trees of letters: a pattern matches what it matched before, and the same stretch."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borderatlas.gazetteer.alternations import as_tree

PATTERNS = (
    r"sold|soldier|sent|see",
    r"(?<!\w)(?:traders?|trad(?:es|ing)|tr[ae]sh|smugglers?|soldiers?|says?|said)(?: (?P<where>in|near|north|northeast|nor))? $",
    r"^(?:a|ab|abc|b|\.|\\|[|)(]|c+|d?e|(?i:F|f|fo|G))x",
    r"가|가나|나|다라|다|(?=마)마바|사",
    r"a|b|(?:c|d|cd|ce|\|x)|e\(|f\)|[)]|",
    r"(?P<one>ab|ac|ad|a)(?:x|y|yz|yx)?(?P=one)",
)
WORDS = st.lists(
    st.sampled_from(
        [*re.findall(r"\w+|\W", "".join(PATTERNS)), " ", "traders in ", "soldiers near ", "ab", "A", "Sold"]
    )
)


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
@pytest.mark.parametrize("pattern", PATTERNS)
@given(words=WORDS)
def test_a_tree_matches_what_the_list_matched(pattern, flags, words):
    text = "".join(words)
    listed, tree = re.compile(pattern, flags), re.compile(as_tree(pattern), flags)
    found, again = listed.search(text), tree.search(text)
    assert (found and (found.span(), found.groupdict())) == (again and (again.span(), again.groupdict()))


def test_words_that_begin_alike_share_a_branch():
    assert as_tree("sold|soldier|sent|see") == "s(?:o(?:l(?:d(?:|ier)))|e(?:nt|e))"
    assert as_tree("a|b|c") == "a|b|c"
