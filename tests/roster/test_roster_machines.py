"""Files made by several processes, by a cluster that loses a worker, and written to a store: the same, each once."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import fsspec
import pytest

from tests.kit import Command

COUNT = 12
PLAN = "title: '{goal}'\nweeks:\n  - tue: {run: 8 km easy}\n"
TABLE = "Name,Goal\n" + "".join(f"Runner {n},Goal {n}\n" for n in range(COUNT))
WISH = ("build", "plan.yaml", "--roster", "club.csv", "--only", "sheets")


@pytest.fixture
def club(in_folder: Path) -> Path:
    """A folder with a plan, a table, and the files as one process makes them."""
    Path("plan.yaml").write_text(PLAN)
    Path("club.csv").write_text(TABLE)
    return in_folder


@pytest.fixture
def alone(command: Command, club: Path) -> dict[str, str]:
    """The digests of the files that one process makes."""
    assert command(*WISH, "-o", "alone").code == 0
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in Path("alone").glob("*.pdf")}


def _made(folder: str) -> dict[str, str]:
    files = json.loads(Path(folder, "manifest.json").read_text())["files"]
    assert len(files) == len({one["file"] for one in files}) == COUNT
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in Path(folder).glob("*.pdf")}


def test_two_processes_make_the_same_files(command: Command, alone: dict[str, str]) -> None:
    done = command(*WISH, "-o", "two", "--jobs", "2")
    assert done.code == 0, done.err
    assert _made("two") == alone


def _dask() -> Any:
    """Imported when it is needed: it takes a second, and each process of a run of tests collects all tests."""
    import distributed

    return distributed


@pytest.fixture
def cluster() -> Iterator[Any]:
    """A scheduler and two workers, processes of this computer."""
    dask = _dask()
    with dask.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    ) as started:
        yield started


def _idle_cluster() -> Any:
    """A scheduler that has no workers."""
    dask = _dask()
    return dask.LocalCluster(
        n_workers=0, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    )


@pytest.mark.deep
def test_a_cluster_that_loses_a_worker_makes_every_file_once(
    command: Command, alone: dict[str, str], cluster: Any
) -> None:
    import os
    import signal
    import threading

    victim = next(iter(cluster.workers.values())).pid
    killer = threading.Timer(2.0, os.kill, (victim, signal.SIGKILL))
    killer.start()
    done = command(*WISH, "-o", "many", "--dask", cluster.scheduler_address)
    killer.join()
    assert done.code == 0, done.err
    assert _made("many") == alone


@pytest.mark.deep
def test_a_cluster_that_is_not_there_is_reported(command: Command, club: Path) -> None:
    done = command(*WISH, "--dask", "tcp://127.0.0.1:1")
    assert done.code == 10
    assert done.err.startswith("error: no cluster answers at tcp://127.0.0.1:1;")


@pytest.mark.deep
def test_a_cluster_that_goes_away_is_reported_and_the_run_goes_on_later(
    command: Command, alone: dict[str, str]
) -> None:
    import threading

    with _idle_cluster() as started:
        closer = threading.Timer(3.0, started.close)
        closer.start()
        done = command(*WISH, "-o", "many", "--dask", started.scheduler_address)
        closer.join()
    assert done.code == 10, done.out
    assert "error: the cluster at " in done.err and "the same command goes on" in done.err
    assert command(*WISH, "-o", "many").code == 0
    assert _made("many") == alone


@pytest.mark.deep
def test_a_cluster_without_workers_is_waited_for_and_said(command: Command, alone: dict[str, str]) -> None:
    import threading

    with _idle_cluster() as started:
        later = threading.Timer(3.0, started.scale, (1,))
        later.start()
        done = command(*WISH, "-o", "many", "--dask", started.scheduler_address)
        later.join()
    assert done.code == 0, done.err
    assert "note: the cluster has no workers; waiting for one" in done.err
    assert _made("many") == alone


class _Shop:
    """A store that none of its makers' faults keep quiet about."""

    def __init__(self, fault: Exception) -> None:
        self._fault = fault
        self.taken: dict[str, bytes] = {}

    def pipe_file(self, path: str, data: bytes) -> None:
        self.taken[path] = data

    def ls(self, path: str) -> None:
        raise self._fault


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        (
            FileNotFoundError("The specified bucket does not exist"),
            "there is no bucket 'club'; make it first",
        ),
        (
            ValueError("It isn't valid:\nname: 'club'\nmore"),
            "can't be opened: It isn't valid: name: 'club'\n",
        ),
        (RuntimeError("Unable to locate credentials"), "can't be opened: Unable to locate credentials"),
    ],
)
def test_what_a_bucket_answers_is_a_line(
    command: Command, club: Path, monkeypatch: pytest.MonkeyPatch, fault: Exception, said: str
) -> None:
    monkeypatch.setattr(fsspec.core, "url_to_fs", lambda url: (_Shop(fault), url.partition("://")[2]))
    done = command(*WISH, "-o", "s3://club/spring")
    assert done.code == 10
    assert done.err.startswith(f"error: s3://club/spring: {said}")


def test_a_bucket_that_may_not_be_listed_may_be_written_to(
    club: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cardmaker.roster.places import place_at

    shop = _Shop(PermissionError("Forbidden"))
    monkeypatch.setattr(fsspec.core, "url_to_fs", lambda url: (shop, url.partition("://")[2]))
    place_at("s3://club/spring").write("a.pdf", [b"%PDF"])
    assert shop.taken == {"club/spring/a.pdf": b"%PDF"}


def test_a_store_gets_the_same_files(command: Command, alone: dict[str, str]) -> None:
    store = fsspec.filesystem("memory")
    done = command(*WISH, "-o", "memory://club/spring")
    assert done.code == 0, done.err
    made = {
        path.rpartition("/")[2]: sha256(store.cat_file(path)).hexdigest()
        for path in store.ls("/club/spring", detail=False)
        if path.endswith(".pdf")
    }
    assert made == alone
    again = command(*WISH, "-o", "memory://club/spring")
    assert again.out == f"memory://club/spring: wrote 0 files; {COUNT} unchanged\n"
    assert not store.exists("/club/spring/.cardmaker-roster.jsonl")


def test_a_store_gets_one_file_of_all(command: Command, club: Path) -> None:
    store = fsspec.filesystem("memory")
    done = command(*WISH, "-o", "memory://club/all.pdf")
    assert done.code == 0, done.err
    assert done.out.startswith(f"memory://club/all.pdf: {COUNT} pages for {COUNT} athletes")
    assert command(*WISH, "-o", "all.pdf").code == 0
    assert store.cat_file("/club/all.pdf") == Path("all.pdf").read_bytes()


def test_a_store_that_is_not_known_is_reported(command: Command, club: Path) -> None:
    done = command(*WISH, "-o", "nowhere://club")
    assert done.code == 10
    assert "nowhere://club: can't be opened" in done.err


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(3))
def test_killed_at_any_moment_only_whole_files_are_left(
    command: Command, alone: dict[str, str], seed: int
) -> None:
    import random
    import subprocess
    import sys
    import time

    moment = random.Random(seed)
    for _ in range(4):
        running = subprocess.Popen([sys.executable, "-m", "cardmaker", *WISH, "-o", "killed"])
        time.sleep(moment.uniform(0.5, 3.0))
        running.kill()
        running.wait()
        for path in Path("killed").glob("*.pdf"):
            assert sha256(path.read_bytes()).hexdigest() == alone[path.name]
    done = command(*WISH, "-o", "killed")
    assert done.code == 0, done.err
    assert _made("killed") == alone
    assert sorted(path.name for path in Path("killed").iterdir()) == sorted([*alone, "manifest.json"])
