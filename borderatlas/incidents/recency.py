"""How the statements of a report stand to what happened, by their days: news, the history of it, a habit."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from borderatlas.incidents.border_places import is_border_place
from borderatlas.incidents.day_ranges import is_fine_date
from borderatlas.incidents.place_words import weight_of
from borderatlas.incidents.standing import is_decreed, is_found, is_turned_to, standing_of
from borderatlas.reports.spans import published_span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from borderatlas.incidents.statements import Statement
    from borderatlas.models import Placement, Report
    from borderatlas.reports.dates import DateMention

OLD_DAYS = 400
"""A date that ended so many days before the publication is history, unless the report begins with it."""


def stand(report: Report, made: Sequence[Statement], placements: Sequence[Placement]) -> None:
    """Say of each statement how it stands to what happened.

    What has its day and its place far from the border is beside the point.

    Parameters
    ----------
    report : Report
    made : sequence of Statement
        In the order of the text.
    placements : sequence of Placement
        All of the report.
    """
    far = [p.start for p in placements if _is_far(p) and weight_of(report.text, p) > 1]
    newest = _newest(report, made)
    for number, statement in enumerate(made):
        recent = any(_is_recent(mention, report) for mention in statement.told_dates)
        ends = {m.date_end for m in statement.told_dates}
        history = statement.told_dates and all(_is_history(mention, report) for mention in statement.told_dates)
        recurring = any(mention.recurring for mention in statement.dates)
        statement.standing = (
            "past"
            if history and newest not in ends and not is_found(statement.text)
            else standing_of(statement.text, is_dated=recent)
        )
        if statement.standing == "told" and recurring and not recent:
            statement.standing = "habit"
        elsewhere = any(statement.span[0] <= offset < statement.span[1] for offset in far)
        if statement.standing == "told" and number and elsewhere and statement.told_dates and not statement.placements:
            statement.standing = "past"
        if statement.standing == "told" and not statement.placements and _turns_away(statement, placements):
            statement.standing = "past"
        if number == 0 and statement.standing == "past":  # what a report opens with is what it tells
            statement.standing = "told"
        if number <= 1 and statement.standing == "planned" and is_decreed(statement.text):
            statement.standing = "told"


def _is_far(placement: Placement) -> bool:
    """Tell whether a placement says where something happened that was not at the border."""
    return placement.role == "incident" and placement.lat is not None and not is_border_place(placement)


def _turns_away(statement: Statement, placements: Sequence[Placement]) -> bool:
    """Tell whether an English sentence begins with a place far from the border: "In Seoul the Assembly passed …"."""
    start, end = statement.span
    first = next((p for p in placements if start <= p.start < end), None)
    if first is None or statement.is_east or first.kind == "country" or first.lat is None or is_border_place(first):
        return False
    return first.role in {"incident", "background"} and is_turned_to(statement.text[: first.start - start])


def _newest(report: Report, made: Sequence[Statement]) -> str:
    """Give the last day that a report tells of: one that tells of old things only, tells what came last of them.

    But not where somebody speaks of today in between: then the old things are history.
    """
    spoken = any(m.role == "reported" and m.date_end and not _is_history(m, report) for s in made[:3] for m in s.dates)
    told = (m for s in made for m in s.told_dates if not (spoken and _is_history(m, report)))
    return max((str(m.date_end) for m in told), default="")


def _is_recent(mention: DateMention, report: Report) -> bool:
    """Tell whether a date fixes a time in the months before the report."""
    published = published_span(report.published)
    if not is_fine_date(mention) and "since" not in mention.rule:
        return False
    if published is None:
        return mention.time_precision == "day"
    begin = date.fromisoformat(str(mention.date_start))
    return begin <= published.last and (published.last - begin).days <= OLD_DAYS


def _is_history(mention: DateMention, report: Report) -> bool:
    published = published_span(report.published)
    return published is not None and (published.last - date.fromisoformat(str(mention.date_end))).days > OLD_DAYS
