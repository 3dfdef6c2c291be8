"""A key and how to make its value → the value made before, or a new one; what was used longest ago is forgotten."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)
Value = TypeVar("Value")
_NOTHING: Any = object()


class Recent(Generic[Key, Value]):
    """Keeps at most *most* values, those used last."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._values: OrderedDict[Key, Value] = OrderedDict()

    def __len__(self) -> int:
        return len(self._values)

    def __contains__(self, key: Key) -> bool:
        return key in self._values

    def keep_at_most(self, most: int) -> None:
        """Keep so many from now on."""
        self._most = most
        while len(self._values) > most:
            self._values.popitem(last=False)

    def forget(self, key: Key) -> None:
        """Keep the value of *key* no longer, if it is kept."""
        self._values.pop(key, None)

    def once(self, key: Key, make: Callable[[], Value]) -> Value:
        """The value of *key*, made now if it isn't kept. What *make* raises is raised, and nothing is kept."""
        values = self._values
        kept: Value = values.get(key, _NOTHING)  # of long keys the hash takes most of the time
        if kept is not _NOTHING:
            values.move_to_end(key)
            return kept
        made = values[key] = make()
        if len(values) > self._most:
            values.popitem(last=False)
        return made
