"""The name of a mail server and a password from the environment → a connection that takes one mail after the other."""

import os
import smtplib
import ssl
from collections.abc import Callable
from contextlib import suppress
from email.message import EmailMessage
from importlib import import_module
from ipaddress import ip_address
from typing import Any, Final, Self

from cardmaker.errors import NotFoundError, OutputError, SettingError
from cardmaker.mail.drafts import as_bytes, needs_no_utf8
from cardmaker.record import record

PASSWORD: Final = "CARDMAKER_MAIL_PASSWORD"
_TIMEOUT_S: Final = 60.0
_TLS_AT_ONCE: Final = 465
_SUBMISSION: Final = 587
_WHO_ARE_YOU: Final = 530


class MailError(OutputError):
    """Mail can't be sent at all: no server, no encryption, a wrong password."""


class LaterError(Exception):
    """The server may take this mail later: a 4xx answer, or a connection that was lost."""


class UnknownError(Exception):
    """The connection was lost when the mail was under way: it may have been taken, or not."""


class RefusedError(Exception):
    """The server won't take this mail: a 5xx answer, or it is too large."""


@record
class MailServer:
    """Where mail is handed in, and by whom."""

    host: str
    port: int = _SUBMISSION
    user: str = ""

    @property
    def is_loopback(self) -> bool:
        """Whether it is on this computer, where no line can be listened to."""
        try:
            return ip_address(self.host.strip("[]")).is_loopback
        except ValueError:
            return self.host == "localhost"

    def password(self) -> str:
        """From the environment, or from the system's keyring. SettingError without one."""
        if (found := os.environ.get(PASSWORD)) is not None:
            return found
        found = _kept(f"cardmaker {self.host}", self.user)
        if found is None:
            raise SettingError(
                f"no password for {self.user} at {self.host}; put it in {PASSWORD}, or in the keyring as "
                f"'cardmaker {self.host}'"
            )
        return found


def _kept(service: str, user: str) -> str | None:
    """What the system's keyring has; None without one."""
    try:
        keyring: Any = import_module("keyring")
    except ImportError:
        return None
    found: str | None = keyring.get_password(service, user)
    return found


def server_of(text: str, user: str = "") -> MailServer:
    """'smtp.club.example', with ':465' for encryption from the first byte. NotFoundError for what isn't one."""
    host, colon, port = text.strip().rpartition(":")
    if not colon:
        host, port = text.strip(), str(_SUBMISSION)
    if not host or not port.isdecimal() or not 0 < int(port) < 65536 or "/" in host or "@" in host:
        raise NotFoundError(f"'{text}' is no mail server; write its name, such as smtp.club.example:587")
    return MailServer(host, int(port), user)


class Connection:
    """A connection to a server, opened when the first mail goes, and again when it was lost."""

    def __init__(
        self, server: MailServer, context: Callable[[], ssl.SSLContext] = ssl.create_default_context
    ) -> None:
        self._server, self._context = server, context
        self._smtp: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def send(self, mail: EmailMessage) -> None:
        """Hand in one mail for one recipient.

        LaterError or RefusedError, in the server's words; UnknownError if it may have been taken; MailError if the
        server takes none at all.
        """
        (to,) = mail["To"].addresses
        (sender,) = mail["From"].addresses
        data = as_bytes(mail)
        smtp = self._open()
        options = [] if needs_no_utf8(mail) else ["SMTPUTF8"]
        if options and not smtp.has_extn("smtputf8"):
            raise RefusedError(f"the server takes no letters beyond ASCII in '{to.addr_spec}'")
        limit = smtp.esmtp_features.get("size", "")
        if limit.isdecimal() and 0 < int(limit) < len(data):
            raise RefusedError(
                f"{len(data) / 1e6:.1f} MB, and the server takes {int(limit) / 1e6:.1f}; make"
                " smaller files, as 'cardmaker build --only sheets' does"
            )
        if smtp.has_extn("size"):
            options.append(f"SIZE={len(data)}")
        self._hand_in(smtp, sender.addr_spec, to.addr_spec, options, data)

    def _hand_in(self, smtp: smtplib.SMTP, sender: str, to: str, options: list[str], data: bytes) -> None:
        """The dialogue for one mail."""
        under_way = False
        try:
            self._expect(smtp.mail(sender, options))
            self._expect(smtp.rcpt(to))
            under_way = True
            self._expect(smtp.data(data))
        except smtplib.SMTPDataError as fault:  # it refused to begin
            raise self._answered(fault.smtp_code, fault.smtp_error) from None
        except (smtplib.SMTPServerDisconnected, OSError) as fault:
            self.close()
            if under_way:
                raise UnknownError from None
            raise LaterError(f"the connection was lost: {_plainly(fault)}") from None

    def _expect(self, answer: tuple[int, bytes]) -> None:
        """Go on if the server agrees; otherwise forget this mail, so that the next can be handed in."""
        code, said = answer
        if 200 <= code < 300:
            return
        fault = self._answered(code, said)
        if self._smtp is not None:
            with suppress(smtplib.SMTPException, OSError):
                self._smtp.rset()
        raise fault

    def close(self) -> None:
        """Say good-bye, if anybody is there."""
        smtp, self._smtp = self._smtp, None
        if smtp is not None:
            try:
                smtp.quit()
            except (smtplib.SMTPException, OSError):
                smtp.close()

    def _answered(self, code: int, said: bytes | str) -> Exception:
        text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
        words = f"{code} {' '.join(text.split())}"[:200]
        if code == _WHO_ARE_YOU:  # it would refuse each mail so
            return MailError(f"{self._server.host}:{self._server.port}: {words}; say who you are with --user")
        if code == 421:  # the server closes the connection
            self.close()
        return LaterError(words) if 400 <= code < 500 else RefusedError(words)

    def _open(self) -> smtplib.SMTP:
        if self._smtp is not None:
            return self._smtp
        server = self._server
        where = f"{server.host}:{server.port}"
        try:
            if server.port == _TLS_AT_ONCE:
                smtp: smtplib.SMTP = smtplib.SMTP_SSL(
                    server.host, server.port, timeout=_TIMEOUT_S, context=self._context()
                )
            else:
                smtp = smtplib.SMTP(server.host, server.port, timeout=_TIMEOUT_S)
                smtp.ehlo()
                if smtp.has_extn("starttls"):
                    smtp.starttls(context=self._context())
                    smtp.ehlo()
                elif not server.is_loopback:
                    smtp.close()
                    raise MailError(f"{where} offers no encryption; nothing was sent")
            if server.user:
                smtp.login(server.user, server.password())
        except smtplib.SMTPAuthenticationError:
            raise MailError(f"{where}: wrong user or password for {server.user}; nothing was sent") from None
        except ssl.SSLCertVerificationError as fault:
            raise MailError(
                f"{where}: its certificate can't be trusted: {fault.verify_message}; write the server's name as its"
                " provider has it, or name the file of the authority it is from in SSL_CERT_FILE"
            ) from None
        except smtplib.SMTPNotSupportedError:
            raise MailError(f"{where} takes no password; leave --user out") from None
        except (smtplib.SMTPException, OSError) as fault:
            raise LaterError(f"{where} can't be reached: {_plainly(fault)}") from None
        self._smtp = smtp
        return smtp


def _plainly(fault: Exception) -> str:
    return str(getattr(fault, "strerror", "") or fault).splitlines()[0][:120] if str(fault) else "no answer"
