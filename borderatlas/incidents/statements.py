"""A report as statements: its sentences with the places, dates and cues of each, and how each stands to what happened."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from borderatlas.incidents.clauses import clauses
from borderatlas.incidents.cues import LEAST_CUE, LEAST_SCORE, Scores, clearest_of, scores_of
from borderatlas.incidents.placing import WIDE, is_border_place, weight_of
from borderatlas.incidents.prose import prose
from borderatlas.incidents.sentences import Span, sentences
from borderatlas.incidents.standing import Standing, goes_on, is_another, standing_of
from borderatlas.reports.dates import DateMention, resolve_dates
from borderatlas.reports.spans import published_span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from borderatlas.models import Placement, Report

_EAST = re.compile("[\u3400-\u9fff\uac00-\ud7a3]")
OLD_DAYS = 400
"""A date that ended so many days before the publication is history, unless the report begins with it."""


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

    @property
    def opens_paragraph(self) -> bool:
        """Whether it is the first sentence of its paragraph, or item of a list."""
        return self.span[0] == self.paragraph[0]

    @property
    def told_dates(self) -> list[DateMention]:
        """Dates of what it tells, not those on which somebody said so nor what comes round each year."""
        return [m for m in self.dates if m.role == "told" and not m.recurring and m.date_start]


def statements(report: Report, told: Sequence[Placement], placements: Sequence[Placement]) -> list[Statement]:
    """Cut the prose of a report into statements.

    Parameters
    ----------
    report : Report
    told : sequence of Placement
        Those placements that may place an incident.
    placements : sequence of Placement
        All of them: they tell captions from prose.
    """
    dates = _dates(report)
    made = [
        Statement(span, report.text[slice(*span)], paragraph, is_clause=span[0] > sentence[0])
        for paragraph in prose(report, placements)
        for sentence in sentences(report.text, *paragraph)
        for span in clauses(report.text, sentence, told, dates)
    ]
    starts = [statement.span[0] for statement in made]
    for placement in told:
        if (at := _index(made, starts, placement.start)) is not None:
            made[at].placements.append(placement)
    for mention in dates:
        if (at := _index(made, starts, mention.start)) is not None:
            made[at].dates.append(mention)
    for before, statement in pairwise(made):
        if statement.is_clause and not statement.dates:
            statement.dates = before.told_dates
    _stand(report, made)
    for statement in made:
        if statement.standing == "told" and not statement.placements:
            statement.placements += _passed_over(report, statement, placements)
    return made


def _stand(report: Report, made: Sequence[Statement]) -> None:
    """Say of each statement how it stands to what happened."""
    newest = max((str(m.date_end) for s in made for m in s.told_dates), default="")
    for number, statement in enumerate(made):
        recent = any(_is_recent(mention, report) for mention in statement.told_dates)
        ends = {m.date_end for m in statement.told_dates}
        history = statement.told_dates and all(_is_history(mention, report) for mention in statement.told_dates)
        recurring = any(mention.recurring for mention in statement.dates)
        statement.standing = "past" if history and newest not in ends else standing_of(statement.text, is_dated=recent)
        if statement.standing == "told" and recurring and not recent:
            statement.standing = "habit"
        if number == 0 and statement.standing == "past":  # what a report opens with is what it tells
            statement.standing = "told"


def _passed_over(report: Report, statement: Statement, placements: Sequence[Placement]) -> list[Placement]:
    """Give the places that the geocoder took for background, of a statement that has its day and tells what happened there.

    The geocoder judges by the words about a mention, which may be those of the sentence before.
    """
    if statement.event_type == "other" or not any(m.time_precision in {"day", "month"} for m in statement.told_dates):
        return []
    start, end = statement.span
    return [
        p
        for p in placements
        if start <= p.start < end and p.role == "background" and is_border_place(p) and p.precision not in WIDE
        and weight_of(report.text, p) > 1
    ]  # fmt: skip


def _index(made: list[Statement], starts: list[int], offset: int) -> int | None:
    at = bisect_right(starts, offset) - 1
    return at if at >= 0 and offset < made[at].span[1] else None


def _dates(report: Report) -> list[DateMention]:
    """Give the dates of the body: in one pass, so that "the following day" finds the day that it follows."""
    return [
        _shifted(mention, section.start)
        for section in report.sections
        if section.kind == "body"
        for mention in resolve_dates(
            report.text[section.start : section.end], report.published, report.language or "en"
        )
    ]


def _shifted(mention: DateMention, offset: int) -> DateMention:
    return DateMention(
        mention.start + offset, mention.end + offset, mention.text, mention.date_start, mention.date_end,
        mention.time_precision, mention.recurring, mention.role, mention.rule,
    )  # fmt: skip


def _is_recent(mention: DateMention, report: Report) -> bool:
    """Tell whether a date fixes a time in the months before the report."""
    published = published_span(report.published)
    if mention.time_precision in {"year", "unknown"} and "since" not in mention.rule:
        return False
    if published is None:
        return mention.time_precision == "day"
    begin = date.fromisoformat(str(mention.date_start))
    return begin <= published.last and (published.last - begin).days <= OLD_DAYS


def _is_history(mention: DateMention, report: Report) -> bool:
    published = published_span(report.published)
    return published is not None and (published.last - date.fromisoformat(str(mention.date_end))).days > OLD_DAYS
