"""The checks of the data: each finds what it is for, at its line, and nothing in the data that ships."""

import csv
import json
import re
import shutil
from functools import cache

import pytest
from commands import run

from borderatlas import holdings
from borderatlas.gazetteer import check_ground
from borderatlas.gazetteer.checks import CHECKS, COLUMNS, check_data
from borderatlas.gazetteer.places import load_gazetteer
from borderatlas.layers import areas, datasets

LINE = re.compile(r"data/[\w./-]+(:\d+(:\d+)?)?:? .+")


@pytest.fixture
def root(tmp_path):
    """A copy of the tables with a descriptor of their own; the layers stay the program's."""
    (tmp_path / "gazetteer").mkdir()
    for table in COLUMNS:
        shutil.copy(datasets.data_root() / "gazetteer" / f"{table}.csv", tmp_path / "gazetteer")
    return declare(tmp_path)


def declare(root):
    """Declare the files as they are, so that only what a test breaks on purpose is a problem."""
    entries = [
        {"path": f"gazetteer/{table}.csv", "bytes": path.stat().st_size, "hash": datasets.digest(path)}
        for table in COLUMNS
        for path in [root / "gazetteer" / f"{table}.csv"]
    ]
    (root / "datapackage.json").write_text(json.dumps({"resources": entries}))
    return root


def edit(root, table, of, /, **values):
    """Change the first row of a place; give the number of its line."""
    path = root / "gazetteer" / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    key = COLUMNS[table][0]
    at = next(n for n, r in enumerate(rows) if r[key] == of)
    rows[at] |= values
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS[table], lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    declare(root)
    return at + 2


@cache
def shipped():
    return frozenset(check_data())


def found(root):
    return [line for line in check_data(root) if line not in shipped()]


HYESAN, MUSAN = "kp.ryanggang.hyesan", "kp.north-hamgyong.musan"
CHANGBAI, FRIENDSHIP = "cn.jilin.changbai", "crossing.sino-korean-friendship-bridge"


def test_the_data_that_ships_is_sound():
    assert list(check_data()) == []


def test_a_copy_is_as_sound(root):
    assert found(root) == []


@pytest.mark.parametrize(
    ("table", "place_id", "values", "column", "says"),
    [
        ("places", HYESAN, {"kind": "town"}, "kind", "'town' is not of the form"),
        ("places", HYESAN, {"longitude": "128.2"}, "longitude", "'128.2' is not of the form"),
        ("places", HYESAN, {"parent_id": "kp.nowhere"}, "parent_id", "kp.nowhere is not there"),
        ("places", HYESAN, {"source_ids": "hearsay"}, "source_ids", "hearsay is not there"),
        ("places", HYESAN, {"source_ids": ""}, "source_ids", "'' is not of the form"),
        ("places", HYESAN, {"parent_id": HYESAN}, "parent_id", "leads into a ring"),
        ("places", HYESAN, {"carries": "rail"}, "carries", "only crossings carry"),
        ("places", FRIENDSHIP, {"carries": "ships"}, "carries", "'ships' is not of the form"),
        ("places", FRIENDSHIP, {"status": ""}, "status_date", "of no status"),
        ("places", FRIENDSHIP, {"carries_source_id": ""}, "carries_source_id", "needs its source"),
        ("twins", CHANGBAI, {"twin_id": "kp.nowhere"}, "twin_id", "kp.nowhere is not there"),
        ("twins", CHANGBAI, {"twin_id": "cn.jilin.tumen"}, "twin_id", "lie in one country"),
        ("twins", CHANGBAI, {"twin_id": "kp.chagang.manpo"}, "twin_id", "is not across from"),
        ("twins", CHANGBAI, {"via_id": ""}, "place_id", "a via_id for a crossing only"),
        ("places", HYESAN, {"place_id": MUSAN}, "place_id", "stands there twice"),
        ("places", HYESAN, {"place_id": "zz.hyesan"}, "name", "has no row in names.csv"),
        ("places", HYESAN, {"latitude": ""}, "latitude", "one coordinate without the other"),
        ("places", HYESAN, {"location_precision": "none"}, "location_precision", "'none' with the point"),
        ("places", HYESAN, {"uncertainty_m": "0"}, "uncertainty_m", "without its uncertainty"),
        ("places", HYESAN, {"latitude": "51.397560"}, "longitude", "is outside KP"),
        ("places", HYESAN, {"parent_id": "kp.chagang"}, "parent_id", "km outside kp.chagang"),
        ("places", HYESAN, {"parent_id": MUSAN}, "parent_id", "km outside kp.north-hamgyong.musan"),
        ("places", HYESAN, {"river_km": "300"}, "river_km", "the layers give yalu km"),
        ("places", HYESAN, {"river_km": "9000"}, "river_km", "beyond the mouth"),
        ("places", HYESAN, {"river_km": ""}, "river_km", "a river without its kilometre"),
        ("places", HYESAN, {"border_km": "7.5"}, "border_km", "is off by"),
        ("names", HYESAN, {"name": "x"}, "name", "two characters or more"),
        ("names", HYESAN, {"name": "Hyesa\u0306n"}, "name", "wanted NFC"),
        ("names", HYESAN, {"name": "Hye’san"}, "name", "a plain apostrophe"),
        ("names", HYESAN, {"script": "Hang", "name": "Hyesan-x"}, "script", "is in Latn, not Hang"),
        ("names", HYESAN, {"needs": "luck"}, "needs", "'luck' is not of the form"),
        ("names", HYESAN, {"valid_from": "1990", "valid_to": "1980"}, "valid_to", "1980 is before 1990"),
        ("names", HYESAN, {"valid_from": "1990-13", "valid_to": "1999"}, "valid_from", "no such dates"),
        ("names", HYESAN, {"source_id": "hearsay"}, "source_id", "hearsay is not there"),
    ],
)
def test_each_check_finds_what_it_is_for(root, table, place_id, values, column, says):
    line = edit(root, table, place_id, **values)
    where = f"data/gazetteer/{table}.csv:{line}:{COLUMNS[table].index(column) + 1} {column}: "
    told = found(root)
    assert any(problem.startswith(where) and says in problem for problem in told), told
    assert all(LINE.fullmatch(problem) for problem in told), told


def test_a_point_on_the_wrong_bank(root):
    line = edit(
        root,
        "places",
        HYESAN,
        latitude="41.440000",
        longitude="128.120000",
        parent_id="",
        river="",
        river_km="",
        bank="",
    )
    assert areas.country_at(128.12, 41.44) == "CN"
    edit(root, "places", HYESAN, border_km="5.0")
    assert any(f"places.csv:{line}:6 country:" in problem and "inside CN" in problem for problem in found(root))


def test_a_bank_that_is_not_the_countrys(root):
    line = edit(root, "places", HYESAN, bank="CN")
    assert any(f"places.csv:{line}:" in problem and "has bank CN" in problem for problem in found(root)) == (
        float(next(p for p in load_gazetteer() if p.id == HYESAN).border_km) * 1000 > check_ground.BANK_TOLERANCE_M
    )


def test_a_crossing_with_both_ends_on_one_bank(root):
    line = edit(root, "places", "crossing.tumen-border-bridge", end_ids=f"{HYESAN}|{MUSAN}")
    assert any(f":{line}:" in problem and "all its ends in KP" in problem for problem in found(root))


def test_a_changed_file_and_a_missing_one(root):
    path = root / "gazetteer" / "sources.csv"
    path.write_text(path.read_text(encoding="utf-8") + "unused,Title,,,CC0,,\n", encoding="utf-8")
    told = found(root)
    assert any("sources.csv: has" in problem for problem in told)
    assert any("no row rests on unused" in problem for problem in told)
    path.unlink()
    assert any(problem == "data/gazetteer/sources.csv: is missing" for problem in check_data(root))


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"place_id,field\n", ":1 has the columns place_id, field; wanted"),
        (b"place_id,field,value,reason,source_id\r\n", "line feed alone"),
        (b"place_id,field,value,reason,source_id\na,b\n", ":2 has 2 fields; wanted 5"),
        (b"place_id,field,value,reason,source_id\n\xbb\xaf,b,c,d,e\n", ":2 is not UTF-8"),
    ],
)
def test_tables_that_cannot_be_read(root, content, says):
    (root / "gazetteer" / "corrections.csv").write_bytes(content)
    declare(root)
    told = list(check_data(root))
    assert len(told) == 1
    assert told[0].startswith("data/gazetteer/corrections.csv")
    assert says in told[0]


def test_every_check_says_what_it_checks():
    assert len({check.__name__ for check in CHECKS}) == len(CHECKS) >= 12
    assert all(check.__doc__.startswith("Check that ") for check in CHECKS)


def test_the_command(tmp_path):
    done = run("check", "data")
    assert done.returncode == 0, done.stderr
    assert f"all {len(CHECKS)} checks" in done.stdout
    table = tmp_path / "t.csv"
    table.write_text("id,latitude,longitude\na,41.4,128.2\n")
    assert f"{table}: nothing wrong" in run("check", table).stdout
    table.write_text("id,latitude,longitude\na,north,128.2\n")
    bad = run("check", table)
    assert bad.returncode == 1
    assert "t.csv:2:2" in bad.stderr


def test_the_table_of_holdings_adds_up():
    lines = list(holdings.table())
    rows = {line[:14].strip(): line[14:].replace(" %", "%").split() for line in lines[1:]}
    header, total = lines[0].split(), rows["all"]
    gazetteer = load_gazetteer()
    assert header == ["places", "names", "Latn", "Hang", "Hani", "Cyrl", "source", "Hang/Hani", "point", "uncertainty"]
    assert total[0] == f"{len(gazetteer):,}"
    assert total[1] == f"{len(gazetteer.by_name):,}"
    assert total[6] == "100%"
    count = lambda title: int(rows[title][0].replace(",", ""))  # noqa: E731
    kinds = {place.kind for place in gazetteer}
    assert sum(count(kind) for kind in kinds) == len(gazetteer)
    assert sum(count(title) for title in rows if title.startswith("in ") or title == "elsewhere") == len(gazetteer)


def test_a_share_is_all_only_when_it_is():
    assert holdings._share(999, 1000) == "99.9 %"
    assert holdings._share(99999, 100000) == "99.9 %"
    assert holdings._share(3, 3) == "100 %"
    assert holdings._share(0, 0) == "–"


def test_defects_are_counted_and_listed():
    lines = list(holdings.defects())
    titles = [line for line in lines if not line.startswith("  ")]
    assert [title.rpartition(":")[0] for title in titles] == list(holdings.DOUBTS)
    for title in titles:
        at = lines.index(title)
        listed = next((n for n, line in enumerate(lines[at + 1 :]) if not line.startswith("  ")), len(lines) - at - 1)
        assert title.endswith(f": {listed:,}")
    for wanted in ("no point", "from memory", "romanised name only", "area is approximate", "share a name"):
        assert any(wanted in title for title in titles), wanted


def test_defects_hold_what_they_say():
    gazetteer = load_gazetteer()
    for line in holdings.romanised_only():
        assert not any(
            "\uac00" <= c <= "\ud7a3" or "\u4e00" <= c <= "\u9fff"
            for n in gazetteer[line.split()[0]].names
            for c in n.text
        )
    with datasets.data_path("gazetteer/places.csv").open(encoding="utf-8", newline="") as file:
        remembered = {
            r["place_id"]
            for r in csv.DictReader(file)
            if "memory" in r["source_ids"] and r["location_precision"] == "approximate"
        }
    assert {line.split()[0] for line in holdings.from_memory()} == remembered
    counties = json.loads(datasets.data_path("gazetteer/counties.geojson").read_text(encoding="utf-8"))["features"]
    assert {line.split()[0] for line in holdings.approximate_areas()} >= {
        f["properties"]["id"] for f in counties if f["properties"]["approximate"]
    }
