"""What kind of incident a text tells of, by its cue words: a table of weighted patterns, and their sum.

A headline and a first sentence say what a news text is about, so cues in them count more. Words of circumstance ("troops",
"traders") count little, so that they decide only where nothing else does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from borderatlas.gazetteer.alternations import as_tree
from borderatlas.gazetteer.needs import cues_of
from borderatlas.gazetteer.sieve import Sieve
from borderatlas.incidents.cue_words import CUES, NOT_MEANT_KO, NOT_MEANT_ZH, SIMPLIFIED
from borderatlas.incidents.figures_en import FIGURES_EN

if TYPE_CHECKING:
    from collections.abc import Sequence

Scores = dict[str, float]
"""How clearly a stretch of text speaks of each type: the weight of its strongest cue, and a little for further ones."""

_CAUSE = re.compile(
    r" (?:for (?:\w+ly )?(?:having )?\w+ing|on suspicion of|accused of|on charges? of|because|after(?! (?:an? |the )?(?:public|open|show|summary) trials?)"
    r"|before(?! (?:an? |the |some |about |around |nearly |more than |over )?(?:crowd|hundreds|thousands|dozens|\d|judge|court|tribunal|people|onlookers"
    r"|villagers|residents|spectators|workers|students|heads))|since|while|although"
    r"|amid|despite(?! (?:a |the )?(?:UN|U\.N\.|United)))\b"
)
# Korean and Chinese put it first: "after the killing of …, a militia was posted".
_CAUSE_EAST = re.compile(
    r"(?:사건|사고|이후|직후|(?<!앞)뒤|(?<![오전향최])후|[된한은린진]? ?데 이어|와중에|상황에서|탓에|때문에|이유로|혐의로|여파로|영향으로|막기 ?위해|위해"
    r"|(?<=에 )따라|(?<=[는은던인된한진린긴힌난온간] )가운데|당시|(?:나|하|되|지|히|(?<![관대])리|르|오|들|늘|줄|않|숨기|끊기|생기|커지)자)[ ,]"
    r"|(?:影响|影響|发生后|發生後|事件后|事件後|案后|案後|以来|以來|为由|為由|为防止|為防止)[，,]|(?:^|。)[^，,。\d]{3,24}(?<![今此最前先其随隨然日号號])[后後][，,]|(?:^|[，,。])[^，,。]{0,30}(?:因|涉嫌|由于|由於)[^，,。]{2,24}?(?=[，,]|而被|被|遭)"
)
_NOT_MEANT_KO = re.compile(NOT_MEANT_KO)
_NOT_MEANT_ZH = re.compile(NOT_MEANT_ZH)
_LEAST_MAIN_EAST = 5
_LEAST_MAIN = 25  # characters that a main clause has at least before such a word
_WORTH_IT = 10_000  # characters read; a few short reports are done before the words of the patterns would be known
_MOST_MORE = 1  # a stretch full of cues of one type tells little more than one with a single clear cue
LEAST_CUE = 2  # cues of circumstance alone ("troops", "traders") decide nothing
LEAST_SCORE = 3
"""The least score at which a stretch of text speaks clearly by itself."""
TITLE_FACTOR, OPENING_FACTOR, SECOND_FACTOR, LATER_FACTOR = 4, 4, 2, 1
"""How much title, first, second and later sentences count: a news text says first what it is about."""
_MOST_LATER = 6
"""The most that all later sentences together add."""
_OPENING = re.compile(r".{40,}?(?:[.!?。](?=\s|[^\w\s]|$)|[。！？]|$)", re.DOTALL)

_LETTERS = {"Latn": "[A-Za-z]", "Hang": "[\uac00-\ud7a3]", "Hani": "[\u3400-\u9fff]"}
_SCRIPTS = {name: re.compile(letters) for name, letters in _LETTERS.items()}


@cache
def _patterns_of(script: str) -> tuple[tuple[tuple[str, int, re.Pattern[str]], ...], Sieve]:
    """Give the patterns that are written in a script, each with its kind and weight, and their sieve."""
    rows = [(kind, weight, _lower(cue)) for kind, cues in CUES for weight, cue in cues if _script(cue) == script]
    patterns = tuple((kind, weight, re.compile(as_tree(pattern))) for kind, weight, pattern in rows)
    return patterns, Sieve(lambda: [cues_of(pattern) for _, _, pattern in rows], _WORTH_IT)


@cache
def _figures() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((word, re.compile(pattern)) for word, pattern in FIGURES_EN)


def literal(text: str) -> str:
    """Give an English text in lower case without the phrases in which a cue word means something else: "navy coats"."""
    words = text.lower()
    for word, figure in _figures():
        if word in words:
            words = figure.sub(" ", words)
    return words


def _lower(pattern: str) -> str:
    """Put the letters of a pattern into lower case, not its escapes: twice as fast as to ignore the case in a search."""
    return re.sub(
        r"\\.|[A-Z]", lambda found: found.group() if len(found.group()) > 1 else found.group().lower(), pattern
    )


def _script(pattern: str) -> str:
    return next((name for name in ("Hang", "Hani") if _SCRIPTS[name].search(pattern)), "Latn")


@lru_cache(maxsize=1024)
def scores_of(text: str) -> Scores:
    """Score a stretch of text by its cues, in the scripts that it is written in.

    Traditional characters count as the simplified ones.
    """
    main = _CAUSE.search(text, _LEAST_MAIN)
    if main is None:
        return _scored_after_cause(text)
    # What led to it, or what somebody is accused of, is not what happened.
    told = _scored(text[: main.start()])
    if not told:  # "the last city before the river bends, soldiers tore out the fence": no cause at all
        return _scored(text)
    return dict.fromkeys(_scored(text[main.start() :]), LEAST_CUE) | told


def _scored_after_cause(text: str) -> Scores:
    """Score a stretch of Korean or Chinese, in which a cause stands first; what follows must speak of something by itself."""
    cause = next((found for found in _CAUSE_EAST.finditer(text) if len(text) - found.end() >= _LEAST_MAIN_EAST), None)
    scores = _scored(text)
    main = _scored(text[cause.end() :]) if cause else {}
    return dict.fromkeys(scores, LEAST_CUE - 1) | main if main else scores


def _simplified(text: str) -> str:
    """Give Chinese in simplified characters, without phrases whose cue words do not say what happened."""
    return _NOT_MEANT_ZH.sub(" ", text.translate(SIMPLIFIED))


def _meant_in_korean(text: str) -> str:
    """Give Korean without turns of phrase whose cue words do not say what happened."""
    return _NOT_MEANT_KO.sub(" ", literal(text))


_MEANT = {"Latn": literal, "Hang": _meant_in_korean, "Hani": _simplified}
"""How the text of each script is read: figures of speech and turns of phrase taken out."""


def _scored(text: str) -> Scores:
    found: dict[str, list[int]] = {}
    for script, letters in _SCRIPTS.items():
        if letters.search(text):
            words = _MEANT[script](text)
            patterns, sieve = _patterns_of(script)
            for number in sieve.possible(words, len(patterns)):
                kind, weight, pattern = patterns[number]
                if pattern.search(words):
                    found.setdefault(kind, []).append(weight)
    scores: Scores = {kind: max(weights) + min(len(weights) - 1, _MOST_MORE) for kind, weights in found.items()}
    # A shop by a bridge is two circumstances and no trade; the words of Korean and Chinese say more.
    hints = {kind for kind, weights in found.items() if max(weights) < LEAST_CUE and text.isascii()}
    return {kind: score for kind, score in scores.items() if score >= LEAST_CUE and kind not in hints}


def clearest_of(scores: Scores, least: int = LEAST_SCORE) -> str:
    """Give the type of which one stretch of text speaks by itself, with the least score that will do."""
    best = max((kind for kind, _ in CUES), key=lambda kind: scores.get(kind, 0))
    return best if scores.get(best, 0) >= least else "other"


def best_of(title: Scores, told: Sequence[Scores]) -> str:
    """Give the type of which a headline and sentences speak most clearly; ``other`` when of none clearly.

    Parameters
    ----------
    title : Scores
        Of the headline; empty when it is about something else.
    told : sequence of Scores
        Of the sentences, in order.
    """
    sums: defaultdict[str, float] = defaultdict(float)
    later: defaultdict[str, float] = defaultdict(float)
    for factor, scores in zip((TITLE_FACTOR, OPENING_FACTOR, SECOND_FACTOR), (title, *told[:2]), strict=False):
        for kind, score in scores.items():
            sums[kind] += factor * score
    for scores in told[2:]:
        for kind, score in scores.items():
            later[kind] += LATER_FACTOR * score
    for kind, score in later.items():
        sums[kind] += min(score, _MOST_LATER)
    if sums["execution"] > OPENING_FACTOR * LEAST_SCORE:  # a death by sentence is no shooting
        sums.pop("shooting", None)
    best = max((kind for kind, _ in CUES), key=lambda kind: sums[kind])
    return best if sums[best] > LEAST_SCORE else "other"


def classify(text: str, language: str | None = None, *, title: str = "") -> tuple[str, str]:
    """Say what kind of incident a text tells of, by its cue words.

    Parameters
    ----------
    text : str
        The sentences about one incident, in English, Korean or Chinese.
    language : str, optional
        BCP 47, recorded in the rule's id; the cues of all three languages are tried in any case.
    title : str, optional
        The report's headline. It counts as much as the first sentence of the text, and twice as much as the rest.

    Returns
    -------
    tuple of (str, str)
        Id of the incident type (``other`` when no cue speaks clearly) and of the rule (``cues-shooting-en``).
    """
    opening = _OPENING.match(text)
    end = opening.end() if opening else 0
    kind = best_of(scores_of(title), [scores_of(text[:end]), scores_of(text[end:])])
    spoken = (language or "und").split("-")[0].lower()
    return kind, f"cues-{'none' if kind == 'other' else kind}-{spoken}"
