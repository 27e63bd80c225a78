"""Provinces: faces between the border, the coast and Natural Earth's province lines, named from our own table.

Nampo, a province-level city, is not among Natural Earth's lines, and only three of its places have a surveyed point
(none of South Pyongan's near it has one): it is part of South Pyongan here.

The lines are simplified first and polygonised afterwards, so that neighbours share their edges to the last digit
and the border provinces end at the border line. Natural Earth's lines come without attributes and stop at its own
coast and border, which are up to a few km off: loose ends are drawn on until they meet ours. Where surveyed towns
contradict a line, it is moved (see `mending`), and the faces are cut once more along the moved stretch.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import shapely
from shapely.geometry import LineString, MultiPolygon, Point, Polygon, box
from shapely.ops import linemerge, polygonize

from borderatlas.errors import DatasetError
from borderatlas.layers import geodesy
from borderatlas.rebuild import border_lines, geojson, land, mending, sources

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from shapely.geometry.base import BaseGeometry

LINE_TOLERANCES_M = (300.0, 300.0, 600.0)
"""By how much simplifying may move a province line or a country's other borders near the border, farther off and far
off (see `land`), metres; the source is 1 km off."""

MOVED_REACH_M = 200.0
"""How far the outline of moved ground is drawn beyond the province that it is taken from, so that it ends on no edge."""

REACH_M = 12_000.0
"""How far a loose end is drawn on, metres."""

HEADING_M = 2_000.0
"""Length at its end that gives a line's direction, metres."""

TAEDONG_BOX: sources.Box = (124.95, 38.5, 125.75, 38.85)
"""Where the Taedong estuary parts South Hwanghae from South Pyongan, and Natural Earth leaves the line to its coast."""

ZONE_COUNTRY = {border_lines.KP: "KP", border_lines.CN: "CN", border_lines.RU: "RU"}


@dataclass(frozen=True, slots=True)
class Province:
    """A province of the layers; `seed` is a position ``(lon, lat)`` well inside, near its seat."""

    id: str
    name: str
    name_ko: str
    name_zh: str
    country: str
    iso: str
    seed: tuple[float, float]


PROVINCES = (
    Province("cn.heilongjiang", "Heilongjiang", "헤이룽장성", "黑龙江省", "CN", "CN-HL", (131.1, 44.1)),
    Province("cn.inner-mongolia", "Inner Mongolia", "내몽골 자치구", "内蒙古自治区", "CN", "CN-NM", (122.3, 43.6)),
    Province("cn.jilin", "Jilin", "지린성", "吉林省", "CN", "CN-JL", (126.5, 43.8)),
    Province("cn.liaoning", "Liaoning", "랴오닝성", "辽宁省", "CN", "CN-LN", (123.4, 41.8)),
    Province("kp.chagang", "Chagang", "자강도", "慈江道", "KP", "KP-04", (126.6, 40.97)),
    Province("kp.kangwon", "Kangwon", "강원도", "江原道", "KP", "KP-07", (127.4, 39.1)),
    Province("kp.north-hamgyong", "North Hamgyong", "함경북도", "咸镜北道", "KP", "KP-09", (129.7, 41.85)),
    Province("kp.north-hwanghae", "North Hwanghae", "황해북도", "黄海北道", "KP", "KP-06", (125.8, 38.5)),
    Province("kp.north-pyongan", "North Pyongan", "평안북도", "平安北道", "KP", "KP-03", (125.2, 40.0)),
    Province("kp.pyongyang", "Pyongyang", "평양시", "平壤市", "KP", "KP-01", (125.75, 39.03)),
    Province("kp.rason", "Rason", "라선시", "罗先市", "KP", "KP-13", (130.35, 42.3)),
    Province("kp.ryanggang", "Ryanggang", "량강도", "两江道", "KP", "KP-10", (128.1, 41.3)),
    Province("kp.south-hamgyong", "South Hamgyong", "함경남도", "咸镜南道", "KP", "KP-08", (127.5, 40.0)),
    Province("kp.south-hwanghae", "South Hwanghae", "황해남도", "黄海南道", "KP", "KP-05", (125.7, 38.1)),
    Province("kp.south-pyongan", "South Pyongan", "평안남도", "平安南道", "KP", "KP-02", (125.9, 39.45)),
    Province("ru.primorsky", "Primorsky", "연해주", "滨海边疆区", "RU", "RU-PRI", (131.9, 43.6)),
)


def _simple(line: BaseGeometry) -> BaseGeometry:
    pieces = shapely.union_all(land.thinned(geodesy.to_cone(line), LINE_TOLERANCES_M))
    return land.rounded_coast(geodesy.from_cone(shapely.line_merge(pieces)))


def province_lines() -> list[LineString]:
    """Give Natural Earth's province lines, merged, simplified, and with their loose ends drawn on."""
    pieces = sources.natural_earth("ne_10m_admin_1_states_provinces_lines", land.LAYER_BOX)
    merged = linemerge(shapely.union_all([shapely.set_precision(piece, 1e-6) for piece in pieces]))
    lines = sorted((_simple(line) for line in shapely.get_parts(merged)), key=lambda line: line.bounds)
    ends = Counter(end for line in lines for end in (line.coords[0], line.coords[-1]))
    return [_drawn_on(line, {end for end, count in ends.items() if count == 1}) for line in lines]


def _drawn_on(line: LineString, loose: set[tuple[float, ...]]) -> LineString:
    points = list(line.coords)
    if points[0] in loose:
        points.insert(0, _beyond(line))
    if points[-1] in loose:
        points.append(_beyond(line.reverse()))
    return LineString(points)


def _beyond(line: LineString) -> tuple[float, float]:
    """Give the position `REACH_M` before the start of a line, in the direction in which it sets out."""
    lon, lat = line.coords[0]
    inner = geodesy.from_cone(geodesy.to_cone(line).interpolate(HEADING_M))
    bearing = geodesy.bearing_deg(inner.x, inner.y, lon, lat)
    return geodesy.destination(lon, lat, bearing, REACH_M)


def _other_borders() -> list[BaseGeometry]:
    pairs = ((border_lines.CN, border_lines.RU), (border_lines.KP, border_lines.KR))
    return [_simple(border_lines.shared_line(*pair)) for pair in pairs]


def _taedong() -> BaseGeometry:
    """Give both shores of the Taedong estuary as Natural Earth has them; ours is closed by the barrage of Nampo."""
    shores = shapely.union_all(sources.natural_earth("ne_10m_coastline", TAEDONG_BOX))
    return _simple(shores.intersection(box(*TAEDONG_BOX)))


def _faces(ground: list[Polygon], moved: Iterable[BaseGeometry] = ()) -> list[Polygon]:
    """Cut the ground along every line there is, and along those of ground that has changed hands."""
    lines = [
        *moved,
        *(polygon.exterior for polygon in ground),
        *border_lines.parts().values(),
        *(island.exterior for island in border_lines.exclaves()),
        *_other_borders(),
        _taedong(),
        *province_lines(),
    ]
    noded = shapely.union_all(lines, grid_size=10.0**-geojson.DECIMALS)
    whole = shapely.union_all(ground)
    shapely.prepare(whole)
    faces = (face for face in polygonize(noded) if whole.covers(face.representative_point()))
    return sorted(faces, key=lambda face: face.bounds)


@cache
def _zones() -> dict[str, MultiPolygon]:
    zones = {}
    for zone, country in ZONE_COUNTRY.items():
        area = shapely.union_all([Polygon(p[0], p[1:]) for p in sources.zone_polygons(zone)])
        shapely.prepare(area)
        zones[country] = area
    return zones


def _country_of(face: Polygon) -> str | None:
    inside = face.representative_point()
    return next((country for country, zone in _zones().items() if zone.covers(inside)), None)


def _labelled(faces: list[Polygon]) -> dict[str, list[Polygon]]:
    """Give the faces of each province: those that hold a seed, and those that hang on to them."""
    countries = [_country_of(face) for face in faces]
    labels: dict[int, str] = {}
    for province in PROVINCES:
        labels |= {
            at: province.id
            for at, face in enumerate(faces)
            if countries[at] == province.country and face.covers(Point(province.seed))
        }
    owed = [at for at, country in enumerate(countries) if country is not None and at not in labels]
    for at in sorted(owed, key=lambda at: -faces[at].area):
        mates = [other for other in labels if countries[other] == countries[at]]
        labels[at] = labels[max(mates, key=lambda other: _closeness(faces[at], faces[other]))]
    return {province.id: [faces[at] for at in sorted(labels) if labels[at] == province.id] for province in PROVINCES}


def _closeness(face: Polygon, other: Polygon) -> tuple[float, float]:
    """Rank a neighbour by the length of the shared edge, and where there is none by distance."""
    shared = face.intersection(other).length if face.intersects(other) else 0.0
    return shared, -face.distance(other)


def province_shapes(
    ground: list[Polygon], known: list[mending.Witness] | None = None
) -> list[tuple[Province, BaseGeometry]]:
    """Give the area of every province that the lines set apart, the lines moved to where surveyed places want them.

    Parameters
    ----------
    ground : list of Polygon
        The land.
    known : list of Witness, optional
        The surveyed places that are heard; none are when there are none.

    Raises
    ------
    DatasetError
        When the seeds of two provinces lie in one face: some line between them leaks. When a surveyed place is still
        on the wrong side of a moved line.
    """
    areas = _joined(_labelled(_faces(ground)))
    cones = {place_id: geodesy.to_cone(area) for place_id, area in areas.items()}
    changes = mending.moves(cones, known or [])
    if changes:
        areas = _joined(_relabelled(_faces(ground, _outlines(cones, changes)), areas, changes))
        _check(areas, changes, known or [])
    return [(province, areas[province.id]) for province in PROVINCES]


def _joined(parts: dict[str, list[Polygon]]) -> dict[str, BaseGeometry]:
    empty = next((place_id for place_id, faces in parts.items() if not faces), None)
    if empty is not None:
        msg = f"no face holds the seed of {empty}; a line round it leaks, or the seed lies in another"
        raise DatasetError(msg)
    return {place_id: shapely.union_all(faces) for place_id, faces in parts.items()}


def _outlines(cones: dict[str, BaseGeometry], changes: list[mending.Move]) -> list[BaseGeometry]:
    """Give the new stretches of line, in degrees."""
    drawn = (
        shapely.intersection(shapely.boundary(move.ground), cones[move.source].buffer(MOVED_REACH_M))
        for move in changes
    )
    return [land.rounded_coast(geodesy.from_cone(shapely.line_merge(line))) for line in drawn]


def _relabelled(
    faces: list[Polygon], areas: dict[str, BaseGeometry], changes: list[mending.Move]
) -> dict[str, list[Polygon]]:
    """Give the faces of each province as it was, but those on ground that has changed hands to their new one."""
    taken = [(move, geodesy.from_cone(move.ground)) for move in changes]
    shapely.prepare([*areas.values(), *(ground for _, ground in taken)])
    parts: dict[str, list[Polygon]] = {province.id: [] for province in PROVINCES}
    for face in faces:
        inside = face.representative_point()
        old = next((place_id for place_id, area in areas.items() if area.covers(inside)), None)
        new = next((move.target for move, ground in taken if move.source == old and ground.covers(inside)), old)
        if new is not None:
            parts[new].append(face)
    return parts


def _check(areas: dict[str, BaseGeometry], changes: list[mending.Move], known: list[mending.Witness]) -> None:
    """Refuse a move that leaves a place behind, or takes one along that it should not."""
    shapely.prepare(list(areas.values()))
    for witness in known:
        point = geodesy.from_cone(witness.point)
        found = next((place_id for place_id, area in areas.items() if area.covers(point)), None)
        if witness.province in areas and found not in {witness.province, None}:
            moved = ", ".join(place_id for move in changes for place_id in move.places)
            msg = (
                f"{witness.place_id} lies in {found} after the lines were moved for {moved}; wanted {witness.province}"
            )
            raise DatasetError(msg)


def build_provinces(root: Path) -> list[Path]:
    """Write ``gazetteer/provinces.geojson`` from ``rivers/land.geojson``, the lines and the curated tables."""
    ground = [shape for _, shape in geojson.read_features(root / "rivers" / "land.geojson")]
    known = mending.witnesses(root / "gazetteer" / "curated")
    features = [(_properties(province), area) for province, area in province_shapes(_polygons(ground), known)]
    return [geojson.write_features(root / "gazetteer" / "provinces.geojson", features)]


def _polygons(shapes: Iterable[BaseGeometry]) -> list[Polygon]:
    return [polygon for shape in shapes for polygon in land.polygons_of(shape)]


def _properties(province: Province) -> dict[str, str]:
    return {
        "id": province.id,
        "name": province.name,
        "name_ko": province.name_ko,
        "name_zh": province.name_zh,
        "country": province.country,
        "iso": province.iso,
    }
