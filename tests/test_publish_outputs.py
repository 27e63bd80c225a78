"""Two tables and two folders of reports that differ in all that is finer than allowed give the same files, byte for byte.

So nothing withheld is in an output in any form: not in metadata, statistics, hashes, free pages, vertices, order or names.
"""

from __future__ import annotations

import json
import random

import geopandas as gpd
import pytest
import shapely
from leaks import leaks_in

import borderatlas as ba
from borderatlas.cli import main
from borderatlas.incidents.exporting import EXPORTS
from borderatlas.layers import areas

COUNTIES = ("kp.north-hamgyong.onsong", "kp.ryanggang.hyesan", "cn.liaoning.dandong", "cn.jilin.tumen")
KINDS = ("exact", "settlement", "", "reach", "province")
OUTPUTS = [
    *(("export", kind, ()) for kind in sorted(EXPORTS)),
    *(("export", kind, ("--scheme", "acled")) for kind in (".csv", ".geojson")),
    *(("figure", kind, ("--kind", sheet)) for kind in (".svg", ".pdf", ".png") for sheet in ("sheet", "profile")),
    *(("render", ".html", more) for more in ((), ("--compat",), ("--aggregate",), ("--title", "A title"))),
]


def spot(county, chance):
    whole = areas.area(county)
    west, south, east, north = whole.bounds
    inside = whole.buffer(-0.003)
    while not inside.contains(found := shapely.Point(chance.uniform(west, east), chance.uniform(south, north))):
        pass
    return found


def row(number, word, chance):
    """Give a row whose public part hangs on its number alone, and all that is finer on `word` and chance."""
    public = random.Random(number)
    county, kind = public.choice(COUNTIES), public.choice(KINDS)
    day = f"{public.randint(2005, 2024)}-{public.randint(1, 12):02d}-{chance.randint(1, 28):02d}"
    point = spot(county, chance)
    found = {name: f"{word}{name}{number}" for name in (
        "id", "title", "quote", "publisher", "source_title", "draft_hash", "reviewer", "rule", "candidates", "name_verbatim",
        "place_name", "place_name_local", "anchor_ids", "source_place_ids", "source_place_names", "admin1", "admin2", "outline",
        "information_withheld", "data_generalizations", f"{word}column",
    )}  # fmt: skip
    found |= {
        "report": f"{word}-{day}", "source_url": f"https://{word}.example/{day}", "provenance": json.dumps({"text": word}),
        "date_start": day, "date_end": day, "source_date": day, "date_reported": day, "reviewed_at": f"{day}T10:00:00",
        "quote_start": chance.randint(0, 99), "quote_end": chance.randint(100, 999), "distance_m": chance.uniform(1, 9999),
        "border_distance_m": chance.uniform(-9, 9), "bearing": chance.uniform(0, 359), "uncertainty_m": chance.uniform(1, 2000),
        "event_type": public.choice(["shooting", "smuggling", "nothing known"]), "place_id": county, "precision": kind,
        "location_role": "incident", "review_status": "accepted", "language": "ko",
        "latitude": point.y, "longitude": point.x, "geometry": point.buffer(chance.uniform(0.001, 0.02)),
    }  # fmt: skip
    if kind == "reach":
        km = 10 * public.randint(10, 60)
        found |= {"precision": "river_reach", "river": "yalu", "bank": "KP", "river_km_from": km + chance.uniform(2.1, 4),
                  "river_km_to": km + chance.uniform(5, 7.9)}  # fmt: skip
    if kind == "province":
        found |= {"place_id": county.rpartition(".")[0]}
    return found


def write(folder, word, seed, day):
    """Write a table and a folder of reports under names that tell of both."""
    chance = random.Random(seed)
    rows = [row(number, word, chance) for number in range(14)]
    chance.shuffle(rows)
    table = folder / f"{word}-2013-06-{day}.geojson"
    ba.write_incidents(gpd.GeoDataFrame(rows, geometry="geometry", crs=4326), table)
    reports = folder / f"{word}-reports"
    reports.mkdir()
    (reports / f"2013-06-{day + 1}-{word}.md").write_text(
        f"---\ntitle: {word} title\npublisher: {word} Wire\npublished: 2013-06-{day + 1}\nurl: https://{word}.example/{day}\n---\n"
        f"Guards fired at a boat near Hyesan on June {day}, a resident of Musan named {word.title()} said.\n",
        encoding="utf-8",
    )
    return {"table": table, "reports": reports}


@pytest.fixture(scope="module")
def sources(tmp_path_factory):
    folder = tmp_path_factory.mktemp("published")
    return write(folder, "aleph", 1, 17), write(folder, "bethel", 2, 21)


def published(task, source, target, *more):
    with pytest.raises(SystemExit) as ended:
        main([task, str(source), "-o", str(target), "--publish", "--overwrite", *more])
    assert not ended.value.code
    return target


@pytest.mark.slow
@pytest.mark.parametrize(("task", "kind", "more"), OUTPUTS, ids="".join)
def test_what_is_finer_changes_no_byte(tmp_path, sources, task, kind, more):
    one, other = (published(task, source["table"], tmp_path / f"{n}{kind}", *more) for n, source in enumerate(sources))
    assert one.read_bytes() == other.read_bytes()
    assert leaks_in(one, ["aleph", "Aleph", "bethel"]) == set()
    assert one.stat().st_size > 1000


@pytest.mark.slow
@pytest.mark.parametrize(("task", "kind"), [("render", ".html"), ("figure", ".svg")])
def test_nor_do_reports_that_say_it_of_another_day(tmp_path, sources, task, kind):
    one, other = (published(task, source["reports"], tmp_path / f"{n}{kind}") for n, source in enumerate(sources))
    assert one.read_bytes() == other.read_bytes()
    assert leaks_in(one, ["aleph", "Aleph", "June 17", "2013-06-17", "2013-06-18", "Musan named"]) == set()


def test_not_published_they_differ(tmp_path, sources):
    """The comparison is worth something: without --publish the same two tables give other bytes."""
    files = [tmp_path / f"{n}.csv" for n in range(2)]
    for source, target in zip(sources, files, strict=True):
        with pytest.raises(SystemExit):
            main(["export", str(source["table"]), "-o", str(target)])
    assert files[0].read_bytes() != files[1].read_bytes()
    assert leaks_in(files[0], ["aleph"]) == {"aleph"}
