"""An order as a message has it, options by their names → the Order that the same words of a command line make."""

from collections.abc import Mapping
from typing import Any, Final

from cardmaker.options import Option, pointless
from cardmaker.pipeline.order import Order
from cardmaker.studio.messages import MessageError
from cardmaker.theme.kinds import is_file_name
from cardmaker.validation import did_you_mean, shown
from cardmaker.valuetypes import FileType, ListType, NameType, SwitchType

_NOTHING: Final[tuple[object, ...]] = (None, "", [])


def offered() -> dict[str, Option[Any]]:
    """The options that a page may give, by name: all but those that name a file of this computer."""
    return {
        option.name: option
        for option in Order.declared()
        if option.flags and not isinstance(option.kind, FileType) and option.name != "output_intent"
    }


def order_of(given: Mapping[str, Any]) -> Order:
    """The order that says what is *given*; MessageError for what isn't an option, or can't be its value."""
    known = offered()
    values: dict[str, Any] = {}
    for name, value in given.items():
        if name not in known:
            raise MessageError(f"no option {shown(name)}{did_you_mean(name, known)}")
        if value not in _NOTHING:
            values[name] = _read(known[name], value)
    order = Order(**values)
    if refusal := pointless([order]):
        raise MessageError(refusal)
    return order


def _read(option: Option[Any], value: Any) -> Any:
    """A value as the command line reads it."""
    kind = option.kind
    if isinstance(kind, SwitchType):
        if not isinstance(value, bool):
            raise MessageError(f"{option.name}: should be true or false, not {shown(value)}")
        return value
    words = value if isinstance(value, list) else [value]
    if any(isinstance(word, bool) or not isinstance(word, str | int | float) for word in words):
        raise MessageError(
            f"{option.name}: should be a text, a number or a list of these, not {shown(value)}"
        )
    words = [f"{word:g}" if isinstance(word, float) else str(word) for word in words]
    if len(words) > 1 and not kind.repeatable:
        raise MessageError(f"{option.name}: takes one value, not {len(words)}")
    one = kind.one if isinstance(kind, ListType) else kind
    if isinstance(one, NameType) and any(map(is_file_name, words)):
        raise MessageError(f"{option.name}: takes a name, not a file; the plan may name one in its folder")
    try:
        return kind.join([kind.read(word) for word in words])
    except ValueError as fault:
        raise MessageError(f"{option.name}: {fault}") from None
