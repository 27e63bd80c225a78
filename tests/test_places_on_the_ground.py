"""Named places on both sides of the border: on their bank, in their order, in their country, province and unit.

The two tables were written for these tests: positions to two or three decimals, sides and units as an atlas has them.
Those from memory are independent of the layers; those from GeoNames are also among the points that county cells are
made of, so of them country, bank and order are the test.
"""

from __future__ import annotations

import csv
import itertools
from pathlib import Path

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import Point, box

import borderatlas
from borderatlas.errors import PositionError
from borderatlas.gazetteer.places import load_gazetteer
from borderatlas.layers import areas, chainage, datasets, geodesy, rivers
from borderatlas.settings import study_bbox

FOLDER = Path(__file__).parent


def read(name):
    with (FOLDER / name).open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    return [row | {"at": (float(row["longitude"]), float(row["latitude"]))} for row in rows]


RIVERSIDE = read("riverside_places.csv")
ON_THE_GROUND = read("places_on_the_ground.csv")
NAMED = {row["name"]: row["at"] for row in [*RIVERSIDE, *ON_THE_GROUND]}


def counties():
    return {properties["id"]: area for properties, area in rivers.read_layer("gazetteer/counties.geojson")}


def border_units():
    with datasets.data_path("gazetteer/curated/units.csv").open(encoding="utf-8", newline="") as stream:
        flagged = [row["place_id"] for row in csv.DictReader(stream) if row["border"]]
    return sorted({*flagged, "kp.rason.sonbong"})


class TestRiverside:
    def test_there_are_forty(self):
        assert len(RIVERSIDE) >= 40

    @pytest.mark.parametrize("row", RIVERSIDE, ids=lambda row: row["name"])
    def test_on_its_bank(self, row):
        position = chainage.locate_on_river(*row["at"])
        assert position is not None
        assert (position.river, position.bank) == (row["river"], row["bank"])
        assert position.offset_m < 4_000

    @pytest.mark.parametrize("river", ["yalu", "tumen"])
    def test_in_their_order_downstream(self, river):
        """Neighbours across the river may stand within 4 km of each other on it; all others follow downstream."""
        rows = [(row["name"], chainage.locate_on_river(*row["at"]).km) for row in RIVERSIDE if row["river"] == river]
        for (one, km), (other, next_km) in itertools.pairwise(rows):
            assert next_km > km - 4, (one, other)

    @pytest.mark.parametrize(
        "names",
        [
            ("Hyesan", "Kimjongsuk", "Junggang", "Manpo", "Supung", "Uiju", "Sinuiju"),
            ("Musan", "Hoeryong", "Namyang", "Onsong", "Kyongwon", "Wonjong"),
        ],
    )
    def test_towns_follow_each_other(self, names):
        kms = [chainage.locate_on_river(*NAMED[name]).km for name in names]
        assert all(after > before + 4 for before, after in itertools.pairwise(kms))
        river = chainage.locate_on_river(*NAMED[names[-1]]).river
        assert kms[-1] < rivers.get_river(river).length_km

    @pytest.mark.parametrize(
        ("town", "twin", "unit", "near_m"),
        [
            ("Hyesan", "Changbai", "cn.jilin.changbai", 5_000),
            ("Sinuiju", "Dandong", "cn.liaoning.dandong", 5_000),
            ("Namyang", "Tumen", "cn.jilin.tumen", 5_000),
            ("Manpo", "Ji'an", "cn.jilin.jian", 10_000),  # the two towns are 9 km apart
        ],
    )
    def test_twin_is_at_the_town_across(self, town, twin, unit, near_m):
        point = chainage.twin_point(chainage.locate_on_river(*NAMED[town]))
        assert geodesy.distance_m(*point, *NAMED[twin]) < near_m
        assert areas.county_at(*point) == unit

    @pytest.mark.parametrize(
        ("island", "lon", "lat"),
        [
            ("Wihwa", 124.425, 40.128),
            ("Hwanggumpyong", 124.311, 39.953),
            ("Bidan", 124.23, 39.90),
            ("Ryucho", 124.35, 40.054),
            ("Ojok", 124.526, 40.222),
        ],
    )
    def test_islands_of_the_lower_yalu_are_korean(self, island, lon, lat):
        assert areas.country_at(lon, lat) == "KP", island
        assert chainage.locate_on_river(lon, lat).bank == "KP"

    def test_shore_across_from_the_islands_is_chinese(self):
        for name in ("Hushan", "Langtou", "Dandong"):
            assert areas.country_at(*NAMED[name]) == "CN", name

    def test_paektu_is_on_no_river(self):
        line = rivers.border_parts()["paektu"]
        assert geodesy.length_km(line) == pytest.approx(39, abs=0.5)
        for river in rivers.load_rivers().values():
            assert geodesy.length_km(line.intersection(river.line)) == 0
        middle = line.interpolate(0.5, normalized=True)
        assert chainage.locate_on_river(middle.x, middle.y, max_offset_m=5_000) is None

    def test_surveyed_places_near_a_river_stand_on_their_bank(self):
        near = [
            place
            for place in load_gazetteer()
            if place.location_precision == "surveyed" and place.country in {"KP", "CN", "RU"}
            and place.river and (place.border_km or 99) < 4
        ]  # fmt: skip
        assert len(near) > 100
        wrong = [p.id for p in near if chainage.locate_on_river(p.lon, p.lat).bank != p.country]
        assert wrong == []


class TestOnTheGround:
    def test_there_are_sixty_on_both_sides(self):
        assert len(ON_THE_GROUND) >= 60
        assert {row["country"] for row in ON_THE_GROUND} == {"KP", "CN", "RU"}
        assert sum(row["country"] == "CN" for row in ON_THE_GROUND) >= 25

    @pytest.mark.parametrize("row", ON_THE_GROUND, ids=lambda row: row["name"])
    def test_country_province_and_unit(self, row):
        found = (areas.country_at(*row["at"]), areas.province_at(*row["at"]), areas.county_at(*row["at"]) or "")
        assert found == (row["country"], row["province"], row["unit"])

    def test_locate_says_the_same_in_names(self):
        gazetteer = load_gazetteer()
        for row in ON_THE_GROUND:
            lon, lat = row["at"]
            position = borderatlas.locate(lat, lon)
            assert position.country == row["country"]
            assert position.unit == (gazetteer[row["unit"]].name if row["unit"] else None)


class TestMany:
    def test_many_are_as_one_by_one(self):
        lons, lats = (np.array(axis) for axis in zip(*NAMED.values(), strict=True))
        found, on_river = areas.locate_many(lons, lats), chainage.locate_many_on_river(lons, lats)
        for at, (lon, lat) in enumerate(NAMED.values()):
            assert found.province[at] == areas.province_at(lon, lat)
            assert found.country[at] == areas.country_at(lon, lat)
            assert found.county[at] == areas.county_at(lon, lat)
            single = chainage.locate_on_river(lon, lat)
            assert on_river.river[at] == (single and single.river)
            if single:
                assert on_river.bank[at] == single.bank
                assert on_river.km[at] == pytest.approx(single.km, abs=1e-4)
                assert on_river.offset_m[at] == pytest.approx(single.offset_m, abs=0.05)

    @settings(max_examples=40)
    @given(st.lists(st.tuples(st.floats(122, 132.5), st.floats(38, 44.6)), min_size=1, max_size=30))
    def test_anywhere(self, points):
        lons, lats = zip(*points, strict=True)
        found = areas.locate_many(lons, lats)
        assert list(found.province) == [areas.province_at(*point) for point in points]
        on_river = chainage.locate_many_on_river(lons, lats)
        single = [chainage.locate_on_river(*point) for point in points]
        assert list(on_river.bank) == [position and position.bank for position in single]
        distances = [chainage.border_distance_m(*point) for point in points]
        assert chainage.border_distances_m(lons, lats) == pytest.approx(distances, abs=0.5)

    def test_none_at_sea_and_far_away(self):
        found = areas.locate_many([130.5, 116.4], [41.0, 39.9])
        assert list(found.country) == list(found.province) == list(found.county) == [None, None]
        assert np.isnan(chainage.locate_many_on_river([130.5], [41.0]).km).all()

    def test_nothing_gives_nothing(self):
        assert len(areas.locate_many([], []).country) == 0
        assert len(chainage.locate_many_on_river([], []).km) == 0

    @pytest.mark.parametrize("ask", [areas.locate_many, chainage.locate_many_on_river, chainage.border_distances_m])
    def test_what_is_no_position_is_refused(self, ask):
        with pytest.raises(PositionError, match=r"latitude 128\.2; the two seem to be swapped"):
            ask([128.2, 41.4], [41.4, 128.2])
        with pytest.raises(PositionError, match=r"got shapes \(2,\) and \(1,\)"):
            ask([128.2, 128.3], [41.4])


class TestProvincesCoverTheCountry:
    def country(self):
        """Give the DPRK in the study box from what the provinces are not read from: the land and the border line."""
        land = shapely.union_all([area for _, area in rivers.read_layer("rivers/land.geojson")])
        return land.intersection(rivers._southern_side()).intersection(box(*study_bbox))

    def provinces(self):
        return [
            area for properties, area in rivers.read_layer("gazetteer/provinces.geojson")
            if properties["country"] == "KP"
        ]  # fmt: skip

    def test_their_union_is_the_country(self):
        country = self.country()
        union = shapely.union_all(self.provinces()).intersection(box(*study_bbox))
        # What differs are the DPRK's islands beyond the line, in the lower Tumen.
        assert geodesy.area_km2(country.symmetric_difference(union)) < 1e-3 * geodesy.area_km2(country)

    def test_no_gap_is_left_between_them(self):
        union = shapely.union_all(self.provinces())
        assert sum(len(part.interiors) for part in shapely.get_parts(union)) == 0

    def test_their_areas_add_up(self):
        parts = [part.intersection(box(*study_bbox)) for part in self.provinces()]
        whole = geodesy.area_km2(shapely.union_all(parts))
        assert sum(geodesy.area_km2(part) for part in parts) == pytest.approx(whole, abs=1e-3)

    def test_every_surveyed_place_lies_in_its_province(self):
        layer = {properties["id"] for properties, _ in rivers.read_layer("gazetteer/provinces.geojson")}
        places = [
            place for place in load_gazetteer()
            if place.location_precision == "surveyed" and place.kind in {"city", "county", "district", "settlement"}
            and ".".join(place.id.split(".")[:2]) in layer and areas.province_at(place.lon, place.lat) is not None
        ]  # fmt: skip
        wrong = [place.id for place in places if not place.id.startswith(areas.province_at(place.lon, place.lat) + ".")]
        assert len(places) > 300
        assert wrong == []


class TestCells:
    def test_there_are_27_border_units(self):
        assert len(border_units()) == 27

    @pytest.mark.parametrize("unit", border_units())
    def test_a_border_unit_holds_its_seat_and_touches_the_border(self, unit):
        seat = load_gazetteer()[unit]
        cell = counties()[unit]
        assert cell.covers(Point(seat.lon, seat.lat))
        along = geodesy.buffer_m(rivers.border_line(), 20).intersection(cell)
        assert geodesy.to_cone(along).area > 20 * 500  # half a kilometre of the line at the least

    @pytest.mark.parametrize(
        "unit",
        [
            *("cn.liaoning.donggang", "cn.liaoning.dandong", "cn.liaoning.kuandian", "cn.jilin.jian"),
            *("cn.jilin.linjiang", "cn.jilin.changbai", "cn.jilin.antu", "cn.jilin.helong", "cn.jilin.longjing"),
            *("cn.jilin.tumen", "cn.jilin.hunchun"),
        ],
    )
    def test_so_does_a_chinese_one(self, unit):
        self.test_a_border_unit_holds_its_seat_and_touches_the_border(unit)

    def test_ground_near_a_known_unit_belongs_to_one(self):
        """In the five provinces along the border no hole is left within 25 km of a place of theirs."""
        units = counties()
        for province in ("north-pyongan", "chagang", "ryanggang", "north-hamgyong", "rason"):
            inside = shapely.union_all(
                [cell for place_id, cell in units.items() if place_id.startswith(f"kp.{province}.")]
            )
            seats = [load_gazetteer()[place_id] for place_id in units if place_id.startswith(f"kp.{province}.")]
            near = shapely.union_all([geodesy.buffer_m(Point(seat.lon, seat.lat), 25_000) for seat in seats])
            missed = near.intersection(areas.area(f"kp.{province}")).difference(inside)
            assert geodesy.area_km2(missed) < 1, province
