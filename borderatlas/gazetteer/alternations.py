"""Long lists of words in a pattern, as a tree of letters: "sold|soldier|sent" becomes ``s(?:o(?:ld(?:|ier))|ent)``.

The interpreter's engine tries the words of a list one by one at every letter of a text; of a tree it tries one branch. A
pattern matches what it matched before: words that begin with different letters never match at the same place, so that
their order is of no account, and those that begin with the same letter stay in theirs.
"""

from __future__ import annotations

import re
from functools import cache

_FEWEST = 4  # a shorter list is tried as fast as a tree
_SPECIAL = frozenset(".^$*+?{}[]\\|()")
_QUANTIFIERS = ("?", "*", "+", "{")
# What is taken whole: an escape, a class of letters, the start of a group up to what it holds.
_TOKEN = re.compile(
    r"\(\?P=\w+\)|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\((?:\?(?:P<\w+>|<?[=!]|[a-zA-Z-]*:))?|\)|\||[^\\\[()|]+", re.DOTALL
)  # fmt: skip


@cache
def as_tree(pattern: str) -> str:
    """Write the alternatives of a pattern as trees of letters; the pattern matches what it matched before.

    Parameters
    ----------
    pattern : str
        A regular expression without comments.
    """
    tokens = _TOKEN.findall(pattern)
    if "".join(tokens) != pattern:
        return pattern
    branches: list[list[str]] = [[""]]  # of each open group its alternatives so far
    opened: list[str] = []
    for part in tokens:
        if part[0] == "(" and not part.endswith(")"):
            opened.append(part)
            branches.append([""])
        elif part == ")":
            inside = _joined(branches.pop())
            branches[-1][-1] += f"{opened.pop()}{inside})"
        elif part == "|":
            branches[-1].append("")
        else:
            branches[-1][-1] += part
    return _joined(branches[0])


def _joined(words: list[str], fewest: int = _FEWEST) -> str:
    """Join alternatives; those that begin with a letter, and nothing that is not one stands between, by their letters."""
    if len(words) < fewest:
        return "|".join(words)
    parts: list[str] = []
    stretch: dict[str, list[str]] = {}
    for word in words:
        if _begins_with_a_letter(word):
            stretch.setdefault(word[0].lower(), []).append(word)
        else:
            parts += [*_trees(stretch), word]
            stretch = {}
    return "|".join([*parts, *_trees(stretch)])


def _begins_with_a_letter(word: str) -> bool:
    return word[:1] != "" and word[0] not in _SPECIAL and word[1:2] not in _QUANTIFIERS


def _trees(stretch: dict[str, list[str]]) -> list[str]:
    return [tree for words in stretch.values() for tree in _tree(words)]


def _tree(words: list[str]) -> list[str]:
    """Take the first letter out of words that begin with the same one; words that differ in its case stay as they are."""
    first = words[0][0]
    if len(words) == 1 or any(word[0] != first for word in words):
        return words
    return [f"{first}(?:{_joined([word[1:] for word in words], 0)})"]
