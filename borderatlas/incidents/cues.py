"""What kind of incident a text tells of, by its cue words: a table of weighted patterns, and their sum.

A headline and a first sentence say what a news text is about, so cues in them count more. Words of circumstance ("troops",
"traders") count little, so that they decide only where nothing else does.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from borderatlas.incidents.cue_words import CUES, SIMPLIFIED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Hits = Counter[tuple[str, int, int]]
"""How often each pattern of the table was found: by type, its place in the table, and its weight."""

_TITLE_FACTOR = 2
_OPENING_FACTOR = 1  # once more: the first sentence of a news text says what happened
_OPENING = re.compile(r".{40,}?(?:[.!?。](?=\s|[^\w\s]|$)|[。！？]|$)", re.DOTALL)
_MOST_HITS = 3  # a word that is said over and over tells no more than one said three times
LEAST_SCORE = 3
"""The least score at which cues speak clearly."""

_LETTERS = {"Latn": "[A-Za-z]", "Hang": "[\uac00-\ud7a3]", "Hani": "[\u3400-\u9fff]"}
_SCRIPTS = {name: re.compile(letters) for name, letters in _LETTERS.items()}


@cache
def _compiled(script: str) -> tuple[tuple[tuple[str, int, int], re.Pattern[str]], ...]:
    """Compile the patterns that are written in a script."""
    return tuple(
        ((kind, number, weight), re.compile(pattern, re.IGNORECASE))
        for kind, cues in CUES
        for number, (weight, pattern) in enumerate(cues)
        if _script(pattern) == script
    )


def _script(pattern: str) -> str:
    return next((name for name in ("Hang", "Hani") if _SCRIPTS[name].search(pattern)), "Latn")


def hits_of(text: str) -> Hits:
    """Count the cues of a text, in the scripts that it is written in; traditional characters count as simplified."""
    found: Hits = Counter()
    for script, letters in _SCRIPTS.items():
        if letters.search(text):
            words = text.translate(SIMPLIFIED) if script == "Hani" else text
            for key, pattern in _compiled(script):
                if number := len(pattern.findall(words)):
                    found[key] = number
    return found


def scores_of(hits: Iterable[tuple[Hits, int]]) -> Mapping[str, int]:
    """Add up the scores of the types, given the cues of several stretches and the factor of each."""
    scores: Counter[str] = Counter()
    for found, factor in hits:
        for (kind, _, weight), number in found.items():
            scores[kind] += factor * weight * min(number, _MOST_HITS)
    return scores


def best_of(scores: Mapping[str, int]) -> str:
    """Give the type with the highest score, of equal ones the first of the table; ``other`` when none speaks clearly."""
    best = max((kind for kind, _ in CUES), key=lambda kind: scores.get(kind, 0))
    return best if scores.get(best, 0) >= LEAST_SCORE else "other"


def classify(text: str, language: str | None = None, *, title: str = "") -> tuple[str, str]:
    """Say what kind of incident a text tells of, by its cue words.

    Parameters
    ----------
    text : str
        The sentences about one incident, in English, Korean or Chinese.
    language : str, optional
        BCP 47, recorded in the rule's id; the cues of all three languages are tried in any case.
    title : str, optional
        The report's headline. A cue in it counts twice, as does one in the first sentence of the text.

    Returns
    -------
    tuple of (str, str)
        Id of the incident type (``other`` when no cue speaks clearly) and of the rule (``cues-shooting-en``).
    """
    opening = _OPENING.match(text)
    first = opening.group() if opening else ""
    scores = scores_of(((hits_of(text), 1), (hits_of(first), _OPENING_FACTOR), (hits_of(title), _TITLE_FACTOR)))
    kind = best_of(scores)
    spoken = (language or "und").split("-")[0].lower()
    return kind, f"cues-{'none' if kind == 'other' else kind}-{spoken}"
