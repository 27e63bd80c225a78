"""What a text is about, by the words that go with each type of incident: what tells the type where no cue does.

A cue names the incident ("were handed over"); a topic word only goes with it ("escapee", "consulate"). Many of them in
the headline and the first sentences say what a report is about, however it is worded.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from borderatlas.incidents.cues import literal
from borderatlas.incidents.topic_words_en import HINTING, TELLING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TELLING_WEIGHT, HINTING_WEIGHT = 2, 1
MOST = 5
"""The most that the words of one sentence say together for a type."""
SHARE = 0.7
"""How much they count beside cues: many of them outweigh a cue of circumstance, and never a clear one."""
_LEAST_STEM = 3
_ENGLISH = re.compile(r"[a-z]{3} [a-z]")
_WORD = re.compile(r"[a-z]+(?:-[a-z0-9]+)*")


@cache
def _weights() -> dict[str, tuple[tuple[str, int], ...]]:
    """Give the types and weights of each word."""
    found: dict[str, dict[str, int]] = {}
    for weight, table in ((HINTING_WEIGHT, HINTING), (TELLING_WEIGHT, TELLING)):
        for kind, words in table.items():
            for word in words.split():
                found.setdefault(word, {})[kind] = weight
    return {word: tuple(kinds.items()) for word, kinds in found.items()}


def _stems(word: str) -> Iterator[str]:
    """Give a word, and the words of which it may be a form: "fences", "fenced", "fencing", "trapped", "levied"."""
    yield word
    if word.endswith(("ies", "ied")):
        yield word[:-3] + "y"
    for ending in ("s", "es", "ed", "ing", "d"):
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            stem = word[: -len(ending)]
            yield stem
            if ending == "ing":
                yield stem + "e"
            if ending in {"ing", "ed"} and stem[-1] == stem[-2]:
                yield stem[:-1]


@lru_cache(maxsize=16384)
def _kinds_of(word: str) -> tuple[str, tuple[tuple[str, int], ...]]:
    weights = _weights()
    return next(((stem, weights[stem]) for stem in _stems(word) if stem in weights), (word, ()))


@lru_cache(maxsize=1024)
def topics_of(text: str) -> dict[str, int]:
    """Say how much the words of an English text go with each type; each word counts once."""
    sums: Counter[str] = Counter()
    for _, kinds in {_kinds_of(word) for word in _WORD.findall(literal(text))}:
        for kind, weight in kinds:
            sums[kind] += weight
    return {kind: min(weight, MOST) for kind, weight in sums.items()}


def with_topics(scores: Mapping[str, float], text: str) -> dict[str, float]:
    """Add to the scores of a text what its topic words say; as they are where it is not in English."""
    topics = topics_of(text) if _ENGLISH.search(text) else {}
    return {kind: scores.get(kind, 0) + SHARE * topics.get(kind, 0) for kind in {*scores, *topics}}
