"""Which mail has gone to whom: written down before each is sent and after, so that nobody gets the same file twice.

A run that is killed between the two lines leaves a mail that may or may not have been sent. It isn't sent again: to
miss one, which is reported, is better than to send one twice, which can't be taken back.
"""

import json
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final, Literal

from cardmaker.deliver.files import append_line
from cardmaker.errors import OutputError
from cardmaker.record import record
from cardmaker.roster.manifest import MadeFile

SENT: Final = "mail.jsonl"
State = Literal["sending", "sent", "deferred", "refused", "test"]
_DAY_S: Final = 86_400.0


@record
class MailEvent:
    """What became of a mail at a time, in seconds since 1970."""

    key: str
    state: State
    time: float
    said: str = ""


def key_of(file: MadeFile) -> str:
    """What one mail is known by: who gets it, and the bytes of the file. No address can be read from it."""
    return sha256(f"{file.email.casefold()}\n{file.digest}".encode()).hexdigest()[:32]


class SentMail:
    """The journal in a folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / SENT
        self._events: dict[str, MailEvent] = {}
        self._times: list[float] = []
        for event in self._former():
            self._take(event)

    def _former(self) -> Iterator[MailEvent]:
        with suppress(OSError):
            for line in self._path.read_bytes().splitlines():
                with suppress(ValueError, TypeError, KeyError):  # a line that was cut short
                    said = json.loads(line)
                    yield MailEvent(
                        said["key"], said["state"], float(said["time"]), str(said.get("said", ""))
                    )

    def _take(self, event: MailEvent) -> None:
        self._events[event.key] = event
        if event.state in ("sent", "test"):
            self._times.append(event.time)

    def state(self, key: str) -> State | None:
        """What became of a mail; None if it was never tried."""
        event = self._events.get(key)
        return event.state if event else None

    def said(self, key: str) -> str:
        """What a server said of a mail that it refused."""
        event = self._events.get(key)
        return event.said if event else ""

    @property
    def was_tested(self) -> bool:
        """Whether a mail was sent to oneself first."""
        return any(event.state == "test" for event in self._events.values())

    def sent_since(self, now: float) -> int:
        """How many went in the day before *now*."""
        return sum(time > now - _DAY_S for time in self._times)

    def add(self, event: MailEvent) -> None:
        """Write a line, and wait until it is on the disk. OutputError if that can't be."""
        self._take(event)
        facts = {"key": event.key, "state": event.state, "time": round(event.time, 3), "said": event.said}
        line = json.dumps({name: value for name, value in facts.items() if value != ""})
        try:
            append_line(self._path, line, sync=True)
        except OSError as fault:
            raise OutputError(
                f"{self._path}: can't be written: {fault.strerror}; nothing more is sent"
            ) from None
