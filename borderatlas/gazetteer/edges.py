"""Which patterns may match beside a mention, by the few letters that touch it.

Most patterns of this room end right before a name ("resident of $") or begin right behind it ("^ residents"). The last
letters before a name and the first ones behind it rule nearly all of them out: after "in " no pattern matches that ends
in "near " or "the ". What a pattern can end or begin with is taken from the pattern itself, so a word added to it counts at
once; it is worked out once for a few letters, and looked up from then on.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from borderatlas.gazetteer.hanzi import simplified
from borderatlas.gazetteer.trees import once

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from borderatlas.gazetteer.trees import Tree

    Step = tuple[str, Any]
    Path = tuple[Step, ...]

BEFORE = 3
"""How many letters before a mention are looked at: more of them rule out more patterns, and are met for the first time more often."""

BEHIND = 1
"""How many letters behind it."""

_MOST_KEYS = 20_000  # then letters are no longer remembered: text that is no prose has no end of them
_MOST_LETTERS = 2_000
_MOST_PATHS = 4_000  # a pattern that may begin in more ways than this may begin with anything
_MANY_PATHS = 400  # one that begins in more ways than this, a distance in any words, is looked at for fewer letters
_FEW = 8
_BLANKS = re.compile(r"[ \t]+")
_STOP: Step = ("STOP", None)
_ANYTHING: frozenset[Path] = frozenset({(_STOP,)})
_NOTHING: frozenset[Path] = frozenset({()})
_CATEGORIES: dict[str, Callable[[str], bool]] = {
    "CATEGORY_DIGIT": str.isdecimal,
    "CATEGORY_SPACE": str.isspace,
    "CATEGORY_WORD": lambda char: char.isalnum() or char == "_",
    "CATEGORY_NOT_DIGIT": lambda char: not char.isdecimal(),
    "CATEGORY_NOT_SPACE": lambda char: not char.isspace(),
    "CATEGORY_NOT_WORD": lambda char: not char.isalnum() and char != "_",
}


def ends_at_end(tree: Tree) -> bool:
    """Tell whether whatever a pattern matches ends where the text ends."""
    return _is_tied(tree, -1, "AT_END")


def begins_at_beginning(tree: Tree) -> bool:
    """Tell whether whatever a pattern matches begins where the text begins."""
    return _is_tied(tree, 0, "AT_BEGINNING")


def _is_tied(tree: Tree, at: int, where: str) -> bool:
    if not len(tree):
        return False
    name, value = str(tree[at][0]), tree[at][1]
    if name == "AT":
        return str(value) in {where, f"{where}_STRING"}
    if name == "SUBPATTERN":
        return _is_tied(value[3], at, where)
    return name == "BRANCH" and all(_is_tied(branch, at, where) for branch in value[1])


class Side(dict[str, int]):
    """Letters on one side of a mention → the patterns that may match there, as a set of bits.

    Parameters
    ----------
    patterns : sequence of (int, tree, bool)
        The bit of each pattern that is tied to this side, its parse tree, and whether case does not count.
    others : int
        The bits of all other patterns: they may match whatever stands here.
    is_behind : bool
        True for the letters behind a mention, False for those before it.
    """

    def __init__(self, patterns: Iterable[tuple[int, Tree, bool]], others: int, *, is_behind: bool) -> None:
        super().__init__()
        self._others, self._is_behind = others, is_behind
        self._cased, self._folded = _Node(), _Node()
        for bit, tree, is_folded in patterns:
            root = self._folded if is_folded else self._cased
            for path in _ways_of(tree, is_behind=is_behind):
                root.add(path, bit, is_folded=is_folded)

    def __missing__(self, letters: str) -> int:
        """Work out which patterns may match beside these letters."""
        bits = self._others
        read = _as_read(letters)
        if not self._is_behind:  # some patterns read the words before a name in lower case
            read = {form[::-1] for form in read | _as_read(letters.lower())}
        for form in read:
            bits = self._cased.along(form, bits)
        for form in {form.lower() for form in read}:
            bits = self._folded.along(form, bits)
        if not letters.isascii() and any(map(_is_odd, letters)):
            bits = self._folded.along("", bits)
        if len(self) < _MOST_KEYS:
            self[letters] = bits
        return bits


def _as_read(letters: str) -> set[str]:
    """Give the forms in which letters may be read.

    Line ends are blanks to some patterns, runs of blanks are one, traditional characters are simplified ones.
    """
    read = {letters}
    if letters.isalpha() and letters.isascii():
        return read
    if any(char.isspace() and char != " " for char in letters) or "  " in letters:
        read.add("".join(" " if char.isspace() else char for char in letters))
        read |= {_BLANKS.sub(" ", form) for form in read}
    return read | {simplified(form) for form in read}


def _is_odd(char: str) -> bool:
    """Tell whether a letter has a partner among others when case does not count: the Kelvin sign is a k."""
    lower, upper = char.lower(), char.upper()
    return len(lower) != 1 or len(upper) != 1 or lower.upper() != upper or lower.isascii() != upper.isascii()


class _Node:
    """A knot in a tree of letters: which patterns may match here whatever follows, and how it goes on."""

    __slots__ = ("bits", "classes", "letters", "whole")

    def __init__(self) -> None:
        self.bits = self.whole = 0
        self.letters: dict[str, _Node] = {}
        self.classes: dict[_Class, _Node] = {}

    def add(self, path: Path, bit: int, *, is_folded: bool) -> None:
        """Let a pattern match along a path."""
        node = self
        for step in path:
            node.whole |= bit
            if step is _STOP:
                break
            if step[0] == "LITERAL":
                char = chr(step[1])
                node = node.letters.setdefault(char.lower() if is_folded else char, _Node())
            else:
                node = node.classes.setdefault(_class_of(_folded(step) if is_folded else step), _Node())
            if _is_wide(step):  # and so are those behind it, as a rule: they would rule out hardly anything
                break
        node.bits |= bit
        node.whole |= bit

    def along(self, letters: str, bits: int) -> int:
        """Add the patterns that may match along some letters; where those end, nothing is known of what follows."""
        if not letters:
            return bits | self.whole
        bits |= self.bits
        char, rest = letters[0], letters[1:]
        if (node := self.letters.get(char)) is not None and node.whole & ~bits:
            bits = node.along(rest, bits)
        for some, node in self.classes.items():
            if node.whole & ~bits and some[char]:
                bits = node.along(rest, bits)
        return bits


def _ways_of(tree: Tree, *, is_behind: bool) -> frozenset[Path]:
    """Give the ways in which a pattern can begin, or end: as long as they are not too many."""
    paths = _ANYTHING
    for length in range(1, (BEHIND if is_behind else BEFORE) + 1):
        longer = _Ways(length, is_behind=is_behind).of(tree)
        if len(longer) > _MANY_PATHS:
            break
        paths = longer
    return paths


class _Ways:
    """The ways in which patterns can begin, or end, as paths of so many letters at most.

    A path that stops early may go on with anything. What looks ahead or back is taken to hold, so that no way is missed.
    """

    def __init__(self, length: int, *, is_behind: bool) -> None:
        self._length, self._is_behind = length, is_behind

    def of(self, tree: Tree) -> frozenset[Path]:
        """Give the paths of a parse tree."""
        return once(self._worked_out, tree, ("ways", self._length, self._is_behind))

    def _worked_out(self, tree: Tree) -> frozenset[Path]:
        paths = _NOTHING
        for name, value in tree if self._is_behind else reversed(tree):
            if all(self._is_full(path) for path in paths):
                break
            paths = self._then(paths, self._of_item(str(name), value))
        return paths

    def _is_full(self, path: Path) -> bool:
        return len(path) == self._length or (bool(path) and path[-1] is _STOP)

    def _then(self, paths: frozenset[Path], more: frozenset[Path]) -> frozenset[Path]:
        full = {path for path in paths if self._is_full(path)}
        joined = full.union(*({(path + other)[: self._length] for other in more} for path in paths if path not in full))
        return frozenset(joined) if len(joined) <= _MOST_PATHS else _ANYTHING

    def _of_item(self, name: str, value: Any) -> frozenset[Path]:  # noqa: PLR0911 - one return a kind of item
        if name in {"LITERAL", "NOT_LITERAL", "ANY"}:
            return frozenset({((name, value),)})
        if name == "IN":
            is_short = len(value) <= _FEW and all(str(kind) == "LITERAL" for kind, _ in value)
            return frozenset({(("LITERAL", code),) for _, code in value} if is_short else {(("IN", tuple(value)),)})
        if name == "BRANCH":
            return frozenset().union(*map(self.of, value[1]))
        if name in {"SUBPATTERN", "ATOMIC_GROUP"}:
            paths = self.of(value[3] if name == "SUBPATTERN" else value)
            is_folded = name == "SUBPATTERN" and value[1] & re.IGNORECASE
            return frozenset(tuple(map(_folded, path)) for path in paths) if is_folded else paths
        if name.endswith("REPEAT"):
            return self._repeated(*value)
        if name in {"ASSERT", "ASSERT_NOT"}:
            return _NOTHING
        if name == "AT":  # the far end of the text: where it is, is not known
            return _ANYTHING if str(value).startswith("AT_END" if self._is_behind else "AT_BEGINNING") else _NOTHING
        return _ANYTHING  # a reference to a group, or what a later interpreter may have

    def _repeated(self, least: int, most: int, tree: Tree) -> frozenset[Path]:
        once = self.of(tree)
        paths = _NOTHING
        for _ in range(min(least, self._length)):
            paths = self._then(paths, once)
        reached = paths
        for _ in range(min(int(most) - least, self._length)):
            paths = self._then(paths, once)
            if paths <= reached:
                break
            reached |= paths
        return reached


def _folded(step: Step) -> Step:
    return step if step is _STOP or step[0] == "FOLDED" else ("FOLDED", step)


def _is_wide(step: Step) -> bool:
    """Tell whether a step takes all but a few letters."""
    name, value = step[1] if step[0] == "FOLDED" else step
    return name in {"NOT_LITERAL", "ANY"} or (name == "IN" and str(value[0][0]) == "NEGATE")


class _Class(dict[str, bool]):
    """Which letters a step takes: each is looked at once.

    Parameters
    ----------
    step : tuple
        A letter, a class of letters, or anything.
    """

    __hash__ = object.__hash__  # type: ignore[assignment]

    def __init__(self, step: Step) -> None:
        super().__init__()
        name, value = step
        self._takes_all = name == "ANY"
        self._folds = _class_of(value) if name == "FOLDED" else None
        kinds: Sequence[tuple[Any, Any]] = value if name == "IN" else [(name, value)]
        self._but = name == "NOT_LITERAL" or str(kinds[0][0]) == "NEGATE"
        self._letters = {code for kind, code in kinds if str(kind) in {"LITERAL", "NOT_LITERAL"}}
        self._ranges = [ends for kind, ends in kinds if str(kind) == "RANGE"]
        self._categories = [_CATEGORIES[str(which)] for kind, which in kinds if str(kind) == "CATEGORY"]

    def __missing__(self, char: str) -> bool:
        takes = self._takes_all or (self._takes(char) if self._folds is None else self._takes_folded(char))
        if len(self) < _MOST_LETTERS:
            self[char] = takes
        return takes

    def __eq__(self, other: object) -> bool:
        return self is other

    def _takes(self, char: str) -> bool:
        code = ord(char)
        is_in = code in self._letters or any(first <= code <= last for first, last in self._ranges)
        return (is_in or any(takes(char) for takes in self._categories)) != self._but

    def _takes_folded(self, char: str) -> bool:
        return _is_odd(char) or self._folds is None or self._folds[char.lower()] or self._folds[char.upper()]


@cache
def _class_of(step: Step) -> _Class:
    return _Class(step)
