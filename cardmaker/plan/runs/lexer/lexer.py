"""The text of a run → tokens: counts, amounts, paces, targets, efforts, joints and free words."""

import re
from typing import Final

from cardmaker.patterns import Pattern
from cardmaker.plan.runs.effortphrases import REPEATABLE
from cardmaker.plan.runs.lexer.phrases import PhraseTokens
from cardmaker.plan.runs.lexer.tokens import LONGEST, RunToken
from cardmaker.plan.scanner import plain

_QUOTED: Final = Pattern("“([^“”]*)”", "“", re.UNICODE)
_WORD: Final = re.compile(
    r"[^\s,;/()\[\]+&@:|“”\d!?.~][^\s,;/()\[\]+&@:|“”!?]*|[#№]?\d[^\s,;/()\[\]+&@:|“”]*[a-z][^\s,;/()\[\]+&@:|“”!?]*"
)
_PLACES: Final = ("last", "first", "middle")


class _Lexer(PhraseTokens):
    """Takes a text apart."""

    def tokens(self) -> list[RunToken]:
        """All tokens, and a number before what may be counted made a count: '6 strides'."""
        found = self._all()
        measured = any(token.kind in ("amount", "metres", "clock", "count") for token in found)
        for at in range(len(found) - 1):
            number, counted = found[at], found[at + 1]
            if measured and _is_counted(found, at):
                found[at] = number._replace(kind="word")
            behind = found[at + 2] if at + 2 < len(found) else counted
            if counted.kind == "effort" and counted.value.sort == "adjective" and behind.kind == "effort":
                counted = behind  # '4 light surges'
            if number.kind != "number" or counted.kind != "effort" or counted.text.lower() not in REPEATABLE:
                continue
            first, most = number.value.value, number.value.most
            if first.is_integer() and first <= 40 and (most is None or most.is_integer()):
                found[at] = number._replace(kind="count", value=(int(first), most and int(most)))
        return found

    def _all(self) -> list[RunToken]:
        while self.at < len(self.text):
            if self.low[self.at] == " ":
                self.at += 1
                continue
            self._one()
        return self.found

    def _one(self) -> None:
        digit = self.low[self.at].isdigit() and self.low[self.at].isascii()
        if found := self._see(_QUOTED):
            self._add("quoted", self.text[found.start(1) : found.end(1)].strip(), found.end())
        elif self._target() or (digit and self._figure()) or self._phrase():
            pass
        elif found := self._see(_WORD):
            self._add("word", found[0], found.end() - (found[0].endswith(".") and len(found[0]) > 1))
        elif self.low[self.at] in "~≈":
            self._add("filler", "about", self.at + 1)
        else:
            self._add("sign", self.text[self.at], self.at + 1)


def limited(text: str) -> None:
    """Refuse a text that is longer than any run."""
    if len(text) > LONGEST:
        raise ValueError(f"{len(text):,} characters are too many here; at most {LONGEST}")


def tokens_of(text: str) -> list[RunToken]:
    """Take a run's text apart."""
    limited(text)
    return _Lexer(plain(text)).tokens()


def _is_counted(tokens: list[RunToken], at: int) -> bool:
    """Whether a number counts something else than a run, '2 friends', in a line that has an amount."""
    before = tokens[at - 1] if at else None
    return (
        tokens[at].kind == "number"
        and tokens[at + 1].kind == "word"
        and tokens[at + 1].text[0].isalpha()
        and tokens[at].end < tokens[at + 1].start
        and not (
            before and (before.kind in ("count", "with", "off", "in", *_PLACES) or before.text in ("@", "at"))
        )
    )
