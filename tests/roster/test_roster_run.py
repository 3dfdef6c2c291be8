"""A run makes what isn't there or has changed, goes on where it was stopped, and says what it left."""

import errno
import io
import json
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, cast

import pytest

from cardmaker.errors import OutputError, PlanError, Problem
from cardmaker.roster.entry import RosterEntry
from cardmaker.roster.making import PersonalFile, PersonalMaker
from cardmaker.roster.manifest import MANIFEST, Journal, MadeFile
from cardmaker.roster.places import JOURNAL, LocalPlace
from cardmaker.roster.run import RosterReport, make_all
from tests.roster.kit import garbage, opened

TABLE = "Name,Email\nRunner 1,a@club.example\nRunner 2,b@club.example\nRunner 3,c@club.example\n"


class _Maker:
    """Makes small files, but not for those of *failing* names; stops at the athlete called *stop*."""

    roster = "club.csv"

    def __init__(self, failing: Sequence[str] = (), stop: str = "") -> None:
        self._failing, self._stop = failing, stop
        self.made: list[str] = []

    def file(self, entry: RosterEntry) -> PersonalFile:
        if entry.name == self._stop:
            raise KeyboardInterrupt
        if entry.name in self._failing:
            raise PlanError([Problem("plan.yaml", 1, "", "wrong")])
        self.made.append(entry.name)
        return PersonalFile(f"of {entry.name}".encode(), ("a note",))


def _run(folder: Path, maker: _Maker, table: str = TABLE, common: str = "x", **wishes: Any) -> RosterReport:
    found = opened(table)
    entries = found.roster.entries
    recipe = replace(found.recipe(), key=common)
    names = [f"{entry.name}.pdf" for entry in entries]
    place = LocalPlace(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("cardmaker.roster.workers._maker", lambda recipe: cast(PersonalMaker, maker))
        return make_all(recipe, entries, names, place, about={"plan": "plan.yaml"}, **wishes)


def test_a_second_run_makes_nothing(tmp_path: Path) -> None:
    first, second = _run(tmp_path, _Maker()), _run(tmp_path, _Maker())
    assert len(first.changed) == 3 and not first.current
    assert not second.changed and len(second.current) == 3


def test_a_change_of_one_athlete_makes_one_file(tmp_path: Path) -> None:
    _run(tmp_path, _Maker())
    maker = _Maker()
    table = TABLE.replace("Email", "Email,Age").replace("b@club.example", "b@club.example,41")
    assert _run(tmp_path, maker, table).changed == ("Runner 2.pdf",)
    assert maker.made == ["Runner 2"]


def test_another_address_or_another_order_of_rows_changes_no_file(tmp_path: Path) -> None:
    _run(tmp_path, _Maker())
    head, one, two, three = TABLE.splitlines()
    assert not _run(tmp_path, _Maker(), "\n".join((head, three, two, one.replace("a@", "x@")))).changed


def test_a_change_of_the_plan_makes_all_again(tmp_path: Path) -> None:
    _run(tmp_path, _Maker())
    assert len(_run(tmp_path, _Maker(), common="y").changed) == 3


@pytest.mark.parametrize("spoil", [lambda file: file.unlink(), lambda file: file.write_bytes(b"of Run")])
def test_a_file_that_is_gone_or_not_whole_is_made_again(tmp_path: Path, spoil: Any) -> None:
    _run(tmp_path, _Maker())
    spoil(tmp_path / "Runner 2.pdf")
    assert _run(tmp_path, _Maker()).changed == ("Runner 2.pdf",)


def test_after_an_interruption_the_rest_is_made(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        _run(tmp_path, _Maker(stop="Runner 3"))
    assert sorted(one.name for one in tmp_path.glob("*.pdf")) == ["Runner 1.pdf", "Runner 2.pdf"]
    maker = _Maker()
    report = _run(tmp_path, maker)
    assert maker.made == ["Runner 3"]
    assert report.current == ("Runner 1.pdf", "Runner 2.pdf")
    assert not (tmp_path / JOURNAL).exists()


def test_a_journal_that_was_cut_short_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        _run(tmp_path, _Maker(stop="Runner 3"))
    journal = tmp_path / JOURNAL
    journal.write_bytes(journal.read_bytes()[:-20])
    assert _run(tmp_path, _Maker()).changed == ("Runner 2.pdf", "Runner 3.pdf")


def test_a_full_disk_is_reported_and_leaves_whole_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Path.open

    class Full(io.FileIO):
        def writelines(self, parts: Any) -> None:
            data = b"".join(parts)
            if b"Runner 3" in data:
                self.write(data[:4])
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            self.write(data)

    def full(path: Path, mode: str = "r", **more: Any) -> Any:
        return Full(path, "wb") if mode == "wb" else opened(path, mode, **more)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "open", full)
        with pytest.raises(
            OutputError, match=r"Runner 3\.pdf: the disk is full; the files written before it are whole$"
        ):
            _run(tmp_path, _Maker())
    assert sorted(one.name for one in tmp_path.iterdir()) == [JOURNAL, "Runner 1.pdf", "Runner 2.pdf"]
    maker = _Maker()
    assert _run(tmp_path, maker).changed == ("Runner 3.pdf",)
    assert maker.made == ["Runner 3"]


def test_a_damaged_manifest_makes_all_again(tmp_path: Path) -> None:
    _run(tmp_path, _Maker())
    (tmp_path / MANIFEST).write_text('{"files": [1, 2')
    assert len(_run(tmp_path, _Maker()).changed) == 3


def test_who_is_gone_leaves_a_file_that_is_named(tmp_path: Path) -> None:
    _run(tmp_path, _Maker())
    report = _run(tmp_path, _Maker(), TABLE.replace("Runner 2,b@club.example\n", ""))
    assert report.strangers == ("Runner 2.pdf",)
    assert (tmp_path / "Runner 2.pdf").exists()


def test_a_failure_ends_the_run(tmp_path: Path) -> None:
    report = _run(tmp_path, _Maker(failing=["Runner 2"]))
    assert report.given_up
    assert report.changed == ("Runner 1.pdf",)


def test_keep_going_makes_the_others(tmp_path: Path) -> None:
    report = _run(tmp_path, _Maker(failing=["Runner 2"]), keep_going=True)
    assert (report.failed, report.given_up) == (1, False)
    assert report.changed == ("Runner 1.pdf", "Runner 3.pdf")


def test_keep_going_gives_up_where_more_than_half_fail(tmp_path: Path) -> None:
    table = "Name\n" + "".join(f"Runner {n}\n" for n in range(20))
    failing = [f"Runner {n}" for n in range(20)]
    maker = _Maker(failing=failing)
    assert _run(tmp_path, maker, table, keep_going=True).given_up
    half = _Maker(failing=failing[:10])
    assert not _run(tmp_path, half, table, keep_going=True).given_up


def test_the_manifest_says_what_each_file_is(tmp_path: Path) -> None:
    _run(tmp_path, _Maker())
    said = json.loads((tmp_path / MANIFEST).read_text())
    assert said["plan"] == "plan.yaml"
    assert [one["file"] for one in said["files"]] == ["Runner 1.pdf", "Runner 2.pdf", "Runner 3.pdf"]
    assert said["files"][1]["email"] == "b@club.example"
    assert said["files"][1]["bytes"] == len(b"of Runner 2")


def test_the_manifest_is_written_like_any_json(tmp_path: Path) -> None:
    for table in ("Name\n", TABLE.rpartition("\nRunner 2")[0] + "\n", TABLE):
        folder = tmp_path / str(len(table))
        _run(folder, _Maker(), table)
        text = (folder / MANIFEST).read_text(encoding="utf-8")
        assert text == json.dumps(json.loads(text), indent=1, ensure_ascii=False) + "\n"


@pytest.mark.usefixtures("only_its_garbage")
def test_a_manifest_leaves_nothing_that_only_a_search_for_cycles_frees(tmp_path: Path) -> None:
    names = [f"{number}.pdf" for number in range(9)]

    def make(folder: Path) -> None:
        folder.mkdir()
        journal = Journal(LocalPlace(folder))
        for name in names:
            journal.add(MadeFile(name, "digest", 3, "inputs", name))
        journal.close(names, {"rows": 9})

    assert not garbage(*[partial(make, tmp_path / str(number)) for number in range(3)])


def test_an_anonymous_manifest_has_nobody_in_it(tmp_path: Path) -> None:
    _run(tmp_path, _Maker(), anonymous=True)
    said = json.loads((tmp_path / MANIFEST).read_text())
    assert all(one.keys() == {"file", "sha256", "bytes", "inputs"} for one in said["files"])


def test_notes_are_said_once_with_whose_they_are(tmp_path: Path) -> None:
    assert _run(tmp_path, _Maker()).notes == (("a note", ("Runner 1", "Runner 2", "Runner 3")),)


def test_an_executor_s_results_are_each_written_once(tmp_path: Path) -> None:
    table = "Name\n" + "".join(f"Runner {n}\n" for n in range(50))
    maker = _Maker()
    with ThreadPoolExecutor(3) as executor:
        report = _run(tmp_path, maker, table, executor=executor)
    assert sorted(maker.made) == sorted(f"Runner {n}" for n in range(50))
    assert report.changed == tuple(f"Runner {n}.pdf" for n in range(50))
    said = json.loads((tmp_path / MANIFEST).read_text())
    assert [one["athlete"] for one in said["files"]] == [f"Runner {n}" for n in range(50)]
