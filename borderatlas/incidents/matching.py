"""Which row of a table a draft belongs to: by its id, or by what it was drafted from when the report has changed."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from borderatlas.incidents.drafted import key_of
from borderatlas.incidents.fingerprints import HASH
from borderatlas.incidents.sheets import as_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from borderatlas.incidents.drafted import Entry

_OVERLAP = 0.5
"""The least share of common words by which two quotes of one report, on the same type and place, are one."""
_CLOSE = 0.8
"""The least share where only type or place is the same."""


def match_rows(
    drafts: Sequence[Mapping[str, Any]], rows: Sequence[Mapping[str, Any]], record: Mapping[str, Entry]
) -> dict[int, int]:
    """Match drafts to rows, each at most once.

    Parameters
    ----------
    drafts, rows : sequence of mapping
        Known name → value.
    record : mapping
        What was drafted before, by draft id.

    Returns
    -------
    dict
        Number of the draft → number of the row.
    """
    by_id = {as_text(row.get("id")): number for number, row in reversed(list(enumerate(rows))) if row.get("id")}
    # A row of a draft's own id is its row, before any draft that took it while this one was away.
    found = {number: by_id[own] for number, draft in enumerate(drafts) if (own := str(draft["id"])) in by_id}
    taken = set(found.values())
    for number, draft in enumerate(drafts):
        entry = record.get(str(draft["id"]))
        at = by_id.get(entry.row) if entry is not None and number not in found else None
        if at is not None and at not in taken:
            found[number] = at
            taken.add(at)
    return found | _alike(drafts, rows, record, found)


def _alike(
    drafts: Sequence[Mapping[str, Any]],
    rows: Sequence[Mapping[str, Any]],
    record: Mapping[str, Entry],
    found: Mapping[int, int],
) -> dict[int, int]:
    """Match what is left by report and likeness, the likest first.

    A draft whose row a person has deleted does not take the row of another draft, however like it is.
    """
    owned = {entry.row for entry in record.values() if entry.row}
    taken, by_report = set(found.values()), dict[Any, list[int]]()
    for at, row in enumerate(rows):
        if at not in taken and row.get(HASH):
            by_report.setdefault(row.get("report"), []).append(at)
    rated = [
        (_likeness(draft, rows[at], record), number, at)
        for number, draft in enumerate(drafts) if number not in found
        for at in by_report.get(draft.get("report"), ())
        if str(draft["id"]) not in record or as_text(rows[at].get("id")) not in owned
    ]  # fmt: skip
    matches: dict[int, int] = {}
    for likeness, number, at in sorted(rated, key=lambda pair: (-pair[0], pair[1:])):
        if likeness > 0 and number not in matches and at not in taken:
            matches[number] = at
            taken.add(at)
    return matches


def _likeness(draft: Mapping[str, Any], row: Mapping[str, Any], record: Mapping[str, Entry]) -> float:
    """Rate from 0 (another incident) to 2; the record knows type and place of an edited row as they were drafted."""
    entry = record.get(str(row.get("id")))
    same = [str(draft.get(name) or "") == str(row.get(name) or "") for name in ("event_type", "place_id")]
    both = all(same) or (entry is not None and entry.key == key_of(draft))
    if not row.get("quote"):  # a reviewer has taken it out
        return float(both)
    overlap = _overlap(str(draft.get("quote") or ""), str(row["quote"]))
    if both:
        return overlap + 1 if overlap >= _OVERLAP else 0.0
    return overlap if any(same) and overlap >= _CLOSE else 0.0


def _overlap(one: str, other: str) -> float:
    """Give the share of words, or characters where no spaces part them, that two texts have in common, in order."""
    first, second = (text.split() if text.count(" ") > len(text) / 20 else list(text) for text in (one, other))
    return SequenceMatcher(None, first, second, autojunk=False).ratio()
