"""The words around a mention: its sentence, its paragraph. A stretch of text is cut up once, then asked many times."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from borderatlas.gazetteer.cues import ANY, CueText
from borderatlas.reports.sentences import paragraphs, sentence_starts

REACH = 160
"""How far the words around a mention are looked at, characters each way."""

_PARAGRAPH_LENGTH = 320
_LATE = 0.7
_LATE_LEAST = 300  # characters: a text that short has no last third


@dataclass(slots=True)
class Surroundings:
    """The words around a mention.

    Attributes
    ----------
    before, after : str
        What stands before and after it, inside its sentence, `REACH` characters at most; white space folded before.
    rest : str
        What stands after it, inside its paragraph.
    paragraph : str
        Its paragraph, empty for one that is too long to be a caption.
    opens : bool
        True when nothing but punctuation stands between the start of the paragraph and the mention.
    cues : int
        What may stand before and after it: the cues of patterns, as a set of bits.
    is_late : bool
        True in the last third of a text: agencies tell what happened first, and what it is like there last.
    """

    before: str
    after: str
    rest: str
    paragraph: str
    opens: bool
    is_late: bool = False
    cues: int = ANY


class Prose:
    """A stretch of a text, cut into paragraphs and sentences.

    Parameters
    ----------
    text : str
        The whole text.
    start, end : int
        The stretch, as character offsets.
    """

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._start, self._end = text, start, end
        self._late = max(_LATE_LEAST, _LATE * (end - start))
        self._cues = CueText(text[start:end])
        self._paragraphs = [start, *(at for at, _ in paragraphs(text, start, end, items=False) if at > start)]
        self._sentences: dict[int, list[int]] = {}
        self._stripped: dict[int, str] = {}

    def _sentences_of(self, number: int) -> list[int]:
        """Offsets at which the sentences of a paragraph start."""
        known = self._sentences.get(number)
        if known is None:
            known = sentence_starts(self._text, self._paragraphs[number], self._paragraph_end(number))
            self._sentences[number] = known
        return known

    def _paragraph_end(self, number: int) -> int:
        return self._paragraphs[number + 1] if number + 1 < len(self._paragraphs) else self._end

    def around(self, start: int, end: int) -> Surroundings:
        """Give the words around the span ``start:end``."""
        text = self._text
        number = bisect_right(self._paragraphs, start) - 1
        first, last = self._paragraphs[number], self._paragraph_end(number)
        sentences = self._sentences_of(number)
        at = bisect_right(sentences, start) - 1
        ahead = bisect_right(sentences, end - 1)
        stop = sentences[ahead] if ahead < len(sentences) else last
        first_word, last_word = max(sentences[at], start - REACH), min(stop, end + REACH)
        before, after = text[first_word:start], text[end:last_word]
        return Surroundings(
            " ".join(before.split()) + (" " if before[-1:].isspace() else ""),
            after,
            after if stop == last else text[end : min(last, end + REACH)],
            self._paragraph(number) if last - first <= _PARAGRAPH_LENGTH else "",
            not any(map(str.isalnum, text[first : min(start, first + REACH)])),
            start - self._start > self._late,
            self._cues.between(first_word - self._start, last_word - self._start),
        )

    def _paragraph(self, number: int) -> str:
        if number not in self._stripped:
            self._stripped[number] = self._text[self._paragraphs[number] : self._paragraph_end(number)].strip()
        return self._stripped[number]
