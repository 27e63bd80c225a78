"""A report cut into statements: its sentences and clauses, with the places and the dates of each."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from borderatlas.incidents.border_places import WIDE, fine, is_border_place, is_near
from borderatlas.incidents.clauses import clauses
from borderatlas.incidents.day_ranges import is_fine_date
from borderatlas.incidents.headings import heading_of, headings
from borderatlas.incidents.place_words import is_brought_to, is_somebodys, is_somebodys_home, weight_of
from borderatlas.incidents.prose import prose
from borderatlas.incidents.recency import stand
from borderatlas.incidents.standing import tells_of_a_deed
from borderatlas.incidents.statements import Statement
from borderatlas.reports.dates import DateMention, resolve_dates
from borderatlas.reports.sentences import Span, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from borderatlas.models import Placement, Report

_JOINT = re.compile(r"; |, (?:and|while|but|whereas) |[；;](?=\S)|, (?=\w+ (?:was|were|has been|have been|had been) )")
_LED_UP = re.compile(
    r"[继繼](?!续|續)[^，,。]{2,40}?(?:之后|之後|以后|以後|后|後)[，,]|(?:^|(?<=[ ,]))[^.,]{4,60}?(?:데 이어|에 이어|에 뒤이어)(?=[ ,])"
    r"|\d{1,2}일[^.,]{0,14}?(?:붙잡힌|체포된|잡힌|검거된|구속된|억류된|탈북한|건너온|넘어온|납치된|실종된|압송된|송환된|북송된|격리된)(?= )"
)
_AT_ONCE = re.compile(
    r"随即|隨即|旋即|当即|當即|立即|立刻|紧接着|緊接著|紧跟着|곧바로|곧이어|즉시|즉각|뒤이어|동시에|같은 시각|잠시 (?:뒤|후)|얼마 (?:뒤|후|지나지)"
)
_AT_ONCE_WITHIN = 30
_SHORT_TURN = 40
_LONGEST_HEAD = 50
_HEAD_REST = re.compile(
    r"(?:[\s\d,.;:()–—-]|\b(?:city|county|town|township|prefecture|province|district|on|in|around|about|and|or|early|late|morning|night|evening)\b)*",
    re.IGNORECASE,
)
_EAST = re.compile("[\u3400-\u9fff\uac00-\ud7a3]")
_SUBJECT = re.compile(r"(?:시|군|구|역)?[은는이가도] ")


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
        for sentence in _with_their_heads(report.text, list(sentences(report.text, *paragraph)), dates, placements)
        for span in clauses(report.text, sentence, told, dates)
    ]
    starts = [statement.span[0] for statement in made]
    for placement in told:
        at = _index(made, starts, placement.start)
        home = placement.role != "source" and is_somebodys_home(report.text, placement)
        beside = home or is_brought_to(report.text, placement)
        if at is not None and not beside:
            made[at].placements.append(placement)
    for mention in dates:
        if (at := _index(made, starts, mention.start)) is not None:
            made[at].dates.append(mention)
    _carry(made)
    made = [clause for statement in made for clause in _clauses(report.text, statement)]
    stand(report, made, placements)
    for statement in made:
        if statement.standing == "told" and not statement.placements:
            statement.placements += _passed_over(report, statement, placements)
    return made


def _with_their_heads(
    text: str, parted: Sequence[Span], dates: Sequence[DateMention], placements: Sequence[Placement]
) -> Iterator[Span]:
    """Give the sentences of a paragraph, with the day and the place at its head as part of what follows.

    "9 November. Musan. Two men were led …" is an entry of a chronicle, and no three sentences.
    """
    said = [(m.start, m.end) for m in dates] + [(p.start, p.end) for p in placements]
    start = None
    for sentence in parted:
        start = sentence[0] if start is None else start
        is_head = start == parted[0][0] and sentence != parted[-1] and _is_head(text, sentence, said)
        if not is_head:
            yield start, sentence[1]
            start = None


def _is_head(text: str, sentence: Span, said: Sequence[Span]) -> bool:
    """Tell whether a sentence says a day or a place, in English, and no more."""
    if sentence[1] - sentence[0] > _LONGEST_HEAD or _EAST.search(text, *sentence):
        return False
    within = [span for span in said if sentence[0] <= span[0] < sentence[1]]
    rest = "".join(text[at] for at in range(*sentence) if not any(a <= at < b for a, b in within))
    return bool(within) and _HEAD_REST.fullmatch(rest) is not None


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
    if not statement.tells_something or not any(
        m.time_precision in {"day", "month"} or (m.since and is_fine_date(m)) for m in statement.told_dates
    ):
        return []
    start, end = statement.span
    return [
        p
        for p in placements
        if start <= p.start < end and p.role in {"background", "source"} and is_border_place(p) and (p.precision not in WIDE or _struck(statement, p))
        and (weight_of(report.text, p) > 1 or _is_its_subject(statement, p))
        and (not is_somebodys(report.text, p) or _struck(statement, p))
    ]  # fmt: skip


def _struck(statement: Statement, placement: Placement) -> bool:
    """Tell whether an English sentence tells of a disaster or a disease all over a province: "Rain in July killed many in Jagang"."""
    return (
        not statement.is_east
        and placement.precision == "province"
        and statement.event_type in {"disaster", "health"}
        and tells_of_a_deed(statement.text)
    )


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
