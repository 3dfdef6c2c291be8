"""Options, each declared once → records of what was asked for, with all that a flag, help, schema or check needs."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any, Final, Generic, Self, TypeVar, overload

from cardmaker.geometry import parse_length
from cardmaker.paths import missing

Value = TypeVar("Value")
NONE: Final = "none"
"""What one writes to say that there is to be nothing of a kind."""


class Section(StrEnum):
    """The headings of help, in its order."""

    WHAT = "What"
    LOOK = "Look"
    PAPER = "Paper"
    SIDES = "Two sides"
    MANY = "How many"
    CUTTING = "Cutting"
    ATHLETES = "Many athletes"
    OUTPUT = "Output"
    OTHER = "Options"


class Purpose(StrEnum):
    """What an option is for. Next to a choice that leaves nothing of it, the option would change nothing."""

    PAPER = "paper"
    PRINTING = "printing"
    CARDS = "cards"
    EXERCISE_CARDS = "exercise cards"
    GYM_CARDS = "gym cards"
    SHEETS_OF_CARDS = "sheets of cards"
    WEEK_SHEETS = "week sheets"
    TWO_SIDES = "two sides"
    BOTH_AT_ONCE = "both sides at once"
    BACKS_ALONE = "backs alone"
    BOOKS = "pages as they are"
    OWN_PRINTER = "a printer of your own"
    PDF = "PDFs"
    DOTS = "pictures made of dots"
    ROSTERS = "rosters"
    ONE_PLAN = "a plan without a roster"


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


class Option(Generic[Value]):
    """A field of a record of options, and everything there is to say about it.

    *about* is one sentence, for help and for the schema alike. *flags* are made of the name unless they are
    given; an option of a plan without any is set in the plan only. *uses* say what it is for, *lacks* which uses
    its values leave nothing of. *shorthand* is a flag that stands for one value. *default* may depend on the record.
    """

    name = ""

    def __init__(
        self,
        kind: ValueType[Value],
        default: Value | Callable[[Any], Value],
        about: str,
        *,
        section: Section,
        flags: Sequence[str] | None = None,
        uses: Sequence[Purpose] = (),
        lacks: Mapping[Any, Collection[Purpose]] | Callable[[Any], Collection[Purpose]] | None = None,
        shorthand: tuple[str, str] | None = None,
        shown: str | None = None,
    ) -> None:
        self.kind, self.default, self.about, self.section = kind, default, about, section
        self.uses, self.lacks, self.shorthand, self.shown = tuple(uses), lacks or {}, shorthand, shown
        self._flags = flags

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, record: None, owner: type) -> Self: ...
    @overload
    def __get__(self, record: object, owner: type) -> Value: ...
    def __get__(self, record: object | None, owner: type) -> Any:
        if record is None:
            return self
        if self.name in vars(record):
            return vars(record)[self.name]
        return self.default(record) if callable(self.default) else self.default

    def __set__(self, record: object, value: Value) -> None:
        if value is not self:  # which is what a dataclass hands over when nothing was given
            vars(record)[self.name] = value

    @property
    def flags(self) -> tuple[str, ...]:
        """How it is written on a command line."""
        return (f"--{self.name.replace('_', '-')}",) if self._flags is None else tuple(self._flags)

    @property
    def usual(self) -> str:
        """The default, as help shows it."""
        if self.shown is not None:
            return self.shown
        return "" if callable(self.default) or not self.default else self.kind.written(self.default)

    def written(self, record: object) -> str:
        """The option as it was written: '--only sheets', or the shorthand that means the same."""
        value = getattr(record, self.name)
        if self.shorthand and self.kind.written(value) == self.shorthand[1]:
            return self.shorthand[0]
        kind = self.kind
        words = map(kind.one.written, value) if isinstance(kind, ListType) else [kind.written(value)]
        return " ".join(f"{self.flags[-1]} {word}".rstrip() for word in words)

    def gone(self, record: object) -> Collection[Purpose]:
        """The uses of which the record's choice leaves nothing."""
        if callable(self.lacks):
            return self.lacks(record)
        return self.lacks.get(getattr(record, self.name), ()) if self.lacks else ()

    def granting(self, use: Purpose) -> str:
        """The values that leave a *use* what it is."""
        lacks = {} if callable(self.lacks) else self.lacks
        return " or ".join(word for word in self.kind.words if use not in lacks.get(word, ()))


class Options:
    """A record of options; its subclasses are frozen dataclasses, of eq=False, whose fields are each an Option.

    What wasn't given has its default, and differs from what was: two records are equal if both say the same.
    """

    @classmethod
    def declared(cls) -> Iterator[Option[Any]]:
        """Its options, in the order of their declaration."""
        for name in getattr(cls, "__dataclass_fields__", {}):
            option = getattr(cls, name, None)
            if isinstance(option, Option):
                yield option

    @property
    def given(self) -> Mapping[str, Any]:
        """The values that were given, by name."""
        return {
            option.name: vars(self)[option.name] for option in self.declared() if option.name in vars(self)
        }

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash((type(self), repr(sorted(vars(self).items()))))

    def but(self, **changes: Any) -> Self:
        """The same with some values given again."""
        return type(self)(**{**vars(self), **changes})

    def overridden(self, by: "Options") -> Self:
        """The same with what *by* was given of these options."""
        known = {option.name for option in self.declared()}
        return self.but(**{name: value for name, value in by.given.items() if name in known})


def pointless(records: Iterable[Options]) -> str:
    """Why the first option that would change nothing next to the others is refused; '' if there is none."""
    records = list(records)
    every = [(record, option) for record in records for option in record.declared()]
    for one, choice in every:
        gone = choice.gone(one)
        for record, option in every:
            lost = next((use for use in option.uses if use in gone), None)
            if lost and option.name in record.given and not _leaves_out(record.given[option.name]):
                return _refusal(option, lost, choice, one)
    return ""


def _leaves_out(value: object) -> bool:
    """Whether a value itself says that there is to be nothing of its kind."""
    return value in (NONE, ())


def _refusal(option: Option[Any], lost: Purpose, choice: Option[Any], record: Options) -> str:
    flag = option.flags[-1]
    if choice.name in record.given:
        return f"{flag} is for {lost}; leave it out with {choice.written(record)}"
    return f"{flag} is for {lost}; it goes with {choice.flags[-1]} {choice.granting(lost)}"


# The kinds of values -----------------------------------------------------------------------------------


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
