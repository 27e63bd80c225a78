"""The words around a mention: its sentence, its paragraph. A stretch of text is cut up once, then asked many times."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, overload

from borderatlas.gazetteer.cues import ANY, CueText
from borderatlas.reports.sentences import paragraphs, sentence_starts

if TYPE_CHECKING:
    from borderatlas.models import Mention

REACH = 160
"""How far the words around a mention are looked at, characters each way."""

_PARAGRAPH_LENGTH = 320
_MOST_KEPT = 2_000  # mentions whose surroundings, and paragraphs whose sentences, are kept while a section is read
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
        The patterns that may match before and after it, as a set of bits: by the cues there and the letters beside it.
    beside : int
        The patterns that may match by the letters beside it alone.
    told : int
        The patterns that may match by the cues alone.
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
    beside: int = ANY
    told: int = ANY


class Prose:
    """A stretch of a text, cut into paragraphs and sentences.

    Parameters
    ----------
    text : str
        The whole text.
    start, end : int
        The stretch, as character offsets.
    cues : CueText, optional
        The cues of the whole text, where other stretches of it are read too.
    """

    def __init__(self, text: str, start: int, end: int, cues: CueText | None = None) -> None:
        self._start, self._end = start, end
        self._late = max(_LATE_LEAST, _LATE * (end - start))
        self.text = text
        self.cues = cues or CueText(text)
        self._starts: list[int] | None = None
        self._sentences: dict[int, list[int]] = {}
        self._stripped: dict[int, str] = {}

    @property
    def _paragraphs(self) -> list[int]:
        """Offsets at which paragraphs start; looked for when a name was found in the stretch."""
        if self._starts is None:
            start, found = self._start, paragraphs(self.text, self._start, self._end, items=False)
            self._starts = [start, *[at for at, _ in found if at > start]]
        return self._starts

    def _sentences_of(self, number: int) -> list[int]:
        """Offsets at which the sentences of a paragraph start."""
        known = self._sentences.get(number)
        if known is None:
            known = sentence_starts(self.text, self._paragraphs[number], self._paragraph_end(number))
            if len(self._sentences) >= _MOST_KEPT:  # names are asked for in order
                self._sentences.clear()
            self._sentences[number] = known
        return known

    def _paragraph_end(self, number: int) -> int:
        return self._paragraphs[number + 1] if number + 1 < len(self._paragraphs) else self._end

    def around(self, start: int, end: int) -> Surroundings:
        """Give the words around the span ``start:end``."""
        text, paragraphs = self.text, self._paragraphs
        number = bisect_right(paragraphs, start) - 1
        first, last = paragraphs[number], paragraphs[number + 1] if number + 1 < len(paragraphs) else self._end
        sentences = self._sentences_of(number)
        at = bisect_right(sentences, start) - 1
        ahead = bisect_right(sentences, end - 1)
        stop = sentences[ahead] if ahead < len(sentences) else last
        first_word, last_word = max(sentences[at], start - REACH), min(stop, end + REACH)
        before, after = text[first_word:start], text[end:last_word]
        beside = self.cues.beside(start, end)
        told = self.cues.about(first_word, start, end, last_word)
        return Surroundings(
            " ".join(before.split()) + (" " if before[-1:].isspace() else ""),
            after,
            after if stop == last else text[end : min(last, end + REACH)],
            self._paragraph(number) if last - first <= _PARAGRAPH_LENGTH else "",
            not any(map(str.isalnum, text[first : min(start, first + REACH)])),
            start - self._start > self._late,
            beside & told,
            beside,
            told,
        )

    def all_around(self, spans: Sequence[Mention]) -> Sequence[Surroundings]:
        """Give the words around each of many mentions; those of very many are not kept, but read again when asked for."""
        if len(spans) <= _MOST_KEPT:
            return [self.around(span.start, span.end) for span in spans]
        return _Around(self, spans)

    def _paragraph(self, number: int) -> str:
        if number not in self._stripped:
            if len(self._stripped) >= _MOST_KEPT:
                self._stripped.clear()
            self._stripped[number] = self.text[self._paragraphs[number] : self._paragraph_end(number)].strip()
        return self._stripped[number]


class _Around(Sequence[Surroundings]):
    """The words around each mention of a long section, read when they are asked for."""

    def __init__(self, prose: Prose, mentions: Sequence[Mention]) -> None:
        self._prose, self._mentions = prose, mentions
        self._last: tuple[int, Surroundings] | None = None

    def __len__(self) -> int:
        return len(self._mentions)

    @overload
    def __getitem__(self, index: int) -> Surroundings: ...
    @overload
    def __getitem__(self, index: slice) -> list[Surroundings]: ...
    def __getitem__(self, index: int | slice) -> Surroundings | list[Surroundings]:
        if isinstance(index, slice):
            return [self[at] for at in range(len(self))[index]]
        if self._last is None or self._last[0] != index:
            mention = self._mentions[index]  # past the end this raises, which ends a loop
            self._last = index, self._prose.around(mention.start, mention.end)
        return self._last[1]
