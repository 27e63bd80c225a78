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
from borderatlas.incidents.headings import Heading, heading_of, headings
from borderatlas.incidents.placing import (
    WIDE,
    fine,
    is_border_place,
    is_brought_to,
    is_near,
    is_somebodys,
    is_somebodys_home,
    weight_of,
)
from borderatlas.incidents.prose import prose
from borderatlas.incidents.sentences import Span, sentences
from borderatlas.incidents.standing import (
    Standing,
    brings_in_others,
    goes_on,
    is_another,
    is_found,
    is_item,
    is_turned_to,
    standing_of,
    tells_of_a_deed,
)
from borderatlas.reports.dates import DateMention, resolve_dates
from borderatlas.reports.spans import published_span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from borderatlas.models import Placement, Report

_EAST = re.compile("[\u3400-\u9fff\uac00-\ud7a3]")
OLD_DAYS = 400
"""A date that ended so many days before the publication is history, unless the report begins with it."""

_JOINT = re.compile(r"; |, (?:and|while|but|whereas) |[；;](?=\S)|, (?=\w+ (?:was|were|has been|have been|had been) )")
_ENTRY = re.compile(r"[)\]]? ?(?:[-–—:：/|]|\. )")
_INDENT = 3
_LEAD = 8
"""Characters that may stand before the day with which a sentence opens: "On the "."""
_CONTRAST = re.compile(
    r"(?:시|군|구|현|읍|리|동|진|역)?(?:에서는|에서도|에선|에는|에도) |(?:市|县|縣|镇|鎮|郡)?(?:则|則|也|亦|同样|同樣)"
)
_LED_UP = re.compile(
    r"[继繼](?!续|續)[^，,。]{2,40}?(?:之后|之後|以后|以後|后|後)[，,]|(?:^|(?<=[ ,]))[^.,]{4,60}?(?:데 이어|에 이어|에 뒤이어)(?=[ ,])"
    r"|\d{1,2}일[^.,]{0,14}?(?:붙잡힌|체포된|잡힌|검거된|구속된|억류된|탈북한|건너온|넘어온|납치된|실종된|압송된|송환된|북송된|격리된)(?= )"
)
_AT_ONCE = re.compile(
    r"随即|隨即|旋即|当即|當即|立即|立刻|紧接着|緊接著|紧跟着|곧바로|곧이어|즉시|즉각|뒤이어|동시에|같은 시각|잠시 (?:뒤|후)|얼마 (?:뒤|후|지나지)"
)
_AT_ONCE_WITHIN = 30
_SHORT_TURN = 40
_SUBJECT = re.compile(r"(?:시|군|구|역)?[은는이가도] ")
_FINE = frozenset({"day", "week", "month"})
_SEASON_DAYS = 100


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
    heads = headings(report, placements)
    lines = {heading.span for heading in heads}
    made = [
        Statement(
            span,
            report.text[slice(*span)],
            paragraph,
            heading=heading_of(heads, span[0]),
            is_clause=span[0] > sentence[0],
        )
        for paragraph in prose(report, placements)
        if paragraph not in lines
        for sentence in sentences(report.text, *paragraph)
        for span in clauses(report.text, sentence, told, dates)
    ]
    starts = [statement.span[0] for statement in made]
    for placement in told:
        at = _index(made, starts, placement.start)
        beside = is_somebodys_home(report.text, placement) or is_brought_to(report.text, placement)
        if at is not None and not beside:
            made[at].placements.append(placement)
    for mention in dates:
        if (at := _index(made, starts, mention.start)) is not None:
            made[at].dates.append(mention)
    _carry(made)
    made = [clause for statement in made for clause in _clauses(report.text, statement)]
    _stand(report, made, [p.start for p in placements if _is_far(p) and weight_of(report.text, p) > 1])
    for statement in made:
        if statement.standing == "told" and not statement.placements:
            statement.placements += _passed_over(report, statement, placements)
    return made


def _carry(made: Sequence[Statement]) -> None:
    """Give statements the day and the place that the one before them says for both."""
    for statement in made:
        statement.dates = _not_led_up(statement)
    for before, statement in pairwise(made):
        if statement.is_clause and not statement.dates:
            statement.dates = before.told_dates
        if _is_heading(before):
            statement.placements += before.placements
            statement.is_under_name, before.placements = True, []
        if _is_turned_from(before, statement):
            statement.placements = list(before.placements)
        if (
            _AT_ONCE.search(statement.text[:_AT_ONCE_WITHIN])
            and not statement.dates
            and before.paragraph == statement.paragraph
        ):
            statement.dates = before.told_dates[-1:]


def _not_led_up(statement: Statement) -> list[DateMention]:
    """Leave out the days of what came before: 继9日遣返一批后，13日又…, 9일 …에 이어 13일에는; not where there is no other."""
    led = [found.span() for found in _LED_UP.finditer(statement.text)]
    at = statement.span[0]
    kept = [m for m in statement.dates if not any(start <= m.start - at < end for start, end in led)]
    return kept if any(m.role == "told" for m in kept) else statement.dates


def _is_heading(statement: Statement) -> bool:
    """Tell whether a sentence is only the name of a place under which something is told: 원정리. 다리 어귀에서는 …, each a sentence."""
    if not statement.is_east:  # a heading in English is mostly a dateline
        return False
    return len(statement.placements) == 1 and statement.text.rstrip(" .。:：") == statement.placements[0].text


def _is_turned_from(before: Statement, statement: Statement) -> bool:
    """Tell whether a sentence without a place tells what the one before it only turned to: 沿海的龙川郡也不平静。自上月起, …, in the same paragraph."""
    if statement.placements or before.paragraph != statement.paragraph or not statement.told_dates:
        return False
    turned = fine(before.placements) and not before.dates and len(before.text) <= _SHORT_TURN
    return bool(turned) and not before.scores and before.is_idle and statement.tells_something and not statement.goes_on


def _is_far(placement: Placement) -> bool:
    """Tell whether a placement says where something happened that was not at the border."""
    return placement.role == "incident" and placement.lat is not None and not is_border_place(placement)


def _stand(report: Report, made: Sequence[Statement], far: Sequence[int]) -> None:
    """Say of each statement how it stands to what happened.

    What has its day and its place far from the border, where mentions begin at `far`, is beside the point.
    """
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
        elsewhere = any(start <= offset < end for offset in far for start, end in [statement.span])
        if statement.standing == "told" and number and elsewhere and statement.told_dates and not statement.placements:
            statement.standing = "past"
        if number == 0 and statement.standing == "past":  # what a report opens with is what it tells
            statement.standing = "told"


def _newest(report: Report, made: Sequence[Statement]) -> str:
    """Give the last day that a report tells of: one that tells of old things only, tells what came last of them.

    But not where somebody speaks of today in between: then the old things are history.
    """
    spoken = any(m.role == "reported" and m.date_end and not _is_history(m, report) for s in made[:3] for m in s.dates)
    told = (m for s in made for m in s.told_dates if not (spoken and _is_history(m, report)))
    return max((str(m.date_end) for m in told), default="")


def _clauses(text: str, statement: Statement) -> Iterator[Statement]:
    """Part a sentence that tells of two things: each clause has a place of its own, and the second a day of its own.

    "Five coaches crossed at Tumen on October 9, and on October 10 a sixth went over from Changbai."
    """
    start, end = statement.span
    for joint in _JOINT.finditer(text, start, end) if len(fine(statement.placements)) > 1 else ():
        first, second = _part(text, statement, (start, joint.start())), _part(text, statement, (joint.end(), end))
        if _are_apart(first, second, is_stop=joint.group().startswith(";")):
            yield first
            yield from _clauses(text, second)
            return
    yield statement


def _part(text: str, whole: Statement, span: Span) -> Statement:
    placements = [p for p in whole.placements if span[0] <= p.start < span[1]]
    dates = [m for m in whole.dates if span[0] <= m.start < span[1]]
    return Statement(span, text[slice(*span)], whole.paragraph, placements, dates, heading=whole.heading)


def _are_apart(first: Statement, second: Statement, *, is_stop: bool) -> bool:
    """Tell whether two clauses tell of two things; a comma and a conjunction part less than a semicolon does."""
    here, there = fine(first.placements), fine(second.placements)
    kinds = {first.event_type, second.event_type}
    if not here or not there or (any(is_near(p, here) for p in there) and ("other" in kinds or len(kinds) == 1)):
        return False
    dated = [any(is_fine_date(m) for m in part.told_dates) for part in (first, second)]
    return dated[1] and (is_stop or dated[0]) and first.tells_something and second.tells_something


def _passed_over(report: Report, statement: Statement, placements: Sequence[Placement]) -> list[Placement]:
    """Give the places that the geocoder took for background, of a statement that has its day and tells what happened there.

    The geocoder judges by the words about a mention, which may be those of the sentence before.
    """
    if not statement.tells_something or not any(m.time_precision in {"day", "month"} for m in statement.told_dates):
        return []
    start, end = statement.span
    return [
        p
        for p in placements
        if start <= p.start < end and p.role in {"background", "source"} and is_border_place(p) and p.precision not in WIDE
        and (weight_of(report.text, p) > 1 or _is_its_subject(statement, p)) and not is_somebodys(report.text, p)
    ]  # fmt: skip


def _is_its_subject(statement: Statement, placement: Placement) -> bool:
    """Tell whether a Korean sentence is about a place with which it begins: 「무산광산은 11월 20일부터 절반이 섰다."""
    at = placement.end - statement.span[0]
    return placement.start - statement.span[0] <= 1 and _SUBJECT.match(statement.text, at) is not None


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
        mention.time_precision, mention.recurring, mention.role, mention.rule, mention.since,
    )  # fmt: skip


def is_fine_date(mention: DateMention) -> bool:
    """Tell whether a date is some day, week or month, a stretch of a season at most, or says since when."""
    if mention.date_start is None or mention.date_end is None:
        return False
    days = (date.fromisoformat(mention.date_end) - date.fromisoformat(mention.date_start)).days
    return mention.time_precision in _FINE or days <= _SEASON_DAYS


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
