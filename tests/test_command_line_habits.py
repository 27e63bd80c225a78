"""Habits of the command line: formats by suffix, pipes that close early, standard input, and options that sisters share."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import geopandas as gpd
import pandas as pd
import pytest
import typer

from borderatlas.cli import app, main

TEXT = "A guard was shot near Hyesan on 12 May 2019, a resident said. Trucks were stopped in Musan.\n"
TABLE = "Date,Place,What happened,Link\n2019-05-12,Hyesan,Shots,https://a.example/1\n2019-05-13,Musan,Trucks,https://a.example/2\n"
POINTS = json.dumps({
    "type": "FeatureCollection",
    "features": [{"type": "Feature", "properties": {"title": "Shots"}, "geometry": {"type": "Point", "coordinates": [128.18, 41.4]}}],
})  # fmt: skip


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "one.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def command(monkeypatch, capsys):
    """Run a command in this process, with standard input, and give its status and what it said."""

    def run(*arguments, stdin=b""):
        data = stdin if isinstance(stdin, bytes) else stdin.encode()
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(data)))
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        return SimpleNamespace(status=ended.value.code or 0, out=printed.out, err=printed.err)

    return run


# --- the suffix says the format


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("x.csv", lambda path: list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))),
        ("x.jsonl", lambda path: [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]),
        ("x.geojson", lambda path: [f["properties"] for f in json.loads(path.read_text(encoding="utf-8"))["features"]]),
        ("x.json", lambda path: [f["properties"] for f in json.loads(path.read_text(encoding="utf-8"))["features"]]),
        ("x.parquet", lambda path: pd.read_parquet(path).to_dict("records")),
        ("x.geoparquet", lambda path: gpd.read_parquet(path).to_dict("records")),
        ("X.CSV", lambda path: list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))),
    ],
)
def test_geocode_writes_what_the_suffix_says(tmp_path, command, report, name, read):
    done = command("geocode", report, "-o", tmp_path / name)
    assert (done.status, done.err) == (0, "")
    assert [row["name"] for row in read(tmp_path / name)] == ["Hyesan", "Musan"]


def test_a_suffix_that_says_another_format_is_told(tmp_path, command, report):
    done = command("geocode", report, "-o", tmp_path / "x.geojson", "--format", "csv")
    assert done.status == 0
    assert done.err == f"{tmp_path / 'x.geojson'}: is written as csv, as --format says, though its name says geojson\n"
    assert (tmp_path / "x.geojson").read_text(encoding="utf-8").startswith("report,start,end")
    done = command("geocode", report, "-o", tmp_path / "x.parquet", "--format", "geoparquet")
    assert (done.status, done.err) == (0, ""), "GeoParquet is Parquet"


def test_a_suffix_that_says_none_is_wrong_usage_unless_the_format_is_named(tmp_path, command, report):
    done = command("geocode", report, "-o", tmp_path / "x.xls")
    assert done.status == 2
    said = " ".join(done.err.split())
    assert all(suffix in said for suffix in (".jsonl", ".csv", ".geojson", ".parquet", "--format"))
    assert list(tmp_path.iterdir()) == [report]
    assert command("geocode", report, "-o", tmp_path / "x.xls", "--format", "jsonl").status == 0


def test_parquet_does_not_go_to_standard_output(command, report):
    done = command("geocode", report, "--format", "parquet")
    assert done.status == 2
    assert "-o FILE.parquet" in " ".join(done.err.split())


def test_no_file_of_nothing_is_written(tmp_path, command):
    for name in ("x.jsonl", "x.csv", "x.geojson", "x.parquet"):
        assert command("geocode", tmp_path / "missing.txt", "-o", tmp_path / name).status == 1
    assert command("geocode", tmp_path / "missing.txt", "-o", tmp_path / "x.txt", "--explain").status == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ("geocode", "--processes", "2", "-o", "x.csv"), ("geocode", "--scheduler", "tcp://h:1"), ("geocode", "--engine", "dask"),
        ("draft", "--processes", "2"), ("draft", "--format", "jsonl", "-o", "x.csv"), ("draft", "--overwrite", "-o", "x.csv"),
        ("geocode", "--texts", "t", "-o", "folder"),
    ],
)  # fmt: skip
def test_an_option_that_would_be_passed_over_is_wrong_usage(tmp_path, monkeypatch, command, report, arguments):
    monkeypatch.chdir(tmp_path)
    done = command(*arguments, report)
    assert done.status == 2, done.err
    assert [path for path in tmp_path.iterdir() if path != report] == []


# --- readers that close early


@pytest.mark.parametrize(
    "arguments",
    [
        "geocode many", "lookup Musan --limit 500", "locate 41.4 128.18", "draft many", "data info", "data info --defects",
        "export incidents.csv -o x.geojson --overwrite", "--help", "check incidents.csv", "versions",
    ],
)  # fmt: skip
def test_a_reader_that_closes_early_ends_it_quietly(tmp_path, arguments):
    (tmp_path / "many").mkdir()
    for number in range(40):
        (tmp_path / "many" / f"{number}.txt").write_text(TEXT * 20, encoding="utf-8")
    (tmp_path / "incidents.csv").write_text(TABLE, encoding="utf-8")
    reading, writing = os.pipe()
    os.close(reading)  # nobody will ever read
    environment = {**os.environ, "PYTHONUNBUFFERED": ""}
    done = subprocess.run(
        [sys.executable, "-m", "borderatlas", *arguments.split()],
        stdout=writing, stderr=subprocess.PIPE, cwd=tmp_path, text=True, check=False, timeout=240, env=environment,
    )  # fmt: skip
    os.close(writing)
    said = [line for line in done.stderr.splitlines() if "incidents.csv" not in line]
    assert said == []
    assert done.returncode == 141, "128 + SIGPIPE, as a shell shows it for cat"


def test_head_gets_its_line_and_nothing_else_is_said(tmp_path):
    (tmp_path / "many.txt").write_text(TEXT * 3000, encoding="utf-8")
    shell = f'"{sys.executable}" -m borderatlas geocode many.txt | head -1; echo "${{PIPESTATUS[0]}}"'
    done = subprocess.run(["bash", "-c", shell], capture_output=True, cwd=tmp_path, text=True, check=False, timeout=240)
    line, status = done.stdout.splitlines()
    assert json.loads(line)["name"] == "Hyesan"
    assert (status, done.stderr) == ("141", "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_an_output_that_takes_nothing_is_a_line(tmp_path):
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = subprocess.run(
            [sys.executable, "-m", "borderatlas", "lookup", "Musan"],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=240,
        )  # fmt: skip
    assert done.returncode == 1
    assert done.stderr.startswith("-: cannot be ")
    assert len(done.stderr.splitlines()) == 1


# --- standard input


def test_a_report_by_standard_input_is_prose(command):
    done = command("geocode", "-", stdin=TEXT)
    assert [json.loads(line)["report"] for line in done.out.splitlines()] == ["stdin", "stdin"]
    assert done.err == ""


@pytest.mark.parametrize(
    "prose",
    [
        "Hyesan, North Korea\n\nGuards fired, a source said.\n", "Shots in Hyesan, Musan, Onsong\nGuards fired at night, they said.\n",
        "{Hyesan} was closed.\n", "[Hyesan] Guards fired.\n", "혜산, 무산, 온성에서 총격\n소식통이 전했다.\n", "Hyesan\n", "Hyesan; Musan",
        "Date: 12 May 2019, Place: Hyesan\nGuards fired, they said, at a man.\n",
    ],
)  # fmt: skip
def test_prose_stays_prose_whatever_its_commas(command, prose):
    done = command("geocode", "-", stdin=prose)
    assert done.status == 0, done.err
    assert {json.loads(line)["report"] for line in done.out.splitlines()} == {"stdin"}


def test_json_lines_and_pages_and_corpora_by_standard_input(command):
    lines = json.dumps({"id": "a", "text": TEXT}) + "\n" + json.dumps({"id": "b", "text": "In Onsong."}) + "\n"
    done = command("geocode", "-", stdin=lines)
    assert {json.loads(line)["report"] for line in done.out.splitlines()} == {"a", "b"}
    page = f"<!DOCTYPE html><html><head><title>Shots</title></head><body><article><p>{TEXT}</p></article></body></html>"
    done = command("geocode", "-", stdin=page)
    assert {json.loads(line)["name"] for line in done.out.splitlines()} == {"Hyesan", "Musan"}
    done = command("geocode", "-", stdin='id,text\nr1,"Guards fired in Hyesan, a source said."\n')
    assert {json.loads(line)["report"] for line in done.out.splitlines()} == {"r1"}


TABLES = {
    "csv": TABLE, "tabs": TABLE.replace(",", "\t"), "semicolons": TABLE.replace(",", ";"), "points": POINTS,
    "korean": "날짜,장소,내용,출처\n2019-05-12,혜산,총격,RFA\n", "cp949": "날짜,장소,내용,출처\n2019-05-12,혜산,총격,RFA\n".encode("cp949"),
    "chinese": "日期,地点,事件,来源\n2019-05-12,丹东,走私,新华社\n", "header": "id,latitude,longitude\n",
    "plain": "alpha,beta,place\n1,2,Hyesan\n",
}  # fmt: skip


@pytest.mark.parametrize("name", ["csv", "tabs", "semicolons", "points", "chinese", "plain"])
@pytest.mark.parametrize("task", ["geocode", "draft"])
def test_a_table_by_standard_input_is_no_prose(command, name, task):
    done = command(task, "-", stdin=TABLES[name])
    assert done.status == 1
    [line] = done.err.splitlines()
    assert line.startswith("-:")
    assert ";" in line, "what would be right"
    assert "Hyesan" not in done.out


@pytest.mark.parametrize("name", TABLES)
def test_check_and_export_take_a_table_by_standard_input(tmp_path, command, name):
    done = command("check", "-", stdin=TABLES[name])
    assert done.status == 0, done.err
    assert done.out.startswith("-: nothing wrong")
    assert "borderatlas-" not in done.err, "the file that it stands in is nobody's business"
    assert command("export", "-", "-o", tmp_path / "x.geojson", stdin=TABLES[name]).status == 0
    features = json.loads((tmp_path / "x.geojson").read_text(encoding="utf-8"))["features"]
    assert len(features) == {"csv": 2, "tabs": 2, "semicolons": 2, "header": 0}.get(name, 1)


def test_render_takes_tables_and_reports_by_standard_input(tmp_path, command):
    for name, given in (("table", TABLE), ("report", TEXT)):
        done = command("render", "-", "-o", tmp_path / f"{name}.html", stdin=given)
        assert done.status == 0, done.err
    binary = tmp_path / "t.parquet"
    pd.DataFrame({"place_name": ["Hyesan"], "event_type": ["smuggling"]}).to_parquet(binary)
    assert command("render", "-", "-o", tmp_path / "p.html", stdin=binary.read_bytes()).status == 0


def test_problems_of_a_table_by_standard_input_name_its_lines(command):
    done = command("check", "-", stdin="date,latitude,longitude\nnever,41.4,128.2\n2019-05-12,91,128.2\n")
    assert done.status == 1
    assert any(line.startswith("-:3:2 latitude") for line in done.err.splitlines()), done.err


def test_the_notebook_refuses_a_table_by_standard_input_too(monkeypatch):
    import borderatlas as ba
    from borderatlas.errors import ReportError

    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(POINTS.encode())))
    with pytest.raises(ReportError, match=r"-: holds GeoJSON, no report's text; save it as a \.geojson file"):
        ba.read_reports("-")


def test_a_table_with_the_suffix_of_a_text_is_told(tmp_path, command):
    (tmp_path / "t.txt").write_text("id,latitude,longitude,text\n1,41.4,128.2,In Hyesan.\n", encoding="utf-8")
    done = command("geocode", tmp_path / "t.txt")
    assert done.err == f"{tmp_path / 't.txt'}: looks like CSV, read as text; a table or corpus ends in .csv\n"


def test_what_geocode_prints_is_no_report(tmp_path, command, report):
    mentions = command("geocode", report).out
    (tmp_path / "m.jsonl").write_text(mentions, encoding="utf-8")
    for source, given in ((tmp_path / "m.jsonl", ""), ("-", mentions)):
        done = command("draft", source, stdin=given)
        assert done.status == 1
        assert "a mention, as geocode prints it, no report" in done.err


# --- one option, one meaning


def options():
    """Give the options of each command: name → (help, type)."""
    found = {}
    for name, command in typer.main.get_command(app).commands.items():
        for own, one in getattr(command, "commands", {name: command}).items():
            found[own] = {
                option: parameter.help
                for parameter in one.params for option in parameter.opts if option.startswith("--")
            }  # fmt: skip
    return found


_THEIR_OWN = {"--format", "--output", "--help"}  # each command has its own forms of output


def test_the_same_option_has_the_same_help_everywhere():
    said = {}
    for name, given in options().items():
        for option, text in given.items():
            if option not in _THEIR_OWN:
                said.setdefault(option, {}).setdefault(text, []).append(name)
    assert {option: texts for option, texts in said.items() if len(texts) > 1} == {}


GROUND = {"--boundaries", "--name-column", "--gazetteer"}
READS_TABLES = {"--columns", "--dates"}
PUBLISHES = {"--publish", "--keep"}


@pytest.mark.parametrize(
    ("name", "has"),
    [
        ("render", GROUND | READS_TABLES | PUBLISHES | {"--text-column", "--title", "--overwrite"}),
        ("figure", GROUND | READS_TABLES | PUBLISHES | {"--text-column", "--title", "--overwrite"}),
        ("export", GROUND | READS_TABLES | PUBLISHES | {"--overwrite", "--scheme"}),
        ("check", GROUND | READS_TABLES | {"--text-column"}),
        ("geocode", GROUND | {"--text-column", "--overwrite", "--processes"}),
        ("draft", GROUND | {"--text-column", "--overwrite", "--processes"}),
        ("locate", GROUND | {"--format", "--json"}), ("lookup", {"--gazetteer", "--format", "--json"}),
    ],
)  # fmt: skip
def test_sisters_have_the_same_options(name, has):
    assert has <= set(options()[name])


def test_columns_acled_is_the_old_way(tmp_path, command):
    (tmp_path / "t.csv").write_text(TABLE, encoding="utf-8")
    new = command("export", tmp_path / "t.csv", "-o", tmp_path / "a.csv", "--scheme", "acled")
    old = command("export", tmp_path / "t.csv", "-o", tmp_path / "b.csv", "--columns", "acled")
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()
    assert "--scheme acled" in old.err
    assert "--scheme" not in new.err
    assert b"event_id_cnty" in (tmp_path / "a.csv").read_bytes()


# --- what the new options do

SEAT = [[129.19, 42.21], [129.22, 42.21], [129.22, 42.24], [129.19, 42.24], [129.19, 42.21]]
MUSAN = [[129.0, 42.1], [129.4, 42.1], [129.4, 42.4], [129.0, 42.4], [129.0, 42.1]]


def write_county(path, ring):
    shape = {"type": "Polygon", "coordinates": [ring]}
    feature = {"type": "Feature", "properties": {"name": "Musan"}, "geometry": shape}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    return path


@pytest.fixture
def own_county(tmp_path):
    return write_county(tmp_path / "counties.geojson", MUSAN)


@pytest.fixture
def own_place(tmp_path):
    path = tmp_path / "dump.tsv"
    fields = [
        "990001",
        "Qqorvan",
        "Qqorvan",
        "",
        "42.20",
        "129.20",
        "P",
        "PPL",
        "KP",
        "",
        "17",
        "",
        "",
        "",
        "0",
        "",
        "",
        "",
        "2020-01-01",
    ]
    path.write_text("\t".join(fields) + "\n", encoding="utf-8")
    return path


def test_export_stands_on_the_users_ground(tmp_path, command, own_county, own_place):
    table = tmp_path / "t.csv"
    table.write_text("place_name,precision\nMusan county,county\nQqorvan,\n", encoding="utf-8")
    out = tmp_path / "x.geojson"
    done = command("export", table, "-o", out, "--boundaries", own_county, "--gazetteer", own_place)
    assert done.status == 0, done.err
    county, village = json.loads(out.read_text(encoding="utf-8"))["features"]
    assert gpd.read_file(out).geometry[0].bounds == (129.0, 42.1, 129.4, 42.4)
    assert county["properties"]["outline"] == "given"
    assert village["geometry"]["coordinates"] == [129.2, 42.2]
    done = command(
        "export", table, "-o", out, "--overwrite", "--publish", "--boundaries", own_county, "--gazetteer", own_place
    )
    assert done.status == 0, done.err
    assert all(f["geometry"]["type"] != "Point" for f in json.loads(out.read_text(encoding="utf-8"))["features"])
    assert "Qqorvan" not in out.read_text(encoding="utf-8")


def test_check_knows_the_users_ground(tmp_path, command, own_county, own_place):
    table = tmp_path / "t.csv"
    table.write_text("place_name,source_url\nQqorvan,https://a.example\n", encoding="utf-8")
    assert "no place is called 'Qqorvan'" in command("check", table).err
    assert "Qqorvan" not in command("check", table, "--gazetteer", own_place).err
    far = tmp_path / "far.csv"
    far.write_text(
        "place_id,latitude,longitude,source_url\nkp.north-hamgyong.musan,42.0,128.93,https://a.example\n",
        encoding="utf-8",
    )
    assert command("check", far).status == 0
    write_county(own_county, SEAT)
    done = command("check", far, "--boundaries", own_county)
    assert done.status == 1
    assert "Musan lies" in done.err


def test_figure_publishes_and_takes_anothers_columns(tmp_path, command):
    pytest.importorskip("matplotlib")
    table = tmp_path / "t.csv"
    table.write_text("Wo,Wann,latitude,longitude,quote\nx,3/4/2019,41.40123,128.18123,secret words\n", encoding="utf-8")
    out = tmp_path / "f.svg"
    done = command(
        "figure", table, "-o", out, "--columns", "place_name=Wo,date_start=Wann", "--dates", "month-first", "--publish"
    )
    assert done.status == 0, done.err
    drawn = out.read_text(encoding="utf-8")
    assert "Generalised for publication" in drawn
    assert "secret" not in drawn


def test_a_text_column_may_be_named_wherever_reports_are_read(tmp_path, command):
    corpus = tmp_path / "c.csv"
    corpus.write_text("nr,words\nr1,A guard was shot dead near Hyesan on March 3 2019.\n", encoding="utf-8")
    assert command("render", corpus, "-o", tmp_path / "a.html").status == 1
    assert command("render", corpus, "-o", tmp_path / "a.html", "--text-column", "words").status == 0
