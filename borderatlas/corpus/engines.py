"""Who does the portions: this process, processes on this machine's cores, or a Dask cluster.

Every engine takes portions from one stream, keeps only a few in hand, and gives back what came of each as it is finished.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import threading
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from borderatlas.corpus.work import carry_out, geocoder_of
from borderatlas.errors import ReportError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.connection import Connection

    from borderatlas.corpus.portions import Portion
    from borderatlas.corpus.work import Done, Job

_IN_HAND = 2
"""Portions in hand for every worker: the next is there when one is finished."""

_LIVES = 3
"""How often the workers may die, with nothing finished between, before the run gives up."""

_PATIENCE_S = 20.0
"""How long a scheduler may take to answer, seconds."""


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
    lives = _LIVES
    while lives:
        try:
            for done in _in_pool(stream, hand, job, number):
                lives = _LIVES  # something was finished: it is not always the same portion that kills them
                yield done
        except BrokenProcessPool:  # what was in hand is done again, into the same partitions
            stream = chain(sorted(hand.values(), key=lambda portion: portion.name), stream)
            hand = {}
            lives -= 1
        else:
            return
    msg = (
        "the worker processes died again and again (out of memory?); what is finished is kept, and the same command goes on: "
        "with --processes 1 it needs less memory"
    )
    raise ReportError(msg)


def _in_pool(stream: Iterator[Portion], hand: dict[Any, Portion], job: Job, number: int) -> Iterator[Done]:
    """Do portions in one pool until it breaks; its workers are stopped at once when the run is broken off."""
    start = multiprocessing.get_context(
        "spawn"
    )  # afresh, no copies: this process may hold threads (Arrow's, a notebook's)
    heard, line = start.Pipe(duplex=False)  # no event: that waits for those who listen, and they may have been killed
    begin = partial(_begin, heard, job.gazetteer, job.boundaries, job.name_column)
    pool = ProcessPoolExecutor(number, start, begin)
    try:
        yield from _side_by_side(pool, stream, hand, job, number * _IN_HAND)
    except BaseException:  # Ctrl-C, a full disk: half a partition is never seen, so none is waited for
        line.close()
        raise
    finally:
        pool.shutdown(cancel_futures=True)
        line.close()
        heard.close()


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


def _begin(line: Connection, *own: str | None) -> None:
    """Load the gazetteer before the first portion comes, and leave when the run hangs up or its process is gone.

    Ctrl-C reaches every process of a terminal: it is the run's to say something about it.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    for ends in (partial(line.poll, None), *([parent.join] if parent else [])):
        threading.Thread(target=_leave_after, args=(ends,), daemon=True).start()
    geocoder_of(*own)


def _leave_after(ends: Callable[[], object]) -> None:
    ends()
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
    with ExitStack() as opened:
        client = _client(scheduler, number or cores(), opened)
        most = max(sum(client.nthreads().values()), 1) * _IN_HAND
        try:
            yield from _on_cluster(client, iter(portions), job, most)
        except _lost() as error:
            msg = (
                f"the Dask cluster failed ({str(error).strip().splitlines()[0][:200] if str(error) else type(error).__name__}); "
                "what is finished is kept, and the same command goes on"
            )
            raise ReportError(msg) from error


def _lost() -> tuple[type[Exception], ...]:
    """Give what Dask raises when a scheduler goes away, or workers die on one portion again and again."""
    from concurrent.futures import CancelledError

    from distributed import KilledWorker
    from distributed.client import FutureCancelledError
    from distributed.comm import CommClosedError

    return KilledWorker, CommClosedError, CancelledError, FutureCancelledError, TimeoutError


def _client(scheduler: str | None, number: int, opened: ExitStack) -> Any:
    try:
        from distributed import Client, LocalCluster
    except ImportError:
        msg = "--engine dask needs dask; install it with: pip install 'borderatlas[dask]'"
        raise ReportError(msg) from None
    try:
        if scheduler:
            return opened.enter_context(Client(scheduler, timeout=_PATIENCE_S))
        with _deaf():
            cluster = opened.enter_context(
                LocalCluster(n_workers=number, threads_per_worker=1, dashboard_address=None, silence_logs=logging.ERROR)
            )
        return opened.enter_context(Client(cluster))
    except (OSError, TimeoutError) as error:
        msg = f"{scheduler or 'the local cluster'}: no Dask scheduler answers ({error or type(error).__name__})"
        raise ReportError(msg) from None


@contextmanager
def _deaf() -> Iterator[None]:
    """Ignore Ctrl-C for a moment: processes that are started meanwhile never hear it, and leave with the cluster."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


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
