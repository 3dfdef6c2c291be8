"""Everybody gets a mail once: retries, limits, a journal that outlives every end, and what it errs towards."""

from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from cardmaker.mail.journal import SENT, MailEvent, SentMail
from cardmaker.mail.sending import WAITS_S, Sendable, SendReport, WallClock, send_all
from cardmaker.mail.server import LaterError, MailError, RefusedError, UnknownError


class _Clock(WallClock):
    """A clock that is set forward by waiting."""

    def __init__(self) -> None:
        self.time, self.waits = 1_000_000.0, list[float]()

    def now(self) -> float:
        return self.time

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.time += seconds


class _Outlet:
    """Takes mails, or raises what a test says of a name, one a try."""

    def __init__(self, **faults: list[Exception | type[BaseException]]) -> None:
        self.faults = faults
        self.sent: list[str] = []

    def send(self, mail: EmailMessage) -> None:
        name = str(mail["To"])
        if self.faults.get(name):
            raise self.faults[name].pop(0)
        self.sent.append(name)


def _mails(*names: str) -> list[Sendable]:
    def mail(name: str) -> Callable[[], EmailMessage]:
        def make() -> EmailMessage:
            made = EmailMessage()
            made["To"] = name
            return made

        return make

    return [Sendable(f"key of {name}", name, mail(name)) for name in names]


def _send(folder: Path, outlet: _Outlet, *names: str, **wishes: Any) -> tuple[SendReport, _Clock]:
    clock = _Clock()
    return send_all(_mails(*names), outlet, SentMail(folder), clock=clock, **wishes), clock


def test_a_second_run_sends_nothing(tmp_path: Path) -> None:
    first, second = _Outlet(), _Outlet()
    assert _send(tmp_path, first, "a", "b")[0].sent == ("a", "b")
    assert _send(tmp_path, second, "a", "b", "c")[0].before == ("a", "b")
    assert second.sent == ["c"]


def test_a_server_that_takes_it_later_is_tried_again_after_a_while(tmp_path: Path) -> None:
    outlet = _Outlet(a=[LaterError("451"), LaterError("451")])
    report, clock = _send(tmp_path, outlet, "a", "b")
    assert report.sent == ("a", "b")
    assert clock.waits == list(WAITS_S[:2])


def test_a_server_that_never_takes_it_leaves_it_for_the_next_run(tmp_path: Path) -> None:
    report, _ = _send(tmp_path, _Outlet(a=[LaterError("451 busy")] * 4), "a", "b")
    assert report.later == (("a", "451 busy"),)
    assert report.sent == ("b",)
    assert _send(tmp_path, _Outlet(), "a", "b")[0].sent == ("a",)


def test_a_refusal_is_not_tried_again_now_or_later(tmp_path: Path) -> None:
    first = _Outlet(a=[RefusedError("550 no such user")])
    report, clock = _send(tmp_path, first, "a", "b")
    assert (report.refused, report.sent, clock.waits) == ((("a", "550 no such user"),), ("b",), [])
    again = _Outlet()
    assert _send(tmp_path, again, "a")[0].refused == (("a", "550 no such user"),)
    assert not again.sent


@pytest.mark.parametrize("end", [KeyboardInterrupt, SystemExit, UnknownError])
def test_of_a_mail_under_way_nobody_knows_and_it_is_not_sent_twice(
    tmp_path: Path, end: type[BaseException]
) -> None:
    outlet = _Outlet(b=[end])
    if end is UnknownError:
        assert _send(tmp_path, outlet, "a", "b")[0].unknown == ("b",)
    else:
        with pytest.raises(end):
            _send(tmp_path, outlet, "a", "b")
    after = _Outlet()
    report, _ = _send(tmp_path, after, "a", "b", "c")
    assert (report.before, report.unknown, after.sent) == (("a",), ("b",), ["c"])


def test_it_is_sent_again_if_the_coach_says_so(tmp_path: Path) -> None:
    _send(tmp_path, _Outlet(b=[UnknownError()]), "a", "b")
    outlet = _Outlet()
    send_all(_mails("a", "b"), outlet, SentMail(tmp_path), again=["key of b"], clock=_Clock())
    assert outlet.sent == ["b"]


def test_a_server_that_takes_none_leaves_all_unsent(tmp_path: Path) -> None:
    with pytest.raises(MailError):
        _send(tmp_path, _Outlet(a=[MailError("wrong password")]), "a", "b")
    assert _send(tmp_path, _Outlet(), "a", "b")[0].sent == ("a", "b")


def test_no_more_than_so_many_a_minute(tmp_path: Path) -> None:
    names = [f"r{n}" for n in range(45)]
    _, clock = _send(tmp_path, _Outlet(), *names, per_minute=20)
    assert clock.waits == [60.0, 60.0]


def test_no_more_than_so_many_a_day_and_the_rest_the_next_day(tmp_path: Path) -> None:
    names = ("a", "b", "c", "d")
    report, _ = _send(tmp_path, _Outlet(), *names, per_day=3)
    assert (report.sent, report.left) == (("a", "b", "c"), ("d",))
    later = _Clock()
    later.time += 86_401.0
    assert send_all(_mails(*names), _Outlet(), SentMail(tmp_path), per_day=3, clock=later).sent == ("d",)


def test_a_journal_that_was_cut_short_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    _send(tmp_path, _Outlet(), "a")
    with (tmp_path / SENT).open("ab") as stream:
        stream.write(b'{"key": "key of b", "sta')
    journal = SentMail(tmp_path)
    assert journal.state("key of a") == "sent"
    assert journal.state("key of b") is None
    journal.add(MailEvent("key of c", "sent", 1.0))
    assert SentMail(tmp_path).state("key of c") == "sent"
