"""A message in Markdown becomes a subject, a text and HTML, with the athlete's words and nobody else's signs."""

import pytest

from cardmaker.errors import NotFoundError, SourceError
from cardmaker.mail.drafts import Attachment, as_bytes, mail_for, sender_of
from cardmaker.mail.letter import USUAL, read_letter
from cardmaker.roster.manifest import MadeFile

FILE = MadeFile("R1.pdf", "d", 3, "i", "Runner One", "runner@club.example", "A", "Spring")
LETTER = read_letter("Subject: {plan} for {first name}\n\nHello **{name}**,\n\ngroup {group}.\n", "m.md")


def test_words_are_filled_in() -> None:
    words = LETTER.words_for(FILE)
    assert LETTER.subject_for(words) == "Spring for Runner"
    assert LETTER.text_for(words) == "Hello **Runner One**,\n\ngroup A.\n"
    assert "<p>Hello <strong>Runner One</strong>,</p>" in LETTER.html_for(words)


def test_html_in_a_message_or_a_name_is_text() -> None:
    letter = read_letter("Subject: x\n\n<script>1</script> {name}\n", "m.md")
    file = MadeFile("f", "d", 1, "i", "<b>A</b>", "a@club.example")
    html = letter.html_for(letter.words_for(file))
    assert "<script>" not in html and "<b>" not in html


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hello\n", "m.md:1: no subject"),
        ("Subject: x\n\n{goal}\n", "m.md:3: nothing is known of {goal}"),
        (f"Subject: {'x' * 300}\n\n", "at most 200"),
    ],
)
def test_a_message_that_cannot_be_sent_is_refused(text: str, words: str) -> None:
    with pytest.raises(SourceError) as fault:
        read_letter(text, "m.md")
    assert words in str(fault.value)


def test_the_usual_message_is_one() -> None:
    letter = read_letter(USUAL, "usual")
    assert letter.subject_for(letter.words_for(FILE)) == "Spring"


def test_a_draft_is_opened_to_be_sent() -> None:
    sender = sender_of("The Coach <coach@club.example>", "office@club.example", "stop@club.example")
    mail = mail_for(FILE, LETTER, sender, [Attachment("R1.pdf", b"%PDF-")])
    assert mail["X-Unsent"] == "1" and mail["Date"] is None
    assert str(mail["From"]) == "The Coach <coach@club.example>"
    assert str(mail["To"]) == "Runner One <runner@club.example>"
    assert mail["Reply-To"] == "office@club.example"
    assert mail["List-Unsubscribe"] == "<mailto:stop@club.example>"
    (attachment,) = mail.iter_attachments()
    assert (attachment.get_filename(), attachment.get_content()) == ("R1.pdf", b"%PDF-")
    assert {part.get_content_type() for part in mail.walk()} >= {"text/plain", "text/html", "application/pdf"}


def test_nothing_gets_into_a_header() -> None:
    file = MadeFile(
        "f", "d", 1, "i", "A\r\nBcc: other@club.example", "a@club.example", "", "x\nTo: b@club.example"
    )
    raw = as_bytes(mail_for(file, LETTER, sender_of("coach@club.example"), []))
    headers = raw.partition(b"\r\n\r\n")[0].split(b"\r\n")
    assert not any(line.startswith((b"Bcc", b"To: b@")) for line in headers)


def test_a_domain_is_written_as_the_dns_has_it() -> None:
    file = MadeFile("f", "d", 1, "i", "A", "a@läufer.example", "", "x")
    mail = mail_for(file, LETTER, sender_of("coach@club.example"), [])
    assert mail["To"].addresses[0].addr_spec == "a@xn--lufer-gra.example"
    assert as_bytes(mail).isascii()


def test_a_sender_who_is_none_is_refused() -> None:
    with pytest.raises(NotFoundError, match="the sender"):
        sender_of("the coach")


@pytest.mark.parametrize(
    "text", ["coach@club.example\nBcc: x@y.example", "a@club.example, b@club.example", "coach"]
)
def test_a_sender_is_one_address(text: str) -> None:
    with pytest.raises(NotFoundError, match="the sender: write "):
        sender_of(text)
