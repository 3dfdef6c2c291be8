"""A message as it comes → a call with its arguments checked; an answer → what goes back.

The page docs/studio-messages.md has the messages and their envelope.
"""

import inspect
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, get_args, get_origin, get_type_hints

from cardmaker.namedtuple import NamedTuple
from cardmaker.record import record
from cardmaker.validation import did_you_mean, shown

_KINDS: Final[Mapping[Any, str]] = {
    str: "a text",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    dict: "a mapping",
    list: "a list of texts",
}
MARK: Final = b"\n"
"""What ends a message's line; JSON has none of its own."""


class MessageError(Exception):
    """A message that the engine doesn't understand, or asks for what it doesn't do: the page is wrong, no plan."""


@record
class Reply:
    """What a call answers: plain data, and the bytes of its files, in their order."""

    data: Mapping[str, Any]
    files: tuple[bytes, ...] = ()


class Call(NamedTuple):
    """What is asked for, and with which arguments, by name."""

    name: str
    args: Mapping[str, Any]


def read_message(line: str) -> Call:
    """The call that a message makes; MessageError if it makes none."""
    try:
        said = json.loads(line)
    except (ValueError, RecursionError):
        raise MessageError("not a message: it should be one line of JSON") from None
    name, args = (said.get("name"), said.get("args", {})) if isinstance(said, dict) else (None, None)
    if not isinstance(name, str) or not isinstance(args, dict):
        raise MessageError('not a message: it should be {"name": …, "args": {…}}')
    return Call(name, {key: _whole(value) for key, value in args.items()})


def answered(call: Call, messages: Mapping[str, Callable[..., Reply]], data: bytes) -> Reply:
    """What one of *messages* answers to a call; *data* are the bytes that came with it.

    MessageError for a call or an argument that isn't known, or is of another kind.
    """
    if call.name not in messages:
        hint = did_you_mean(call.name, messages)
        raise MessageError(f"no message {shown(call.name)}{hint}")
    message = messages[call.name]
    wanted = inspect.signature(message).parameters
    kinds = get_type_hints(message)
    given: dict[str, Any] = {}
    for key, value in call.args.items():
        if key not in wanted or key == "data":
            known = [name for name in wanted if name != "data"]
            raise MessageError(f"{call.name}: no argument {shown(key)}{did_you_mean(key, known)}")
        if value is None and wanted[key].default is not inspect.Parameter.empty:
            continue
        given[key] = _checked(f"{call.name}: {key}", kinds[key], value)
    if "data" in wanted:
        given["data"] = data
    for key, parameter in wanted.items():
        if parameter.default is inspect.Parameter.empty and key not in given:
            raise MessageError(f"{call.name}: {key} is missing")
    return message(**given)


def _checked(where: str, kind: Any, value: Any) -> Any:
    """A value of the kind that an argument takes."""
    if get_args(kind) and type(None) in get_args(kind):
        kind = next(one for one in get_args(kind) if one is not type(None))
    plain = get_origin(kind) or kind
    fits = type(value) is plain or (plain is float and type(value) is int)
    if not fits or (plain is list and not all(isinstance(one, str) for one in value)):
        raise MessageError(f"{where} should be {_KINDS[plain]}, not {shown(value)}")
    return value


def _whole(value: Any) -> Any:
    """Text without halves of characters, which no file can hold; each is as long as what takes its place."""
    match value:
        case str() if not value.isascii():
            return value.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        case list():
            return [_whole(one) for one in value]
        case dict():
            return {_whole(key): _whole(one) for key, one in value.items()}
    return value


def written(answer: Mapping[str, Any]) -> str:
    """An answer as one line of JSON."""
    return json.dumps(answer, ensure_ascii=False, separators=(",", ":"), allow_nan=False) + "\n"


def enveloped(line: str, blobs: Sequence[bytes]) -> bytes:
    """A line and the bytes behind it, as they go over the network."""
    return b"".join((line.encode("utf-8", "replace"), *blobs))
