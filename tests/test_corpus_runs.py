"""Runs over corpora: the same bytes whoever does the work, nothing lost, a broken run goes on."""

import bz2
import gzip
import io
import json
import lzma
import os
import random
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pytest
from pyarrow import parquet

from borderatlas import settings
from borderatlas.corpus import engines, portions
from borderatlas.corpus.arrow import geocode_batches, schema
from borderatlas.corpus.run import run
from borderatlas.corpus.work import Job
from borderatlas.errors import OutputError, ReportError
from borderatlas.gazetteer.geocoding import geocode
from borderatlas.reports.read import read_reports

REPORTS = Path(__file__).parents[1] / "data" / "reports"
TEXTS = [report.text[report.sections[-1].start :] for report in read_reports(REPORTS)[:40]]


def lines(texts, first=0):
    return "".join(
        json.dumps({"id": f"a{i}", "text": t}, ensure_ascii=False) + "\n" for i, t in enumerate(texts, first)
    ).encode()


@pytest.fixture
def small(monkeypatch):
    """Portions of a few kilobytes, so that a small corpus has many."""
    monkeypatch.setattr(portions, "PORTION_BYTES", 4_000)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    """Twelve files of lines: every one at least a portion."""
    folder = tmp_path_factory.mktemp("corpus")
    for number in range(12):
        (folder / f"{number:02}.jsonl").write_bytes(lines(TEXTS * 2, number * 1000))
    return folder


def job(folder, form="jsonl", **more):
    return Job("geocode", form, str(folder), **more)


def bytes_of(folder):
    return {p.name: p.read_bytes() for p in sorted(Path(folder).iterdir()) if p.is_file()}


def rows_of(folder):
    return [json.loads(line) for p in sorted(Path(folder).glob("part-*.jsonl")) for line in p.read_bytes().splitlines()]


def rejects_of(folder):
    return [json.loads(line) for line in (folder / "rejects.jsonl").read_bytes().splitlines()]


def expected(texts):
    from borderatlas.gazetteer.records import as_record

    return [as_record(p) for r in read_reports_of(texts) for p in geocode(r)]


def read_reports_of(texts):
    from borderatlas.models import Report, Section

    return [Report(f"a{i}", t, (Section("body", 0, len(t)),)) for i, t in enumerate(texts)]


def command(*arguments, **more):
    return subprocess.run(
        [sys.executable, "-m", "borderatlas", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
        **more,
    )


class TestEveryKindOfCorpus:
    @pytest.mark.usefixtures("small")
    def test_gives_what_geocoding_one_by_one_gives(self, tmp_path):
        (tmp_path / "c.jsonl").write_bytes(lines(TEXTS))
        manifest = run([str(tmp_path / "c.jsonl")], job(tmp_path / "out"))
        assert len(manifest["partitions"]) > 4
        assert (manifest["reports"], manifest["rejects"]) == (len(TEXTS), 0)
        assert rows_of(tmp_path / "out") == expected(TEXTS)

    @pytest.mark.usefixtures("small")
    @pytest.mark.parametrize("kind", ["jsonl.gz", "jsonl.bz2", "jsonl.xz", "jsonl.zst", "csv", "parquet"])
    def test_of_one_content_gives_the_same(self, tmp_path, kind):
        path = tmp_path / f"c.{kind}"
        frame = pd.DataFrame({"id": [f"a{i}" for i in range(len(TEXTS))], "text": TEXTS})
        if kind == "csv":
            frame.to_csv(path, index=False)
        elif kind == "parquet":
            frame.to_parquet(path, row_group_size=15)
        else:
            path.write_bytes(packed(kind, lines(TEXTS)))
        manifest = run([str(path)], job(tmp_path / "out"))
        assert len(manifest["partitions"]) > 2
        assert rows_of(tmp_path / "out") == expected(TEXTS)

    def test_single_reports_of_a_folder(self, tmp_path):
        manifest = run([str(REPORTS)], job(tmp_path / "out"))
        assert manifest["reports"] == len(read_reports(REPORTS))

    @pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # the writer leaves files open
    def test_a_web_crawl(self, tmp_path):
        from warcio.statusandheaders import StatusAndHeaders
        from warcio.warcwriter import WARCWriter

        text = "Guards at Hyesan fired on people who crossed the Yalu river on Monday night, a resident said. " * 4
        page = f"<html><head><title>Shots at Hyesan</title></head><body><article><p>{text}</p><p>{text}</p></article></body></html>"
        with (tmp_path / "c.warc.gz").open("wb") as file:
            writer = WARCWriter(file, gzip=True)
            for address, kind in (("http://news.example/1", "text/html"), ("http://news.example/2", "image/png")):
                headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
                writer.write_record(
                    writer.create_warc_record(
                        address, "response", payload=io.BytesIO(page.encode()), http_headers=headers
                    )
                )
        manifest = run([str(tmp_path / "c.warc.gz")], job(tmp_path / "out"))
        assert manifest["reports"] == 1
        assert {r["report"] for r in rows_of(tmp_path / "out")} == {"http://news.example/1"}
        assert {"kp.ryanggang.hyesan", "river.yalu"} <= {r["place_id"] for r in rows_of(tmp_path / "out")}


def packed(kind, data):
    if kind.endswith("zst"):
        import zstandard

        return zstandard.ZstdCompressor().compress(data)
    return {"gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress}[kind.rpartition(".")[2]](data)


class TestWhoeverDoesTheWork:
    def test_parquet_of_one_and_of_two_processes(self, tmp_path, corpus):
        for number in (1, 2):
            done = command(
                "geocode", corpus, "-o", tmp_path / str(number), "--format", "parquet", "--processes", number
            )
            assert done.returncode == 0, done.stderr
            assert "reports" in done.stderr
        assert bytes_of(tmp_path / "1") == bytes_of(tmp_path / "2")
        table = parquet.read_table(tmp_path / "1" / "part-00000-000000.parquet")
        assert table.schema.equals(schema())

    def test_geoparquet_has_the_footprints(self, tmp_path):
        import geopandas

        (tmp_path / "c.jsonl").write_bytes(lines(TEXTS[:5]))
        run([str(tmp_path / "c.jsonl")], job(tmp_path / "out", "geoparquet"))
        frame = geopandas.read_parquet(tmp_path / "out" / "part-00000-000000.parquet")
        assert frame.crs == settings.storage_crs
        assert {"Point", "LineString", "MultiPolygon"} & set(frame.geom_type)

    @pytest.mark.slow
    @pytest.mark.filterwarnings("ignore")
    def test_a_dask_scheduler_over_tcp_with_a_worker_killed(self, tmp_path, corpus):
        assert command("geocode", corpus, "-o", tmp_path / "local", "--processes", 1).returncode == 0
        scheduler, address = started_scheduler(tmp_path)
        workers = [dask_worker(address, tmp_path) for _ in range(2)]
        try:
            going = subprocess.Popen(
                [sys.executable, "-m", "borderatlas", "geocode", corpus, "-o", tmp_path / "dask", "--engine", "dask", "--scheduler", address],
                stderr=subprocess.PIPE, text=True,
            )  # fmt: skip
            wait_for(lambda: list((tmp_path / "dask").glob("part-*")), going)
            os.killpg(workers[0].pid, signal.SIGKILL)
            said = going.communicate(timeout=240)[1]
            assert going.returncode == 0, said
        finally:
            for process in (*workers, scheduler):
                os.killpg(process.pid, signal.SIGKILL)
        assert bytes_of(tmp_path / "dask") == bytes_of(tmp_path / "local")

    def test_a_scheduler_that_is_not_there(self, tmp_path, corpus, monkeypatch):
        monkeypatch.setattr(engines, "_PATIENCE_S", 0.5)
        with pytest.raises(ReportError, match="no Dask scheduler answers"):
            run([str(corpus)], job(tmp_path / "out"), engine=engines.engine_of("dask", 1, "tcp://127.0.0.1:9"))


def started_scheduler(folder):
    log = folder / "scheduler.json"
    process = subprocess.Popen(
        [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", log],
        stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    wait_for(log.is_file, process)
    time.sleep(0.5)
    return process, json.loads(log.read_text())["address"]


def dask_worker(address, folder):
    return subprocess.Popen(
        [sys.executable, "-m", "distributed.cli.dask_worker", address, "--nthreads", "1", "--no-dashboard", "--local-directory", folder / "dask-space"],
        stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip


def wait_for(sign, process, seconds=120):
    end = time.monotonic() + seconds
    while not sign():
        assert time.monotonic() < end
        assert process.poll() is None, process.stderr.read() if process.stderr else ""
        time.sleep(0.02)


class TestResuming:
    @pytest.mark.slow
    @pytest.mark.parametrize("who", [("--processes", "2"), ("--engine", "dask", "--processes", "2")])
    def test_a_run_killed_ten_times_ends_like_one_undisturbed(self, tmp_path, corpus, who):
        chance = random.Random(4)
        assert command("geocode", corpus, "-o", tmp_path / "whole", "--processes", 1).returncode == 0
        kills = 0
        for _ in range(10):
            going = subprocess.Popen(
                [sys.executable, "-m", "borderatlas", "geocode", corpus, "-o", tmp_path / "broken", *who],
                stderr=subprocess.DEVNULL, start_new_session=True,
            )  # fmt: skip
            time.sleep(chance.uniform(0.1, 2.5 if who[0] == "--processes" else 6))
            kills += going.poll() is None
            going.kill()
            going.wait()
        done = command("geocode", corpus, "-o", tmp_path / "broken", *who)
        assert done.returncode == 0, done.stderr
        assert kills
        assert bytes_of(tmp_path / "broken") == bytes_of(tmp_path / "whole")

    def test_what_is_finished_is_not_done_again(self, tmp_path, corpus):
        def broken(found, work):
            for number, portion in enumerate(found):
                if number == 3:
                    msg = "the power is out"
                    raise KeyboardInterrupt(msg)
                yield engines.carry_out(portion, work)

        with pytest.raises(KeyboardInterrupt):
            run([str(corpus)], job(tmp_path / "out"), engine=broken)
        seen = []

        def counted(found, work):
            for portion in found:
                seen.append(portion.name)
                yield engines.carry_out(portion, work)

        assert run([str(corpus)], job(tmp_path / "out"), engine=counted)["resumed"] == 3
        assert len(seen) == 9
        assert run([str(corpus)], job(tmp_path / "out"), engine=counted)["resumed"] == 12
        assert len(seen) == 9

    def test_another_input_is_not_mixed_in(self, tmp_path, corpus):
        run([str(corpus / "00.jsonl")], job(tmp_path / "out"))
        with pytest.raises(
            OutputError, match=r"another run \(.*01\.jsonl is new\); name another folder, or say --overwrite"
        ):
            run([str(corpus / "00.jsonl"), str(corpus / "01.jsonl")], job(tmp_path / "out"))
        with pytest.raises(OutputError, match="other options"):
            run([str(corpus / "00.jsonl")], job(tmp_path / "out", "parquet"))
        assert run([str(corpus / "01.jsonl")], job(tmp_path / "out"), overwrite=True)["resumed"] == 0
        (tmp_path / "mine").mkdir()
        (tmp_path / "mine" / "letter.txt").write_text("dear")
        with pytest.raises(OutputError, match="holds other files"):
            run([str(corpus)], job(tmp_path / "mine"))

    def test_a_full_disk_stops_the_run_and_keeps_what_is_finished(self, tmp_path):
        def limited():
            resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))

        (tmp_path / "big").mkdir()
        (tmp_path / "big" / "00.jsonl").write_bytes(lines(TEXTS))
        (tmp_path / "big" / "01.jsonl").write_bytes(lines(TEXTS * 20))
        done = command("geocode", tmp_path / "big", "-o", tmp_path / "out", "--processes", 1, preexec_fn=limited)
        assert done.returncode == 1
        assert "cannot be written (File too large)" in done.stderr
        assert "Traceback" not in done.stderr
        assert (tmp_path / "out" / "part-00000-000000.jsonl").is_file()
        assert command("geocode", tmp_path / "big", "-o", tmp_path / "out").returncode == 0
        assert command("geocode", tmp_path / "big", "-o", tmp_path / "whole").returncode == 0
        assert bytes_of(tmp_path / "out") == bytes_of(tmp_path / "whole")


class TestBrokenRecords:
    @pytest.mark.usefixtures("small")
    def test_of_lines_are_told_with_position_and_reason_and_the_others_read(self, tmp_path, monkeypatch):
        monkeypatch.setattr(settings, "max_record_bytes", 20_000)
        good = lines(TEXTS).splitlines(keepends=True)
        bad = [
            b'{"id": "x", "text": "\xff\xfe"}\n',
            b'{"id": "x"}\n',
            b'{"text": 3}\n',
            b"\x00\x00\x00\n",
            b"[1]\n",
            b'{"text": "' + b"x" * 50_000 + b'"}\n',
            b"{\n",
        ]
        mixed = [
            line
            for at, one in enumerate(good)
            for line in ([bad[at // 5]] if at % 5 == 0 and at // 5 < len(bad) else []) + [one]
        ]
        (tmp_path / "c.jsonl").write_bytes(b"".join(mixed))
        (tmp_path / "c2.jsonl.gz").write_bytes(gzip.compress(b"".join(mixed)))
        manifest = run([str(tmp_path / "c.jsonl"), str(tmp_path / "c2.jsonl.gz")], job(tmp_path / "out"))
        assert (manifest["reports"], manifest["rejects"]) == (2 * len(good), 2 * len(bad))
        rejects = rejects_of(tmp_path / "out")
        numbers = [at + 1 for at, line in enumerate(mixed) if line in bad]
        for name in ("c.jsonl", "c2.jsonl.gz"):
            told = [r for r in rejects if r["file"].endswith(name)]
            assert [int(r["position"].partition(":")[0]) for r in told] == numbers
            assert all(r["reason"] for r in told)
        assert "more than 20,000 bytes" in rejects[5]["reason"]

    @pytest.mark.usefixtures("small")
    def test_a_torn_archive_is_read_up_to_the_tear(self, tmp_path):
        random_texts = [f"{t} {random.Random(i).random()}" for i, t in enumerate(TEXTS * 3)]
        whole = gzip.compress(lines(random_texts))
        (tmp_path / "c.jsonl.gz").write_bytes(whole[: len(whole) // 2])
        manifest = run([str(tmp_path / "c.jsonl.gz")], job(tmp_path / "out"))
        assert 5 < manifest["reports"] < len(random_texts)
        (reject,) = rejects_of(tmp_path / "out")
        assert int(reject["position"]) == manifest["reports"] + 1
        assert "cannot be read any further" in reject["reason"]

    @pytest.mark.parametrize(
        ("name", "content", "reason"),
        [
            ("c.parquet", b"PAR1 nothing", "no Parquet file"),
            ("c.csv", b"name,count\na,1\n", "no text column"),
            ("c.jsonl", b"", "empty"),
            ("c.jsonl.gz", b"no gzip at all", "cannot be read any further"),
            ("c.warc", b"no warc at all\n\n", "WARC"),
        ],
    )
    def test_a_file_that_is_none_does_not_stop_the_others(self, tmp_path, name, content, reason):
        (tmp_path / "in").mkdir()
        (tmp_path / "in" / name).write_bytes(content)
        (tmp_path / "in" / "z.jsonl").write_bytes(lines(TEXTS[:3]))
        done = command(
            "geocode", tmp_path / "in" / name, tmp_path / "in" / "z.jsonl", "-o", tmp_path / "out", "--processes", 1
        )
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        rejects = rejects_of(tmp_path / "out")
        assert [reason in r["reason"] for r in rejects] == [True], rejects
        assert len({r["report"] for r in rows_of(tmp_path / "out")}) == 3

    def test_a_source_that_is_not_there(self, tmp_path):
        done = command("geocode", tmp_path / "nothing.jsonl", "-o", tmp_path / "out")
        assert (done.returncode, "no such file or folder" in done.stderr) == (1, True)
        assert not (tmp_path / "out").exists()


class TestDrafts:
    def test_of_a_corpus_are_those_of_its_reports(self, tmp_path):
        import geopandas

        import borderatlas as ba

        (tmp_path / "c.jsonl").write_bytes(lines(TEXTS[:12]))
        done = command("draft", tmp_path / "c.jsonl", "-o", tmp_path / "out", "--processes", 1)
        assert done.returncode == 0, done.stderr
        found = geopandas.read_parquet(tmp_path / "out" / "part-00000-000000.parquet")
        drafts = ba.draft_incidents(read_reports(tmp_path / "c.jsonl"))
        assert len(found) > 8
        same = ["report", "event_type", "place_id", "date_start", "quote", "precision"]
        assert found[same].astype(object).where(found[same].notna(), None).to_dict("records") == drafts[same].astype(
            object
        ).where(drafts[same].notna(), None).to_dict("records")
        assert found.crs == settings.storage_crs
        page = command("render", tmp_path / "out" / "part-00000-000000.parquet", "-o", tmp_path / "m.html")
        assert page.returncode == 0, page.stderr


class TestFrames:
    def test_arrow_batches_as_spark_gives_them(self):
        batch = pa.RecordBatch.from_pydict({"id": ["a0", "a1", "a2"], "body": [TEXTS[0], None, TEXTS[1]]})
        (found,) = geocode_batches([batch], text="body")
        assert found.schema.equals(schema())
        rows = expected(TEXTS[:1])
        assert found.to_pylist()[: len(rows)] == rows
        assert {row["report"] for row in found.to_pylist()} == {"a0", "a2"}
        with pytest.raises(ReportError, match="no column 'text' among id, body"):
            list(geocode_batches([batch]))

    def test_arrow_batches_of_large_and_binary_strings_dictionaries_and_nothing(self):
        wide = pa.record_batch({"text": pa.array(TEXTS[:2], pa.large_string())})
        words = pa.record_batch({"text": pa.array(TEXTS[:2]).dictionary_encode()})
        empty = pa.record_batch({"text": pa.array([], pa.string())})
        of_wide, of_words, of_empty = (
            [row for b in geocode_batches([x]) for row in b.to_pylist()] for x in (wide, words, empty)
        )
        assert of_wide == of_words
        assert [row["place_id"] for row in of_wide] == [row["place_id"] for row in expected(TEXTS[:2])]
        assert of_empty == []

    def test_arrow_columns_are_those_that_pyarrow_makes(self):
        from borderatlas.corpus.arrow import table_of

        placements = [p for r in read_reports_of(TEXTS) for p in geocode(r)]
        table = table_of(iter(placements))
        table.validate(full=True)
        wanted = pa.Table.from_pylist(expected(TEXTS), schema=schema())
        assert table.equals(wanted)

    def test_a_worker_needs_no_pandas(self, tmp_path):
        (tmp_path / "c.jsonl").write_bytes(lines(TEXTS[:5]))
        code = (
            "import sys; from borderatlas.corpus.run import run; from borderatlas.corpus.work import Job; "
            "run([sys.argv[1]], Job('geocode', 'parquet', sys.argv[2])); "
            "sys.exit(any(name in sys.modules for name in ('pandas', 'geopandas', 'folium', 'rich', 'dask')))"
        )
        made = subprocess.run([sys.executable, "-c", code, tmp_path / "c.jsonl", tmp_path / "out"], check=False)
        assert made.returncode == 0
