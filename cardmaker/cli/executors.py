"""How many processes, or which cluster → what hands out the work, for as long as it lasts."""

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import Any

import click

from cardmaker.errors import OutputError


@contextmanager
def executor_for(jobs: int, dask: str) -> Iterator[Executor | None]:
    """Processes of this computer, the workers of a dask cluster, or nothing: then the work is done in this process.

    OutputError if the cluster can't be reached.
    """
    if dask and jobs > 1:
        raise click.UsageError(
            "--jobs is for this computer, --dask for a cluster; leave one out", click.get_current_context()
        )
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
    try:
        dask: Any = distributed
        client = dask.Client(address, timeout="10s")
    except (OSError, ValueError):
        raise OutputError(f"no cluster answers at {address}; give the address of its scheduler") from None
    with client:
        yield client.get_executor()
