"""Mails to athletes → sent by a server, after a test, and what became of each."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cardmaker.cli import terminal
from cardmaker.cli.columns import count_of
from cardmaker.errors import ExitCode, NotFoundError

if TYPE_CHECKING:
    from cardmaker.mail.drafts import Sender
    from cardmaker.mail.journal import SentMail
    from cardmaker.mail.sending import Sendable, SendReport
    from cardmaker.mail.server import Connection


def send(
    folder: Path,
    sendables: "Sequence[Sendable]",
    who: "Sender",
    server: str,
    user: str,
    tester: str,
    again: Sequence[str],
    per_minute: int,
    per_day: int,
) -> None:
    """Send the mails by a *server*, or the first of them to the *tester* alone, and say what became of them."""
    from cardmaker.mail.journal import SentMail
    from cardmaker.mail.sending import send_all
    from cardmaker.mail.server import Connection, server_of

    host = server_of(server, user)
    if host.is_loopback and user == who.address:
        host = server_of(server)  # which asks nobody who they are
    _warn_of_domain(who, host.host)
    journal = SentMail(folder)
    with Connection(host) as outlet:
        if tester:
            _send_test(sendables, journal, outlet, tester)
            return
        if not journal.was_tested:
            raise click.UsageError(f"look at one yourself first: --send {server} --test {who.address}")
        wanted = {name.casefold() for name in again}
        keys = [one.key for one in sendables if one.name.casefold() in wanted]
        with terminal.counting("of {total} mails", len(sendables)) as step:
            report = send_all(
                sendables, outlet, journal, per_minute=per_minute, per_day=per_day, again=keys, step=step
            )
    _say(report, folder)


def _send_test(
    sendables: "Sequence[Sendable]", journal: "SentMail", outlet: "Connection", tester: str
) -> None:
    """Send the first mail to the coach alone."""
    from cardmaker.mail.journal import MailEvent
    from cardmaker.mail.server import LaterError, MailError, RefusedError, UnknownError
    from cardmaker.roster.mailaddress import address_in

    try:
        to = address_in(tester)
    except ValueError as fault:
        raise NotFoundError(f"--test: {fault}") from None
    mail = sendables[0].mail()
    mail.replace_header("To", to)
    try:
        outlet.send(mail)
    except (LaterError, RefusedError) as fault:
        raise MailError(f"the test wasn't taken: {fault}") from None
    except UnknownError:
        raise MailError("the connection was lost; look whether the test arrived, and try again") from None
    journal.add(MailEvent(f"test {to}", "test", datetime.now(UTC).timestamp()))
    terminal.say(f"sent {sendables[0].name}'s mail to {to}; look at it, and leave --test out")


def _warn_of_domain(who: "Sender", host: str) -> None:
    """Mail from another domain than the server's is often taken for a forgery."""
    ours, theirs = (
        ".".join(name.casefold().split(".")[-2:]) for name in (who.address.rpartition("@")[2], host)
    )
    if ours != theirs and "." in theirs and not theirs.replace(".", "").isdecimal():
        terminal.report(
            f"note: mail from {ours} by a server of {theirs} may be taken for a forgery; use a server of {ours}"
        )


def _say(report: "SendReport", folder: Path) -> None:
    for name in report.unknown:
        terminal.report(
            f"note: {name}: nobody knows whether the mail went; ask them, or send it with --again '{name}'"
        )
    for name, said in report.refused:
        terminal.report(f"{name}: the server refused: {said}; mend the address in the table, and build again")
    for name, said in report.later:
        terminal.report(f"{name}: not taken for now: {said}; the same command tries again")
    parts = [f"sent {count_of(len(report.sent), 'mail', 'mails')}"]
    parts += [f"{len(report.before)} went before"] if report.before else []
    parts += [f"{len(report.left)} left for tomorrow: the same command goes on"] if report.left else []
    parts += (
        [f"{len(report.refused) + len(report.later)} not taken"] if report.refused or report.later else []
    )
    terminal.say(f"{folder}: {'; '.join(parts)}")
    if report.refused or report.later or report.unknown:
        raise click.exceptions.Exit(ExitCode.OUTPUT)
