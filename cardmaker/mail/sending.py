"""Mails, a connection and a journal → each mail sent once, no faster than servers bear, and what became of it."""

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from email.message import EmailMessage
from time import sleep, time
from typing import Final, Protocol

from cardmaker.mail.journal import MailEvent, SentMail, State
from cardmaker.mail.server import LaterError, MailError, RefusedError, UnknownError
from cardmaker.record import record

PER_MINUTE: Final = 20
PER_DAY: Final = 400
"""Below what usual mailboxes let through: 500 a day and 30 a minute."""
WAITS_S: Final = (30.0, 120.0, 600.0)
"""Before a mail is tried again that a server may take later: grey lists open after some minutes."""


class Outlet(Protocol):
    """What takes mails, one after the other."""

    def send(self, mail: EmailMessage) -> None:
        """Hand in one mail. LaterError or RefusedError if it isn't taken."""


class WallClock:
    """The time, and waiting."""

    def now(self) -> float:
        """Seconds since 1970."""
        return time()

    def wait(self, seconds: float) -> None:
        """Do nothing for so long."""
        sleep(seconds)


@record
class Sendable:
    """A mail, the athlete's name, and the key that the journal has it by."""

    key: str
    name: str
    mail: Callable[[], EmailMessage]


@record
class SendReport:
    """What became of mails, by the names of their athletes; *refused* and *later* with the server's words.

    *before* went in former runs; of *unknown* nobody knows whether they went; *left* are for another day.
    """

    sent: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    refused: tuple[tuple[str, str], ...] = ()
    later: tuple[tuple[str, str], ...] = ()
    left: tuple[str, ...] = ()


def send_all(
    mails: Sequence[Sendable],
    outlet: Outlet,
    journal: SentMail,
    *,
    per_minute: int = PER_MINUTE,
    per_day: int = PER_DAY,
    again: Iterable[str] = (),
    clock: WallClock | None = None,
    step: Callable[[int], None] = lambda done: None,
) -> SendReport:
    """Send each of *mails* that hasn't gone yet; *again* are keys of those that may go a second time.

    MailError if the server takes none at all; what went before it is in the journal.
    """
    run = _Sending(outlet, journal, clock or WallClock(), per_minute)
    again = frozenset(again)
    for done, one in enumerate(mails):
        step(done)
        state = None if one.key in again else journal.state(one.key)
        if state == "sent":
            run.before.append(one.name)
        elif state == "sending":
            run.unknown.append(one.name)
        elif state == "refused":
            run.refused.append((one.name, journal.said(one.key)))
        elif journal.sent_since(run.now()) >= per_day:
            run.left.append(one.name)
        else:
            run.send(one)
    return run.report()


class _Sending:
    def __init__(self, outlet: Outlet, journal: SentMail, clock: WallClock, per_minute: int) -> None:
        self._outlet, self._journal, self._clock, self._per_minute = outlet, journal, clock, per_minute
        self._lately: deque[float] = deque(maxlen=per_minute)
        self.now = clock.now
        self.sent: list[str] = []
        self.before: list[str] = []
        self.unknown: list[str] = []
        self.refused: list[tuple[str, str]] = []
        self.later: list[tuple[str, str]] = []
        self.left: list[str] = []

    def send(self, one: Sendable) -> None:
        """Send a mail; again after a while if the server may take it later."""
        mail = one.mail()
        for wait in (*WAITS_S, None):
            self._keep_pace()
            self._note(one, "sending")
            try:
                self._outlet.send(mail)
            except LaterError as fault:
                self._note(one, "deferred", str(fault))
                if wait is None:
                    self.later.append((one.name, str(fault)))
                else:
                    self._clock.wait(wait)
            except RefusedError as fault:
                self._note(one, "refused", str(fault))
                self.refused.append((one.name, str(fault)))
                return
            except UnknownError:
                self.unknown.append(one.name)
                return
            except MailError:
                self._note(one, "deferred")  # it didn't go
                raise
            else:
                self._note(one, "sent")
                self.sent.append(one.name)
                return

    def _keep_pace(self) -> None:
        """Wait until fewer than the most a minute went in the last one."""
        if len(self._lately) == self._per_minute and (left := self._lately[0] + 60.0 - self.now()) > 0:
            self._clock.wait(left)
        self._lately.append(self.now())

    def _note(self, one: Sendable, state: State, said: str = "") -> None:
        self._journal.add(MailEvent(one.key, state, self.now(), said))

    def report(self) -> SendReport:
        """What became of all."""
        return SendReport(
            tuple(self.sent),
            tuple(self.before),
            tuple(self.unknown),
            tuple(self.refused),
            tuple(self.later),
            tuple(self.left),
        )
