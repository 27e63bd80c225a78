"""A name on its own → the places that it may mean, best first, each with the reasons.

A name is read as it stands, then without blanks in Hangul or Hanzi, then without its type word, then with apostrophes,
hyphens and blanks left out of the comparison, then with the units that contain it ("Namyang, Onsong county"; 함경북도
무산군). The first reading that a place answers to counts. What is only spelled alike is offered, never taken.
"""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal, cast

from borderatlas.errors import UnknownPlaceError
from borderatlas.gazetteer import typewords
from borderatlas.gazetteer.matching import Evidence, rank
from borderatlas.gazetteer.names import fold_name, script_of
from borderatlas.gazetteer.periods import held_on, years
from borderatlas.gazetteer.places import load_gazetteer
from borderatlas.gazetteer.spellings import Reading, readings
from borderatlas.models import Mention

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from borderatlas.gazetteer.places import Gazetteer
    from borderatlas.models import Name, Place

Form = Literal["text", "json", "geojson"]

_KEYS = (
    "id", "name", "kind", "country", "admin1", "lat", "lon", "location_precision", "uncertainty_m", "river", "river_km",
    "bank", "border_km", "ends", "carries", "status", "status_date", "twins",
)  # fmt: skip
_NEEDS = {
    "type": ("a report must give the type word: the bare name means something else too", -3.0),
    "parent": ("a report must name its unit too: the name is common", -2.0),
    "context": ("a report must name another place of this border too", -1.0),
}
"""What a name on its own lacks, and what that costs a candidate among its rivals."""
_SYSTEMS = {
    "dprk": "DPRK romanisation",
    "mr": "McCune–Reischauer",
    "rr": "Revised Romanisation",
    "pinyin": "pinyin",
    "press": "as the press spells it",
}
_SPELLINGS = {"ko-KP": "DPRK spelling", "ko-KR": "South Korean spelling"}
_AS_WRITTEN = 0.2
_SMALL = 4.0
"""What a type word for small places ("town", 镇, -ri) adds to one, beside the units that it may mean as well."""
_IN_USE = 1.5
_OUT_OF_USE = -1.5
_OFFERED = 3
_ALIKE = 0.78
_LOCAL_SCRIPTS = frozenset({"Hang", "Hani"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that a name may mean.

    Attributes
    ----------
    place : Place
    name : Name
        The name by which it was found.
    score : float
        Only compares the candidates for one name with each other.
    reasons : tuple of str
        Which name it was, how it was read, what speaks for and against the place: in words, the name first.

    Examples
    --------
    >>> import borderatlas as ba
    >>> hit = ba.load_gazetteer().lookup("Hyesan")[0]
    >>> hit.place.id, hit.name.text, hit.reasons[0]
    ('kp.ryanggang.hyesan', 'Hyesan', 'name Hyesan')
    """

    place: Place
    name: Name
    score: float
    reasons: tuple[str, ...]


def lookup(gazetteer: Gazetteer, name: str, *, as_of: date | str | None = None) -> list[Hit]:
    """List the places that a name may mean, best first; see `Gazetteer.lookup`.

    Raises
    ------
    ValueError
        When `as_of` is a text and no date as ISO 8601 writes it.
    """
    day = date.fromisoformat(as_of) if isinstance(as_of, str) else as_of
    for reading in readings(gazetteer, name):
        if hits := _hits(gazetteer, name, reading, day):
            return hits
    return []


def _hits(gazetteer: Gazetteer, name: str, reading: Reading, day: date | None) -> list[Hit]:
    """Score what answers to one reading of a name: the kinds and the container that it states are binding."""
    best: dict[str, Hit] = {}
    for place_id, entry in gazetteer.by_name[reading.key]:
        place = gazetteer[place_id]
        if reading.kinds and place.kind not in reading.kinds:
            continue
        # What stands in the brackets may be the place's other name: Hyesan (혜산).
        within = next((c for c in reading.containers if c == place_id or gazetteer.contains(c, place_id)), None)
        if reading.containers and within is None:
            continue
        hit = _hit(gazetteer, name, reading, (place, entry), within, day)
        if place_id not in best or hit.score > best[place_id].score:
            best[place_id] = hit
    # Of equals the one that the layers cover comes first: this is a gazetteer of the border.
    return sorted(best.values(), key=lambda h: (-h.score, h.place.border_km is None, h.place.id))


def _hit(
    gazetteer: Gazetteer, written: str, reading: Reading, found: tuple[Place, Name], within: str | None, day: date | None
) -> Hit:  # fmt: skip
    place, name = found
    mention = Mention(0, len(written), written, written, reading.kinds)
    match = rank(mention, [(place.id, name)], Evidence(container=within), gazetteer)[0]
    lacks = "" if _has_what_it_needs(name, reading, within) else name.needs
    score = match.score + (_NEEDS[lacks][1] if lacks else 0.0) + _likeness(written, name) + _validity(name, day)
    score += _SMALL if reading.kinds[:2] == typewords.SMALL and place.kind in typewords.SMALL else 0.0
    reasons = [_described(name, day), *reading.notes]
    reasons += [f"in {gazetteer[within].name}"] if within and within != place.id else []
    reasons += [_NEEDS[lacks][0]] if lacks else []
    return Hit(place, name, round(score, 2), (*reasons, *_standing(place)))


def _has_what_it_needs(name: Name, reading: Reading, within: str | None) -> bool:
    return not name.needs or within is not None or (bool(reading.kinds) and name.needs != "parent")


def _likeness(written: str, name: Name) -> float:
    """Prefer what is spelled to the letter, diacritics included: Chŏngsŏng is not Ch'ŏngsŏng."""
    return _AS_WRITTEN * (1 + (not name.text.isascii())) if written.casefold() == name.text.casefold() else 0.0


def _validity(name: Name, day: date | None) -> float:
    if day is None or not (name.valid_from or name.valid_to):
        return 0.0
    return _IN_USE if held_on(name, day) else _OUT_OF_USE


def _described(name: Name, day: date | None) -> str:
    """Say which name it was: "former name Saebyol (1977 to 2005)", "name Hoeryŏng (McCune–Reischauer)"."""
    sort = {"former": "former name", "misspelling": "misspelling in reports"}.get(name.name_type, "name")
    system = _SYSTEMS.get(name.romanisation, name.romanisation) or _SPELLINGS.get(name.language, "")
    in_use = ""
    if day is not None and (name.valid_from or name.valid_to):
        in_use = f"{'' if held_on(name, day) else 'not '}in use on {day}"
    details = ", ".join(part for part in (system, years(name), in_use) if part)
    return f"{sort} {name.text}" + (f" ({details})" if details else "")


def _standing(place: Place) -> Iterator[str]:
    if place.border_km is not None and "/" not in place.country:
        yield f"{place.border_km:.0f} km from the border"


def names_then(place: Place, day: date) -> list[str]:
    """Give the former names that a place bore on a day, each once, in the order of the gazetteer."""
    dated = (n for n in place.names if n.name_type == "former" and (n.valid_from or n.valid_to))
    return list(dict.fromkeys(n.text for n in dated if held_on(n, day)))


def did_you_mean(gazetteer: Gazetteer, name: str) -> list[Hit]:
    """Offer places whose names are spelled nearly like a name that no place has, likeliest first.

    Compared are names of the same script (Hangul letter by letter), by the share of characters that two have in
    common and in order (Ratcliff and Metzener 1988, as `difflib` implements it). Nothing is ever looked up by this.
    """
    from difflib import get_close_matches

    spelled = _spelled_out(fold_name(name))
    pool = _spelled_out_names(gazetteer).get(script_of(name), {})
    offered: dict[str, Hit] = {}
    for alike in get_close_matches(spelled, pool, n=_OFFERED * 4, cutoff=_ALIKE):
        for hit in lookup(gazetteer, pool[alike])[:1]:
            offered.setdefault(hit.place.id, hit)
    return list(offered.values())[:_OFFERED]


def _spelled_out(key: str) -> str:
    return unicodedata.normalize("NFD", key)


@lru_cache(maxsize=4)
def _spelled_out_names(gazetteer: Gazetteer) -> dict[str, dict[str, str]]:
    """Script → spelled-out key → key."""
    found: dict[str, dict[str, str]] = {}
    for key in gazetteer.by_name:
        found.setdefault(script_of(key), {})[_spelled_out(key)] = key
    return found


def find(name: str, *, limit: int, as_of: date | str | None = None, gazetteer: Gazetteer | None = None) -> list[Hit]:
    """Look a name up, and say what is spelled alike when no place has it.

    Raises
    ------
    UnknownPlaceError
        When no place has the name.
    """
    known = load_gazetteer() if gazetteer is None else gazetteer
    hits = lookup(known, name, as_of=as_of)
    if not hits:
        raise UnknownPlaceError(_unknown(known, name))
    return hits[:limit]


def _unknown(gazetteer: Gazetteer, name: str) -> str:
    offered = [f"{hit.name.text} ({hit.place.id})" for hit in did_you_mean(gazetteer, name)]
    hint = f"; did you mean {' or '.join(offered)}?" if offered else "; names are not guessed, try another spelling"
    return f"{name}: no place of the gazetteer has this name{hint}"


def lines(hits: Iterable[Hit], form: Form = "text", *, as_of: date | None = None) -> Iterator[str]:
    """Describe candidates: a line and its reasons each, one JSON object each, or one GeoJSON FeatureCollection.

    Parameters
    ----------
    hits : iterable of Hit
    form : {"text", "json", "geojson"}
        ``geojson`` (RFC 7946) carries what is known of the place's ground: the area of a unit, the line of a river,
        the representative point of anything finer.
    as_of : date, optional
        Then each candidate also says what the place was called that day.

    Yields
    ------
    str
        Without line ends.
    """
    if form == "geojson":
        features = [{"type": "Feature", "properties": _record(h, as_of), "geometry": _geometry(h.place)} for h in hits]
        yield feature_collection(features)
        return
    for hit in hits:
        yield json.dumps(_record(hit, as_of), ensure_ascii=False) if form == "json" else _paragraph(hit, as_of)


def feature_collection(features: Iterable[dict[str, Any]]) -> str:
    """Give GeoJSON text (RFC 7946), one feature a line."""
    rows = ",\n".join(json.dumps(feature, ensure_ascii=False) for feature in features)
    return f'{{"type": "FeatureCollection", "features": [\n{rows}\n]}}'


def _record(hit: Hit, as_of: date | None) -> dict[str, Any]:
    place = hit.place
    then = {"names_then": names_then(place, as_of)} if as_of else {}
    return {key: getattr(place, key) for key in _KEYS} | {
        "matched": hit.name.text,
        "score": hit.score,
        "reasons": list(hit.reasons),
        **then,
        "names": list(dict.fromkeys(name.text for name in place.names)),
    }


def _paragraph(hit: Hit, as_of: date | None) -> str:
    then = names_then(hit.place, as_of) if as_of else []
    called = [f"called {' or '.join(_chief(then, hit.name.text))} on {as_of}"] if then else []
    return f"{line(hit.place)}\n    {'; '.join([*hit.reasons, *called, *links(hit.place)])}"


def links(place: Place) -> Iterator[str]:
    """Say what a crossing carries and joins, and which towns face a town across the river."""
    if place.carries or place.status:
        yield load(place)
    if place.ends:
        yield f"joins {' and '.join(place.ends)}"
    if place.twins:
        yield f"across from {' and '.join(place.twins)}"


def load(place: Place) -> str:
    """Say what a crossing carries and in what state it is: "carries rail and road, in use (2022-01-16)"; or nothing."""
    carries = f"carries {' and '.join(place.carries)}" if place.carries else ""
    state = (place.status or "").replace("-", " ")
    dated = f"{state} ({place.status_date})" if place.status_date else state
    return ", ".join(filter(None, (carries, dated)))


def _chief(names: list[str], matched: str) -> list[str]:
    """Of many spellings, give the one that was asked for, else the first, and the first in Hangul or Hanzi."""
    local = [name for name in names if script_of(name) in _LOCAL_SCRIPTS]
    return list(dict.fromkeys([matched if matched in names else names[0], *local[:1]]))


def line(place: Place) -> str:
    """Describe a place on one line: id, name, kind, where it is, two of its names in Hangul or Hanzi."""
    where = f"{place.lat:.4f} {place.lon:.4f}" if place.lat is not None and place.lon is not None else "no point"
    river = f", {place.river} km {place.river_km:.1f}" if place.river and place.river_km is not None else ""
    local = [n.text for n in place.names if script_of(n.text) in _LOCAL_SCRIPTS][:2]
    admin = ", ".join(part for part in (place.admin1, place.country) if part)
    return f"{place.id}  {place.name} ({place.kind}, {admin})  {where}{river}  {' '.join(local)}".rstrip()


def _geometry(place: Place) -> dict[str, Any] | None:
    """Give what ground is known of a place: its area, its line, its point."""
    from shapely.geometry import Point, mapping

    from borderatlas.layers.areas import area
    from borderatlas.layers.rivers import load_rivers

    river = load_rivers().get(place.id.removeprefix("river.")) if place.kind == "river" else None
    ground = river.line if river else area(place.id)
    if ground is None and place.lat is not None and place.lon is not None:
        ground = Point(place.lon, place.lat)
    return None if ground is None else cast("dict[str, Any]", mapping(ground))
