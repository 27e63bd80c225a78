"""A GeoNames-format dump that a user brings: taken whole or not at all."""

import json

import pytest
from commands import run

from borderatlas.errors import DatasetError
from borderatlas.gazetteer.dumps import COLUMNS, gazetteer_with, read_dump
from borderatlas.gazetteer.geocoding import geocode
from borderatlas.gazetteer.places import load_gazetteer
from borderatlas.models import Report, Section


def row(**values):
    """A row of a village that does not exist, in Musan county."""
    cells = {
        "geonameid": "90000001", "name": "Kkamagwi-ri", "asciiname": "Kkamagwi-ri", "alternatenames": "까마귀리,老鴉里,까마,Kkam,kkm.example/1,90000001",
        "latitude": "42.20", "longitude": "129.20", "feature_class": "P", "feature_code": "PPL", "country": "KP", "population": "0",
    } | values  # fmt: skip
    return "\t".join(cells.get(column, "") for column in COLUMNS)


def write(tmp_path, *rows, encoding="utf-8"):
    path = tmp_path / "dump.tsv"
    path.write_bytes("".join(f"{r}\n" for r in rows).encode(encoding))
    return path


def test_a_village_becomes_a_place_that_needs_its_parent_and_has_no_short_names(tmp_path):
    dump = read_dump(write(tmp_path, row()), load_gazetteer())
    (place,) = dump.places
    assert (place.id, place.kind, place.country) == ("geonames.90000001", "settlement", "KP")
    assert (place.parent, place.admin1) == ("kp.north-hamgyong.musan", "North Hamgyong")
    assert (place.river, place.bank) == ("tumen", "KP")
    assert [n.text for n in place.names] == ["Kkamagwi-ri", "까마귀리", "老鴉里"]
    assert {n.needs for n in place.names} == {"parent"}
    assert [n.language for n in place.names] == ["und", "ko", "zh"]


def test_a_name_of_a_dump_never_stands_alone(tmp_path):
    gazetteer = gazetteer_with(write(tmp_path, row(latitude="42.02", longitude="129.25")))

    def read(text):
        found = geocode(Report("r", text, (Section("body", 0, len(text)),)), gazetteer=gazetteer)
        return {p.text: p.place_id for p in found if p.place_id}

    assert read("A man from Kkamagwi-ri fled.") == {}
    assert read("A man from Kkamagwi-ri in Musan county fled.")["Kkamagwi-ri"] == "geonames.90000001"
    assert "geonames.90000001" not in load_gazetteer()


def test_known_places_and_far_ones_are_passed_over(tmp_path):
    hyesan = row(geonameid="2", name="Hyesan", alternatenames="", latitude="41.40", longitude="128.18")
    namesake = row(
        geonameid="3", name="Hyesan-kol", asciiname="Hyesan", alternatenames="", latitude="42.50", longitude="129.70"
    )
    bare = row(
        geonameid="5", name="Hyesan", asciiname="Hyesan", alternatenames="", latitude="42.50", longitude="129.70"
    )
    paris = row(geonameid="4", name="Paris", alternatenames="", latitude="48.85", longitude="2.35", country="FR")
    notes = []
    gazetteer = gazetteer_with(write(tmp_path, hyesan, namesake, paris, bare), on_note=notes.append)
    assert len(gazetteer) == len(load_gazetteer()) + 1
    assert "geonames.3" in gazetteer
    assert [n.text for n in gazetteer["geonames.3"].names] == ["Hyesan-kol"]  # a city's name stays the city's
    assert gazetteer.by_name["hyesan"] == load_gazetteer().by_name["hyesan"]
    assert "1 places of 4 rows; 1 were known, 1 are namesakes of units, 1 lie elsewhere" in notes[0]


@pytest.mark.parametrize(
    ("code", "feature_class", "kind"),
    [("PPLA", "P", "city"), ("STM", "H", "tributary"), ("ISL", "T", "island"), ("MT", "T", "mountain"), ("BDG", "S", "bridge"), ("MN", "S", "site"), ("", "P", "settlement")],
)  # fmt: skip
def test_feature_codes_become_kinds(tmp_path, code, feature_class, kind):
    dump = read_dump(write(tmp_path, row(feature_code=code, feature_class=feature_class)), load_gazetteer())
    assert dump.places[0].kind == kind


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        ("Musan\t42.2\t129.2", ":2 has 3 columns; wanted 19"),
        (row(geonameid="x1"), ":2 has a record number 'x1'"),
        (row(geonameid="2", name=""), ":2 has a record number '2' and a name ''"),
        (row(geonameid="2", latitude="north"), ":2:5 has 'north'"),
        (row(geonameid="2", latitude="142.2"), ":2 is no position on the globe"),
        (row(geonameid="2", latitude="129.20", longitude="42.20"), ":2 .*swapped"),
        (row(geonameid="2", latitude=""), ":2:5 has ''"),
        (row(geonameid="2", population="many"), ":2:15 has population 'many'"),
        (row(), ":2 repeats record geonames.90000001 of row 1"),
    ],
)
def test_a_broken_row_stops_the_reading_with_its_number(tmp_path, broken, says):
    with pytest.raises(DatasetError, match=says) as caught:
        gazetteer_with(write(tmp_path, row(), broken))
    assert "dump.tsv" in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


def test_a_file_that_is_not_utf_8(tmp_path):
    with pytest.raises(DatasetError, match=r"dump.tsv:1:\d+ is not UTF-8"):
        gazetteer_with(write(tmp_path, row(), encoding="cp949"))


@pytest.mark.parametrize("content", [b"", b"\n\n"])
def test_an_empty_file(tmp_path, content):
    path = tmp_path / "dump.tsv"
    path.write_bytes(content)
    with pytest.raises(DatasetError, match="is empty"):
        gazetteer_with(path)


def test_a_missing_file_and_a_folder(tmp_path):
    for path in (tmp_path / "nowhere.tsv", tmp_path):
        with pytest.raises(DatasetError, match="cannot be read"):
            gazetteer_with(path)


def test_byte_order_mark_and_dos_line_ends(tmp_path):
    path = tmp_path / "dump.tsv"
    path.write_bytes(b"\xef\xbb\xbf" + row().encode() + b"\r\n")
    assert len(gazetteer_with(path)) == len(load_gazetteer()) + 1


def test_the_commands(tmp_path):
    path = write(tmp_path, row())
    done = run("lookup", "까마귀리", "--gazetteer", path, "--json")
    assert json.loads(done.stdout)["id"] == "geonames.90000001"
    assert "1 places of 1 rows" in done.stderr
    near = json.loads(run("locate", "42.20", "129.20", "--gazetteer", path, "--json").stdout)["places"]
    assert near[0]["id"] == "geonames.90000001"
    bad = run("lookup", "Musan", "--gazetteer", write(tmp_path, "broken"))
    assert (bad.returncode, bad.stdout, len(bad.stderr.splitlines())) == (1, "", 1)
