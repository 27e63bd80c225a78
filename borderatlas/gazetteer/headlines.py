"""Capital words about a Latin name: a headline, in which a capital says nothing, and a person's first name before it."""

from __future__ import annotations

import re

from borderatlas.gazetteer.names import PARAGRAPH

# A lower-case word, a capital word, then the name: the capital word may be a first name.
_FIRST_NAME = re.compile(r"[a-z,] (?P<first>[A-Z][a-z]{2,}) $")
_FIRST_NAME_LENGTH = 24
_NO_FIRST_NAMES = frozenset({
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "January", "February", "March",
    "April", "May", "June", "July", "August", "September", "October", "November", "December", "North", "South", "East",
    "West", "Northern", "Southern", "Eastern", "Western", "Upper", "Lower", "Greater", "Central", "Inner", "Outer",
    "New", "Old", "Mount", "Lake", "Port", "Chinese", "Korean", "Russian", "Japanese", "American", "City", "Province",
    "County", "River", "Prefecture", "District", "Asia", "News", "Daily", "Press", "Communist", "Japan", "China",
    "Radio", "The", "Near", "From", "And", "For", "Border", "Downtown", "Nearby", "Mid", "Late", "Early",
    "About", "Visit", "Visiting", "Explore", "Discover", "Experience", "Inside", "Outside", "Across", "Along", "Around", "Beyond", "Between",
    "Beside", "Opposite", "Over", "Into", "Through", "Toward", "Towards", "Until", "Since", "Before", "After", "When", "Where", "While",
    "Why", "How", "What", "Who", "Which", "Will", "Can", "But", "Not", "With", "Without", "Under", "Above", "Below", "Meanwhile", "Say",
    "Write", "Only", "Both", "Even", "Like", "Unlike", "Except", "Via", "Today", "Once", "Modern", "Rural", "Urban", "All",
})  # fmt: skip
_PARAGRAPHS = re.compile(rf"\n[ \t]*\n|{PARAGRAPH}")
_LONG_WORDS = re.compile(r"[^\W\d_]{4,}")


def is_surname(cased: str, start: int, end: int) -> bool:
    """Tell whether a capital word right before a name makes it a person's ("Aliyu Musan"); not in a headline."""
    blank = cased.rfind(" ", max(0, start - _FIRST_NAME_LENGTH), max(0, start - 1))
    if blank < 0 or not cased[blank + 1].isupper():  # cheap: most words before a name have no capital
        return False
    match = _FIRST_NAME.search(cased[max(0, start - _FIRST_NAME_LENGTH) : start])
    if match is None or match["first"] in _NO_FIRST_NAMES:
        return False
    return not is_headline(cased, start, end, small=2)


def is_headline(cased: str, start: int, end: int, *, small: int = 3) -> bool:
    """Tell whether of so many long words about a span in its paragraph at most one is small: a capital says nothing then."""
    before = _PARAGRAPHS.split(cased[max(0, start - 120) : start])[-1]
    words = _LONG_WORDS.findall(before + cased[start:end] + _PARAGRAPHS.split(cased[end : end + 120])[0])
    return bool(sum(word[0].islower() for word in words) * small <= len(words))
