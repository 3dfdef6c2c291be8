"""How the values of options are written and read: words, names, numbers, lengths, files and lists of them."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from cardmaker.geometry import parse_length
from cardmaker.paths import missing

Value = TypeVar("Value")
NONE: Final = "none"
"""What one writes to say that there is to be nothing of a kind."""


class ValueType(Generic[Value]):
    """How the value of an option is written, and read."""

    metavar = ""
    """What help calls it; '' if it lists the *words*."""
    words: tuple[str, ...] = ()
    """All that may be written, if that is few."""
    repeatable = False

    def read(self, text: str) -> Any:
        """What one use of the flag says; ValueError, in words for the user, if it is wrong."""
        return text

    def join(self, parts: Sequence[Any]) -> Value:
        """The value of all uses of the flag."""
        last: Value = parts[-1]
        return last

    def written(self, value: Value) -> str:
        """*value* as one writes it; '' if that would be too long to repeat."""
        return ""


class TextType(ValueType[Value]):
    """Any text."""

    def __init__(self, metavar: str = "TEXT") -> None:
        self.metavar = metavar

    def written(self, value: Value) -> str:
        return str(value)


class FileType(TextType[str]):
    """The path of a file."""


class FolderType(ValueType[Path]):
    """A folder that is there."""

    metavar = "FOLDER"

    def read(self, text: str) -> Path:
        """The folder's path."""
        if fault := missing(text, "folder"):
            raise ValueError(fault)
        return Path(text)


class NameType(TextType[Value]):
    """The name of something that is looked up later: a *of* 'theme', 'stock', 'exercise', ..."""

    def __init__(self, of: str, *, maybe: bool = False) -> None:
        super().__init__("NAME")
        self.of, self.maybe = of, maybe

    def read(self, text: str) -> str:
        """The name as it is written."""
        if not text.strip():
            raise ValueError(f"the name of the {self.of} is empty")
        return text


class WordType(ValueType[Value]):
    """One of a few words, or members of an enumeration by theirs."""

    def __init__(self, words: Iterable[Value]) -> None:
        self.members: dict[str, Value] = {str(word): word for word in words}
        self.words = tuple(self.members)

    def read(self, text: str) -> Value:
        """The word, whatever its case."""
        word = text.casefold()
        if word not in self.members:
            from cardmaker.validation import any_of, did_you_mean, shown

            hint = did_you_mean(word, self.words) or f"; write {any_of(self.words)}"
            raise ValueError(f"unknown word {shown(text)}{hint}")
        return self.members[word]

    def written(self, value: Value) -> str:
        return str(value)


class SwitchType(ValueType[Value]):
    """Something that is wanted or not: a flag without a value. Where None is a value, it leaves that to the program."""


class CountType(ValueType[int]):
    """A flag without a value, which counts for more if it is repeated."""


class LengthType(ValueType[Value]):
    """A length from 0 to *most* mm: '3', '3 mm' or '0.125 in'."""

    metavar = "LENGTH"

    def __init__(self, most: float = 50.0) -> None:
        self.most = most

    def read(self, text: str) -> float:
        """The length in mm."""
        length = parse_length(text)
        if not 0 <= length <= self.most:
            raise ValueError(f"'{text}' should be 0 to {self.most:g} mm")
        return length

    def written(self, value: Value) -> str:
        return f"{value:g} mm"


class IntegerType(ValueType[Value]):
    """A whole number from *least* to *most*."""

    metavar = "N"

    def __init__(self, least: int, most: int) -> None:
        self.least, self.most = least, most

    def read(self, text: str) -> int:
        """The number."""
        digits = text.strip()
        if not (digits.isascii() and digits.isdecimal() and self.least <= int(digits[:9]) <= self.most):
            from cardmaker.validation import shown

            raise ValueError(f"write a whole number from {self.least} to {self.most}, not {shown(text)}")
        return int(digits)

    def written(self, value: Value) -> str:
        return str(value)


class ListType(ValueType[tuple[Value, ...]]):
    """Several of a kind: its flag may be repeated."""

    repeatable = True

    def __init__(self, one: ValueType[Value]) -> None:
        self.one, self.metavar, self.words = one, one.metavar, one.words

    def read(self, text: str) -> Value:
        """What one use of the flag says."""
        found: Value = self.one.read(text)
        return found

    def join(self, parts: Sequence[Value]) -> tuple[Value, ...]:
        return tuple(dict.fromkeys(parts))

    def written(self, value: tuple[Value, ...]) -> str:
        return ", ".join(filter(None, map(self.one.written, value)))
