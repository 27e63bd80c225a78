"""A statement: one sentence of a report, or a clause of it, with its places, its dates and what its words say."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from borderatlas.incidents.border_places import fine
from borderatlas.incidents.cues import LEAST_CUE, LEAST_SCORE, Scores, clearest_of, scores_of
from borderatlas.incidents.standing import (
    Standing,
    brings_in_others,
    goes_on,
    is_another,
    is_item,
    is_turned_to,
    tells_of_a_deed,
)

if TYPE_CHECKING:
    from borderatlas.incidents.headings import Heading
    from borderatlas.models import Placement
    from borderatlas.reports.dates import DateMention
    from borderatlas.reports.sentences import Span

_EAST = re.compile("[\u3400-\u9fff\uac00-\ud7a3]")
_ENTRY = re.compile(r"[)\]]? ?(?:[-–—:：/|]|\. )")
_INDENT = 3
_LEAD = 8
"""Characters that may stand before the day with which a sentence opens: "On the "."""
_CONTRAST = re.compile(
    r"(?:시|군|구|현|읍|리|동|진|역)?(?:에서는|에서도|에선|에는|에도) |(?:市|县|縣|镇|鎮|郡)?(?:则|則|也|亦|同样|同樣)"
)


@dataclass(eq=False)
class Statement:
    """One sentence of a report.

    Attributes
    ----------
    span : Span
        Character offsets into the report's text.
    text : str
    paragraph : Span
        The paragraph that it stands in.
    placements : list of Placement
        The places of the border of which it says that something happened there.
    dates : list of DateMention
        With offsets into the report's text.
    standing : Standing
        Whether it tells of something that happened.
    """

    span: Span
    text: str
    paragraph: Span
    placements: list[Placement] = field(default_factory=list)
    dates: list[DateMention] = field(default_factory=list)
    standing: Standing = "told"
    heading: Heading | None = None
    """The line over it that names the place of which it tells."""
    is_under_name: bool = False
    """Whether the sentence before it is a place's name and no more."""
    is_clause: bool = False
    """Whether it was cut off the statement before it."""

    @cached_property
    def scores(self) -> Scores:
        """How clearly its cue words speak of each type of incident."""
        return scores_of(self.text)

    @cached_property
    def event_type(self) -> str:
        """The type of incident that it speaks of by itself.

        In Korean and Chinese, whose words of low weight are less ambiguous, one will do beside a day of its own.
        """
        return clearest_of(self.scores, LEAST_CUE if self.told_dates and _EAST.search(self.text) else LEAST_SCORE)

    @cached_property
    def goes_on(self) -> bool:
        """Whether it speaks of those whom the sentence before it named."""
        return not self.is_clause and goes_on(self.text)

    @cached_property
    def is_another(self) -> bool:
        """Whether it says that it tells of something else."""
        return is_another(self.text)

    @cached_property
    def brings_in_others(self) -> bool:
        """Whether it begins with people of whom nothing was said before."""
        return brings_in_others(self.text)

    @cached_property
    def tells_something(self) -> bool:
        """Whether it speaks of something that happened, be it of no known kind."""
        return self.event_type != "other" or self.is_noted or tells_of_a_deed(self.text)

    @property
    def is_east(self) -> bool:
        """Whether it is in Korean or Chinese."""
        return _EAST.search(self.text) is not None

    @property
    def is_idle(self) -> bool:
        """Whether it is in Korean or Chinese and has no verb of something done: a view of the town, the weather."""
        return _EAST.search(self.text) is not None and not self.tells_something

    @cached_property
    def is_noted(self) -> bool:
        """Whether it names something that is of no type of its own: a visit, a protest."""
        return self.event_type == "other" and self.scores.get("other", 0) >= LEAST_SCORE

    @cached_property
    def turns(self) -> bool:
        """Whether it begins with a place of its own, or is an item of a list: "In Onsong, …", "2. Musan: …"."""
        first = min((p.start for p in self.placements), default=None)
        if is_item(self.text) or self.is_entry or first is None:
            return is_item(self.text) or self.is_entry
        return is_turned_to(self.text[: first - self.span[0]], is_east=_EAST.search(self.text) is not None)

    @property
    def contrasts(self) -> bool:
        """Whether it sets the place with which it begins against another: 회령에서는, 图们市则."""
        return self.turns and any(_CONTRAST.match(self.text, p.end - self.span[0]) for p in fine(self.placements))

    @property
    def is_headed(self) -> bool:
        """Whether it is an item of a list with its place at the head: "* Musan: a slag heap slid …"."""
        if self.is_under_name:
            return True
        return self.opens_paragraph and any(p.role == "dateline" for p in self.placements) and ":" in self.text

    @cached_property
    def is_entry(self) -> bool:
        """Whether it is an entry of a chronicle: it begins with its day, "Dec. 28 - Helong sets up a militia"."""
        first = self.dates[0] if self.dates else None
        if first is None or first.start - self.span[0] > _INDENT:
            return False
        return _ENTRY.match(self.text, first.end - self.span[0]) is not None

    @property
    def opens_paragraph(self) -> bool:
        """Whether it is the first sentence of its paragraph, or item of a list."""
        return self.span[0] == self.paragraph[0]

    @property
    def floating_dates(self) -> list[DateMention]:
        """Times that it tells and that no day of publication fixes: "earlier this month", of a report without a date."""
        return [m for m in self.dates if m.role == "told" and not m.recurring and not m.date_start]

    @property
    def opens_on_a_day(self) -> bool:
        """Whether it begins with a day of its own: "On Aug. 30, the police of …"."""
        first = next(iter(self.told_dates), None)
        at_once = first is not None and first.start - self.span[0] <= _LEAD
        return at_once and first is not None and first.time_precision == "day" and tells_of_a_deed(self.text)

    @property
    def told_dates(self) -> list[DateMention]:
        """Dates of what it tells, not those on which somebody said so nor what comes round each year."""
        return [m for m in self.dates if m.role == "told" and not m.recurring and m.date_start]
