"""Who does the portions: this process, processes on this machine's cores, or a Dask cluster.

Every engine takes portions from one stream, keeps only a few in hand, and gives back what came of each as it is finished.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from borderatlas.corpus.work import carry_out, geocoder_of
from borderatlas.errors import ReportError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from borderatlas.corpus.portions import Portion
    from borderatlas.corpus.work import Done, Job

_IN_HAND = 2
"""Portions in hand for every worker: the next is there when one is finished."""

_LIVES = 3
_PATIENCE_S = 20.0
"""How often the workers may die before the run gives up."""


def cores() -> int:
    """Give the number of cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def engine_of(
    name: str, number: int | None = None, scheduler: str | None = None
) -> Callable[[Iterable[Portion], Job], Iterator[Done]]:
    """Give an engine by name: ``local`` (one process here, or several) or ``dask``.

    Parameters
    ----------
    name : {"local", "dask"}
    number : int, optional
        Processes; by default one a core.
    scheduler : str, optional
        Address of a running Dask scheduler.
    """
    if name == "dask":
        return partial(dask, scheduler=scheduler, number=number)
    return here if (number or cores()) == 1 else partial(processes, number=number or cores())


def here(portions: Iterable[Portion], job: Job) -> Iterator[Done]:
    """Do the portions one by one in this process."""
    for portion in portions:
        yield carry_out(portion, job)


def processes(portions: Iterable[Portion], job: Job, *, number: int) -> Iterator[Done]:
    """Do the portions in processes of their own, each with its own gazetteer.

    Raises
    ------
    ReportError
        When the processes die again and again.
    """
    hand: dict[Any, Portion] = {}
    stream = iter(portions)
    for _ in range(_LIVES):
        try:
            with _pool(number, job) as pool:
                yield from _side_by_side(pool, stream, hand, job, number * _IN_HAND)
        except BrokenProcessPool:  # what was in hand is done again, into the same partitions
            stream = chain(sorted(hand.values(), key=lambda portion: portion.name), stream)
            hand = {}
        else:
            return
    msg = (
        "the worker processes died again and again (out of memory?); what is finished is kept, and the same command goes on: "
        "with --processes 1 it needs less memory"
    )
    raise ReportError(msg)


def _side_by_side(
    pool: ProcessPoolExecutor, stream: Iterator[Portion], hand: dict[Any, Portion], job: Job, most: int
) -> Iterator[Done]:
    """Keep `most` portions in hand; `hand` holds them, for whoever must do them again."""
    while True:
        for portion in islice(stream, most - len(hand)):
            hand[_submit(pool, portion, job)] = portion
        if not hand:
            return
        for future in wait(hand, return_when=FIRST_COMPLETED).done:
            done: Done = future.result()
            del hand[future]
            yield done


def _submit(pool: ProcessPoolExecutor, portion: Portion, job: Job) -> Future[Done]:
    """Hand a portion over; to a pool that is broken already it is as if its worker had died."""
    try:
        return pool.submit(carry_out, portion, job)
    except BrokenProcessPool as error:
        lost: Future[Done] = Future()
        lost.set_exception(error)
        return lost


def _pool(number: int, job: Job) -> ProcessPoolExecutor:
    """Start workers afresh, not as copies of this process: it may hold threads (Arrow's, a notebook's)."""
    begin = partial(_begin, job.gazetteer, job.boundaries, job.name_column)
    return ProcessPoolExecutor(number, multiprocessing.get_context("spawn"), begin)


def _begin(*own: str | None) -> None:
    """Load the gazetteer before the first portion comes, and leave when the run's process is gone."""
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    geocoder_of(*own)


def _leave_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def dask(
    portions: Iterable[Portion], job: Job, *, scheduler: str | None = None, number: int | None = None
) -> Iterator[Done]:
    """Do the portions on a Dask cluster: a running scheduler's, or one on this machine for the run.

    The workers read the inputs and write the partitions themselves, so they must see the same folders.

    Parameters
    ----------
    scheduler : str, optional
        Address of a running scheduler, ``tcp://…:8786``; without it a cluster of `number` processes is started.

    Raises
    ------
    ReportError
        When dask is not installed, or the scheduler cannot be reached.
    """
    client = _client(scheduler, number or cores())
    with client:
        most = max(sum(client.nthreads().values()), 1) * _IN_HAND
        yield from _on_cluster(client, iter(portions), job, most)


def _client(scheduler: str | None, number: int) -> Any:
    try:
        from distributed import Client, LocalCluster
    except ImportError:
        msg = "--engine dask needs dask; install it with: pip install 'borderatlas[dask]'"
        raise ReportError(msg) from None
    try:
        if scheduler:
            return Client(scheduler, timeout=_PATIENCE_S)
        return Client(LocalCluster(n_workers=number, threads_per_worker=1, dashboard_address=None))
    except (OSError, TimeoutError) as error:
        msg = f"{scheduler or 'the local cluster'}: no Dask scheduler answers ({error or type(error).__name__})"
        raise ReportError(msg) from None


def _on_cluster(client: Any, stream: Iterator[Portion], job: Job, most: int) -> Iterator[Done]:
    """Keep a few portions on the cluster; one whose worker died is done again elsewhere, into the same partition."""
    from distributed import as_completed

    def send(portion: Portion) -> Any:
        return client.submit(
            carry_out, portion, job, key=f"borderatlas-{job.task}-{portion.name}", retries=_LIVES, pure=False
        )

    begun = [send(portion) for portion in islice(stream, most)]
    results = as_completed(begun)
    for future in results:
        done: Done = future.result()
        future.release()
        if (portion := next(stream, None)) is not None:
            results.add(send(portion))
        yield done
