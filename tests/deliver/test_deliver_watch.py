"""Files that change call for an act, each change once; the clock is the test's own."""

from collections.abc import Callable
from pathlib import Path

from cardmaker.deliver.watch import watch


class Day:
    """Time that passes as the test says: with each look one more of *events* happens, and then it is interrupted."""

    def __init__(self, *events: Callable[[], object]) -> None:
        self._events = list(events)

    def sleep(self, _seconds: float) -> None:
        if not self._events:
            raise KeyboardInterrupt
        self._events.pop(0)()


def nothing() -> None:
    """Time passes."""


def watched(sources: Callable[[], list[Path]], *events: Callable[[], object]) -> list[list[str]]:
    """The names of what had changed, act by act."""
    acts: list[list[str]] = []
    try:
        watch(sources, lambda changed: acts.append([path.name for path in changed]), Day(*events).sleep)
    except KeyboardInterrupt:
        return acts
    raise AssertionError("it goes on until it is interrupted")


def test_it_acts_at_once_and_after_each_change(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("1")
    events = (nothing, lambda: one.write_text("22"), nothing, lambda: two.write_text("3"), nothing)
    assert watched(lambda: [one, two], *events) == [[], ["one"], ["two"]]


def test_what_is_written_in_steps_is_one_change(tmp_path: Path) -> None:
    one = tmp_path / "one"
    one.write_text("1")
    assert watched(lambda: [one], one.unlink, lambda: one.write_text("22"), nothing) == [[], ["one"]]


def test_files_that_are_known_later_count_from_then(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("1")
    two.write_text("2")
    named = [one]

    def name_it() -> None:
        one.write_text("see two")
        named.append(two)

    events = (name_it, nothing, lambda: two.write_text("33"), nothing)
    assert watched(lambda: list(named), *events) == [[], ["one"], ["two"]]


def test_a_change_while_it_acts_is_not_missed(tmp_path: Path) -> None:
    one = tmp_path / "one"
    one.write_text("1")
    acts: list[tuple[Path, ...]] = []

    def act(changed: tuple[Path, ...]) -> None:
        acts.append(changed)
        if len(acts) == 1:
            one.write_text("22")

    try:
        watch(lambda: [one], act, Day(nothing).sleep)
    except KeyboardInterrupt:
        assert acts == [(), (one,)]
