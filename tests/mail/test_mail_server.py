"""Mail is handed in encrypted, one mail a recipient, and each answer of a server is taken for what it means."""

from email.message import EmailMessage

import pytest

from cardmaker.errors import NotFoundError, SettingError
from cardmaker.mail.server import PASSWORD as VARIABLE
from cardmaker.mail.server import (
    Connection,
    LaterError,
    MailError,
    MailServer,
    RefusedError,
    UnknownError,
    server_of,
)
from tests.mail.kit import PASSWORD, Post, mail_server, trusting


def _mail(to: str = "runner@club.example", text: str = "Hello") -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "coach@club.example", to, "Plan"
    mail.set_content(text)
    return mail


def test_one_connection_takes_many_mails() -> None:
    post = Post()
    with mail_server(post) as port, Connection(MailServer("127.0.0.1", port), trusting) as outlet:
        for n in range(3):
            outlet.send(_mail(f"r{n}@club.example"))
    assert [to for to, _ in post.taken] == ["r0@club.example", "r1@club.example", "r2@club.example"]


def test_a_password_is_taken_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    post = Post()
    monkeypatch.setenv(VARIABLE, PASSWORD)
    with (
        mail_server(post, password=True) as port,
        Connection(MailServer("127.0.0.1", port, "coach"), trusting) as outlet,
    ):
        outlet.send(_mail())
    assert len(post.taken) == 1


def test_a_wrong_password_ends_it_without_being_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "not-this-one")
    post = Post()
    with (
        mail_server(post, password=True) as port,
        Connection(MailServer("127.0.0.1", port, "coach"), trusting) as outlet,
        pytest.raises(MailError, match="wrong user or password") as fault,
    ):
        outlet.send(_mail())
    assert "not-this-one" not in str(fault.value)
    assert not post.taken


def test_without_a_password_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    with pytest.raises(SettingError, match=VARIABLE):
        MailServer("smtp.club.example", 587, "coach").password()


def test_a_server_that_asks_who_it_is_takes_nobody_who_is_not_logged_in() -> None:
    post = Post()
    with (
        mail_server(post, password=True) as port,
        Connection(MailServer("127.0.0.1", port), trusting) as outlet,
        pytest.raises(MailError, match=r"530 .*; say who you are with --user"),
    ):
        outlet.send(_mail())
    assert not post.taken


def test_a_certificate_that_nobody_vouches_for_is_refused() -> None:
    post = Post()
    with (
        mail_server(post) as port,
        Connection(MailServer("127.0.0.1", port)) as outlet,
        pytest.raises(MailError, match=r"can't be trusted: .* SSL_CERT_FILE"),
    ):
        outlet.send(_mail())
    assert not post.taken


def test_without_encryption_only_this_computer_gets_mail() -> None:
    post = Post()
    with mail_server(post, tls=False) as port:
        with Connection(MailServer("127.0.0.1", port), trusting) as outlet:
            outlet.send(_mail())
        assert len(post.taken) == 1
        with (
            Connection(_Elsewhere("127.0.0.1", port), trusting) as outlet,
            pytest.raises(MailError, match="no encryption"),
        ):
            outlet.send(_mail())
    assert len(post.taken) == 1


class _Elsewhere(MailServer):
    """A server that is reached as if it were on another computer."""

    @property
    def is_loopback(self) -> bool:
        return False


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ("451 try again", LaterError),
        ("421 closing", LaterError),
        ("drop", LaterError),
        ("550 no such user", RefusedError),
        ("data 452 full", LaterError),
        ("data 554 no", RefusedError),
        ("data drop", UnknownError),
    ],
)
def test_an_answer_means(answer: str, error: type[Exception]) -> None:
    post = Post()
    post.answers["runner@club.example"] = [answer]
    with mail_server(post) as port, Connection(MailServer("127.0.0.1", port), trusting) as outlet:
        with pytest.raises(error):
            outlet.send(_mail())
        outlet.send(_mail("other@club.example"))
    assert [to for to, _ in post.taken] == ["other@club.example"]


def test_a_mail_that_is_too_large_is_not_even_begun() -> None:
    post = Post()
    with (
        mail_server(post, most_bytes=2000) as port,
        Connection(MailServer("127.0.0.1", port), trusting) as outlet,
        pytest.raises(RefusedError, match=r"MB, and .* --only sheets"),
    ):
        outlet.send(_mail(text="x" * 5000))
    assert not post.tries


def test_letters_beyond_ascii_in_an_address() -> None:
    post = Post()
    with mail_server(post) as port, Connection(MailServer("127.0.0.1", port), trusting) as outlet:
        outlet.send(_mail("läufer@club.example"))
    assert [to for to, _ in post.taken] == ["läufer@club.example"]


def test_a_server_that_is_not_there_may_be_later() -> None:
    with (
        Connection(MailServer("127.0.0.1", 1), trusting) as outlet,
        pytest.raises(LaterError, match="can't be reached"),
    ):
        outlet.send(_mail())


@pytest.mark.parametrize(
    ("said", "host", "port"),
    [("smtp.club.example", "smtp.club.example", 587), ("smtp.club.example:465", "smtp.club.example", 465)],
)
def test_a_server_is_named(said: str, host: str, port: int) -> None:
    found = server_of(said)
    assert (found.host, found.port) == (host, port)


@pytest.mark.parametrize("said", ["", "smtp://x", "x:y", "x:0", "x:70000", "me@x"])
def test_what_names_no_server_is_refused(said: str) -> None:
    with pytest.raises(NotFoundError):
        server_of(said)
