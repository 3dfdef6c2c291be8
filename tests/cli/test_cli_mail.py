"""`cardmaker mail`: drafts to open, a test to oneself first, each file sent once."""

import json
from email import message_from_bytes
from email.policy import default
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.kit import Command
from tests.mail.kit import Post, mail_server

COACH = ("--from", "Coach <coach@club.example>")


@pytest.fixture
def made(in_folder: Path) -> Path:
    """A folder of files as `build --roster` leaves it."""
    folder = Path("mail")
    folder.mkdir()
    files = []
    for n, email in enumerate(("r1@club.example", "r2@club.example", ""), 1):
        data = f"%PDF- of {n}".encode()
        (folder / f"R{n}.pdf").write_bytes(data)
        facts = {"file": f"R{n}.pdf", "sha256": sha256(data).hexdigest(), "bytes": len(data), "inputs": "x"}
        files.append(facts | {"athlete": f"Runner {n}", "title": "Spring", "email": email})
    (folder / "manifest.json").write_text(json.dumps({"files": files}))
    return folder


def test_a_draft_for_each_who_has_an_address(command: Command, made: Path) -> None:
    Path("m.md").write_text("Subject: {plan}, {first name}\n\nHello {name}\n")
    done = command("mail", "mail", *COACH, "--message", "m.md")
    assert done.code == 0
    assert done.out == "mail/drafts: wrote 2 drafts; open each to look at it and send it\n"
    assert done.err == "note: Runner 3: no address; nothing is written to them\n"
    mail = message_from_bytes((made / "drafts/R2.eml").read_bytes(), policy=default)
    assert (mail["To"], mail["Subject"]) == ("Runner 2 <r2@club.example>", "Spring, Runner")
    (attachment,) = mail.iter_attachments()
    assert attachment.get_content() == b"%PDF- of 2"


def test_who_would_get_what(command: Command, made: Path) -> None:
    done = command("mail", "mail", *COACH, "--dry-run", "--only", "runner 2")
    assert done.code == 0
    assert "Runner 2 <r2@club.example>" in done.out and "R2.pdf" in done.out
    assert done.out.endswith("1 mail would go; nothing was sent\n")
    assert sorted(path.name for path in made.iterdir()) == ["R1.pdf", "R2.pdf", "R3.pdf", "manifest.json"]


def test_a_test_is_asked_for_and_then_each_gets_one(command: Command, made: Path) -> None:
    post = Post()
    with mail_server(post, tls=False) as port:
        send = ("mail", "mail", *COACH, "--send", f"127.0.0.1:{port}")
        asked = command(*send)
        assert asked.code == 2 and "--test coach@club.example" in asked.err
        assert not post.taken
        tested = command(*send, "--test", "coach@club.example")
        assert tested.code == 0, tested.err
        assert [to for to, _ in post.taken] == ["coach@club.example"]
        sent = command(*send, "--limit", "1")
        assert sent.out == "mail: sent 1 mail\n"
        rest = command(*send)
        assert rest.out == "mail: sent 1 mail; 1 went before\n"
        again = command(*send, "--again", "Runner 1")
        assert again.out == "mail: sent 1 mail; 1 went before\n"
    assert [to for to, _ in post.taken[1:]] == ["r1@club.example", "r2@club.example", "r1@club.example"]
    assert all(len(mail["To"].addresses) == 1 for _, mail in post.taken)
    assert "club.example" not in (made / "mail.jsonl").read_text().replace("test coach@club.example", "")


def test_who_was_refused_is_reported(command: Command, made: Path) -> None:
    post = Post()
    post.answers["r1@club.example"] = ["550 no such user"]
    with mail_server(post, tls=False) as port:
        send = ("mail", "mail", *COACH, "--send", f"127.0.0.1:{port}")
        command(*send, "--test", "coach@club.example")
        done = command(*send)
    assert done.code == 10
    assert "Runner 1: the server refused: 550 no such user" in done.err
    assert done.out == "mail: sent 1 mail; 1 not taken\n"


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda folder: (folder / "R1.pdf").write_bytes(b"%PDF- of X"), "changed since it was made"),
        (lambda folder: (folder / "R1.pdf").unlink(), "the file is gone"),
        (lambda folder: (folder / "manifest.json").write_text("{"), "damaged"),
        (lambda folder: (folder / "manifest.json").unlink(), "no manifest.json"),
    ],
)
def test_a_folder_that_is_not_whole_is_refused(command: Command, made: Path, spoil: Any, words: str) -> None:
    spoil(made)
    done = command("mail", "mail", *COACH)
    assert done.code == 5
    assert words in done.err


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        ((), "--from is missing"),
        (("--from", "the coach"), "the sender"),
        ((*COACH, "--test", "a@club.example"), "add --send"),
        ((*COACH, "--only", "Runer 1"), "did you mean 'Runner 1'?"),
        ((*COACH, "--send", "smtp://x"), "is no mail server"),
    ],
)
def test_a_wish_that_cannot_be(command: Command, made: Path, wish: tuple[str, ...], words: str) -> None:
    done = command("mail", "mail", *wish)
    assert done.code != 0
    assert words in done.err


def test_mail_from_another_domain_than_the_server_s_is_warned_of(command: Command, made: Path) -> None:
    done = command("mail", "mail", "--from", "coach@club.example", "--send", "smtp.other.example")
    assert "by a server of other.example" in done.err
