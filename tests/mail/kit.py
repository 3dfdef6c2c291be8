"""A real mail server on this computer that takes mail, asks for a password, and fails on purpose."""

import asyncio
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTPUTF8
from typing import Any

import trustme
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

AUTHORITY = trustme.CA()
"""Whom the tests trust."""
PASSWORD = "a secret of the tests"


class Post:
    """What takes mails: keeps them, and gives the answers that a test asks for, one a try."""

    def __init__(self) -> None:
        self.taken: list[tuple[str, EmailMessage]] = []
        self.tries: list[str] = []
        self.answers: dict[str, list[str]] = {}
        self.connections = 0

    async def handle_RCPT(  # noqa: N802  aiosmtpd's name
        self, server: SMTP, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        """Take a recipient, or answer what is to be answered."""
        self.tries.append(address)
        answers = self.answers.get(address, [])
        if answers and not answers[0].startswith("data"):
            answer = answers.pop(0)
            if answer == "drop":
                server.transport.abort()
                return "451 gone"
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Any, envelope: Any) -> str:  # noqa: N802
        """Take a mail, or lose the connection when it was taken."""
        (to,) = envelope.rcpt_tos
        answers = self.answers.get(to, [])
        answer = answers.pop(0) if answers else ""
        if answer == "data drop":
            server.transport.abort()
            await asyncio.sleep(0)
            return "250 OK"
        if answer:
            return answer.removeprefix("data ")
        mail = message_from_bytes(envelope.content, policy=SMTPUTF8)
        assert isinstance(mail, EmailMessage)
        self.taken.append((to, mail))
        return "250 OK"


@contextmanager
def mail_server(
    post: Post, *, password: bool = False, tls: bool = True, most_bytes: int = 0
) -> Iterator[int]:
    """A server on 127.0.0.1; gives its port."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    AUTHORITY.issue_cert("127.0.0.1", "localhost").configure_cert(context)

    def check(*given: Any) -> AuthResult:
        login = given[-1]
        right = isinstance(login, LoginPassword) and login.password == PASSWORD.encode()
        return AuthResult(success=right, handled=False)

    wishes: dict[str, Any] = {"tls_context": context} if tls else {}
    if password:
        wishes |= {"authenticator": check, "auth_required": True, "auth_require_tls": tls}
    if most_bytes:
        wishes["data_size_limit"] = most_bytes
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = int(free.getsockname()[1])
    controller = Controller(post, hostname="127.0.0.1", port=port, enable_SMTPUTF8=True, **wishes)
    controller.start()
    try:
        yield port
    finally:
        controller.stop()


def trusting() -> ssl.SSLContext:
    """A context that trusts the tests' own authority."""
    context = ssl.create_default_context()
    AUTHORITY.configure_trust(context)
    return context


Trusting = Callable[[], ssl.SSLContext]
