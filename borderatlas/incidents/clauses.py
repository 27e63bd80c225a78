"""Clauses of a Korean or Chinese sentence that each tell of something by itself: 터졌고, 난핑 세관은; 落網，兩日後經.

Both languages put into one sentence, parted by a comma or an ending, what English tells in two. A sentence is cut where
what follows begins with a place or a day of its own and both parts speak of something that happened.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from borderatlas.incidents.border_places import fine, is_near
from borderatlas.incidents.cues import clearest_of, scores_of
from borderatlas.incidents.place_words import weight_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from borderatlas.models import Placement
    from borderatlas.reports.dates import DateMention
    from borderatlas.reports.sentences import Span

_PAST = "[했됐됬었았였졌렸겼났갔왔혔켰쳤냈뒀줬섰]"
_BOUNDARY = re.compile(
    rf"(?<={_PAST}고)[,，]? +|(?<={_PAST}으며)[,，]? +|(?<={_PAST}으나)[,，]? +|(?<={_PAST}지만)[,，]? +|(?<={_PAST}는데)[,，]? +|(?<=[고며면데서])[,，] +"
    r"|(?<=[서지데면]도)[,，] +|(?<=[가-힣])[;；]\s*|(?<=[\u3400-\u9fff」”）])[，；;]"
)
_SAME_MATTER = re.compile(r"遗体|遺體|尸体|屍體|死者|伤者|傷者|幸存者|倖存者|시신|주검|사체|유해|부상자")
_SAYING = re.compile(
    r"(?:[说說称稱指讲講]|表示|指出|透露|通报|通報|介绍|介紹|报道|報道|報導|证实|證實|消息|了解到|获悉|獲悉)[，,]$"
)
_LEAD_IN = {"ko": 9, "zh": 5}
"""Characters that may stand before the place or the day with which a clause begins: 其中九人17日, 지난 12일."""
_LEAST = 8
_SPOKEN = 2
"""The least score of a clause that speaks of something."""
_SEEN_AND_HELD = frozenset({"surveillance", "arrest"})
"""Who flies a camera over the river is held for it, be it in the next town."""
_ONE_THING = (
    frozenset({
        "crossing", "desertion", "arrest", "repatriation", "execution", "smuggling", "bribery", "shooting",
        "trafficking",
    }),
    frozenset({"health", "closure", "trade"}),
    frozenset({"disaster", "closure"}),
    _SEEN_AND_HELD,
)  # fmt: skip
"""Kinds that are stages, or sides, of one thing."""
_END_OF_IT = frozenset({"repatriation", "execution", "shooting", "desertion"})
"""What is told as an incident of its own, though it befell the same people, and be no place named."""
_FINE = frozenset({"day", "week", "month"})


def clauses(text: str, sentence: Span, places: Sequence[Placement], dates: Sequence[DateMention]) -> Iterator[Span]:
    """Give the clauses of a sentence that tell of something each, or the whole of it.

    Parameters
    ----------
    text : str
        The report's.
    sentence : Span
    places : sequence of Placement
        Of the report: those that may place an incident.
    dates : sequence of DateMention
        Of the report, with offsets into its text.
    """
    start, end = sentence
    within = [p for p in fine(places) if start <= p.start < end and weight_of(text, p)]
    days = [m for m in dates if start <= m.start < end and _tells_when(m)]
    if len(within) > 1 or len(days) > 1:
        starts = [*(p.start for p in places), *(m.start for m in days)]
        cuts = list(_openings(text, sentence, starts))
        for number, boundary in enumerate(cuts):
            stop = cuts[number + 1].start() if number + 1 < len(cuts) else end
            if not _SAYING.search(text, start, boundary.end()) and _is_apart(
                text, (start, boundary.end(), stop), within, days
            ):
                yield start, boundary.start() + len(boundary.group().rstrip())
                start = boundary.end()
    yield start, end


def _openings(text: str, sentence: Span, starts: Sequence[int]) -> Iterator[re.Match[str]]:
    """Give the boundaries behind which a place or a day begins, but none that only parts a day from what was on it."""
    last = sentence[0]
    for found in _BOUNDARY.finditer(text, sentence[0] + _LEAST, sentence[1] - _LEAST):
        if _leads(found, starts) and found.start() - last >= _LEAST:
            last = found.end()
            yield found


def _leads(boundary: re.Match[str], starts: Sequence[int]) -> bool:
    """Tell whether a place or a day begins what follows a boundary."""
    lead = _LEAD_IN["zh" if boundary.group().strip() == "，" else "ko"]
    return any(boundary.end() <= at <= boundary.end() + lead for at in starts)


def _tells_when(mention: DateMention) -> bool:
    return mention.role == "told" and not mention.recurring and (mention.time_precision in _FINE or mention.since)


def _is_apart(
    text: str, bounds: tuple[int, int, int], places: Sequence[Placement], dates: Sequence[DateMention]
) -> bool:
    """Tell whether two parts of a sentence tell of two things: in two places, or of two kinds on two days."""
    start, cut, end = bounds
    first, second = scores_of(text[start:cut]), scores_of(text[cut:end])
    before, after = [p for p in places if start <= p.start < cut], [p for p in places if cut <= p.start < end]
    days, later = [m for m in dates if start <= m.start < cut], [m for m in dates if cut <= m.start < end]
    if _SAME_MATTER.match(text, cut):
        return False
    spoken = max(second.values(), default=0) >= _SPOKEN
    another_day = bool(later) and not (days and days[-1].date_start == later[0].date_start)
    kind, said = clearest_of(first), clearest_of(second)
    another_kind = "other" not in {kind, said} and kind != said
    if before and after and not any(is_near(p, before) for p in after):
        return spoken and (another_day or (another_kind and not {kind, said} <= _SEEN_AND_HELD))
    if not (another_day and days and another_kind):
        return False
    return said in _END_OF_IT or not any({kind, said} <= stages for stages in _ONE_THING)
