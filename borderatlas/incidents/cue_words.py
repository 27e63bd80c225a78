"""The cue words of the incident types, of all languages: data, not code. `cues` adds them up."""

from __future__ import annotations

from borderatlas.incidents.cue_words_en import CUES_EN
from borderatlas.incidents.cue_words_ko import CUES_KO, NOT_MEANT_KO
from borderatlas.incidents.cue_words_zh import CUES_ZH, NOT_MEANT_ZH, SIMPLIFIED

__all__ = ["CUES", "NOT_MEANT_KO", "NOT_MEANT_ZH", "SIMPLIFIED"]

_KINDS = (
    "repatriation",
    "execution",
    "trafficking",
    "desertion",
    "shooting",
    "bribery",
    "smuggling",
    "surveillance",
    "border_works",
    "closure",
    "health",
    "disaster",
    "arrest",
    "military",
    "trade",
    "crossing",
    "other",
)
"""The types; their order decides ties. The cues of ``other`` name what happens and is of no other type: visits, protests."""

# Cue words: weight and pattern. 4 and 5 name the incident itself, 3 nearly so, 2 speaks for it, 1 is often circumstance.
# One set holds English, Korean and Chinese, which share no letters; each language has a table of its own.
CUES: tuple[tuple[str, tuple[tuple[int, str], ...]], ...] = tuple(
    (kind, CUES_EN.get(kind, ()) + CUES_KO.get(kind, ()) + CUES_ZH.get(kind, ())) for kind in _KINDS
)
