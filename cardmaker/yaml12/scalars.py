"""The text of one YAML scalar → its value by the YAML 1.2 core rules."""

import re
from typing import Self

from cardmaker.patterns import Pattern

_DIGITS_LIMIT = 400

_NUMBER_START = frozenset("-+.0123456789")
_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_INF_NAN = Pattern(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)", ".i|.I|.n|.N")
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
# Controls but tab and line feed, lone surrogates, non-characters, and the two line separators nobody sees.
_BAD_CHARACTER = Pattern("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u2028\u2029]", "", re.UNICODE)


class _Written:
    text: str

    @classmethod
    def of(cls, value: float, text: str) -> Self:
        """*value*, spelled *text*."""
        number = cls(value)  # type: ignore[call-arg]  # which is a number, too
        number.text = text
        return number


class WrittenInt(_Written, int):
    """A whole number whose spelling says more than its value: a phone number 0123, +47."""


class WrittenFloat(_Written, float):
    """A number whose spelling says more than its value: 2026.10."""


def bad_character(text: str) -> str:
    """The first character of *text* that can't be printed, or ''."""
    if text.replace("\n", "").replace("\t", "").isprintable():  # as nearly all texts are
        return ""
    found = _BAD_CHARACTER.search(text)
    return found.group() if found else ""


def without_bad_characters(text: str) -> str:
    """*text* with all that can't be printed left out."""
    return _BAD_CHARACTER.sub("", text)


def describe_character(character: str) -> str:
    """The message for a character that can't be printed."""
    return f"the character U+{ord(character):04X} can't be printed; delete it or write a space"


def written(number: int | float) -> str:
    """A number as the file spells it."""
    return getattr(number, "text", None) or str(number)


def plain_value(text: str) -> object:
    """The value of an unquoted scalar by the YAML 1.2 core rules: null, true, false, numbers, else text."""
    if text[:1] not in _NUMBER_START:
        return _WORDS.get(text, text)
    if _INT.fullmatch(text):
        if len(text) > _DIGITS_LIMIT:
            return text
        value = int(text, 0) if text[:2] in ("0o", "0x") else int(text)
        return value if str(value) == text else WrittenInt.of(value, text)
    if _FLOAT.fullmatch(text) or _INF_NAN.fullmatch(text):
        number = float(text.lower().replace(".inf", "inf").replace(".nan", "nan"))
        return number if str(number) == text else WrittenFloat.of(number, text)
    return text
