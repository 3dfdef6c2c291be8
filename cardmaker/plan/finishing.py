"""The declared options of a plan's printing → the pydantic model that reads them, with their descriptions."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from cardmaker.geometry import parse_length
from cardmaker.options import Options
from cardmaker.plan import fields, printing
from cardmaker.plan.figures import FiguresChoice, with_figures
from cardmaker.validation import shown
from cardmaker.validation.marks import Fork, Info, check, check_beside, read, said, said_only, whole
from cardmaker.validation.model import Model
from cardmaker.valuetypes import NONE, LengthType, ListType, NameType, SwitchType, ValueType, WordType


def model_of(record: type[Options]) -> type[Model]:
    """A model with a field for each option that *record* declares; one that isn't given is None."""
    types = {
        option.name: Annotated[
            _annotation(option.kind) | None if option.default is None else _annotation(option.kind),
            said(description=option.about),
        ]
        for option in record.declared()
    }
    own = {"__annotations__": types, "__module__": __name__, **dict.fromkeys(types)}
    return type(record.__name__, (Model,), own)


def read_as(record: type[Options]) -> Any:
    """The type of a field that its model reads, and that is then a *record* of what was given."""

    def kept(found: Model) -> Options:
        given = {name: value for name, value in vars(found).items() if value is not None}
        return record(**with_figures(given, given.pop("figures", None)))

    return Annotated[model_of(record), check(kept)]


def _annotation(kind: ValueType[Any]) -> Any:
    """The type by which pydantic reads what a plan says of a kind of option."""
    one_of: Any = Literal  # as this type is made while the program runs
    match kind:
        case printing.StockType():
            return fields.StockChoice
        case printing.FiguresType():
            return FiguresChoice
        case NameType(maybe=True):
            return fields.maybe_named(kind.of)
        case NameType():
            return fields.named(kind.of)
        case printing.MarksType():
            marks = [word for word in kind.words if word != NONE]
            several = {"type": "array", "items": {"type": "string", "enum": marks}}
            schema = said_only(anyOf=[{"enum": [*kind.words]}, several])
            return Annotated[_several(one_of[tuple(marks)]), read(_listed), schema]
        case printing.FacesType():
            return _FACES
        case printing.CopiesType():
            return _COPIES
        case ListType():
            return _several(_annotation(kind.one))
        case WordType():
            return one_of[kind.words]
        case SwitchType():
            return bool
        case LengthType():
            return Annotated[float, fields.read_by(_reader_of_lengths(kind.most), "length")]
    return fields.MaybeLine


def _several(one: Any) -> Any:
    return tuple.__class_getitem__((one, ...))


def _reader_of_lengths(most: float) -> Any:
    def read(value: object) -> float:
        """A length in mm, such as '3 mm'; a bare number is mm."""
        if value is None or isinstance(value, bool) or not isinstance(value, int | float | str):
            raise ValueError(f"{shown(value)} is not a length; write '3 mm' or '0.125 in'")
        length = parse_length(value)
        if not 0 <= length <= most:
            raise ValueError(f"should be 0 to {most:g} mm, not {shown(value)}")
        return length

    return read


def _listed(value: object) -> object:
    """'crop' is [crop], and 'none' is none of them."""
    if isinstance(value, str):
        return [] if value.strip().casefold() == NONE else [value]
    return value


def _card_name(name: str, info: Info) -> str:
    """The key of a workout, or else the id of an exercise."""
    against = fields.checks(info)
    if against is None:
        return name
    try:
        return against.workout(name)
    except ValueError:
        return against.known("exercise", name)


def _copies(value: int | Mapping[str, int]) -> printing.Copies:
    return printing.Copies(value) if isinstance(value, int) else printing.Copies(None, value)


_FACES = Mapping[Literal["exercise", "gym"], Annotated[fields.Words, fields.known("face")]]
_MOST = printing.MOST_COPIES
_EVERY = Annotated[int, whole(1, _MOST)]
_SOME = Mapping[Annotated[fields.Words, check_beside(_card_name)], Annotated[int, whole(0, _MOST)]]
_COPIES = Annotated[
    _EVERY | _SOME,
    Fork(lambda value: "each" if isinstance(value, Mapping) else "all", all=_EVERY, each=_SOME),
    check(_copies),
]
