"""A name on its own → the places that it may mean, best first."""

from __future__ import annotations

import json
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from borderatlas.errors import UnknownPlaceError
from borderatlas.gazetteer import typewords
from borderatlas.gazetteer.matching import Evidence, Match, rank
from borderatlas.gazetteer.names import fold, fold_name, script_of
from borderatlas.gazetteer.places import load_gazetteer
from borderatlas.models import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from borderatlas.gazetteer.places import Gazetteer


_KEYS = (
    "id", "name", "kind", "country", "admin1", "lat", "lon", "location_precision", "uncertainty_m", "river", "river_km",
    "bank", "border_km",
)  # fmt: skip


def lookup(gazetteer: Gazetteer, name: str) -> list[Match]:
    """List the places that a name may mean, best first; see `Gazetteer.lookup`."""
    whole = fold_name(name)
    if whole in gazetteer.by_name:
        return _ranked(gazetteer, name, whole, ())
    stem, kinds = _without_type_word(name)
    matches = _ranked(gazetteer, name, stem, kinds) if stem in gazetteer.by_name else []
    return [m for m in matches if not kinds or m.place.kind in kinds] or matches


def _ranked(gazetteer: Gazetteer, name: str, key: str, kinds: tuple[str, ...]) -> list[Match]:
    mention = Mention(0, len(name), name, name, kinds)
    return rank(mention, gazetteer.by_name[key], Evidence(), gazetteer)


def _without_type_word(name: str) -> tuple[str, tuple[str, ...]]:
    """Cut a type word off a name: "Onsong county" → "onsong" and the kinds that a county may be."""
    folded = fold(name.strip())
    read_after: Any = {
        "Hang": lambda at: typewords.hangul_after(folded.text, at),
        "Hani": lambda at: typewords.hanzi_after(folded.text, at),
    }.get(script_of(name), lambda at: typewords.english_after(folded.text, at, folded.cased))
    for at in range(1, len(folded.text)):
        end, kinds = read_after(at)
        if kinds and end == len(folded.text):
            return " ".join(folded.text[:at].split()), kinds
    for at in range(len(folded.text) - 1, 0, -1):
        _, kinds = typewords.english_before(folded.text, at)
        if kinds:
            return folded.text[at:], kinds
    return fold_name(name), ()


def describe(name: str, *, limit: int, as_json: bool) -> Iterator[str]:
    """Describe the candidates for a name, a line each.

    Raises
    ------
    UnknownPlaceError
        When no place has the name; the message offers names that are spelled alike.
    """
    gazetteer = load_gazetteer()
    matches = lookup(gazetteer, name)
    if not matches:
        raise UnknownPlaceError(_unknown(gazetteer, name))
    for match in matches[:limit]:
        yield json.dumps(_record(match), ensure_ascii=False) if as_json else _line(match)


def _unknown(gazetteer: Gazetteer, name: str) -> str:
    alike = get_close_matches(fold_name(name), gazetteer.by_name, n=3, cutoff=0.75)
    offered = [gazetteer.by_name[key][0][1].text for key in alike]
    hint = f"; did you mean {' or '.join(offered)}?" if offered else "; names are not guessed, try another spelling"
    return f"{name}: no place of the gazetteer has this name{hint}"


def _record(match: Match) -> dict[str, Any]:
    place = match.place
    names = list(dict.fromkeys(name.text for name in place.names))
    return {key: getattr(place, key) for key in _KEYS} | {
        "matched": match.name.text,
        "score": match.score,
        "names": names,
    }


def _line(match: Match) -> str:
    place = match.place
    where = f"{place.lat:.4f} {place.lon:.4f}" if place.lat is not None and place.lon is not None else "no point"
    river = f", {place.river} km {place.river_km:.1f}" if place.river and place.river_km is not None else ""
    local = [n.text for n in place.names if script_of(n.text) in {"Hang", "Hani"}][:2]
    admin = ", ".join(part for part in (place.admin1, place.country) if part)
    return f"{place.id}  {place.name} ({place.kind}, {admin})  {where}{river}  {' '.join(local)}".rstrip()
