"""YAML text → what is written in it, with its places, also of a text that is wrong further down."""

from collections.abc import Iterator
from typing import Final, Literal

import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from cardmaker.namedtuple import NamedTuple
from cardmaker.yaml12.reader import events_of

Kind = Literal["mapping", "list", "end", "scalar"]
_KINDS: Final[dict[type, Kind]] = {
    MappingStartEvent: "mapping",
    SequenceStartEvent: "list",
    MappingEndEvent: "end",
    SequenceEndEvent: "end",
    ScalarEvent: "scalar",
    AliasEvent: "scalar",
}


class Token(NamedTuple):
    """The beginning or the end of a list or mapping, or a value: from where to where, in characters, and its text."""

    kind: Kind
    start: int
    end: int
    text: str


def tokens_of(text: str) -> Iterator[Token]:
    """The tokens of a text, as far as it can be read; nothing is raised where that ends."""
    try:
        follow = events_of(text)
        while (event := follow()) is not None:
            if kind := _KINDS.get(type(event)):
                word = getattr(event, "value", "")
                yield Token(kind, event.start_mark.index, event.end_mark.index, word)
    except (yaml.YAMLError, ValueError):
        return  # which is reported by whoever reads it
