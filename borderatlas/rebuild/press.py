"""The spellings that reports give a Korean name beside the systems: Huiryung, Hoiryeong and Hweryong for 회령.

A reporter follows no system to the end, but few stray from one in more than a letter or two. So each letter has its
usual spellings and some that are less usual, a spelling costs what its letters cost, and a name gets the cheapest ones
up to a limit. What another place is called, what is a word, and what is a known confusion is never made.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from borderatlas.gazetteer.names import fold_name
from borderatlas.rebuild.koreanise import Syllable, is_hangul, southern, syllables
from borderatlas.rebuild.names import stronger
from borderatlas.rebuild.tables import NameRow
from borderatlas.rebuild.transcription import is_pinyin

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MOST = 40
"""Spellings of one name at most."""

_DEAREST = 3
_SHORTEST = 5
_GENERATED = "generated"

Options = tuple[tuple[str, int], ...]

_START: dict[str, Options] = {
    "ㄱ": (("k", 0), ("g", 0)), "ㄷ": (("t", 0), ("d", 0)), "ㅂ": (("p", 0), ("b", 0)), "ㅈ": (("j", 0), ("ch", 1)), "ㅊ": (("ch", 0),),
    "ㅋ": (("k", 0), ("kh", 1)), "ㅌ": (("t", 0), ("th", 1)), "ㅍ": (("p", 0), ("ph", 1)), "ㅅ": (("s", 0),), "ㅎ": (("h", 0),),
    "ㄴ": (("n", 0),), "ㅁ": (("m", 0),), "ㅇ": (("", 0),), "ㄹ": (("r", 0), ("l", 2)), "ㄲ": (("kk", 0), ("gg", 1)),
    "ㄸ": (("tt", 0), ("dd", 1)), "ㅃ": (("pp", 0), ("bb", 1)), "ㅆ": (("ss", 0),), "ㅉ": (("jj", 0),),
}  # fmt: skip
_MIDDLE: dict[str, Options] = _START | {
    "ㄱ": (("g", 0), ("k", 1)), "ㄷ": (("d", 0), ("t", 1)), "ㅂ": (("b", 0), ("p", 1)), "ㄹ": (("r", 0), ("l", 1)),
}  # fmt: skip
_VOWELS: dict[str, Options] = {
    "ㅏ": (("a", 0),), "ㅑ": (("ya", 0),), "ㅓ": (("o", 0), ("eo", 0), ("u", 0), ("ou", 2)), "ㅕ": (("yo", 0), ("yeo", 0), ("yu", 0), ("you", 1)),
    "ㅗ": (("o", 0),), "ㅛ": (("yo", 0),), "ㅜ": (("u", 0), ("oo", 1)), "ㅠ": (("yu", 0), ("yoo", 1)), "ㅡ": (("u", 0), ("eu", 0)),
    "ㅣ": (("i", 0), ("ee", 2)), "ㅐ": (("ae", 0), ("ai", 2)), "ㅔ": (("e", 0),), "ㅒ": (("yae", 0),), "ㅖ": (("ye", 0), ("e", 2)),
    "ㅘ": (("wa", 0),), "ㅙ": (("wae", 0),), "ㅚ": (("oe", 0), ("oi", 1), ("we", 1)), "ㅝ": (("wo", 0), ("weo", 2)), "ㅞ": (("we", 0),),
    "ㅟ": (("wi", 0), ("wee", 2)), "ㅢ": (("ui", 0), ("eui", 0)),
}  # fmt: skip
_STYLES = {
    "o": "o", "yo": "o", "eo": "eo", "yeo": "eo", "u": "u", "yu": "u", "ou": "ou", "you": "ou",
}  # fmt: skip
_CODAS: dict[str, Options] = {
    "": (("", 0),), "ㄱ": (("k", 0), ("g", 1)), "ㄴ": (("n", 0),), "ㄷ": (("t", 0),), "ㄹ": (("l", 0), ("r", 2)), "ㅁ": (("m", 0),),
    "ㅂ": (("p", 0), ("b", 1)), "ㅅ": (("t", 0), ("s", 1)), "ㅇ": (("ng", 0),),
}  # fmt: skip
_IOTISED = frozenset("ㅑㅕㅛㅠㅣㅖㅒ")
_SONORANT = frozenset("ㄴㅁㅇㄹ")


class Letter(NamedTuple):
    """One way to write one letter: the text, its cost, and the style it follows, where it has one."""

    text: str
    cost: int
    style: str = ""


@dataclass(slots=True)
class Wish:
    """A name to be spelled: whose it is, its Hangul, how near the border, and the row that its spellings get."""

    place_id: str
    hangul: str
    rank: int
    needs: str = ""
    name_type: str = "variant"
    valid: tuple[str, str] = ("", "")
    prefix: str = ""
    suffix: str = ""
    spaced: bool = False


@dataclass(slots=True)
class Taken:
    """What a spelling may not be: folded names with their owners, and folded words that nothing is called."""

    owners: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    words: set[str] = field(default_factory=set)
    never: set[str] = field(default_factory=set)
    elsewhere: frozenset[str] = frozenset()

    def allows(self, key: str, place_id: str) -> bool:
        """Tell whether a place may be spelled so."""
        return key not in self.never and key not in self.words and self.owners.get(key, {place_id}) <= {place_id}


def press_spellings(hangul: str, *, spaced: bool = False) -> list[str]:
    """Give the plausible spellings of a Hangul name in Latin letters, the likeliest first.

    Parameters
    ----------
    hangul : str
        In the DPRK's spelling, without type word; the ROK's is worked out.
    spaced : bool
        Whether each syllable stands for itself, as in the name of a person: Kim Hyung Jik.
    """
    costs: dict[str, int] = {}
    for form in dict.fromkeys((hangul, southern(hangul))):
        for text, cost in _spelled(syllables(form), spaced=spaced):
            costs[text] = min(cost, costs.get(text, cost))
    ranked = sorted(costs, key=lambda text: (costs[text], text))
    return [text if spaced else text[0].upper() + text[1:] for text in ranked]


def _spelled(blocks: list[Syllable], *, spaced: bool) -> Iterator[tuple[str, int]]:
    for letters in product(*_slots(blocks, spaced=spaced)):
        styles = {letter.style for letter in letters if letter.style}
        cost = sum(letter.cost for letter in letters) + max(0, len(styles) - 1)
        if cost <= _DEAREST:
            text = "".join(letter.text for letter in letters)
            yield (" ".join(word.capitalize() for word in text.split()) if spaced else text), cost


def _slots(blocks: list[Syllable], *, spaced: bool) -> Iterator[list[Letter]]:
    for number, block in enumerate(blocks):
        before = blocks[number - 1] if number else None
        alone = before is None or spaced
        if spaced and number:
            yield [Letter(" ", 0)]
        yield [Letter(*option) for option in (_start(block) if alone else _joined(before, block))]
        yield _vowel(block)
        after = blocks[number + 1] if number + 1 < len(blocks) and not spaced else None
        yield [Letter(*option) for option in _coda(block, after)]


def _start(block: Syllable) -> Options:
    if block.initial == "ㅅ" and block.vowel in {"ㅣ", "ㅟ"}:
        return (("s", 0), ("sh", 0))
    return _START[block.initial]


def _joined(before: Syllable | None, block: Syllable) -> Options:
    """Give the ways to write an initial behind another syllable."""
    final = before.final if before else ""
    if block.initial == "ㅅ":
        return _start(block)
    if block.initial == "ㄹ" and final in {"ㄴ", "ㄹ"}:
        return (("l", 0), ("r", 1)) if final == "ㄹ" else (("r", 0), ("l", 0))
    if block.initial == "ㄹ" and final:
        return (("r", 0), ("n", 0))
    if not final or final in _SONORANT:
        return _MIDDLE[block.initial]
    return tuple((text, 0) for text, _ in _MIDDLE[block.initial])


def _vowel(block: Syllable) -> list[Letter]:
    options = _VOWELS[block.vowel]
    if block.initial == "ㅎ" and block.vowel == "ㅚ":
        options = (*options, ("ui", 1))
    if block.initial == "ㅇ" and block.vowel == "ㅜ":
        options = (*options, ("woo", 1))
    open_o = block.vowel in {"ㅓ", "ㅕ"}
    return [Letter(text, cost, _STYLES[text] if open_o else "") for text, cost in options]


def _coda(block: Syllable, after: Syllable | None) -> Options:
    options = _CODAS.get(block.final, (("", 0),))
    if after is None:
        return tuple(option for option in options if option[1] == 0)
    if block.final in {"ㄱ", "ㅂ"} and after.initial == "ㅇ":
        return ((options[1][0], 0), (options[0][0], 1))
    if block.final == "ㄴ" and after.initial == "ㄹ":
        return (("n", 0), ("l", 0))
    if block.final == "ㄹ" and after.initial == "ㅇ":
        return (("r", 0), ("l", 1))
    return options


def press_rows(wishes: Iterable[Wish], taken: Taken) -> Iterator[NameRow]:
    """Spell every wish, the border's units before the rest, and leave out what is taken or asked for twice.

    Parameters
    ----------
    wishes : iterable of Wish
        A lower rank goes first; of equal rank, a spelling that two places would share is given to neither.
    taken : Taken
        Names that are there already, words and confusions.
    """
    ranks: dict[int, list[Wish]] = defaultdict(list)
    for wish in wishes:
        ranks[wish.rank].append(wish)
    for rank in sorted(ranks):
        spelled = [(wish, text) for wish in ranks[rank] for text in _free_spellings(wish, taken)]
        claims: dict[str, set[str]] = defaultdict(set)
        for wish, text in spelled:
            claims[fold_name(text)].add(wish.place_id)
        for wish, text in spelled:
            if len(claims[fold_name(text)]) == 1:
                yield _row(wish, text, taken)
        for key, places in claims.items():
            taken.owners[key] |= places


def _free_spellings(wish: Wish, taken: Taken) -> list[str]:
    """Give the spellings of a wish that are new to its place and nobody else's name."""
    found: dict[str, str] = {}
    for text in press_spellings(wish.hangul, spaced=wish.spaced)[: MOST // 3 if wish.spaced else MOST]:
        whole = f"{wish.prefix}{text}{wish.suffix}"
        key = fold_name(whole)
        new = wish.place_id not in taken.owners.get(key, ())
        if new and len(whole) >= _SHORTEST and taken.allows(key, wish.place_id):
            found.setdefault(key, whole)
    return list(found.values())


def _row(wish: Wish, text: str, taken: Taken) -> NameRow:
    key = fold_name(text)
    doubtful = is_pinyin(key) or key in taken.elsewhere
    needs = stronger(wish.needs, "context") if doubtful else wish.needs
    return NameRow(wish.place_id, text, "en", "Latn", "press", wish.name_type, *wish.valid, needs, _GENERATED)


def is_spellable(hangul: str) -> bool:
    """Tell whether a name is long enough to be spelled: one syllable is no name."""
    return is_hangul(hangul) and len(hangul) > 1
