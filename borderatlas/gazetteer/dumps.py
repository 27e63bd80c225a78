"""A GeoNames-format dump that a user brings → further places, and a gazetteer with them.

The format is that of the GeoNames country files: tab-separated, UTF-8, no header, 19 columns. A name from a dump never
stands for its place alone: DPRK villages share their names by the dozen, so each needs its unit or province named in
the report too. A dump is taken whole or not at all; the first row that is not as the format has it stops the reading.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from borderatlas import settings
from borderatlas.errors import DatasetError, PositionError
from borderatlas.gazetteer.matching import distance_km
from borderatlas.gazetteer.names import fold_name, script_of
from borderatlas.gazetteer.places import Gazetteer, load_gazetteer
from borderatlas.models import Name, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

COLUMNS = (
    "geonameid", "name", "asciiname", "alternatenames", "latitude", "longitude", "feature_class", "feature_code",
    "country", "cc2", "admin1", "admin2", "admin3", "admin4", "population", "elevation", "dem", "timezone", "modified",
)  # fmt: skip
"""Columns of the format, in their order."""

SAME_PLACE_KM = 10.0
"""A row within this distance of a known place that shares a name with it is that place, km."""

_DPRK = "KP"
_KINDS = {
    "ADM1": "province", "ADM2": "county", "PPLC": "city", "PPLA": "city", "BDG": "bridge", "DAM": "dam", "ISL": "island", "ISLS": "island",
    "MT": "mountain", "MTS": "mountain", "PK": "mountain", "LK": "lake", "RSV": "reservoir", "STM": "tributary", "STMS": "tributary",
}  # fmt: skip
_CLASSES = {"P": "settlement", "A": "district", "H": "tributary", "T": "site", "S": "site"}
_SHORTEST = {"Hang": 3, "Hani": 3, "Latn": 5}
"""Shorter names of villages are words of the language (노동, 영상) or surnames (Song) more often than not, characters."""
_LANGUAGES = {"Hang": "ko", "Hani": "zh"}
_UNITS = frozenset({"county", "city", "district", "settlement"})
_UNCONTESTED = frozenset({"country", "province", "prefecture", "county", "city", "district", "river", "mountain"})


@dataclass(frozen=True, slots=True)
class Dump:
    """What a dump held.

    Attributes
    ----------
    places : tuple of Place
        Those that the gazetteer did not know.
    rows, known, namesakes, elsewhere : int
        Rows read; rows that are places of the gazetteer; rows that have no name but that of a unit or a river; rows
        outside the layers and not in the DPRK.
    """

    places: tuple[Place, ...]
    rows: int
    known: int
    namesakes: int
    elsewhere: int


def gazetteer_with(path: str | Path | None, *, on_note: Callable[[str], None] | None = None) -> Gazetteer:
    r"""Give the gazetteer that ships, with the places of a dump where there is one.

    Parameters
    ----------
    path : path or None
        A dump in the format of GeoNames' country files: tab-separated, UTF-8, no header, 19 columns, latitude before
        longitude in degrees (EPSG:4326). None for the gazetteer that ships.
    on_note : callable, optional
        Called with one line that says how many places came and how many were known.

    Returns
    -------
    Gazetteer
        For ``gazetteer=`` of `geocode`, `draft_incidents` and others.

    Raises
    ------
    DatasetError
        When the file is missing, no UTF-8, empty, or a row is not as the format has it; nothing is then taken from it.

    Examples
    --------
    >>> from pathlib import Path
    >>> import borderatlas as ba
    >>> row = ["1", "Onuntown", "Onuntown", "", "41.40", "128.20", "P", "PPL", "KP", "", "13", *[""] * 3, "0", *[""] * 4]
    >>> _ = Path("mine.tsv").write_text("\t".join(row) + "\n", encoding="utf-8")
    >>> gazetteer = ba.gazetteer_with("mine.tsv", on_note=print)
    mine.tsv: 1 places of 1 rows; 0 were known, 0 are namesakes of units, 0 lie elsewhere
    >>> gazetteer.lookup("Onuntown")[0].place.admin1
    'Ryanggang'
    """
    shipped = load_gazetteer()
    if path is None:
        return shipped
    dump = read_dump(path, shipped)
    if on_note is not None:
        on_note(
            f"{path}: {len(dump.places):,} places of {dump.rows:,} rows; {dump.known:,} were known, "
            f"{dump.namesakes:,} are namesakes of units, {dump.elsewhere:,} lie elsewhere"
        )
    return Gazetteer([*shipped, *dump.places])


def read_dump(path: str | Path, known: Gazetteer) -> Dump:
    """Read a dump's places.

    Parameters
    ----------
    path : path
    known : Gazetteer
        What is there already: rows that are places of it are passed over, and its units contain the others.

    Returns
    -------
    Dump

    Raises
    ------
    DatasetError
        When the file is missing, no UTF-8, empty, or a row is not as the format has it: with the row's number.
    """
    rows = list(_rows(Path(path)))
    if not rows:
        msg = f"{path}: is empty; wanted rows of {len(COLUMNS)} tab-separated columns, as GeoNames has them"
        raise DatasetError(msg)
    unique = _checked(Path(path), rows)
    here = [place for place in unique if _is_here(place)]
    index, taken = _points_by_name(known), _taken_names(known)
    new = [place for place in here if not _is_known(place, index)]
    named = [place for place in (_without_names(place, taken) for place in new) if place.names]
    places = tuple(_placed(place, known) for place in named)
    return Dump(places, len(rows), len(here) - len(new), len(new) - len(named), len(rows) - len(here))


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Give the rows with their numbers; a row that is blank is passed over."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        msg = f"{path}: cannot be read ({error.strerror}); wanted a GeoNames-format dump"
        raise DatasetError(msg) from None
    for number, line in enumerate(raw.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1):
        try:
            text = line.decode("utf-8").rstrip("\r")
        except UnicodeDecodeError as error:
            msg = f"{path}:{number}:{error.start + 1} is not UTF-8; save the dump as UTF-8"
            raise DatasetError(msg) from None
        if text.strip():
            yield number, text.split("\t")


def _checked(path: Path, rows: Iterable[tuple[int, list[str]]]) -> list[Place]:
    """Read every row before any is used; no number of a record may come twice."""
    seen: dict[str, int] = {}
    places = []
    for number, cells in rows:
        place = _place(path, number, cells)
        if place.id in seen:
            msg = f"{path}:{number} repeats record {place.id} of row {seen[place.id]}"
            raise DatasetError(msg)
        seen[place.id] = number
        places.append(place)
    return places


def _place(path: Path, number: int, cells: list[str]) -> Place:
    if len(cells) != len(COLUMNS):
        msg = f"{path}:{number} has {len(cells)} columns; wanted {len(COLUMNS)}, tab-separated, as GeoNames has them"
        raise DatasetError(msg)
    row = dict(zip(COLUMNS, cells, strict=True))
    if not (row["geonameid"] or "0").isdigit() or not row["name"].strip():
        msg = f"{path}:{number} has a record number {row['geonameid']!r} and a name {row['name']!r}; wanted digits, and a name"
        raise DatasetError(msg)
    lat, lon = _point(path, number, row)
    kind = _KINDS.get(row["feature_code"]) or _CLASSES.get(row["feature_class"], "site")
    return Place(
        id=f"geonames.{row['geonameid'] or f'row-{number}'}", name=row["name"], kind=kind, feature_class=row["feature_class"],
        feature_code=row["feature_code"], country=row["country"], admin1="", parent="", lat=lat, lon=lon,
        location_precision="surveyed", uncertainty_m=settings.settlement_radius_m.get(kind, 2_000.0),
        population=_population(path, number, row["population"]), names=tuple(_names(row)),
    )  # fmt: skip


def _point(path: Path, number: int, row: dict[str, str]) -> tuple[float, float]:
    from borderatlas.layers import geodesy

    try:
        lat, lon = float(row["latitude"]), float(row["longitude"])
        geodesy.check_position(lon, lat)
    except PositionError as error:
        msg = f"{path}:{number} is {error}"
        raise DatasetError(msg) from None
    except ValueError:
        msg = f"{path}:{number}:5 has {row['latitude']!r}, {row['longitude']!r}; wanted latitude and longitude, degrees"
        raise DatasetError(msg) from None
    return lat, lon


def _population(path: Path, number: int, text: str) -> int | None:
    if not text or text == "0":
        return None
    if not text.isdigit():
        msg = f"{path}:{number}:15 has population {text!r}; wanted a whole number"
        raise DatasetError(msg)
    return int(text)


def _names(row: dict[str, str]) -> Iterator[Name]:
    """Give each name once; short ones are left out, and addresses and codes among the alternate names are none."""
    written = [row["name"], row["asciiname"], *row["alternatenames"].split(",")]
    for n, text in enumerate(dict.fromkeys(t.strip() for t in written)):
        if _is_name(text):
            sort: Literal["preferred", "variant"] = "variant" if n else "preferred"
            yield Name(text, _LANGUAGES.get(script_of(text), "und"), name_type=sort, needs="parent")


def _is_name(text: str) -> bool:
    long_enough = len(fold_name(text)) >= _SHORTEST.get(script_of(text), _SHORTEST["Hang"])
    return long_enough and "/" not in text and not any(c.isdigit() for c in text) and script_of(text) != "Zyyy"


def _is_here(place: Place) -> bool:
    west, south, east, north = settings.study_bbox
    inside = (
        place.lon is not None and place.lat is not None and west <= place.lon <= east and south <= place.lat <= north
    )
    return inside or place.country == _DPRK


def _taken_names(known: Gazetteer) -> frozenset[str]:
    """Give the folded names that stand for a unit or a river without more: no village of a dump may contest them."""
    return frozenset(
        key
        for key, entries in known.by_name.items()
        if any(not name.needs and known[i].kind in _UNCONTESTED for i, name in entries)
    )


def _without_names(place: Place, taken: frozenset[str]) -> Place:
    return replace(place, names=tuple(name for name in place.names if fold_name(name.text) not in taken))


def _points_by_name(known: Gazetteer) -> dict[str, list[tuple[str, float, float]]]:
    """Folded name → kind and point of the places that have it."""
    index: dict[str, list[tuple[str, float, float]]] = {}
    for key, entries in known.by_name.items():
        places = [known[i] for i, _ in entries]
        index[key] = [(p.kind, p.lat, p.lon) for p in places if p.lat is not None and p.lon is not None]
    return index


def _is_known(place: Place, index: dict[str, list[tuple[str, float, float]]]) -> bool:
    """Tell whether a place of the same sort with one of its names lies where it lies."""
    here = (place.lat or 0.0, place.lon or 0.0)
    return any(
        (kind == place.kind or {kind, place.kind} <= _UNITS) and distance_km(here, (lat, lon)) <= SAME_PLACE_KM
        for name in place.names
        for kind, lat, lon in index.get(fold_name(name.text), ())
    )


def _placed(place: Place, known: Gazetteer) -> Place:
    """Put a place into the unit and the province where it lies, and on its river."""
    from borderatlas.layers import areas, chainage

    lon, lat = place.lon or 0.0, place.lat or 0.0
    units = [
        unit for unit in (areas.county_at(lon, lat), areas.province_at(lon, lat)) if unit is not None and unit in known
    ]
    position = chainage.locate_on_river(lon, lat)
    return replace(
        place, parent=units[0] if units else "", admin1=_province_name(known[units[-1]]) if units else "",
        river=position.river if position else None, river_km=round(position.km, 3) if position else None,
        bank=position.bank if position else None, border_km=round(chainage.border_distance_m(lon, lat) / 1000, 3),
    )  # fmt: skip


def _province_name(unit: Place) -> str:
    return unit.admin1 or unit.name
