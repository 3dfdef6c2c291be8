"""The text of a prescription → its numbers, clock times, words and signs, letter case aside."""

import re
from collections.abc import Iterator
from typing import Final, Literal

from cardmaker.namedtuple import NamedTuple
from cardmaker.patterns import Pattern
from cardmaker.plan.lookalikes import LOOK_ALIKES

TokenKind = Literal["number", "clock", "word", "sign", "quote"]

LONGEST: Final = 2000
_PLAIN: Final = str.maketrans(
    {
        **LOOK_ALIKES,
        "“": '"',
        **dict.fromkeys("\xa0\u202f\u2009\t\r", " "),
        "→": "->",
        "⇒": "->",
        "\n": "; ",
        "•": " ",
        "·": "|",
        "½": ".5",
        "¼": ".25",
        "¾": ".75",
    }
)
# The hyphen of '30-second hold', '10-rep sets'.
_JOINED: Final = Pattern(
    r"-(?=(?:s|sec|secs|second|seconds|min|minutes?|m|metres?|meters?|yards?|yd|ft|foot|feet|reps?|kg|lb|cal)\b)",
    "-s|-m|-y|-f|-r|-k|-l|-c",
    re.IGNORECASE,
)
# '5x2.2.2' is a cluster, '5x(2+2+2)'.
_DOTTED: Final = Pattern(r"(\d ?x ?)\(?(\d{1,2}(?:\.\d{1,2}){2,3})(?![\d.])\)?", ".", re.IGNORECASE, also="x")
_CLOCK: Final = Pattern(r"(?:(\d{1,2}):)?(\d{1,3}):([0-5]\d)(?![:\d])", ":", re.UNICODE)
_SECONDS: Final = Pattern(r"(?<![^ x(@/]):([0-5]\d|[69]0|75)(?![\d:])", r":\d", re.UNICODE)
# One digit after a comma is a decimal where a unit follows, and so are a quarter and three; more numbers make a list.
_COMMA: Final = Pattern(
    r"(\d{1,4}),(\d|25|75)(?=\s?(?:kg|kgs|kilos?|lb|lbs|pounds?|min|mins|minutes?|km|mi|miles?|%)(?![a-z]))",
    r",\d",
    re.IGNORECASE,
)
_HALF: Final = Pattern(r"(\d{1,2}),(5)(?!\d|\s?,\s?\d)", ",5", re.UNICODE)
_THOUSANDS: Final = Pattern(
    r"(\d{1,3}),(\d00|\d50)(?=\s?(?:m|metres?|meters?|yd|yds|yards?|ft|feet|cal|cals|calories|steps|skips|jumps)(?![a-z]))",
    "00|50",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?|\.\d+")
_QUOTE: Final = Pattern(r'"([^"]*)"', '"', re.UNICODE)
_SHORT: Final = Pattern(r"(?:w/u|w/o|w/|e/s|e/l|e/a|p/s|l/r|b/w)(?![^\W\d_])", "/", re.IGNORECASE)
_WORD: Final = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_TIMES: Final = re.compile(r"([a-z]{0,4})x(?=\d|\s|\(|$)")
_BEFORE_X: Final = {
    "kg",
    "kgs",
    "lb",
    "lbs",
    "s",
    "sec",
    "secs",
    "min",
    "mins",
    "m",
    "bw",
    "reps",
    "rep",
    "cal",
}
_PER_TIMES: Final = {"emom", "amrap", "max", "failure", "f", "amap", "bw"}


class SetsToken(NamedTuple):
    """A piece of the text; *text* is in lower case, *at* is where it starts, *spaced* if a space precedes it."""

    kind: TokenKind
    text: str
    raw: str
    at: int
    end: int
    spaced: bool
    value: float = 0.0


def plain(text: str) -> str:
    """*text* with one kind of dash, quote, space and times sign."""
    return _DOTTED.sub(_cluster, " ".join(text.translate(_PLAIN).replace("''", '"').split()))


def _cluster(dotted: re.Match[str]) -> str:
    parts = dotted[2].split(".")
    return f"{dotted[1]}({'+'.join(parts)})"


def tokens(text: str) -> tuple[SetsToken, ...]:
    """The tokens of a text made plain; ValueError if it is longer than anybody's prescription."""
    if len(text) > LONGEST:
        raise ValueError(f"{len(text):,} characters are too many here; at most {LONGEST}")
    return tuple(_tokens(text))


def _tokens(text: str) -> Iterator[SetsToken]:
    at, before = 0, ""
    while at < len(text):
        if text[at] == " " or (before == "number" and _JOINED.match(text, at)):
            at += 1
            continue
        token = _next(text, at, before)
        yield token
        at, before = token.end, token.kind if token.text != "x" else "x"


def _next(text: str, at: int, before: str) -> SetsToken:
    """The token at a place; *before* is the kind of the one in front."""
    spaced = at == 0 or text[at - 1] == " "

    def made(kind: TokenKind, end: int, lower: str = "", value: float = 0.0) -> SetsToken:
        raw = text[at:end]
        return SetsToken(kind, lower or raw.lower(), raw, at, end, spaced, value)

    if text[at] == ":" and (seconds := _SECONDS.match(text, at)):
        return made("clock", seconds.end(), value=float(seconds[1]))
    if text[at].isdecimal() or text[at] == ".":
        if number := _number(text, at):
            return made(*number)
        return made("sign", at + 1)
    if text[at] == '"':
        after_number = before in ("number", "clock") and not spaced
        if not after_number and (quote := _QUOTE.match(text, at)):
            return made("quote", quote.end(), quote[1].strip() or " ")
        return made("word", at + 1, "s") if after_number else made("sign", at + 1)
    if text[at] == "'" and before == "number" and not spaced and not text[at + 1 : at + 2].isalpha():
        return made("word", at + 1, "min")
    if text[at] in "xX*" and (end := _times(text, at, before, spaced)):
        return made("sign", end, "x")
    if short := _SHORT.match(text, at):
        return made("word", short.end())
    if word := _WORD.match(text, at):
        return made("word", _word_end(text, at, word.end()))
    return made("sign", at + (2 if text.startswith("->", at) else 1))


def _number(text: str, at: int) -> tuple[TokenKind, int, str, float] | None:
    if clock := _CLOCK.match(text, at):
        hours, minutes, seconds = int(clock[1] or 0), int(clock[2]), int(clock[3])
        return "clock", clock.end(), "", float(hours * 3600 + minutes * 60 + seconds)
    in_list = (
        text[max(0, at - 2) : at].replace(" ", "")[-1:] == ","
        and text[: at - 1].rstrip(" ,")[-1:].isdecimal()
    )
    if not in_list:
        comma = _COMMA.match(text, at) or (_HALF.match(text, at) if _aims(text, at) else None)
        if comma and not _like(int(comma[1]), comma[2]):
            return "number", comma.end(), "", float(f"{comma[1]}.{comma[2]}")
        if thousands := _THOUSANDS.match(text, at):
            return "number", thousands.end(), "", float(thousands[1] + thousands[2])
    found = _NUMBER.match(text, at)
    if not found:
        return None
    if len(found[0]) > 9 or not found[0].isascii():
        raise ValueError(f"don't understand the number '{found[0][:12]}'")
    return "number", found.end(), "", float(found[0])


def _like(number: int, decimals: str) -> bool:
    """Whether '70,75' is a list of two weights rather than one in decimals, as '61,25' is."""
    return len(decimals) == 2 and number / 2 <= int(decimals) <= number * 2


def _aims(text: str, at: int) -> bool:
    """Whether an effort is being given, where '7,5' is seven and a half."""
    return text[:at].rstrip(" :").lower().endswith(("@", "rpe"))


def _times(text: str, at: int, before: str, spaced: bool) -> int:
    """Where a times sign ends that may start here; 0 if it is a letter of a word."""
    following = text[at + 1 : at + 2]
    if text[at] == "*" or following in ("", " ", "(") or following.isdigit():
        return at + 1
    if before == "number" and not spaced:
        return at + 1
    word = _WORD.match(text, at + 1)
    return at + 1 if word and word[0].lower() in _PER_TIMES else 0


def _word_end(text: str, at: int, end: int) -> int:
    """Where a word ends, before the x of 'kgx5' and '30 secx3'."""
    word = text[at:end].lower()
    if word.endswith("x") and word[:-1] in _BEFORE_X and text[end : end + 1].isdigit():
        return end - 1
    return end
