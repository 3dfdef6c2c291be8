"""Entries are whole or absent, private, and no more than the folder may hold."""

import os
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cardmaker.cache import store as module
from cardmaker.cache.store import Store

windows = pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "home" / "builds")


def test_what_is_kept_is_given_again(store: Store) -> None:
    assert store.get("a") is None
    store.put("a", b"one")
    store.put("b", b"")
    store.put("a", b"two")
    assert (store.get("a"), store.get("b"), store.get("c")) == (b"two", b"", None)
    assert sorted(path.name for path in store.folder.iterdir()) == ["a.kept", "b.kept"]


@pytest.mark.parametrize("damage", [b"", b"short", b"x" * 40])
def test_a_damaged_entry_is_none(store: Store, damage: bytes) -> None:
    store.put("a", b"one")
    (store.folder / "a.kept").write_bytes(damage)
    assert store.get("a") is None
    assert [*store.entries()] == []  # and it has gone


def test_one_changed_bit_is_noticed(store: Store) -> None:
    store.put("a", b"one")
    path = store.folder / "a.kept"
    whole = bytearray(path.read_bytes())
    whole[-1] ^= 1
    path.write_bytes(whole)
    assert store.get("a") is None


@windows
def test_nobody_else_may_look(store: Store) -> None:
    os.umask(old := os.umask(0))
    store.put("a", b"one")
    os.umask(old)
    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((store.folder / "a.kept").stat().st_mode) == 0o600


@windows
def test_a_folder_that_others_may_look_into_is_closed_first(store: Store) -> None:
    store.folder.mkdir(parents=True, mode=0o755)
    store.folder.chmod(0o755)
    store.put("a", b"one")
    assert stat.S_IMODE(store.folder.stat().st_mode) == 0o700


@pytest.mark.parametrize("barrier", ["file", "link"])
def test_a_folder_that_is_none_is_done_without(store: Store, tmp_path: Path, barrier: str) -> None:
    store.folder.parent.mkdir()
    if barrier == "file":
        store.folder.touch()
    else:
        (tmp_path / "elsewhere").mkdir()
        store.folder.symlink_to(tmp_path / "elsewhere")
    store.put("a", b"one")
    assert store.get("a") is None
    assert not list(tmp_path.glob("elsewhere/*"))


def test_what_was_used_longest_ago_goes(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 3 * (100 + 16))
    for age, key in enumerate("abc"):
        store.put(key, bytes(100))
        os.utime(store.folder / f"{key}.kept", (1000 + age, 1000 + age))
    assert store.get("a") is not None  # which is using it
    store.put("d", bytes(100))
    assert [key for key in "abcd" if store.get(key) is not None] == ["a", "c", "d"]


def test_what_is_too_large_is_not_kept(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_ENTRY", 10)
    store.put("a", bytes(11))
    assert store.get("a") is None


def test_what_killed_processes_left_goes_in_an_hour(store: Store) -> None:
    store.put("a", b"one")
    old, new = store.folder / "old.tmp", store.folder / "new.tmp"
    old.touch()
    new.touch()
    os.utime(old, (time.time() - 4000,) * 2)
    store.put("b", b"two")
    assert (old.exists(), new.exists()) == (False, True)


def test_clearing(store: Store) -> None:
    store.put("a", b"one")
    (store.folder / "x.tmp").touch()
    (store.folder / "somebody's").touch()
    store.clear()
    assert [path.name for path in store.folder.iterdir()] == ["somebody's"]


def test_several_processes_at_once(store: Store) -> None:
    """Whoever reads while others write finds a whole entry or none."""
    code = (
        "import sys; from pathlib import Path; from cardmaker.cache.store import Store\n"
        "store = Store(Path(sys.argv[1]))\n"
        "for turn in range(60):\n"
        "    store.put('a', sys.argv[2].encode() * 100_000)\n"
        "    found = store.get('a')\n"
        "    assert found is None or found in (b'x' * 100_000, b'y' * 100_000)\n"
        "assert found is not None\n"
    )
    env = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    runs = [subprocess.Popen([sys.executable, "-c", code, store.folder, one], env=env) for one in "xy"]
    assert [run.wait(60) for run in runs] == [0, 0]
    assert not list(store.folder.glob("*.tmp"))
