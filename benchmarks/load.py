"""CPU and memory of loading the gazetteer and the automaton, each measured in a process of its own.

    .venv/bin/python benchmarks/load.py

Prints; it asserts nothing. Memory is the growth of the resident set after the modules are imported (Linux only).
"""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import time
from pathlib import Path

RUNS = 5


def resident_mb() -> float:
    """Give this process's resident set, megabytes."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def measure() -> None:
    """Load once in this process; print CPU seconds and megabytes of each step, tab-separated."""
    marks = [(time.process_time(), resident_mb())]
    from borderatlas.gazetteer.mentions import MentionFinder
    from borderatlas.gazetteer.places import load_gazetteer

    marks.append((time.process_time(), resident_mb()))
    gazetteer = load_gazetteer()
    marks.append((time.process_time(), resident_mb()))
    finder = MentionFinder(gazetteer)
    marks.append((time.process_time(), resident_mb()))
    finder.find("Hyesan")
    steps = [(after[0] - before[0], after[1] - before[1]) for before, after in itertools.pairwise(marks)]
    names = sum(len(place.names) for place in gazetteer)
    print(*(f"{cpu}\t{memory}" for cpu, memory in steps), len(gazetteer), names, sep="\t")


def main() -> None:
    """Measure in fresh processes and print the middle one by CPU."""
    command = [sys.executable, __file__, "--once"]
    outputs = (subprocess.run(command, capture_output=True, text=True, check=True).stdout for _ in range(RUNS))
    rows = [[float(cell) for cell in output.split("\t")] for output in outputs]
    middle = sorted(rows, key=lambda row: row[2] + row[4])[len(rows) // 2]
    print(f"{middle[6]:.0f} places, {middle[7]:.0f} names; the middle one of {RUNS} processes")
    for at, step in enumerate(("imports", "gazetteer", "automaton")):
        print(f"{step:22} {middle[2 * at]:6.3f} s of CPU  {middle[2 * at + 1]:6.1f} MB")
    cpu, memory = middle[2] + middle[4], middle[3] + middle[5]
    print(f"{'gazetteer + automaton':22} {cpu:6.3f} s of CPU  {memory:6.1f} MB   (wanted: under 0.3 s and 80 MB)")


if __name__ == "__main__":
    measure() if "--once" in sys.argv else main()
