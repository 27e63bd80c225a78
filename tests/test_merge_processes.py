"""Merges that are killed, and merges at once: the table is whole, and nothing is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from incident_tables import ONE, frame

from borderatlas.incidents.locking import locked
from borderatlas.incidents.merging import merge_incidents
from borderatlas.incidents.tables import read_table

RUNNER = Path(__file__).parent / "merging_processes.py"


def run(*arguments, folder):
    """Run the script; temporary files of killed processes are left in the test's folder."""
    environment = {**os.environ, "TMPDIR": str(folder), "PYTHONWARNINGS": "ignore"}
    paths = [str(RUNNER.parent), str(RUNNER.parent.parent), os.environ.get("PYTHONPATH", "")]
    done = subprocess.run(
        [sys.executable, RUNNER, *map(str, arguments)], capture_output=True, text=True, check=False, timeout=240,
        env={**environment, "PYTHONPATH": os.pathsep.join(paths)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return [int(word) for word in done.stdout.split()]


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
@pytest.mark.parametrize("kind", [".csv", ".gpkg"])
def test_a_process_killed_at_any_moment_leaves_a_whole_table(tmp_path, kind):
    killed, old, new = run("kill", tmp_path / f"t{kind}", 50, folder=tmp_path)
    assert old + new == 50
    assert killed > 12, "many were killed at work; how many hangs on what else the machine does"
    assert old > 5
    assert new > 0, "and some were done"


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks")
@pytest.mark.parametrize("kind", [".csv", ".gpkg"])
def test_merges_at_once_lose_nothing(tmp_path, kind):
    assert run("race", tmp_path / f"t{kind}", 6, folder=tmp_path) == [18]
    assert sorted(p.name for p in tmp_path.iterdir() if p.is_file()) == [f"t{kind}", f"t{kind}.drafted"]


def test_a_merge_that_waits_too_long_says_so_and_changes_nothing(tmp_path):
    table = tmp_path / "t.csv"
    merge_incidents(frame([ONE]), table)
    before = table.read_bytes()
    report = tmp_path / "r.txt"
    report.write_text("Guards shot a man in Hyesan on March 3.", encoding="utf-8")
    command = [sys.executable, "-m", "borderatlas", "draft", report, "-o", table, "--wait", "0.4"]
    with locked(table):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    first, second = done.stderr.splitlines()
    assert first == f"{table}: another process is merging into it; waiting for up to 0.4 s"
    assert second == f"{table}: another process has been merging into it for 0.4 s; try again when it is done"
    assert table.read_bytes() == before
    assert subprocess.run(command, capture_output=True, check=False).returncode == 0
    assert len(read_table(table)) == 2
