"""A folder of athletes' files → a draft of a mail to each, or the mails sent; nobody gets the same file twice."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cardmaker.cli import terminal
from cardmaker.cli.columns import columns_of, count_of, size_of
from cardmaker.errors import NotFoundError, SourceError

if TYPE_CHECKING:
    from cardmaker.mail.drafts import Attachment, Sender
    from cardmaker.mail.letter import Letter
    from cardmaker.mail.sending import Sendable
    from cardmaker.roster.manifest import MadeFile

_EPILOG = """
\b
Examples:
  cardmaker mail mail/ --from coach@club.example
  cardmaker mail mail/ --from coach@club.example --message message.md --dry-run

\b
The message is Markdown; {name}, {first name}, {group} and {plan} are filled in:
  Subject: {plan}
  .
  Hello {first name}, ...

\b
To send: add --send smtp.club.example, the first time with --test coach@club.example.
The password is taken from CARDMAKER_MAIL_PASSWORD or the system's keyring. The journal
mail.jsonl in the folder knows whom a file went to: the same command goes on where it
was, the next day, too.
"""


@click.command("mail", epilog=_EPILOG)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path), metavar="FOLDER")
@click.option(
    "--from", "sender", default="", metavar="ADDRESS", help="Who writes: 'Coach <coach@club.example>'."
)
@click.option("--message", default="", metavar="FILE.md", help="What to write; without it a few words.")
@click.option("--reply-to", default="", metavar="ADDRESS", help="Where answers go, if not to the sender.")
@click.option(
    "--unsubscribe", default="", metavar="ADDRESS|URL", help="Where one says that one wants no more mail."
)
@click.option("--only", multiple=True, metavar="NAME", help="Only this athlete. May be repeated.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="The most mails to send now.")
@click.option("--send", "server", default="", metavar="SERVER[:PORT]", help="Send them, by this mail server.")
@click.option("--user", default="", help="The user at the server; by default the sender's address.")
@click.option("--test", "tester", default="", metavar="ADDRESS", help="Send one mail to yourself first.")
@click.option(
    "--calendars",
    is_flag=True,
    help="With each file its calendar, which 'build --calendars' has made next to it.",
)
@click.option(
    "--again", multiple=True, metavar="NAME", help="Send to this athlete again, though it may have gone."
)
@click.option("--dry-run", is_flag=True, help="Only say who would get what.")
@click.option(
    "--per-minute",
    type=click.IntRange(1, 1000),
    default=20,
    show_default=True,
    help="The most mails a minute.",
)
@click.option(
    "--per-day", type=click.IntRange(1, 100_000), default=400, show_default=True, help="The most mails a day."
)
def command(
    folder: Path,
    sender: str,
    message: str,
    reply_to: str,
    unsubscribe: str,
    only: tuple[str, ...],
    limit: int | None,
    server: str,
    user: str,
    tester: str,
    again: tuple[str, ...],
    calendars: bool,
    dry_run: bool,
    per_minute: int,
    per_day: int,
) -> None:
    """Write a mail to each athlete of a roster whose files are in FOLDER: drafts to open and send, or sent at once.

    FOLDER is what 'cardmaker build --roster' wrote, with its manifest.json.
    """
    from cardmaker.mail.drafts import sender_of
    from cardmaker.mail.letter import USUAL, read_letter
    from cardmaker.textfile import read_text

    if not sender:
        raise click.UsageError("--from is missing: who writes?")
    if tester and not server:
        raise click.UsageError("--test is for mail that is sent; add --send SERVER")
    who = sender_of(sender, reply_to, unsubscribe)
    letter = read_letter(read_text(message), message) if message else read_letter(USUAL, "the usual message")
    files = _files(folder)
    files = _chosen(files, only)[:limit]
    sendables = list(_sendables(folder, files, letter, who, dated=bool(server), calendars=calendars))
    if dry_run:
        _say_what_would_go(sendables)
    elif server:
        from cardmaker.cli.mailsending import send

        send(folder, sendables, who, server, user or who.address, tester, again, per_minute, per_day)
    else:
        _write_drafts(folder, files, sendables)


def _files(folder: Path) -> "list[MadeFile]":
    """The files that have an address. SourceError without a manifest."""
    from cardmaker.roster.manifest import MANIFEST, read_manifest

    if str(folder).partition(":/")[1]:
        raise SourceError(
            f"{folder}: mails are made from a folder of this computer; copy the files to one first"
        )
    try:
        made = read_manifest((folder / MANIFEST).read_bytes())
    except OSError:
        raise SourceError(
            f"{folder}: no {MANIFEST} in it; make the files with 'cardmaker build PLAN --roster TABLE -o {folder}'"
        ) from None
    if made is None:
        raise SourceError(
            f"{folder / MANIFEST}: damaged; make the files again with 'cardmaker build --roster'"
        )
    without = [file.athlete or file.name for file in made if not file.email]
    for name in without:
        terminal.report(f"note: {name}: no address; nothing is written to them")
    return [file for file in made if file.email]


def _chosen(files: "list[MadeFile]", only: Sequence[str]) -> "list[MadeFile]":
    names = {file.athlete.casefold() for file in files}
    for name in only:
        if name.casefold() not in names:
            from cardmaker.validation import did_you_mean

            hint = did_you_mean(name, [file.athlete for file in files]) or ""
            raise NotFoundError(f"no athlete '{name}' with an address in the folder{hint}")
    wanted = {name.casefold() for name in only}
    return [file for file in files if not wanted or file.athlete.casefold() in wanted]


def _sendables(
    folder: Path,
    files: "Sequence[MadeFile]",
    letter: "Letter",
    who: "Sender",
    *,
    dated: bool,
    calendars: bool = False,
) -> "Iterator[Sendable]":
    """The mails, each made when it is needed; a file that isn't what the manifest says is refused."""
    from email.message import EmailMessage

    from cardmaker.mail.drafts import MOST_BYTES, Attachment, mail_for
    from cardmaker.mail.journal import key_of
    from cardmaker.mail.sending import Sendable
    from cardmaker.roster.manifest import digest_of

    for file in files:
        if calendars:
            _calendar(folder, file)  # before the first mail goes
        try:
            size = (folder / file.name).stat().st_size
        except OSError:
            raise SourceError(
                f"{folder / file.name}: the file is gone; make it again with 'cardmaker build --roster'"
            ) from None
        if size > MOST_BYTES:
            terminal.report(f"note: {file.name}: {size_of(size)}; some servers take no more than 5 MB")

        def mail(file: "MadeFile" = file) -> EmailMessage:
            data = (folder / file.name).read_bytes()
            if digest_of(data) != file.digest:
                raise SourceError(
                    f"{folder / file.name}: changed since it was made; make it again with 'cardmaker build --roster'"
                )
            date = datetime.now(UTC) if dated else None
            own = Attachment(Path(file.name).name, data)
            more = [_calendar(folder, file)] if calendars else []
            return mail_for(file, letter, who, [own, *more], date=date)

        yield Sendable(key_of(file), file.athlete, mail)


def _calendar(folder: Path, file: "MadeFile") -> "Attachment":
    """The calendar next to an athlete's file. SourceError if there is none."""
    from cardmaker.mail.drafts import Attachment
    from cardmaker.roster.making import calendar_name

    path = folder / calendar_name(file.name)
    try:
        return Attachment(path.name, path.read_bytes(), "text/calendar")
    except OSError:
        raise SourceError(
            f"{path}: no calendar; make it with 'cardmaker build --roster TABLE --calendars -o {folder}'"
        ) from None


def _say_what_would_go(sendables: "Sequence[Sendable]") -> None:
    mails = [one.mail() for one in sendables]
    rows = [
        (
            str(mail["To"]),
            str(mail["Subject"]),
            ", ".join(str(part.get_filename()) for part in mail.iter_attachments()),
        )
        for mail in mails
    ]
    terminal.say_all(columns_of(rows))
    terminal.say(f"{count_of(len(rows), 'mail', 'mails')} would go; nothing was sent")


def _write_drafts(folder: Path, files: "Sequence[MadeFile]", sendables: "Sequence[Sendable]") -> None:
    from cardmaker.deliver.files import make_folder, write_whole
    from cardmaker.mail.drafts import as_bytes

    drafts = folder / "drafts"
    make_folder(drafts)
    with terminal.counting("of {total} drafts", len(files)) as step:
        for done, (file, one) in enumerate(zip(files, sendables, strict=True)):
            step(done)
            write_whole(drafts / f"{Path(file.name).stem}.eml", [as_bytes(one.mail())])
    terminal.say(
        f"{drafts}: wrote {count_of(len(files), 'draft', 'drafts')}; open each to look at it and send it"
    )
