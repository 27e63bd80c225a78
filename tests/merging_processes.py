"""Merges in processes of their own, for tests: killed at random moments, or at once. Run as a script.

    python merging_processes.py kill TABLE COUNT     merge, killed COUNT times; print how often the old table was left,
                                                     and how often the new one
    python merging_processes.py race TABLE COUNT     COUNT processes merge a draft of their own into TABLE at once

Processes are forked from one that has imported everything, so that a kill falls into the work and not into imports.
"""

from __future__ import annotations

import os
import random
import signal
import sys
import time
from pathlib import Path

from incident_tables import frame, many

from borderatlas.incidents import tables
from borderatlas.incidents.drafted import record_path
from borderatlas.incidents.merging import merge_incidents


def forked(work):
    """Run work in a process of its own; give its id."""
    pid = os.fork()
    if pid == 0:
        try:
            work()
            os._exit(0)
        except BaseException as error:  # noqa: BLE001 - told, and then the process ends
            print(f"{type(error).__name__}: {error}", file=sys.stderr)
            os._exit(1)
    return pid


def finished(pid):
    """Wait for a process; give the signal that ended it, 0 for none."""
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def undisturbed(table, rows, old, record):
    """Give how long a merge takes that nobody kills, seconds: the least of a few tells, on a machine that does other things too."""
    table.write_bytes(old)
    record_path(table).write_bytes(record)
    began = time.perf_counter()
    assert finished(forked(lambda: merge_incidents(rows, table))) == 0
    return time.perf_counter() - began


def kill(table, count):
    """Kill merges at random moments; the table must be the old one or the new one, byte for byte."""
    old_rows, new_rows = frame(many(200)), frame(many(400))
    merge_incidents(old_rows, table)
    old, record = table.read_bytes(), record_path(table).read_bytes()
    lasts = min(undisturbed(table, new_rows, old, record) for _ in range(3))
    new = table.read_bytes()
    assert len(tables.read_table(table)) == 400
    found = {old: 0, new: 0}
    chance, killed = random.Random(5), 0
    for _ in range(count):
        table.write_bytes(old)
        record_path(table).write_bytes(record)
        pid = forked(lambda: merge_incidents(new_rows, table))
        time.sleep(chance.uniform(0.1, 1.2) * lasts)
        os.kill(pid, signal.SIGKILL)
        killed += finished(pid) == -signal.SIGKILL
        found[table.read_bytes()] += 1
    merge_incidents(new_rows, table)
    assert {row.cells["id"] for row in tables.read_sheet(table).rows} == set(new_rows["id"]), (
        "the next merge is not hindered by what was left behind"
    )
    print(killed, found[old], found[new])


def race(table, count):
    """Merge at once, each process its own draft, three times over."""
    drafts = many(count * 3)
    merge_incidents(frame(drafts[:1]), table)  # imports what the processes need
    for turn in range(3):
        own = drafts[turn * count : (turn + 1) * count]
        pids = [forked(lambda draft=draft: merge_incidents(frame([draft]), table)) for draft in own]
        assert [finished(pid) for pid in pids] == [0] * count
    print(len(tables.read_table(table)))


if __name__ == "__main__":
    {"kill": kill, "race": race}[sys.argv[1]](Path(sys.argv[2]), int(sys.argv[3]))
