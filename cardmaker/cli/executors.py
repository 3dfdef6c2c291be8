"""How many processes, or which cluster → what hands out the work, for as long as it lasts."""

import asyncio
import logging
from collections.abc import Iterator
from concurrent import futures
from concurrent.futures import Executor
from contextlib import contextmanager
from threading import Event, Thread
from typing import Any, Final

import click

from cardmaker.cli import terminal
from cardmaker.errors import OutputError

_LOOKED_FOR_S: Final = 5
"""How often workers are looked for."""


@contextmanager
def executor_for(jobs: int, dask: str) -> Iterator[Executor | None]:
    """Processes of this computer, the workers of a dask cluster, or nothing: then the work is done in this process.

    OutputError if the cluster can't be reached.
    """
    if dask and jobs > 1:
        raise click.UsageError("--jobs is for this computer, --dask for a cluster; leave one out")
    if dask:
        with _cluster(dask) as executor:
            yield executor
    elif jobs > 1:
        from concurrent.futures import ProcessPoolExecutor
        from multiprocessing import get_context

        executor = ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_heed_no_interruption)
        try:
            yield executor
        finally:
            executor.shutdown(wait=False, cancel_futures=True)
    else:
        yield None


def _heed_no_interruption() -> None:
    """Leave Ctrl-C to the process that hands out the work."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def _cluster(address: str) -> Iterator[Executor]:
    try:
        import distributed
    except ImportError:
        raise OutputError("--dask: needs dask; pip install 'cardmaker[dask]'") from None
    dask: Any = distributed
    for name in ("distributed", "distributed.client", "tornado.application"):
        logging.getLogger(name).setLevel(
            logging.CRITICAL
        )  # they print the whole stack of each lost connection
    try:
        client = dask.Client(address, timeout="10s")
    except (OSError, ValueError):
        raise OutputError(f"no cluster answers at {address}; give the address of its scheduler") from None
    try:
        with client, _watching(client):
            yield client.get_executor()
    except (futures.CancelledError, asyncio.CancelledError):
        raise OutputError(
            f"the cluster at {address} is gone; the same command goes on, there or without --dask"
        ) from None
    except dask.scheduler.KilledWorker:
        raise OutputError(
            "the workers died of some athletes' files, most likely out of memory; give them more, or leave out --dask"
        ) from None
    except ModuleNotFoundError as fault:
        raise OutputError(
            f"a worker has no '{fault.name}'; pip install 'cardmaker[dask]' there, too"
        ) from None


@contextmanager
def _watching(client: Any) -> Iterator[None]:
    """While this lasts, say when a cluster has no workers, as nothing else happens then."""
    ended = Event()

    def watch() -> None:
        were_there = True
        while True:
            try:
                there = bool(client.nthreads())
            except Exception:  # the cluster is gone, which the work itself reports
                return
            if were_there and not there:
                terminal.report("note: the cluster has no workers; waiting for one")
            were_there = there
            if ended.wait(_LOOKED_FOR_S):
                return

    watcher = Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        ended.set()
        watcher.join(_LOOKED_FOR_S)
