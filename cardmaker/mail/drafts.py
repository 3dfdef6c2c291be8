"""An athlete's file and a letter → a mail of text, HTML and the PDF, ready to be opened or sent."""

from collections.abc import Sequence
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8
from email.utils import format_datetime, make_msgid, parseaddr
from typing import Final

from cardmaker.errors import NotFoundError
from cardmaker.mail.letter import Letter
from cardmaker.record import record
from cardmaker.roster.mailaddress import address_in, with_ascii_domain
from cardmaker.roster.manifest import MadeFile
from cardmaker.validation import shown

MOST_BYTES: Final = 4 * 1024 * 1024
"""Of attachments, beyond which one is warned: some servers take no more than 5 MB, and Base64 adds a third."""


@record
class Sender:
    """Who writes: name and address; where answers go, and where one says that one wants no more mail."""

    name: str
    address: str
    reply_to: str = ""
    unsubscribe: str = ""


@record
class Attachment:
    """An attachment."""

    name: str
    data: bytes
    kind: str = "application/pdf"


def sender_of(text: str, reply_to: str = "", unsubscribe: str = "") -> Sender:
    """'Coach <coach@club.example>' and the like. NotFoundError for what is no address."""
    name, _ = parseaddr(text)
    try:
        if text.count("@") > 1 or not text.isprintable():
            raise ValueError(f"write one address, not {shown(text)}")
        return Sender(
            name,
            address_in(text),
            address_in(reply_to) if reply_to else "",
            unsubscribe
            if unsubscribe.startswith("https://")
            else address_in(unsubscribe)
            if unsubscribe
            else "",
        )
    except ValueError as fault:
        raise NotFoundError(f"the sender: {fault}") from None


def mail_for(
    file: MadeFile,
    letter: Letter,
    sender: Sender,
    attachments: Sequence[Attachment],
    *,
    date: datetime | None = None,
) -> EmailMessage:
    """The mail to an athlete; without a *date* it is a draft, which mail programs open to be sent."""
    words = letter.words_for(file)
    mail = EmailMessage(policy=SMTP)
    mail["From"] = _address(sender.name, sender.address)
    mail["To"] = _address(file.athlete, file.email)
    mail["Subject"] = letter.subject_for(words)
    if sender.reply_to:
        mail["Reply-To"] = sender.reply_to
    if sender.unsubscribe:
        where = sender.unsubscribe
        mail["List-Unsubscribe"] = f"<{where}>" if where.startswith("https://") else f"<mailto:{where}>"
    if date:
        mail["Date"] = format_datetime(date)
        mail["Message-ID"] = make_msgid(domain=with_ascii_domain(sender.address).rpartition("@")[2])
    else:
        mail["X-Unsent"] = "1"
    mail.set_content(letter.text_for(words))
    mail.add_alternative(letter.html_for(words), subtype="html")
    for one in attachments:
        kind, _, subtype = one.kind.partition("/")
        mail.add_attachment(one.data, maintype=kind, subtype=subtype, filename=one.name)
    return mail


def as_bytes(mail: EmailMessage) -> bytes:
    """A mail as a file has it."""
    return mail.as_bytes(policy=SMTP if needs_no_utf8(mail) else SMTPUTF8)


def needs_no_utf8(mail: EmailMessage) -> bool:
    """Whether all addresses can be written in ASCII, which every server takes."""
    return all(
        address.addr_spec.isascii()
        for header in ("From", "To", "Reply-To")
        for address in (mail[header].addresses if mail[header] else ())
    )


def _address(name: str, address: str) -> Address:
    """A name and an address, its domain as the DNS has it, so that most servers take it."""
    user, _, domain = with_ascii_domain(address).rpartition("@")
    return Address(" ".join(name.split()), user, domain)
