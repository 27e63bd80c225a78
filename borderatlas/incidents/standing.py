"""How a sentence stands to what happened: it tells of it, or of a habit, of long ago, of a plan, or says it was not so.

`standing_words_en`, `_ko` and `_zh` hold the words. A sentence that has told of something on a day that is past tells
of it, whatever else it says: "was caught on May 3 and will be tried".
"""

from __future__ import annotations

import re
from typing import Literal

from borderatlas.incidents import standing_words_en as en
from borderatlas.incidents import standing_words_ko as ko
from borderatlas.incidents import standing_words_zh as zh

Standing = Literal["told", "habit", "past", "planned", "denied"]


def _any(*patterns: str) -> re.Pattern[str]:
    """Join what the languages, which share no letters, have for one thing."""
    return re.compile("|".join(patterns), re.IGNORECASE)


_HABIT = _any(en.HABIT, ko.HABIT, zh.HABIT)
_PAST = _any(en.PAST, ko.PAST, zh.PAST)
_ALIKE = _any(en.ALIKE, ko.ALIKE, zh.ALIKE)
_FORETOLD = _any(en.FORETOLD, ko.FORETOLD, zh.FORETOLD)
_DECREED = _any(en.DECREED)
_IN_THE_SAME_WAY, _ELLIPTICAL = _any(en.IN_THE_SAME_WAY), _any(en.ELLIPTICAL)
_PLANNED = _any(en.PLANNED, ko.PLANNED, zh.PLANNED)
_DENIED = _any(en.DENIED, ko.DENIED, zh.DENIED)
_SEQUEL = _any(en.SEQUEL, ko.SEQUEL, zh.SEQUEL)
_EARLIER = _any(en.EARLIER, ko.EARLIER, zh.EARLIER)
_BACKSHIFT = _any(en.BACKSHIFT)
_ANOTHER = _any(en.ANOTHER, ko.ANOTHER, zh.ANOTHER)
_ATTRIBUTION = _any(en.ATTRIBUTION)
_WORD = re.compile(r"[a-z]+")
_HAPPENED = _any(en.HAPPENED, ko.HAPPENED, zh.HAPPENED)
_NEWCOMERS = _any(en.NEWCOMERS, ko.NEWCOMERS, zh.NEWCOMERS)
_CONCESSION = _any(en.CONCESSION)
_TURN, _TURN_EAST = _any(en.TURN), _any(ko.TURN, zh.TURN)
_ITEM = re.compile(
    r"(?:[•●■□◆◇▲△▶►▷▌※▪◎○◦ㅇ★☆➤①-⑳·‧*–-] ?(?=\S)|o (?=[\d가-힣])|[가나다라마바사아자차카타파하]\. (?=[\d가-힣])|\(?[a-z0-9]{1,2}[.)] |[IVX]{1,4}\. |[一二三四五六七八九十]{1,2}、|【(?![^】]{0,8}(?:[讯訊电電社报报图圖照摄攝]|记者|記者|编者|編者|背景|专题|專題))[^】\n]{1,8}】|(?:案例|典型)[一二三四五六七八九十]{1,2}[：:、])"
)
_MEANWHILE = _any(en.MEANWHILE)
_OPENING = 40
_EXPECTED = _any(zh.EXPECTED)
_NO_INCIDENT = _any(zh.NO_INCIDENT)
_DONE_EAST = re.compile(r"已(?:经|經)?|(?<![为為除])了(?!解)")
_INDENT = 8
_DAY_EAST = re.compile(r"[\d一二三四五六七八九十][日号號月]")
_FOUND = _any(ko.FOUND, zh.FOUND)
_LONGEST_LEAD = 80


def standing_of(sentence: str, *, is_dated: bool) -> Standing:
    """Say how a sentence stands to what happened.

    Parameters
    ----------
    sentence : str
        In English, Korean or Chinese.
    is_dated : bool
        True when it gives a date of its own that is past and not long ago.

    Returns
    -------
    {"told", "habit", "past", "planned", "denied"}
    """
    if _DENIED.search(_main(sentence)):
        return "denied"
    if _HABIT.search(sentence):
        return "habit"
    if _ALIKE.search(sentence):
        return "past"
    if is_dated:
        return "planned" if _FORETOLD.search(sentence) or _is_expected(sentence) else "told"
    if _PAST.search(sentence):
        return "past"
    planned = _PLANNED.search(sentence)
    return "planned" if planned and not tells_of_a_deed(sentence[: planned.start()]) else "told"


def _main(sentence: str) -> str:
    """Give what a sentence tells before it concedes something: "buried 60 pigs, though officials deny any link"."""
    conceded = _CONCESSION.search(sentence)
    return sentence[: conceded.start()] if conceded and tells_of_a_deed(sentence[: conceded.start()]) else sentence


def is_decreed(sentence: str) -> bool:
    """Tell whether a sentence says, in English, that an authority has laid down what it plans: "…, state media announced"."""
    return _DECREED.search(sentence) is not None


def is_alike(sentence: str) -> bool:
    """Tell whether a sentence says, in English, that it was as with what stands before: "died in the same way"."""
    return _IN_THE_SAME_WAY.search(sentence) is not None


def is_elliptical(sentence: str) -> bool:
    """Tell whether an English sentence leans on the one before it to say what happened: "another on May 3", "six more"."""
    return _ELLIPTICAL.search(sentence) is not None


def _is_expected(sentence: str) -> bool:
    """Tell whether a Chinese sentence tells, from its beginning on, of what is to come, and of nothing done."""
    expected = _EXPECTED.search(sentence)
    done = _DONE_EAST if expected and expected.start() <= _INDENT else _HAPPENED
    if expected is None or done.search(sentence):
        return False
    return _DAY_EAST.search(sentence, 0, expected.start()) is None


def is_of_leisure(text: str) -> bool:
    """Tell whether a Chinese text is about old stones, sports, shares or films: dated news, and no incident."""
    return _NO_INCIDENT.search(text) is not None


def looks_back(sentence: str) -> bool:
    """Tell whether a sentence tells what led up to the incident: in the pluperfect, or after 앞서, 此前."""
    found = _EARLIER.search(sentence)
    return found is not None and _BACKSHIFT.search(sentence, 0, found.start()) is None


def goes_on(sentence: str) -> bool:
    """Tell whether a sentence speaks of those whom the one before it named: "They were", 이들은, 两人."""
    return _SEQUEL.match(sentence[_said_by(sentence) :]) is not None


def _said_by(sentence: str) -> int:
    """Give where what is said begins: "She said a woman was led away" speaks of the woman, not of her who said so."""
    found = _ATTRIBUTION.match(sentence)
    return found.end() if found and found.end() < len(sentence.rstrip(" .\"'”’")) else 0


def tells_of_a_deed(sentence: str) -> bool:
    """Tell whether a sentence says, in English, that something was done or befell somebody, be it of no known kind."""
    return any(map(_is_deed, _WORD.findall(sentence.lower()))) or _HAPPENED.search(sentence) is not None


def _is_deed(word: str) -> bool:
    return word in en.DEEDS or (word.endswith("ed") and len(word) > len("red") and word not in en.NO_DEEDS)


def brings_in_others(sentence: str) -> bool:
    """Tell whether a sentence begins with people of whom nothing was said yet: "On April 20 two women", "Another boat"."""
    return _NEWCOMERS.match(sentence[_said_by(sentence) :]) is not None


def is_another(sentence: str) -> bool:
    """Tell whether a sentence says that it tells of something else: "Separately", 한편, 此外."""
    return _ANOTHER.search(sentence[:_OPENING]) is not None or _MEANWHILE.search(sentence[:_LONGEST_LEAD]) is not None


def is_item(sentence: str) -> bool:
    """Tell whether a sentence is an item of a list: it begins with a bullet or a number."""
    return _ITEM.match(sentence) is not None


def is_turned_to(lead: str, *, is_east: bool = False) -> bool:
    """Tell whether a place that stands behind this beginning of a sentence is what the sentence turns to.

    In Korean and Chinese a place may begin a sentence as it is; in English it needs a preposition.
    """
    return len(lead) < _LONGEST_LEAD and (_TURN_EAST if is_east else _TURN).fullmatch(lead) is not None


def is_found(sentence: str) -> bool:
    """Tell whether a sentence gives, in Korean or Chinese, what a court has found: 经审理查明, 공소사실."""
    return _FOUND.search(sentence) is not None
