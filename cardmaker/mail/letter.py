"""A coach's message in Markdown, with '{first name}' in it → the subject and body of each athlete's mail."""

import re
from collections.abc import Mapping
from typing import Final

from cardmaker.errors import SourceError
from cardmaker.record import record
from cardmaker.roster.columns import placeholder
from cardmaker.roster.manifest import MadeFile

_SUBJECT: Final = re.compile(r"\A\s*(?:Subject|Betreff|Objet|Asunto)\s*:[ \t]*([^\n]+)\n", re.IGNORECASE)
_WORD: Final = re.compile(r"\{([^{}\n]{1,40})\}")
_LONGEST_SUBJECT: Final = 200
USUAL: Final = "Subject: {plan}\n\nHello {first name},\n\nhere is your plan.\n"


@record
class Letter:
    """A message for everybody: its subject and its body in Markdown, with places for words."""

    subject: str
    body: str
    source: str

    def words_for(self, file: MadeFile) -> dict[str, str]:
        """What can be said of an athlete."""
        first = file.athlete.partition(" ")[0]
        return {"name": file.athlete, "first name": first, "group": file.group, "plan": file.title}

    def subject_for(self, words: Mapping[str, str]) -> str:
        """The subject in one line."""
        return " ".join(_filled(self.subject, words).split())

    def text_for(self, words: Mapping[str, str]) -> str:
        """The body as plain text: Markdown is readable as it is."""
        return _filled(self.body, words)

    def html_for(self, words: Mapping[str, str]) -> str:
        """The body as HTML; what it says as HTML itself is shown as text."""
        from markdown_it import MarkdownIt

        inner = MarkdownIt("commonmark", {"html": False, "linkify": False}).render(_filled(self.body, words))
        return f'<!doctype html>\n<html><head><meta charset="utf-8"></head><body>\n{inner}</body></html>\n'


def read_letter(text: str, source: str) -> Letter:
    """A message whose first line is 'Subject: …'.

    SourceError without a subject, or for words that nothing is known of.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    found = _SUBJECT.match(text)
    if not found:
        raise SourceError(f"{source}:1: no subject; begin with 'Subject: …', and go on after an empty line")
    subject, body = found[1].strip(), text[found.end() :].strip("\n") + "\n"
    if len(subject) > _LONGEST_SUBJECT:
        raise SourceError(
            f"{source}:1: the subject has {len(subject)} characters; at most {_LONGEST_SUBJECT}"
        )
    known = Letter("", "", "").words_for(MadeFile("", "", 0, ""))
    for number, line in enumerate(text.splitlines(), 1):
        for word in _WORD.findall(line):
            if placeholder(word) not in known:
                there = ", ".join(f"{{{one}}}" for one in known)
                raise SourceError(f"{source}:{number}: nothing is known of {{{word}}}; there are {there}")
    return Letter(subject, body, source)


def _filled(text: str, words: Mapping[str, str]) -> str:
    return _WORD.sub(lambda found: words[placeholder(found[1])], text)
