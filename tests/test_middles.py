"""Middles of areas and the belt along the border: as the layers have them, and read without the layers."""

import subprocess
import sys

import pytest
import shapely
from shapely.geometry import Polygon, box

from borderatlas import settings
from borderatlas.gazetteer.footprints import precision_of, representative_point, uncertainty_m
from borderatlas.gazetteer.places import load_gazetteer
from borderatlas.layers import areas, geodesy, middles, rivers

IDS = [p["id"] for layer in ("provinces", "counties") for p, _ in rivers.read_layer(f"gazetteer/{layer}.geojson")]


@pytest.mark.parametrize("place_id", [*IDS, "kp"])
def test_the_middle_is_that_of_the_area(place_id):
    ground, found = areas.area(place_id), middles.shipped_middle(place_id)
    assert found == middles.middle_of(ground)
    assert ground.contains(shapely.Point(found.lon, found.lat))


def test_the_radius_contains_the_area_and_no_more():
    for place_id in IDS:
        found = middles.shipped_middle(place_id)
        corners = shapely.get_coordinates(areas.area(place_id))
        reach = max(geodesy.distance_m(found.lon, found.lat, lon, lat) for lon, lat in corners)
        assert found.radius_m == pytest.approx(reach, abs=1), place_id


def test_the_middle_of_a_ring_lies_on_the_ring():
    ring = Polygon(box(128, 41, 129, 42).exterior, [box(128.1, 41.1, 128.9, 41.9).exterior])
    found = middles.middle_of(ring)
    assert ring.contains(shapely.Point(found.lon, found.lat))


def test_places_take_them():
    known = load_gazetteer()
    ryanggang, musan, hyesan = (known[i] for i in ("kp.ryanggang", "kp.north-hamgyong.musan", "kp.ryanggang.hyesan"))
    middle = middles.shipped_middle(ryanggang.id)
    assert representative_point(ryanggang, typed=False) == (middle.lat, middle.lon)
    assert uncertainty_m(ryanggang, typed=False) == middle.radius_m
    assert representative_point(musan, typed=False) == (musan.lat, musan.lon)
    assert uncertainty_m(musan, typed=True) == middles.shipped_middle(musan.id).radius_m
    assert uncertainty_m(hyesan, typed=True) == hyesan.uncertainty_m
    assert middles.shipped_middle("us") is None
    assert all(
        (uncertainty_m(p, typed=False) is None) == (precision_of(p) == "unlocated") for p in known if p.kind != "region"
    )


def test_the_belt_is_the_buffer_of_the_border_line():
    belt = areas._border_belt(settings.border_strip_m)
    drawn = geodesy.buffer_m(rivers.border_line(), settings.border_strip_m)
    assert belt.symmetric_difference(drawn).area < 0.002 * drawn.area
    narrow = areas.border_strip("kp.ryanggang", 5_000.0)
    assert narrow.area < 0.5 * areas.border_strip("kp.ryanggang").area


def test_a_plain_province_loads_no_polygon():
    code = (
        "import borderatlas as ba, sys\n"
        "from borderatlas.gazetteer.geocoding import geocode\n"
        "from borderatlas.models import Report, Section\n"
        "text = 'Guards shot a man in Ryanggang Province and in Musan county.'\n"
        "found = geocode(Report('r', text, (Section('body', 0, len(text)),)))\n"
        "assert [p.precision for p in found] == ['province', 'county'], found\n"
        "print('shapely' in sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"
