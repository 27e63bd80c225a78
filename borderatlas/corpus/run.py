"""A run over a corpus: inputs → portions → partitions in a folder, resumed where an earlier one was broken off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from borderatlas.corpus import engines
from borderatlas.corpus.portions import input_files, portions
from borderatlas.corpus.store import Store
from borderatlas.corpus.work import SUFFIXES, Job
from borderatlas.errors import ReportError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from borderatlas.corpus.portions import Portion
    from borderatlas.corpus.work import Done

    Engine = Callable[[Iterable[Portion], Job], Iterator[Done]]
    Watch = Callable[[Done, int], None]


def run(
    sources: Sequence[str],
    job: Job,
    *,
    engine: Engine = engines.here,
    overwrite: bool = False,
    watch: Watch | None = None,
) -> dict[str, Any]:
    """Geocode or draft a corpus into a folder of partitions.

    Parameters
    ----------
    sources : sequence of str
        Files and folders: JSON lines (plain, ``.gz``, ``.zst``, ``.bz2``, ``.xz``), Parquet, CSV, WARC, single reports.
    job : Job
        What is done, and where the results go.
    engine : callable
        Who does the portions: see `borderatlas.corpus.engines`.
    overwrite : bool
        Whether an earlier run's results in the folder may be replaced; without it they are gone on from.
    watch : callable, optional
        Called with each finished portion and the bytes of all inputs.

    Returns
    -------
    dict
        The manifest: ``reports``, ``rows``, ``rejects`` counted, ``partitions``, ``inputs``, and ``resumed``, the
        number of partitions that an earlier run had finished.

    Raises
    ------
    ReportError
        When a source is not there, or the format is unknown.
    OutputError
        When the folder holds something else, or a partition cannot be written; what is finished stays.
    """
    if job.form not in SUFFIXES:
        msg = f"format {job.form!r}: a corpus is written as {', '.join(SUFFIXES)}"
        raise ReportError(msg)
    inputs = input_files(sources)
    store = Store(job, inputs)
    if not overwrite and store.is_complete():
        found = store.manifest()
        return {**found, "resumed": len(found["partitions"])}
    finished = store.begin(overwrite=overwrite)
    total = sum(path.stat().st_size for path in inputs)
    for done in finished.values():
        if watch:
            watch(done, total)
    left = (portion for portion in portions(inputs, job.text_column) if portion.name not in finished)
    for done in engine(left, job):
        store.keep(done)
        if watch:
            watch(done, total)
    return {**store.finish(), "resumed": len(finished)}
