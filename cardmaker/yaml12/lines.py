"""A field's path → the line of the file that it is on."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

FieldPath = Sequence[str | int]


def child(node: object, step: str | int) -> object:
    """The value at *step* of a mapping or list; KeyError, IndexError or TypeError if there is none."""
    if isinstance(node, dict):
        return node[step]
    if isinstance(node, list) and isinstance(step, int):
        return node[step]
    raise TypeError(step)


def scalars_in(
    node: object, path: tuple[str | int, ...] = ()
) -> Iterator[tuple[tuple[str | int, ...], Any, bool]]:
    """All that is neither a mapping nor a list, in order, with its path; keys, too, and whether it is one of these."""
    if isinstance(node, dict):
        for key, value in node.items():
            yield (*path, key), key, True
            yield from scalars_in(value, (*path, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from scalars_in(value, (*path, index))
    else:
        yield path, node, False


class Lines:
    """The line on which each field of some data is, counted from 1."""

    def __init__(self, root: object, marks: Mapping[int, Any], first: int) -> None:
        self._root, self._marks, self._first = root, marks, first

    def at(self, path: FieldPath) -> int:
        """The line of the field at *path*, or of its nearest known parent; 0 if lines aren't known."""
        return self.below(path)._first

    def below(self, path: FieldPath) -> "Lines":
        """The lines of the part of the data at *path*."""
        node: Any = self._root
        line = self._first
        for step in path:
            try:
                following = child(node, step)
                line = self._marks[id(node)][step]
            except (KeyError, IndexError, TypeError):
                return Lines(None, {}, line)
            node = following
        return Lines(node, self._marks, line)

    def over(self, root: object, marks: Mapping[int, Any]) -> "Lines":
        """The lines of *root*, put together from parts of this data; *marks* are those of its new containers.

        *marks* are keyed by the containers' ids; a list's are its entries' lines, a mapping's its keys'.
        """
        return Lines(root, {**self._marks, **marks}, self._first)


NO_LINES = Lines(None, {}, 0)
