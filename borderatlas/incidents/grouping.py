"""Which statements tell of one incident: a report is cut where another place, day or kind of incident begins.

One incident is told in headline, lead and later detail. A sentence begins another only when it tells of something that
happened, and either in another place, on a day of its own or of another kind; or in the same place, of another kind and
on another day.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from borderatlas.incidents.another_day import is_another_day
from borderatlas.incidents.border_places import fine, holds, is_near
from borderatlas.incidents.day_ranges import are_days, is_before, share_days, share_starts
from borderatlas.incidents.groups import Group, fine_dates
from borderatlas.incidents.kinds import END_OF_IT, ONE_STORY, are_akin, differ
from borderatlas.incidents.place_words import comes_from, weight_of
from borderatlas.incidents.placing import in_title
from borderatlas.incidents.standing import is_item, looks_back, tells_of_a_deed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from borderatlas.incidents.statements import Statement
    from borderatlas.models import Placement, Report
    from borderatlas.reports.dates import DateMention

_LED_UP = frozenset({"other", "military", "trade"})
"""Kinds of what goes before the news rather than being news itself."""
_SINGLE = ONE_STORY | {"border_works", "surveillance"}
"""Kinds that happen at one place; a flood, a lockdown or a price rise lies over many."""
_LONG_BEFORE = 45
"""So many days before what a report tells of, other things are the history of it."""
_STATES = frozenset({"closure", "border_works", "surveillance"})
"""Kinds whose words may only say how things are in a place: closed to foreigners, fenced, watched."""
# Kinds that reports speak of in passing, in places where nothing of the kind happened.
_IN_PASSING = frozenset({"other", "trade", "military", "crossing", "smuggling"})


def grouped(report: Report, made: Sequence[Statement], told: Sequence[Placement]) -> list[Group]:
    """Group the statements of a report; what the title names goes to the group that it fits best.

    Parameters
    ----------
    report : Report
    made : sequence of Statement
        In the order of the text.
    told : sequence of Placement
        Places that may place an incident, those of the title among them.
    """
    groups: list[Group] = []
    for number, statement in enumerate(made):
        statement.placements = statement.placements or _stayed_at(report, groups, made[:number], statement)
        group = _group_of(report, groups, statement)
        if group is None:
            groups.append(Group([statement], carried=_carried(report, groups, statement)))
        else:
            group.statements.append(statement)
    _give_title(report, groups, told)
    return groups


def _carried(report: Report, groups: Sequence[Group], statement: Statement) -> list[Placement]:
    """Give the places that a group has from what stands before it, where its first statement names none of its own."""
    over = list(statement.heading.places) if statement.heading else []
    inside = any(holds(str(unit.place_id), p.place_id) for p in statement.placements for unit in over)
    if over and not inside and all(weight_of(report.text, p) <= 1 for p in statement.placements):
        statement.placements = []  # "a woman came over from Sanhe", under the name of the town that was shut
        return over
    return [] if statement.placements or not groups else _last_named(report, groups, statement)


def _opens_section(group: Group, statement: Statement) -> bool:
    """Tell whether a statement is the first under a heading with a place that tells of an incident, or when one was."""
    over = statement.heading
    if over is None or not over.places or statement.standing != "told" or group.statements[0].heading == over:
        return False
    return statement.event_type != "other" or bool(statement.told_dates and statement.tells_something)


def _last_named(report: Report, groups: Sequence[Group], statement: Statement) -> list[Placement]:
    """Give the places of the last group; to a clause, or within a paragraph, those that were named last."""
    before = [s for group in groups for s in group.told if s.span < statement.span and fine(s.placements)]
    last = max(before, key=lambda s: s.span, default=None)
    beside = last is not None and last.paragraph == statement.paragraph and _is_apart_from_its_group(report, last)
    return last.placements if last and (statement.is_clause or beside) else groups[-1].placements


def _is_apart_from_its_group(report: Report, statement: Statement) -> bool:
    """Tell whether a statement turned to a place: what comes next in the paragraph, without one, was there too."""
    own = fine(statement.placements)
    return statement.turns and bool(own) and all(weight_of(report.text, p) for p in own[:1])


def _group_of(report: Report, groups: list[Group], statement: Statement) -> Group | None:  # noqa: PLR0911 - one return a rule
    """Give the group that a statement goes with; None when it begins another."""
    last = groups[-1] if groups else None
    if last is None or _opens_section(last, statement) or _is_another_entry(last, statement):
        return None
    if statement.standing != "told" or not (last.carried or any(s.placements for s in last.statements)):
        return last
    if statement.is_headed and not any(is_near(p, last.placements) for p in statement.placements):
        return None
    own = [p for p in fine(statement.placements) if weight_of(report.text, p)] or _gone_to(statement)
    if statement.goes_on or not own:
        return None if _is_sequel_apart(report, last, statement) else last
    there = [g for g in reversed(groups) if any(is_near(p, _spoken_places(g, statement)) for p in own)]
    if there and (_is_wider(there[0], statement, own) or _is_finer(there[0], statement, own)):
        return None
    if there and _is_another_matter(there[0], statement):
        return None
    if there:
        return next((group for group in there if not is_another_day(group, statement)), None)
    return None if _is_another_place(report, last, statement, own) else last


def _spoken_places(group: Group, statement: Statement) -> list[Placement]:
    """Give the fine places of a group; beside an English statement only those of which it told something by its words."""
    dated = any(m.time_precision in {"day", "week"} or m.since for m in fine_dates(statement))
    if statement.is_east or group.carried or statement.event_type in {"other", "disaster"} or not dated:
        return fine(group.placements)
    first = next((s for s in group.told if fine(s.placements)), None)
    return [p for s in group.told if s is first or s.event_type != "other" for p in fine(s.placements)]


def _stayed_at(
    report: Report, groups: Sequence[Group], before: Sequence[Statement], statement: Statement
) -> list[Placement]:
    """Give the places that stand before an English sentence with a day and none of its own, in its paragraph.

    Only where the group tells of another place: "The quotas were in the hands of a bureau in Hyesan. Four of its managers
    were arrested in the first week of December", in a report on a ford in Kimjongsuk.
    """
    if statement.is_east or statement.standing != "told" or statement.event_type == "other" or not groups:
        return []
    if statement.goes_on or not any(m.time_precision in {"day", "week"} for m in fine_dates(statement)):
        return []
    named = (s for s in reversed(before) if s.paragraph == statement.paragraph and s.placements)
    there = [p for p in fine(getattr(next(named, None), "placements", ())) if weight_of(report.text, p) > 1]
    first = next((s.placements for s in groups[-1].told if fine(s.placements)), groups[-1].carried)
    return there if first and not any(is_near(p, first) for p in there) else []


def _gone_to(statement: Statement) -> list[Placement]:
    """Give the places of an English sentence that somebody went to or from, and no other, on a day of their own.

    "In the confusion a family got across to the Jian side on July 29."
    """
    to_the_day = any(m.time_precision in {"day", "week"} or m.since for m in fine_dates(statement))
    moved = statement.event_type in ONE_STORY and not statement.is_east
    return fine(statement.placements) if moved and to_the_day else []


def _is_another_matter(group: Group, statement: Statement) -> bool:
    """Tell whether a paragraph turns, in English and without a day, to something else in a place of which was told.

    "Meanwhile the congress cost money. Housewives in Hyesan were asked to give 5,000 won each", after a curfew there.
    """
    kinds = {statement.event_type, group.event_type}
    apart = differ(kinds) and not are_akin(kinds)
    return (
        not statement.is_east
        and not statement.told_dates
        and statement.opens_paragraph
        and apart
        and (statement.is_another or (statement.turns and not is_item(statement.text)))
    )


def _befell_long_before(group: Group, statement: Statement) -> bool:
    """Tell whether a report tells in passing, in English, of the flood or the disease that struck a province months before."""
    struck = statement.event_type in {"disaster", "health"} - {group.event_type} and not statement.is_east
    return (
        struck
        and bool(statement.placements and fine_dates(statement) and group.dates)
        and _is_history(group, statement)
    )


def _is_told_on(group: Group, statement: Statement) -> bool:
    """Tell whether a statement without a place tells the same people's story on, or the history of it."""
    same = {statement.event_type, group.event_type} <= ONE_STORY
    return _is_history(group, statement) or (
        same and not (statement.brings_in_others or statement.is_another or statement.is_clause)
    )


def _is_another_entry(group: Group, statement: Statement) -> bool:
    """Tell whether a statement is an entry of a chronicle, or an item of a list, about another day."""
    placed = bool(group.carried or any(s.placements for s in group.statements))
    if (
        statement.standing != "told"
        or not placed
        or not statement.placements
        or not (statement.is_entry or is_item(statement.text))
    ):
        return False
    if statement.is_entry and group.dates:
        return not share_starts(statement.dates, group.dates)
    if is_item(statement.text) and not _is_at(group, statement) and statement.is_east:
        return statement.tells_something
    days = fine_dates(statement)
    return statement.event_type != "other" and are_days(days) and not share_days(days, group.dates)


def _is_at(group: Group, statement: Statement) -> bool:
    return any(is_near(p, group.placements) for p in statement.placements)


def _is_sequel_apart(report: Report, group: Group, statement: Statement) -> bool:
    """Tell whether a statement that goes on, or names no place of its own, tells of another incident all the same."""
    if statement.goes_on:
        return _is_handed_over(report, group, statement) or _is_long_apart(report, group, statement)
    if any(comes_from(report.text, p) for p in statement.placements):
        return False
    if _befell_long_before(group, statement):
        return True
    return is_another_day(group, statement) and not _is_told_on(group, statement)


def _is_handed_over(report: Report, group: Group, statement: Statement) -> bool:
    """Tell whether those of whom a group tells were handed over, or put to death, elsewhere and on a later day.

    What befell them on the way, arrest and trial, is the same story; this is where other reports begin.
    """
    own = [
        p
        for p in fine(statement.placements)
        if weight_of(report.text, p) > 1 or str(p.place_id).startswith("crossing.")
    ]
    if statement.event_type not in END_OF_IT or group.event_type in END_OF_IT or not own:
        return False
    dates = [m for m in fine_dates(statement) if m.time_precision == "day"]
    return bool(dates and group.dates) and not share_days(dates, group.dates)


def _is_long_apart(report: Report, group: Group, statement: Statement) -> bool:
    """Tell whether a statement that goes on tells of another season and another place: of those who were sent back before."""
    dates = fine_dates(statement)
    own = [p for p in fine(statement.placements) if weight_of(report.text, p) > 1]
    if not own or not are_days(dates) or not group.dates or any(is_near(p, group.placements) for p in own):
        return False
    return _is_history(group, statement)


def _is_wider(group: Group, statement: Statement, own: Sequence[Placement]) -> bool:
    """Tell whether a statement turns, on a day of its own, from a village to the county that holds it."""
    dates = fine_dates(statement)
    named = {p.place_id for p in group.placements}
    turned = statement.turns and statement.tells_something and not any(p.place_id in named for p in own)
    return turned and bool(dates and group.dates) and not share_starts(dates, group.dates)


def _is_finer(group: Group, statement: Statement, own: Sequence[Placement]) -> bool:
    """Tell whether a paragraph opens with what happened in a part of the place that was not named yet, on another day."""
    named = {p.place_id for p in group.placements}
    if not statement.opens_paragraph or any(p.place_id in named for p in own) or not statement.tells_something:
        return False
    dates = fine_dates(statement)
    return are_days(dates) and (bool(group.dates) or group.is_lasting) and not share_days(dates, group.dates)


def _is_history(group: Group, statement: Statement) -> bool:
    """Tell whether a statement without a place looks back on what was long before: "In August it had ordered troops …"."""
    begin = date.fromisoformat(str(group.dates[0].date_start))  # a report tells the news first
    return all((begin - date.fromisoformat(str(m.date_end))).days > _LONG_BEFORE for m in fine_dates(statement))


def _is_another_place(report: Report, group: Group, statement: Statement, own: Sequence[Placement]) -> bool:
    """Tell whether a statement about another place tells of an incident there."""
    kinds = {statement.event_type, group.event_type}
    dates = fine_dates(statement) or statement.floating_dates
    if statement.is_clause:
        return True
    if not fine(group.placements) and any(is_near(p, group.placements) for p in own):
        days = are_days(dates) and are_days(group.dates) and not share_days(dates, group.dates)
        typed = statement.event_type != "other" or (statement.is_east and statement.is_noted)
        detail = not group.dates and typed and not differ(kinds)
        apart = days or detail or (differ(kinds) and not kinds <= ONE_STORY)
        return bool(dates) and statement.tells_something and apart
    if dates:
        led_back = looks_back(statement.text) and not (are_days(dates) or statement.turns)
        return not led_back and _has_its_day(group, statement, dates, own)
    return not looks_back(statement.text) and _is_of_its_own(report, group, statement, own)


def _has_its_day(group: Group, statement: Statement, dates: Sequence[DateMention], own: Sequence[Placement]) -> bool:
    """Tell whether a dated statement about another place tells of something there, and not of what led up to it."""
    kind, kinds = statement.event_type, {statement.event_type, group.event_type}
    to_the_day = any(m.time_precision in {"day", "week"} for m in dates)
    stage = kinds <= ONE_STORY and (len(kinds) > 1 or kind not in END_OF_IT)
    led_up = kind in _LED_UP or (stage and not statement.is_another)
    new = statement.turns or statement.brings_in_others or statement.is_another or statement.opens_on_a_day
    days = [m for m in group.dates if m.time_precision == "day"] if kind in _LED_UP else []
    apart = to_the_day and not statement.is_east and not _is_of_one_paragraph(group, statement, own)
    if led_up and not new and not apart and is_before(dates, days or group.dates):
        return False
    flood = kinds == {"disaster"} and statement.is_east and any(m.since for m in group.dates)
    if flood and share_days(dates, group.dates) and not _are_apart(own, fine(group.placements), "country"):
        return statement.is_another  # 29日起连降暴雨 … 31日夜里: a day of the same flood
    if is_item(statement.text) or (to_the_day and any(m.time_precision == "day" for m in group.dates)):
        return True
    sharp = to_the_day or (kinds != {"disaster"} and any(m.since for m in dates))
    if kinds == {"disaster"} and not sharp:
        over = statement.is_east and statement.turns and _are_apart(own, fine(group.placements), "country")
        return statement.is_another or over
    plain = kind in {"other", "trade"} and not (statement.is_east and statement.is_noted)
    return statement.tells_something and (sharp or statement.turns or not plain)


def _is_of_one_paragraph(group: Group, statement: Statement, own: Sequence[Placement]) -> bool:
    """Tell whether a group told of another place in the paragraph of a statement: what comes before it led up to that."""
    beside = (s.placements for s in group.told if s.paragraph == statement.paragraph)
    return any(not is_near(p, own) for placements in beside for p in fine(placements))


def _is_of_its_own(report: Report, group: Group, statement: Statement, own: Sequence[Placement]) -> bool:
    """Tell whether an undated statement about another place speaks of something else that happened there."""
    kind, kinds = statement.event_type, {statement.event_type, group.event_type}
    # In English a place at the head of a sentence needs a preposition, so that it says more than in Korean or Chinese.
    english = (report.language or "en").startswith("en")
    opens = statement.turns and (english or statement.opens_paragraph or is_item(statement.text))
    if opens and kind not in _IN_PASSING and (differ(kinds) or kind in _SINGLE):
        return True  # one more flood is the same flood; one more shooting is another
    if statement.contrasts and (statement.is_noted or kind not in {"other", "trade", "disaster", "health"}):
        return True
    across = kinds == {"disaster"} and statement.turns and _are_apart(own, fine(group.placements), "country")
    if kind == "other" or not any(weight_of(report.text, p) > 1 for p in own):
        return across and statement.is_east and statement.opens_paragraph
    if statement.is_another:
        return kind not in _IN_PASSING or differ(kinds) or statement.turns
    korean = (report.language or "").startswith("ko")
    unit = "admin1" if korean else "country"  # Korean reports tell the floods of each province apart
    if across or (kinds == {"disaster"} and statement.turns and _are_apart(own, fine(group.placements), unit)):
        return True
    state = kind in _STATES and (statement.is_east or not tells_of_a_deed(statement.text))
    akin = are_akin(kinds) or (state and not statement.opens_paragraph)
    plain = english and statement.opens_paragraph and group.event_type == "other" and bool(group.dates)
    return kind not in _IN_PASSING and (plain or (not akin and differ(kinds)))


def _are_apart(some: Sequence[Placement], others: Sequence[Placement], unit: str) -> bool:
    """Tell whether places lie in other units than others: over the border by ``country``, in another province by ``admin1``."""
    here, there = ({getattr(place, unit) for place in places} for places in (some, others))
    return bool(some and others) and not here & there


def _give_title(report: Report, groups: list[Group], told: Sequence[Placement]) -> None:
    for placement in (p for p in told if in_title(report, p)):
        fits = (group for group in groups if any(p.place_id == placement.place_id for p in group.placements))
        next(fits, groups[0]).named_in_title.append(placement)
    if report.title and groups:
        next((group for group in groups if group.named_in_title), groups[0]).title = report.title
