"""Lines and areas of the border, against published figures and towns whose side is known."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
import shapely
from hypothesis import given
from hypothesis import settings as deadline
from hypothesis import strategies as st
from pyproj import Proj
from shapely.geometry import Point

from borderatlas import settings
from borderatlas.errors import DatasetError, UnknownPlaceError
from borderatlas.layers import areas, chainage, datasets, geodesy, rivers

PROVINCE_POINTS = [
    ("kp.north-pyongan", 124.398, 40.101),  # Sinuiju
    ("kp.chagang", 126.585, 40.97),  # Kanggye
    ("kp.ryanggang", 128.178, 41.397),  # Hyesan
    ("kp.ryanggang", 128.32, 41.81),  # Samjiyon
    ("kp.north-hamgyong", 129.211, 42.226),  # Musan
    ("kp.north-hamgyong", 129.775, 41.795),  # Chongjin, on the coast
    ("kp.rason", 130.30, 42.25),  # Rajin, on the coast
    ("kp.rason", 130.397, 42.343),  # Sonbong
    ("kp.south-hamgyong", 127.535, 39.918),  # Hamhung
    ("kp.south-pyongan", 125.93, 39.42),  # Sunchon
    ("kp.pyongyang", 125.755, 39.03),
    ("kp.north-hwanghae", 125.76, 38.507),  # Sariwon
    ("kp.south-hwanghae", 125.71, 38.04),  # Haeju
    ("kp.kangwon", 127.443, 39.153),  # Wonsan
    ("cn.liaoning", 124.383, 40.129),  # Dandong
    ("cn.jilin", 126.19, 41.125),  # Ji'an
    ("cn.jilin", 128.203, 41.42),  # Changbai
    ("cn.jilin", 129.843, 42.967),  # Tumen
    ("cn.jilin", 130.366, 42.868),  # Hunchun
    ("cn.heilongjiang", 131.15, 44.05),  # Dongning county
    ("ru.primorsky", 130.643, 42.428),  # Khasan
]


def province_areas():
    return {properties["id"]: area for properties, area in rivers.read_layer("gazetteer/provinces.geojson")}


class TestRivers:
    # Measured on the unsimplified source line, from which 9.1 km of slits on the Tumen are left out; the published
    # lengths follow other courses.
    @pytest.mark.parametrize(
        ("river", "source_km", "published_km"), [("yalu", 810.9, 795), ("tumen", 537.7 - 9.1, 521)]
    )
    def test_length(self, river, source_km, published_km):
        length = rivers.load_rivers()[river].length_km
        assert length == pytest.approx(source_km, rel=0.005)
        assert length == pytest.approx(published_km, rel=0.02)

    def test_declared_length_is_the_measured_one(self):
        for properties, line in rivers.read_layer("rivers/rivers.geojson"):
            assert properties["length_km"] == pytest.approx(geodesy.length_km(line), abs=0.06)
            assert rivers.get_river(properties["river"]).length_km == pytest.approx(properties["length_km"], abs=0.06)

    def test_they_run_from_paektu_to_the_sea(self):
        paektu = (128.06, 42.0)
        for river in rivers.load_rivers().values():
            source, mouth = river.line.coords[0], river.line.coords[-1]
            assert geodesy.distance_m(*source, *paektu) < 40_000
            assert geodesy.distance_m(*mouth, *paektu) > 200_000

    def test_names(self):
        found = {
            river.id: (river.name, river.names["ko"], river.names["zh"]) for river in rivers.load_rivers().values()
        }
        assert found == {"yalu": ("Yalu", "압록강", "鸭绿江"), "tumen": ("Tumen", "두만강", "图们江")}

    def test_cumulative_km_grow(self):
        for river in rivers.load_rivers().values():
            assert (river.cumulative_km[1:] > river.cumulative_km[:-1]).all()
            assert river.line.is_simple

    def test_left_and_right(self):
        """Looking downstream China is right of the Yalu and left of the Tumen."""
        for river, turn in (("yalu", 90), ("tumen", -90)):
            sides = []
            for km in range(60, 500, 20):
                here, there = chainage.point_at(river, km), chainage.point_at(river, km + 0.3)
                heading = geodesy.bearing_deg(*here, *there)
                sides.append(rivers.is_korean_side(*geodesy.destination(*here, heading + turn, 60)))
            assert sides.count(False) >= 0.9 * len(sides), river


class TestBorder:
    def test_parts_follow_each_other(self):
        parts = rivers.border_parts()
        assert list(parts) == ["estuary", "yalu", "paektu", "tumen", "tumen-ru"]
        for one, other in itertools.pairwise(parts.values()):
            assert one.coords[-1] == other.coords[0]

    def test_land_border_is_as_long_as_measured(self):
        lengths = {part: geodesy.length_km(line) for part, line in rivers.border_parts().items()}
        assert lengths["paektu"] == pytest.approx(38.9, abs=0.5)
        assert lengths["yalu"] + lengths["paektu"] + lengths["tumen"] == pytest.approx(1370.6 - 9.1, rel=0.005)

    def test_rivers_are_in_the_border_line(self):
        border = {tuple(point) for point in rivers.border_line().coords}
        for river in rivers.load_rivers().values():
            assert set(river.line.coords) <= border


class TestAreas:
    @pytest.mark.parametrize(("province", "lon", "lat"), PROVINCE_POINTS)
    def test_province_and_country_at(self, province, lon, lat):
        assert areas.province_at(lon, lat) == province
        assert areas.country_at(lon, lat) == province[:2].upper()

    def test_eleven_korean_provinces(self):
        # Nampo is the twelfth: no line that may be used sets it apart from South Pyongan.
        assert sum(place_id.startswith("kp.") for place_id in province_areas()) == 11

    def test_provinces_are_valid_and_do_not_overlap(self):
        found = province_areas()
        assert all(area.is_valid for area in found.values())
        for (one, area), (other, neighbour) in itertools.combinations(found.items(), 2):
            assert geodesy.area_km2(area.intersection(neighbour)) < 1e-6, (one, other)

    def test_korean_provinces_end_at_the_border_line(self):
        korean = shapely.boundary(areas.country_area("KP"))
        parts = rivers.border_parts()
        at_sea = 124.36  # the Yalu's mouth is water, where land ends before the line does
        for part in ("yalu", "paektu", "tumen"):
            inner = [point for point in parts[part].coords if point[0] > at_sea]
            assert max(korean.distance(Point(point)) for point in inner) < 1e-7, part

    @pytest.mark.parametrize(
        ("province", "official_km2"),
        [
            ("kp.chagang", 16_765),
            ("kp.ryanggang", 13_888),
            ("kp.north-pyongan", 12_680),
            ("kp.south-hamgyong", 18_535),
            ("kp.rason", 746),
        ],
    )
    def test_province_areas_are_near_the_published(self, province, official_km2):
        assert geodesy.area_km2(province_areas()[province]) == pytest.approx(official_km2, rel=0.07)

    @deadline(deadline=None)  # the first question reads the layers
    @given(st.sampled_from(["yalu", "tumen"]), st.floats(0.08, 0.95), st.floats(0, 360), st.floats(20, 3_000))
    def test_country_is_the_side_of_the_line(self, river, share, bearing, metres):
        foot = chainage.point_at(river, share * rivers.get_river(river).length_km)
        lon, lat = geodesy.destination(*foot, bearing, metres)
        country = areas.country_at(lon, lat)
        assert country in {"CN", "KP", "RU"}
        if (country == "KP") != rivers.is_korean_side(lon, lat):  # the DPRK's islands beyond the line, lower Tumen
            assert country == "KP"
            assert 130.2 < lon < 130.6
            assert 42.5 < lat < 42.9

    def test_sea_and_elsewhere_are_no_country(self):
        assert areas.country_at(130.5, 41.0) is None
        assert areas.country_at(116.4, 39.9) is None
        assert areas.county_at(130.5, 41.0) is None

    def test_a_quay_is_in_its_country(self):
        """Coasts are simplified: whatever lies within a kilometre of one is still in the country."""
        harbour = (129.80, 41.76)  # Chongjin's
        assert not areas.country_area("KP").covers(Point(harbour))
        assert areas.country_at(*harbour) == "KP"

    def test_area_by_id(self):
        assert areas.area("kp.ryanggang").contains(Point(128.178, 41.397))
        assert areas.area("kp") is areas.area("KP") is areas.area("country.kp")
        assert areas.area("kp.nowhere") is None

    def test_country_without_ground(self):
        with pytest.raises(UnknownPlaceError, match="'JP'; there are KP, CN, RU"):
            areas.country_area("JP")

    def test_border_strip(self):
        strip = areas.border_strip("kp.north-hamgyong", 15_000)
        assert areas.area("kp.north-hamgyong").buffer(1e-9).covers(strip)
        assert strip.contains(Point(129.75, 42.443))  # Hoeryong
        assert not strip.intersects(Point(129.775, 41.795))  # Chongjin
        for lon, lat in shapely.get_coordinates(strip)[::25]:
            assert chainage.border_distance_m(lon, lat) < 15_050

    def test_strip_of_a_country_is_one_side(self):
        strip = areas.border_strip("CN", settings.border_strip_m)
        assert strip.contains(Point(124.383, 40.129))
        assert not strip.contains(Point(124.398, 40.101))

    def test_strip_of_an_unknown_area(self):
        with pytest.raises(UnknownPlaceError, match=r"no area is known for 'kp\.nowhere'"):
            areas.border_strip("kp.nowhere")

    def test_inland_province_has_no_strip(self):
        assert areas.border_strip("kp.pyongyang").is_empty


class TestCounties:
    def counties(self):
        return {
            properties["id"]: (properties, area) for properties, area in rivers.read_layer("gazetteer/counties.geojson")
        }

    def test_each_lies_in_its_province_and_says_that_it_is_approximate(self):
        provinces = {place_id: area.buffer(1e-5) for place_id, area in province_areas().items()}
        for place_id, (properties, area) in self.counties().items():
            assert properties["approximate"] is True
            assert area.is_valid
            assert any(province.covers(area) for province in provinces.values()), place_id

    def test_they_do_not_overlap(self):
        found = [area for _, area in self.counties().values()]
        tree = shapely.STRtree(found)
        for one, other in zip(*tree.query(found, predicate="overlaps"), strict=True):
            assert geodesy.area_km2(found[one].intersection(found[other])) < 0.05  # a six-decimal edge of 100 km

    @pytest.mark.parametrize(
        ("county", "lon", "lat"),
        [
            ("kp.ryanggang.hyesan", 128.178, 41.397),
            ("kp.north-hamgyong.hoeryong", 129.75, 42.443),
            ("cn.jilin.changbai", 128.203, 41.42),
        ],
    )
    def test_county_at(self, county, lon, lat):
        assert areas.county_at(lon, lat) == county
        assert areas.area(county).contains(Point(lon, lat))


class TestGeodesy:
    def test_cone_there_and_back(self):
        point = geodesy.from_cone(geodesy.to_cone(Point(130.69, 42.29)))
        assert (point.x, point.y) == pytest.approx((130.69, 42.29), abs=1e-9)

    @given(st.floats(124, 131), st.floats(39.6, 43.1), st.floats(0, 360), st.floats(100, 20_000))
    def test_cone_keeps_lengths(self, lon, lat, bearing, metres):
        there = geodesy.destination(lon, lat, bearing, metres)
        planar = geodesy.to_cone(Point(lon, lat)).distance(geodesy.to_cone(Point(there)))
        assert planar == pytest.approx(metres, rel=8e-4)
        assert geodesy.distance_m(lon, lat, *there) == pytest.approx(metres, abs=0.01)

    def test_no_utm_zone_would_do(self):
        """The figures that the module and the page on the design give."""
        lons, lats = shapely.get_coordinates(rivers.border_line()).T
        cone, *zones = (
            abs(projection.get_factors(lons, lats).meridional_scale - 1).max()
            for projection in (geodesy._cone(), *(Proj(proj="utm", zone=zone, ellps="WGS84") for zone in (51, 52)))
        )
        assert cone < 0.0003
        assert round(max(zones) * 100, 2) == 0.46
        said = (Path(__file__).parents[1] / "docs" / "pages" / "design.md").read_text(encoding="utf-8")
        for text in (said, geodesy.__doc__):
            assert "up to 0.46 %" in text
            assert "within\n0.03 %" in text or "within 0.03 %" in text

    def test_buffer_is_a_disc(self):
        disc = geodesy.buffer_m(Point(128.178, 41.397), 10_000)
        assert geodesy.area_km2(disc) == pytest.approx(314.16, rel=0.005)

    def test_bearing(self):
        assert geodesy.bearing_deg(127.5, 41, 127.5, 42) == pytest.approx(0)
        assert geodesy.bearing_deg(127.5, 41, 127.6, 41) == pytest.approx(90, abs=0.1)

    def test_length_of_a_degree_of_meridian(self):
        assert geodesy.length_km(shapely.LineString([(127, 41), (127, 42)])) == pytest.approx(111.07, abs=0.02)


def test_missing_file_is_named():
    with pytest.raises(DatasetError, match=r"rivers/amur\.geojson is missing"):
        datasets.data_path("rivers/amur.geojson")
