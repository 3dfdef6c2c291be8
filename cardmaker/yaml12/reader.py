"""The events of a YAML parser → plain data, lines, and the mistakes met on the way."""

from collections.abc import Callable
from typing import Any, NoReturn

from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from cardmaker.errors import Problem
from cardmaker.unseen import without_unseen
from cardmaker.yaml12.limits import DEPTH_LIMIT, NODE_LIMIT, TOO_DEEP
from cardmaker.yaml12.scalars import bad_character, describe_character, plain_value, without_bad_characters

try:
    from yaml import CSafeLoader as _Parser
except ImportError:  # PyYAML built without libyaml: the same events, slower
    from yaml import SafeLoader as _Parser  # type: ignore[assignment]


def events_of(text: str) -> Callable[[], Any]:
    """What gives the events of a text one after the other, and None after the last; YAMLError where that ends."""
    follow: Callable[[], Any] = _Parser(text).get_event
    return follow


_CORE_TAGS = {
    f"tag:yaml.org,2002:{kind}": kind for kind in ("str", "int", "float", "bool", "null", "seq", "map")
}

_TAGGED: dict[str, tuple[type, ...]] = {
    "str": (str,),
    "int": (int,),
    "float": (int, float),
    "bool": (bool,),
    "null": (type(None),),
}


class StopReading(Exception):  # noqa: N818 - a signal within the package, not an error a user meets
    """Nothing after *problem* can be read."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem


class Reader:
    """One pass over the parser's events."""

    def __init__(self, text: str, name: str) -> None:
        self.problems: list[Problem] = []
        self.marks: dict[int, Any] = {}
        self.first = 1
        self._next = events_of(text)
        self._name = name
        self._path: list[str | int] = []
        self._anchors: dict[str, tuple[object, int]] = {}
        self._open: set[str] = set()
        self._nodes = 0

    def document(self) -> object:
        """Read the only document; None if there is none."""
        self._next()  # the stream begins
        if isinstance(self._next(), StreamEndEvent):
            return None
        event: Any = self._next()
        self.first = event.start_mark.line + 1
        data = self._node(event)
        while isinstance(event := self._next(), DocumentEndEvent):
            pass
        if not isinstance(event, StreamEndEvent):
            self._stop(event, "a second document begins here ('---'); keep one document in a file")
        return data

    def _node(self, event: Any) -> object:
        self._count(event, 1)
        if type(event) is ScalarEvent and not event.anchor:
            return self._scalar(event)
        if type(event) is AliasEvent:
            return self._alias(event)
        anchor, before = event.anchor, self._nodes
        if anchor:
            self._open.add(anchor)
        data = self._scalar(event) if type(event) is ScalarEvent else self._collection(event)
        if anchor:
            self._open.discard(anchor)
            self._anchors[anchor] = data, self._nodes - before + 1
        return data

    def _count(self, event: Any, more: int) -> None:
        self._nodes += more
        if self._nodes > NODE_LIMIT:
            self._stop(
                event,
                f"more than {NODE_LIMIT:,} values, counting what aliases repeat; split the file",
            )

    def _scalar(self, event: Any) -> object:
        text: str = event.value
        if event.implicit[0] and event.tag is None:
            return plain_value(text)
        if not text.isprintable() and (bad := bad_character(text)):
            self._note(event, describe_character(bad))
            text = without_bad_characters(text)
        if event.tag is None or event.tag == "!":
            return text
        return self._tagged(event, text)

    def _tagged(self, event: Any, text: str) -> object:
        kind = self._core_tag(event, tuple(_TAGGED), f"'{text[:40]}'")
        value = text if kind == "str" else plain_value(text)
        if not isinstance(value, _TAGGED[kind]):
            self._note(event, f"!!{kind} doesn't go with '{text[:40]}'; leave it out")
        return value

    def _core_tag(self, event: Any, allowed: tuple[str, ...], what: str) -> str:
        """The kind that a value's tag says; where that can't be, the first one *allowed*, and a mistake is noted."""
        kind = _CORE_TAGS.get(event.tag, "")
        if kind in allowed:
            return kind
        if kind:
            self._note(event, f"!!{kind} doesn't go with {what}; leave it out")
        else:
            self._note(event, f"the tag '{event.tag[:80]}' isn't known; leave it out")
        return allowed[0]

    def _alias(self, event: Any) -> object:
        anchor = event.anchor
        if anchor in self._open:
            self._stop(event, f"*{anchor} is inside &{anchor} itself, which would never end; write it out")
        if anchor not in self._anchors:
            self._stop(event, f"*{anchor} has no &{anchor} before it; put text that begins with * in quotes")
        data, size = self._anchors[anchor]
        self._count(event, size - 1)
        return data

    def _collection(self, event: Any) -> object:
        if len(self._path) >= DEPTH_LIMIT:
            self._stop(event, TOO_DEEP)
        mapping = isinstance(event, MappingStartEvent)
        if not mapping and not isinstance(event, SequenceStartEvent):
            raise TypeError(event)
        if event.tag and event.tag != "!":
            self._core_tag(event, ("map",) if mapping else ("seq",), "a mapping" if mapping else "a list")
        return self._mapping() if mapping else self._sequence()

    def _sequence(self) -> list[object]:
        data: list[object] = []
        lines: list[int] = []
        path, following, node = self._path, self._next, self._node
        path.append(0)
        event: Any
        while type(event := following()) is not SequenceEndEvent:
            path[-1] = len(data)
            lines.append(event.start_mark.line + 1)
            data.append(node(event))
        path.pop()
        self.marks[id(data)] = lines
        return data

    def _mapping(self) -> dict[str, object]:
        data: dict[str, object] = {}
        lines: dict[str, int] = {}
        path, following, node = self._path, self._next, self._node
        path.append("")
        event: Any
        merged: list[dict[str, object]] = []
        while type(event := following()) is not MappingEndEvent:
            key = path[-1] = self._key(event)
            line = event.start_mark.line + 1
            if key == "<<" and type(event) is ScalarEvent and event.implicit[0]:
                merged += self._merged(following())
                continue
            if key in lines:
                self._note(event, f"this key is here twice; the first is on line {lines[key]}")
                node(following())
                continue
            lines[key] = line
            data[key] = node(following())
        path.pop()
        for base in merged:
            for key in (key for key in base if key not in data):
                data[key], lines[key] = base[key], self.marks[id(base)][key]
        self.marks[id(data)] = lines
        return data

    def _merged(self, event: Any) -> list[dict[str, object]]:
        """The mappings after `<<`, whose keys are taken where they aren't written; earlier ones first."""
        value = self._node(event)
        bases = value if isinstance(value, list) else [value]
        mappings = [base for base in bases if isinstance(base, dict)]
        if len(mappings) < len(bases):
            self._stop(event, "<< takes a mapping, such as *base, or a list of them")
        return mappings

    def _key(self, event: Any) -> str:
        if type(event) is AliasEvent:
            value = self._alias(event)
            if isinstance(value, str):
                return value
        if type(event) is not ScalarEvent:
            self._stop(event, "a key must be a word or a name; put text that begins with [, { or * in quotes")
        key: str = without_unseen(event.value)
        if not key:
            self._stop(event, "a name is missing before the ':'")
        if bad := bad_character(key):
            self._note(event, describe_character(bad))
        if key != key.strip():
            self._note(event, f"an invisible blank is next to the name '{key.strip()}'; delete it")
            key = key.strip()
        if event.anchor:
            self._anchors[event.anchor] = key, 1
        return key

    def _problem(self, event: Any, message: str) -> Problem:
        return Problem(self._name, event.start_mark.line + 1, ".".join(map(str, self._path)), message)

    def _note(self, event: Any, message: str) -> None:
        self.problems.append(self._problem(event, message))

    def _stop(self, event: Any, message: str) -> NoReturn:
        raise StopReading(self._problem(event, message))
