"""The command line as a person uses it: results, exit codes, one line a problem, nothing half-written."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from commands import run, started

import borderatlas

COMMANDS = ("render", "geocode", "lookup", "locate", "check", "versions", "data info", "data verify", "data rebuild")
HOSTILE = "{{7*7}} {% raw </script> ${1} ``` \u2028 <img src=x onerror=alert(1)>"
KEYS = [
    "report", "start", "end", "text", "place_id", "name", "kind", "country", "admin1", "lat", "lon", "precision",
    "uncertainty_m", "role", "relation", "river", "river_km", "bank", "border_km", "certainty", "rule",
]  # fmt: skip


def write(folder, name, content):
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.fixture
def report(tmp_path):
    return write(tmp_path, "one.txt", "A guard was shot near Hyesan, a source in Yanggang province said on March 3.\n")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_with_an_example(command):
    done = run(*command.split(), "--help")
    assert done.returncode == 0
    assert f"Example: borderatlas {command}" in " ".join(done.stdout.split())


def test_geocode_prints_the_contract(report):
    done = started("geocode", report)
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [list(line) for line in lines] == [KEYS] * 2
    hyesan, yanggang = lines
    assert hyesan["report"] == "one"
    assert hyesan["text"] == "Hyesan"
    assert hyesan["place_id"] == "kp.ryanggang.hyesan"
    assert (hyesan["river"], hyesan["bank"], hyesan["role"]) == ("yalu", "KP", "incident")
    assert abs(hyesan["lat"] - 41.40) < 0.05
    assert yanggang["place_id"] == "kp.ryanggang"
    assert (yanggang["precision"], yanggang["role"]) == ("province", "source")


def test_offsets_refer_to_the_whole_file_with_its_line_ends(tmp_path):
    text = '---\r\ntitle: "Shots at Onsong"\r\npublisher: RFA\r\n---\r\n\r\nGuards fired in Onsong county.\r\n'
    path = write(tmp_path, "r.md", text)
    lines = [json.loads(line) for line in run("geocode", path).stdout.splitlines()]
    assert [text[x["start"] : x["end"]] for x in lines] == [x["text"] for x in lines] == ["Onsong", "Onsong county"]


def test_geojson_carries_the_footprint(tmp_path):
    path = write(tmp_path, "r.txt", "The Yalu river rose. Patrols in Onsong county doubled. A man fled Hyesan.")
    features = json.loads(run("geocode", path, "--format", "geojson").stdout)["features"]
    kinds = [f["geometry"]["type"] for f in features]
    assert kinds[0] == "LineString"
    assert kinds[1] in {"Polygon", "MultiPolygon"}
    assert kinds[2] == "Point"


def test_geocode_reads_standard_input():
    done = started("geocode", "-", stdin="두만강을 건너 회령시로 갔다.")
    assert [json.loads(line)["place_id"] for line in done.stdout.splitlines()] == [
        "river.tumen",
        "kp.north-hamgyong.hoeryong",
    ]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.txt", b"", "empty"),
        ("binary.txt", bytes(range(256)) * 40, "not text|binary"),
        ("broken.jsonl", b'{"text": "Hyesan"}\n{"text": \n', "broken.jsonl:2"),
    ],
)
def test_bad_input_is_one_line_and_status_1(tmp_path, name, content, says):
    path = write(tmp_path, name, content)
    done = started("geocode", path)
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert re.search(says, done.stderr), done.stderr
    assert name in done.stderr
    assert "Traceback" not in done.stderr


def test_a_missing_file_does_not_stop_the_others(tmp_path, report):
    done = run("geocode", tmp_path / "nowhere.txt", report)
    assert done.returncode == 1
    assert "nowhere.txt" in done.stderr
    assert len(done.stdout.splitlines()) == 2


def test_a_folder_with_no_report(tmp_path):
    done = run("render", tmp_path, "-o", tmp_path / "map.html")
    assert done.returncode == 1
    assert "no report" in done.stderr
    assert not (tmp_path / "map.html").exists()


@pytest.mark.parametrize(
    ("encoding", "text", "place"),
    [
        (
            "euc-kr",
            "양강도 혜산시에서 국경경비대 병사가 압록강을 건너다 체포됐다고 소식통이 전했다. " * 4,
            "kp.ryanggang.hyesan",
        ),
        (
            "gb18030",
            "据消息人士透露，一名朝鲜士兵在吉林省图们市附近越过图们江后被捕，当地警方正在调查。" * 4,
            "cn.jilin.tumen",
        ),
        ("utf-16", "Guards fired at a man in Hyesan, officials said. " * 4, "kp.ryanggang.hyesan"),
    ],
)
def test_other_encodings_are_read_with_a_note(tmp_path, encoding, text, place):
    path = write(tmp_path, "r.txt", text.encode(encoding))
    done = run("geocode", path)
    assert done.returncode == 0, done.stderr
    assert place in {json.loads(line)["place_id"] for line in done.stdout.splitlines()}
    assert "r.txt" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_output_is_not_overwritten_unasked(tmp_path, report):
    out = write(tmp_path, "out.jsonl", "mine")
    done = run("geocode", report, "-o", out)
    assert done.returncode == 1
    assert "--overwrite" in done.stderr
    assert out.read_text() == "mine"
    assert run("geocode", report, "-o", out, "--overwrite").returncode == 0
    assert "Hyesan" in out.read_text()


def test_an_output_that_cannot_be_written(tmp_path, report):
    blocked = write(tmp_path, "file", "x") / "map.html"
    done = run("render", report, "-o", blocked)
    assert done.returncode == 1
    assert "map.html" in done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(p.name for p in tmp_path.iterdir()) == ["file", "one.txt"]


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_without_permission(tmp_path, report):
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    assert run("render", report, "-o", locked / "map.html").returncode == 1


def test_a_report_of_five_megabytes(tmp_path):
    line = "Two men crossed the Tumen River at Musan County on March 3, a source in North Hamgyong province said.\n\n"
    path = write(tmp_path, "long.txt", line * (5_000_000 // len(line)))
    done = run("geocode", path, "-o", tmp_path / "out.jsonl")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out.jsonl").read_text().count("\n") == 3 * (5_000_000 // len(line))


def test_hostile_text_makes_a_correct_map(tmp_path):
    text = f'---\ntitle: "{HOSTILE}"\npublished: "2020-01-02"\n---\n\nIn Hyesan {HOSTILE} guards fired.\n'
    done = run("render", write(tmp_path, "h.md", text), "-o", tmp_path / "m.html", "--title", HOSTILE)
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "m.html").read_text(encoding="utf-8")
    assert "<img src=x" not in page
    assert "</script> ${1}" not in page


def test_render_takes_reports_and_tables_alike(tmp_path, report):
    table = write(tmp_path, "t.csv", "id,latitude,longitude,title\na,41.4,128.2,A point\n")
    done = run("render", report, table, "-o", tmp_path / "m.html")
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(tmp_path / "m.html")
    assert "A point" in (tmp_path / "m.html").read_text(encoding="utf-8")


def test_render_without_sources_draws_the_examples(tmp_path):
    done = run("render", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert Path(done.stdout.strip()) == Path("maps/borderatlas.html")
    assert (tmp_path / "maps" / "borderatlas.html").stat().st_size > 200_000


def test_the_command_and_the_notebook_write_the_same_bytes(tmp_path, report):
    import borderatlas as ba

    run("render", report, "-o", tmp_path / "a.html")
    ba.render_map(ba.draft_incidents(ba.read_reports(report))).save(tmp_path / "b.html")
    assert (tmp_path / "a.html").read_bytes() == (tmp_path / "b.html").read_bytes()


@pytest.mark.parametrize("name", ["양강도", "Yanggang province", "Ryanggang", "兩江道"])
def test_lookup(name):
    done = run("lookup", name)
    assert done.returncode == 0
    assert done.stdout.startswith("kp.ryanggang ")


def test_lookup_of_a_name_that_is_not_there():
    done = run("lookup", "Hyesann")
    assert done.returncode == 1
    assert "did you mean Hyesan" in done.stderr


def test_locate():
    done = run("locate", "41.40", "128.18", "--json")
    found = json.loads(done.stdout)
    assert (found["country"], found["admin1"], found["unit"]) == ("KP", "Ryanggang", "Hyesan")
    assert (found["river"]["river"], found["river"]["bank"]) == ("yalu", "KP")
    swapped = run("locate", "128.18", "41.40")
    assert swapped.returncode == 1
    assert "swapped" in swapped.stderr


def test_wrong_usage_is_status_2():
    assert started("locate", "north", "128").returncode == 2
    assert run("geocode").returncode == 2
    assert run("draw").returncode == 2


@pytest.mark.parametrize(
    "arguments", [["lookup", "양강도"], ["lookup", "Hyesann"], ["locate", "north", "128"], ["--help"]]
)
def test_a_process_says_what_the_tests_hear_in_theirs(arguments):
    here, there = run(*arguments), started(*arguments)
    assert here.returncode == there.returncode
    told, heard = (re.sub(r"python -m [\w.]+", "borderatlas", f"{d.stdout}\n---\n{d.stderr}") for d in (here, there))
    assert told == heard  # but for how the program was called, which click knows


@pytest.mark.parametrize("asked", ["--version", "-V"])
def test_the_version_is_one_line_and_needs_nothing_heavy(asked):
    code = (
        "import sys\nfrom borderatlas.cli import main\n"
        f"try:\n    main([{asked!r}])\nexcept SystemExit as left:\n    status = left.code\n"
        "heavy = {'pandas', 'geopandas', 'folium', 'shapely', 'numpy', 'pyproj'}\n"
        "print(status, sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [f"borderatlas {borderatlas.__version__}", "0 []"]
    assert done.stderr == ""


def test_help_tells_each_command_in_a_whole_line():
    for words in ([], ["data"]):
        told = run(*words, "--help").stdout
        assert "--help" in told
        listed = told.partition("Commands:\n")[2]
        assert listed
        assert "..." not in listed


def test_versions_and_info():
    assert "folium 0.20" in run("versions").stdout
    info = run("data", "info").stdout
    assert "ODbL" in info
    assert "distinct names" in info
    assert "from memory" in run("data", "info", "--defects").stdout


def test_data_verify():
    done = run("data", "verify")
    assert done.returncode == 0, done.stderr


def test_a_table_may_name_its_places_and_given_points_are_never_moved(tmp_path):
    from borderatlas.atlas import gather_incidents

    rows = "id,place_name,latitude,longitude\na,Hyesan,,\nb,Onsong county,,\nc,Nowhereville,,\nd,Hyesan,41.5,128.3\n"
    table = write(tmp_path, "t.csv", rows)
    notes = []
    found = gather_incidents([str(table)], on_note=notes.append).set_index("id")
    assert found.loc["a", "place_id"] == "kp.ryanggang.hyesan"
    assert found.loc["a", "precision"] == "settlement"
    assert found.loc["b", "geometry"].geom_type in {"Polygon", "MultiPolygon"}
    assert found.loc["c", "precision"] == "unlocated"
    assert (found.loc["d", "latitude"], found.loc["d", "longitude"]) == (41.5, 128.3)
    assert len(notes) == 1
    assert "Nowhereville" in notes[0]
    done = run("render", table, "-o", tmp_path / "m.html")
    assert done.returncode == 0, done.stderr
