"""Options, each declared once → records of what was asked for, with all that a flag, help, schema or check needs."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import cache
from typing import Any, Generic, Self, TypeVar, dataclass_transform, overload

from cardmaker.record import refuse
from cardmaker.valuetypes import NONE, ListType, ValueType

Value = TypeVar("Value")


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
        refuse(record, self.name)

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


@dataclass_transform(frozen_default=True, kw_only_default=True, eq_default=False)
class Options:
    """A record of options, that doesn't change; the fields of its subclasses are each an Option, given by name.

    What wasn't given has its default, and differs from what was: two records are equal if both say the same.
    """

    def __init__(self, **given: Any) -> None:
        if unknown := given.keys() - self._fields():
            raise TypeError(f"{type(self).__name__} has no option {', '.join(sorted(unknown))}")
        vars(self).update(given)

    @classmethod
    @cache
    def _known(cls) -> Mapping[str, Option[Any]]:
        """Its options by name, in the order of their declaration; those of what it extends come first."""
        return {
            name: option
            for one in reversed(cls.__mro__)
            for name, option in vars(one).items()
            if isinstance(option, Option)
        }

    @classmethod
    @cache
    def _fields(cls) -> frozenset[str]:
        """The names of all that may be given: its options, and plain fields, which have a value in the class."""
        plain = {
            name
            for one in cls.__mro__[: -len(Options.__mro__)]
            for name, value in vars(one).items()
            if not name.startswith("_") and not hasattr(value, "__get__")
        }
        return frozenset(plain | cls._known().keys())

    @classmethod
    def declared(cls) -> Iterator[Option[Any]]:
        """Its options, in the order of their declaration."""
        yield from cls._known().values()

    @property
    def given(self) -> Mapping[str, Any]:
        """The values that were given, by name."""
        said = vars(self)
        return {name: said[name] for name in self._known() if name in said}

    __setattr__ = __delattr__ = refuse

    def __repr__(self) -> str:
        return (
            f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in vars(self).items())})"
        )

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
    every = [(record, option) for record in records for option in record.declared()]
    asked = [
        option
        for record, option in every
        if option.name in record.given and option.uses and not _leaves_out(record.given[option.name])
    ]
    for one, choice in every if asked else ():
        gone = choice.gone(one)
        for option in asked:
            if lost := next((use for use in option.uses if use in gone), None):
                return _refusal(option, lost, choice, one)
    return ""


def _leaves_out(value: object) -> bool:
    """Whether a value itself says that there is to be nothing of its kind."""
    return value in (NONE, ())


def _refusal(option: Option[Any], lost: Purpose, choice: Option[Any], record: Options) -> str:
    flag = option.flags[-1]
    if choice.name in record.given:
        return f"{flag} is for {lost}; leave it out with {choice.written(record)}"
    return f"{flag} is for {lost}; use it with {choice.flags[-1]} {choice.granting(lost)}"
