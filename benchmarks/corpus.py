"""Time runs over a corpus: one process, two, Dask with one worker and with two, against the geocoder in memory.

    python benchmarks/corpus.py                      # 200,000 articles of 3 kB: some minutes
    python benchmarks/corpus.py --articles 20000     # a first impression

The articles are made from the example digests, with noise behind that has words of its own in every article. Everything is measured in one run, so that the
ratios hold even where the machine is noisy. Memory is that of the workers (resident, from the process table), sampled
while they work; the first fifth of the run is warm-up.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import pyarrow as pa
from pyarrow import parquet

from borderatlas.corpus.engines import cores
from borderatlas.gazetteer.geocoding import default_geocoder
from borderatlas.layers.datasets import data_path
from borderatlas.reports.read import read_reports, read_texts

NOISE = (
    "market rice price house winter officials meeting company factory river road night family school ministry party plan "
    "supply worker money phone order truck people week month region local many some other first about according told that "
    "the the the of of and and to to in in a a was were for with by from said on is"
).split()
SYLLABLES = "ba chor dun el fa gor hin jo kam lu mei nak on pas rud sa ti um ver wo ya zen".split()
OWN_WORDS = 12
"""Words of each article that hardly another has: what a program keeps for every word it meets would grow with them."""
SIZE = 3_000
_SAMPLE_S = 0.2
_WARM = 0.2
_BILLION = 1_000_000_000


def articles(number: int) -> list[str]:
    """Make articles of about 3 kB: a digest, then noise."""
    chance, digests = random.Random(20), _digests()
    return [_article(chance, digests) for _ in range(number)]


def _digests() -> list[str]:
    return [report.text[report.sections[-1].start :].strip() for report in read_reports(data_path("reports"))]


def _article(chance: random.Random, digests: list[str]) -> str:
    text = chance.choice(digests)
    own = ["".join(chance.choices(SYLLABLES, k=4)) for _ in range(OWN_WORDS)]
    words = [*NOISE, *own, *(word.capitalize() for word in own[::2])]
    while len(text) < SIZE:
        text += f"\n\nThe {' '.join(chance.choices(words, k=60))}."
    return text[:SIZE]


def write_corpus(path: Path, number: int, step: int = 20_000) -> None:
    """Write the corpus as Parquet, some thousand articles a row group."""
    schema = pa.schema([("id", pa.string()), ("text", pa.string()), ("published", pa.string())])
    chance, digests = random.Random(20), _digests()
    with parquet.ParquetWriter(path, schema) as writer:
        for first in range(0, number, step):
            texts = [_article(chance, digests) for _ in range(min(step, number - first))]
            ids = [f"a{first + i}" for i in range(len(texts))]
            writer.write_table(pa.table([ids, texts, ["2020-01-02"] * len(texts)], schema=schema))


def in_memory(number: int) -> float:
    """Geocode articles that are in memory, in this process; articles a second."""
    reports = read_texts((str(i), text) for i, text in enumerate(articles(number)))
    geocoder = default_geocoder()
    geocoder.geocode(reports[0])
    begun = time.perf_counter()
    for report in reports:
        geocoder.geocode(report)
    return number / (time.perf_counter() - begun)


def run(corpus: Path, folder: Path, *options: str) -> dict[str, float]:
    """Run the command; give its seconds, and what its largest worker held at the least and at the most, MB."""
    command = [sys.executable, "-m", "borderatlas", "geocode", corpus, "-o", folder, "--format", "parquet", *options]
    begun = time.perf_counter()
    process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    samples: list[tuple[float, int]] = []
    watcher = threading.Thread(target=_watch, args=(process, begun, samples), daemon=True)
    watcher.start()
    said = process.communicate()[1]
    seconds = time.perf_counter() - begun
    if process.returncode:
        sys.exit(said)
    warm = [megabytes for at, megabytes in samples if _WARM * seconds < at < 0.95 * seconds]
    return {"seconds": seconds, "least": min(warm, default=0), "most": max(warm, default=0)}


def _watch(process: subprocess.Popen[str], begun: float, samples: list[tuple[float, int]]) -> None:
    while process.poll() is None:
        held = [_resident(pid) for pid in _family(process.pid)]
        if held:
            samples.append((time.perf_counter() - begun, max(held)))
        time.sleep(_SAMPLE_S)


def _family(pid: int) -> list[int]:
    """Give a process and its children and theirs (Linux)."""
    found = [pid]
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += [one for child in task.read_text().split() for one in _family(int(child))]
        except OSError:
            continue
    return found


def _resident(pid: int) -> int:
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    except (OSError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") // 1_000_000


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=200_000)
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        figures = measure(Path(scratch), options.articles)
    print(json.dumps(figures, indent=1) if options.json else "\n".join(told(figures)))


WAYS = {
    "one process": ("--processes", "1"),
    "two processes": ("--processes", "2"),
    "Dask, one worker": ("--engine", "dask", "--processes", "1"),
    "Dask, two workers": ("--engine", "dask", "--processes", "2"),
}


def measure(scratch: Path, number: int) -> dict[str, object]:
    """Run every way over one corpus, and an empty one for the start-up."""
    corpus, small = scratch / "corpus.parquet", scratch / "small.parquet"
    write_corpus(corpus, number)
    write_corpus(small, 1)
    rate = in_memory(min(number, 5_000))
    ways = {}
    for at, (name, how) in enumerate(WAYS.items()):
        start = run(small, scratch / f"small{at}", *how)["seconds"]
        ways[name] = {"start": start, **run(corpus, scratch / f"out{at}", *how)}
    return {
        "articles": number,
        "megabytes": corpus.stat().st_size // 1_000_000,
        "cores": cores(),
        "in memory": rate,
        "ways": ways,
    }


def told(figures: dict[str, object]) -> list[str]:
    """Say the figures, with the arithmetic."""
    number, ways, memory = figures["articles"], figures["ways"], figures["in memory"]
    assert isinstance(number, int)
    assert isinstance(ways, dict)
    assert isinstance(memory, float)
    lines = [
        f"{number:,} articles of {SIZE:,} characters in Parquet, {figures['megabytes']:,} MB, {figures['cores']} cores",
        f"the geocoder in memory, one process: {memory:,.0f} articles/s",
        "",
        f"{'way':<20}{'s':>8}{'start s':>9}{'art./s':>9}{'of one':>8}{'of memory':>11}{'worker MB, least–most':>24}",
    ]
    one = ways["one process"]["seconds"]
    for name, way in ways.items():
        rate = number / way["seconds"]
        spread = f"{way['least']:,}–{way['most']:,}"
        lines.append(
            f"{name:<20}{way['seconds']:>8.1f}{way['start']:>9.1f}{rate:>9,.0f}{one / way['seconds']:>8.2f}{rate / memory:>11.2f}{spread:>24}"
        )
    dask = ways["Dask, one worker"]["seconds"] / ways["Dask, two workers"]["seconds"]
    best = number / ways["two processes"]["seconds"]
    days = _BILLION / best / 86_400
    cost = f"a billion articles: 1,000,000,000 / {best:,.0f} a second / 86,400 = {days:,.1f} days on two processes here"
    more = f"{days * 24 / 100:,.1f} hours on a hundred such machines if all scale alike (not measured)"
    lines += ["", f"two Dask workers do {dask:.2f} times what one does", f"{cost}, {more}"]
    return lines


if __name__ == "__main__":
    main()
