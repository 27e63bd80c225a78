"""Runs that are harmed: a full disk, a folder that becomes unwritable, killed workers, Ctrl-C. What is finished stays, and
the same command ends with the bytes of an undisturbed run.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from borderatlas.corpus import engines, portions
from borderatlas.corpus.run import run
from borderatlas.corpus.work import Job
from borderatlas.errors import ReportError
from borderatlas.reports.read import read_reports

REPORTS = Path(__file__).parents[1] / "data" / "reports"
TEXTS = [report.text[report.sections[-1].start :] for report in read_reports(REPORTS)[:40]]

# The command line with portions of some kilobytes, so that a small corpus has many.
PROGRAM = """
import sys
from borderatlas.cli import main
from borderatlas.corpus import portions
portions.PORTION_BYTES = 9_000
if __name__ == "__main__":
    main(sys.argv[1:])
"""
COMMAND = (sys.executable, "-c", PROGRAM)
ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
BOTH = [("--processes", "1"), ("--processes", "2")]


@pytest.fixture(scope="module")
def corpus(tmp_path_factory):
    path = tmp_path_factory.mktemp("corpus") / "c.jsonl"
    path.write_text("".join(json.dumps({"id": f"a{i}", "text": TEXTS[i % 40]}) + "\n" for i in range(400)))
    return path


@pytest.fixture(scope="module")
def whole(corpus, tmp_path_factory):
    """Give the bytes of an undisturbed run."""
    folder = tmp_path_factory.mktemp("whole") / "out"
    done = subprocess.run(command(corpus, folder, "--processes", "1"), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = bytes_of(folder)
    assert len(found) > 15
    return found


def command(corpus, folder, *options):
    return [*COMMAND, "geocode", str(corpus), "-o", str(folder), *options]


def bytes_of(folder):
    return {path.name: path.read_bytes() for path in sorted(Path(folder).iterdir()) if path.is_file()}


def finished(folder):
    """Give the partitions that a broken run has noted as finished."""
    notes = [json.loads(note.read_text())["name"] for note in (folder / ".unfinished").glob("*-*.json")]
    return [folder / f"part-{name}.jsonl" for name in notes]


def begun(corpus, folder, *options, before=(), parts=2):
    """Start a run, and wait until it has finished some partitions."""
    going = subprocess.Popen(
        [*before, *command(corpus, folder, *options)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    )  # fmt: skip
    end = time.monotonic() + 120
    while len(list((folder / ".unfinished").glob("*-*.json"))) < parts:
        assert going.poll() is None, going.stderr.read()
        assert time.monotonic() < end
        time.sleep(0.005)
    return going


def check_kept_and_resumed(corpus, folder, whole, *options):
    """Check that what is finished is what an undisturbed run writes, and that the same command goes on to its end."""
    kept = finished(folder)
    assert kept
    assert all(part.read_bytes() == whole[part.name] for part in kept)
    done = subprocess.run(command(corpus, folder, *options), capture_output=True, text=True, check=False, timeout=240)
    assert done.returncode == 0, done.stderr
    assert "were there already" in done.stderr
    assert bytes_of(folder) == whole
    assert not (folder / ".unfinished").exists()


FULL = """
mount -t tmpfs -o size=200k tmpfs "$1" || exit 77
folder="$1" kept="$2"; shift 2
"$@" -o "$folder/out" 2> "$kept/first"; echo $? > "$kept/status"
cp -a "$folder/out" "$kept/full"
mount -o remount,size=64m "$folder"
"$@" -o "$folder/out" 2> "$kept/second"; echo $? >> "$kept/status"
cp -a "$folder/out" "$kept/out"
"""


@pytest.mark.parametrize("who", BOTH)
def test_a_full_disk(tmp_path, corpus, whole, who):
    if not ROOT or not shutil.which("unshare"):
        pytest.skip("a small disk is mounted in a namespace of its own: only root may")
    disk, kept = tmp_path / "disk", tmp_path / "kept"
    disk.mkdir()
    kept.mkdir()
    line = [*COMMAND, "geocode", str(corpus), *who]
    done = subprocess.run(["unshare", "-m", "sh", "-c", FULL, "sh", disk, kept, *line], capture_output=True, text=True, check=False, timeout=240)  # fmt: skip
    if done.returncode == 77 or "unshare" in done.stderr:
        pytest.skip(f"no disk can be mounted here: {done.stderr.strip()}")
    assert (kept / "status").read_text().split() == ["1", "0"], (kept / "first").read_text()
    (said,) = (kept / "first").read_text().splitlines()
    assert "cannot be written (No space left on device)" in said
    parts = finished(kept / "full")
    assert parts
    assert all(part.read_bytes() == whole[part.name] for part in parts)
    assert "were there already" in (kept / "second").read_text()
    assert bytes_of(kept / "out") == whole


@pytest.mark.parametrize("who", BOTH)
def test_a_folder_that_becomes_unwritable(tmp_path, corpus, whole, who):
    before = ()
    if ROOT:  # root writes everywhere, unless it leaves that behind
        if not shutil.which("setpriv"):
            pytest.skip("root writes everywhere, and there is no setpriv to stop it")
        before = ("setpriv", "--bounding-set=-dac_override,-dac_read_search")
    folder = tmp_path / "out"
    going = begun(corpus, folder, *who, before=before)
    folder.chmod(0o555)
    try:
        said = going.communicate(timeout=120)[1]
    finally:
        folder.chmod(0o755)
    assert going.returncode == 1, said
    assert "cannot be written (Permission denied)" in said
    assert "Traceback" not in said
    check_kept_and_resumed(corpus, folder, whole, *who)


def workers_of(pid):
    """Give the processes that a run works with (Linux)."""
    found = [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    for thread in Path(f"/proc/{pid}/task").glob("*/children"):
        found += [int(child) for child in thread.read_text().split()]
    return [one for one in set(found) if "spawn_main" in Path(f"/proc/{one}/cmdline").read_text()]


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="finds the workers in the process table of Linux")
def test_a_worker_that_is_killed(tmp_path, corpus, whole):
    folder = tmp_path / "out"
    going = begun(corpus, folder, "--processes", "2", parts=1)
    victim = workers_of(going.pid)[0]
    os.kill(victim, signal.SIGKILL)
    said = going.communicate(timeout=240)[1]
    assert going.returncode == 0, said
    assert "Traceback" not in said
    assert bytes_of(folder) == whole


def dies(portion, job):
    os._exit(9)


def test_workers_that_always_die_end_the_run_with_a_word(tmp_path, corpus, whole, monkeypatch):
    monkeypatch.setattr(portions, "PORTION_BYTES", 9_000)
    job = Job("geocode", "jsonl", str(tmp_path / "out"))
    with monkeypatch.context() as harm:
        harm.setattr(engines, "carry_out", dies)
        with pytest.raises(ReportError, match=r"died again and again .*the same command goes on"):
            run([str(corpus)], job, engine=engines.engine_of("local", 2))
    run([str(corpus)], job, engine=engines.engine_of("local", 1))
    assert bytes_of(tmp_path / "out") == whole


def test_a_run_killed_before_it_had_begun_is_begun_anew(tmp_path, corpus, whole, monkeypatch):
    monkeypatch.setattr(portions, "PORTION_BYTES", 9_000)
    state = tmp_path / "out" / ".unfinished"
    state.mkdir(parents=True)
    (state / ".run.json.4711.part").write_text('{"program":', encoding="utf-8")
    run([str(corpus)], Job("geocode", "jsonl", str(tmp_path / "out")), engine=engines.engine_of("local", 1))
    assert bytes_of(tmp_path / "out") == whole
    assert not state.exists()


@pytest.fixture
def heard():
    """Hear Ctrl-C, and let what is begun hear it, where the tests themselves run in the background and ignore it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heard")
@pytest.mark.parametrize("who", [*BOTH, pytest.param(("--engine", "dask", "--processes", "1"), marks=pytest.mark.slow)])
def test_interrupted_from_the_keyboard(tmp_path, corpus, whole, who):
    folder = tmp_path / "out"
    going = begun(corpus, folder, *who)
    os.killpg(going.pid, signal.SIGINT)  # as a terminal does: every process hears it
    out, said = going.communicate(timeout=60)
    assert going.returncode == 130, said
    assert out == ""
    assert said.strip().endswith(f"{folder}: interrupted; what is finished is kept, and the same command goes on")
    assert "Traceback" not in said
    check_kept_and_resumed(corpus, folder, whole, *who)
