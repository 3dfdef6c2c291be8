"""What boxes of a page read, by where in its content that is → the boxes that read something else on another page.

A name that a box reads may be that of a field of what is around: of the day that a run is on, of the week. Boxes are
noted down where the field is, so that each place in the content is compared once, and only by what is read of it.
"""

from collections.abc import Iterable
from itertools import compress
from operator import ne
from typing import Any

from cardmaker.layout.askedbox import About, AskedBox
from cardmaker.layout.scope import Scope, taking
from cardmaker.namedtuple import NamedTuple


class UnlikeError(Exception):
    """The page has to be laid out."""


class Readers:
    """The boxes that were *asked* something on a page, which is about what is in *scope*."""

    def __init__(self, scope: Scope, asked: Iterable[AskedBox]) -> None:
        self._scope = scope
        self._homes: dict[int, _Home] = {}
        self._places: dict[int, tuple[Scope, str, int]] = {}
        for one in asked:
            for path, about in one.fields:
                if (home := self._home(one.scope, path)) is not None:
                    home.note(path, about, one)
        self._note_lists(scope)
        for home in self._homes.values():
            home.settle()

    def forget(self) -> None:
        """Let go of all boxes, and of where they are."""
        self._homes.clear()
        self._places.clear()

    def elsewhere(self, scope: Scope) -> "Elsewhere":
        """Where what this page is about is in *scope*, what another is about."""
        return Elsewhere(self._places, self._scope, scope)

    def reading_otherwise(self, elsewhere: "Elsewhere") -> Iterable[AskedBox]:
        """The boxes that read something else there, themselves. UnlikeError if what they read is of another kind."""
        found: dict[AskedBox, None] = {}
        self._find(self._scope, elsewhere, found)
        return found

    def _find(self, scope: Scope, elsewhere: "Elsewhere", found: dict[AskedBox, None]) -> None:
        home = self._homes.get(id(scope))
        if home is None:
            return
        other = elsewhere.of(scope)
        for name in home.changed(other):
            for path, about, boxes in home.readers.get(name, ()):
                if (path == name and about is None) or home.differs(path, about, other):
                    found.update(boxes)
            for holder, path in home.lists.get(name, ()):
                for inner in elsewhere.both(holder, path):
                    self._find(inner, elsewhere, found)

    def _home(self, scope: Scope, path: str) -> "_Home | None":
        """Where the field is that a box in *scope* reads; None if there is none."""
        try:
            giving = scope.giving(path.partition(".")[0])
        except KeyError:
            return None
        return self._homes.setdefault(id(giving), _Home(giving))

    def _note_lists(self, scope: Scope) -> None:
        """Note down the lists whose members boxes were asked in."""
        for path, members in scope.known_members:
            if (home := self._home(scope, path)) is not None:
                home.lists.setdefault(path.partition(".")[0], []).append((scope, path))
            for at, inner in enumerate(members):
                self._places[id(inner)] = scope, path, at
                self._note_lists(inner)


class Elsewhere:
    """The *places* of a page's content → those of another's, of which *scope* is *other* there."""

    def __init__(self, places: dict[int, tuple[Scope, str, int]], scope: Scope, other: Scope) -> None:
        self._places = places
        self._found = {id(scope): other}

    def of(self, scope: Scope) -> Scope:
        """The same place there. UnlikeError if there is none."""
        found = self._found.get(id(scope))
        if found is None:
            if id(scope) not in self._places:
                raise UnlikeError
            holder, path, at = self._places[id(scope)]
            members = self.of(holder).members(path)
            if at >= len(members):
                raise UnlikeError
            found = self._found[id(scope)] = members[at]
        return found

    def both(self, holder: Scope, path: str) -> list[Scope]:
        """The members of a list that differ there."""
        pairs = zip(holder.members(path), self.of(holder).members(path), strict=False)
        others = [(inner, other) for inner, other in pairs if inner.content is not other.content]
        self._found.update([(id(inner), other) for inner, other in others])
        return [inner for inner, _ in others]


class _Home:
    """A place in the content, and the boxes that read its fields, or something *about* them."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self.lists: dict[str, list[tuple[Scope, str]]] = {}
        """The lists that are in fields, by their names: for whom they are members, and the path to them."""
        self.readers: dict[str, list[_Readers]] = {}
        """By the names of fields."""
        self._names: tuple[str, ...] = ()
        self._take = taking(())
        self._given: tuple[Any, ...] = ()
        self._as_text = False

    def note(self, path: str, about: About | None, asked: AskedBox) -> None:
        """Note down a box that reads a field, or asks something *about* it."""
        alike = self.readers.setdefault(path.partition(".")[0], [])
        for one in alike:
            if one[:2] == (path, about):
                one.boxes[asked] = None
                return
        alike.append(_Readers(path, about, {asked: None}))

    def settle(self) -> None:
        """Take down what others are compared with, once all boxes are noted."""
        names = dict.fromkeys((*self.readers, *self.lists))
        self._as_text = "text" in names and self._scope.is_text
        self._names = tuple(name for name in names if not (self._as_text and name == "text"))
        self._take = taking(self._names)
        self._given = self._take(self._scope.content)

    def changed(self, other: Scope) -> list[str]:
        """The names of what is another thing in *other*. UnlikeError if that is of another kind."""
        mine, theirs = self._scope.content, other.content
        if type(mine) is not type(theirs):
            raise UnlikeError
        found = [*compress(self._names, map(ne, self._given, self._take(theirs)))]
        return [*found, "text"] if self._as_text and mine != theirs else found

    def differs(self, path: str, about: About | None, other: Scope) -> bool:
        """Whether a part of a field is another one in *other*, or what is asked about it."""
        try:
            mine, theirs = self._scope.value(path), other.value(path)
        except (KeyError, AttributeError):
            return True
        return about(mine) != about(theirs) if about else bool(mine != theirs)


class _Readers(NamedTuple):
    """The boxes that read a field by its path, or a part of it, or something *about* it."""

    path: str
    about: About | None
    boxes: dict[AskedBox, None]
