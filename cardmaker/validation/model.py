"""The base of what files hold: frozen records, for which pydantic is needed only to read a user's own files."""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from typing import TYPE_CHECKING, Any, ClassVar, Self, dataclass_transform

from cardmaker.record import equal, fielded, refuse, values_of
from cardmaker.validation.marks import Info

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema


_HASH = "_hash"


@dataclass_transform(frozen_default=True, kw_only_default=True)
class Model:
    """A frozen dataclass, closed to unknown keys; KEYS are those that are written unlike their fields.

    Its methods are common to all models instead of being generated for each: the boxes alone have 400 fields, and
    to compile code for them would take longer than laying out a card.
    """

    KEYS: ClassVar[Mapping[str, str]] = {}
    _makers: ClassVar[Mapping[str, Callable[[], Any]]]
    _needed: ClassVar[frozenset[str]]
    _known: ClassVar[frozenset[str]]
    _values: ClassVar[Callable[[Any], Any]]

    def __init_subclass__(cls) -> None:
        fielded(cls)
        own = fields(cls)  # type: ignore[arg-type]  # it has just become one
        cls._makers = {one.name: one.default_factory for one in own if one.default_factory is not MISSING}
        cls._needed = frozenset(
            one.name for one in own if one.default is MISSING and one.default_factory is MISSING
        )
        cls._known = frozenset(one.name for one in own)
        cls._values = values_of([one.name for one in own])
        keys = cls.KEYS
        cls.__pydantic_config__ = {  # type: ignore[attr-defined]
            "extra": "forbid",
            "alias_generator": lambda name: keys.get(name, name),
        }

    @classmethod
    def spelt_out(cls, written: Any, info: Info) -> Any:
        """What a file may write for short, as the mapping it means; anything else as it is."""
        return written

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: "GetCoreSchemaHandler") -> "CoreSchema":
        from pydantic_core import core_schema

        schema = handler(source)
        own: Any = handler.resolve_ref_schema(schema)  # which all other fields of this type refer to, too
        own["schema"] = core_schema.with_info_before_validator_function(cls.spelt_out, own["schema"])
        return schema

    def __init__(self, **values: Any) -> None:
        """Of trusted values, by field: nothing is converted."""
        if self._needed - values.keys() or values.keys() - self._known:
            wrong = sorted((self._needed - values.keys()) | (values.keys() - self._known))
            raise TypeError(f"{type(self).__name__}: {', '.join(wrong)}")
        for name, make in self._makers.items():
            if name not in values:
                values[name] = make()
        self.__dict__.update(values)
        self.__post_init__()

    def __post_init__(self) -> None:
        """Fill in and check what depends on several fields; pydantic calls it, too."""

    def but(self, **changes: Any) -> Self:
        """The same with other values, which are trusted, and without what was worked out of the old ones."""
        made = object.__new__(type(self))
        held = self.__dict__
        made.__dict__.update({name: held[name] for name in held if name in self._known}, **changes)
        return made

    __setattr__ = refuse
    __eq__ = equal

    def __hash__(self) -> int:
        if (found := self.__dict__.get(_HASH)) is None:
            found = self.__dict__[_HASH] = hash(type(self)._values(self))
        return int(found)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in self.__dict__.items())})"


class Named(Model):
    """What a file holds, with the name of the file; it is no key in it."""

    _id: ClassVar[str] = ""

    @property
    def id(self) -> str:
        """The name of its file."""
        return self._id

    def named(self, name: str) -> Self:
        """The same as the file of a name."""
        made = self.but()
        made.__dict__["_id"] = name
        return made

    def but(self, **changes: Any) -> Self:
        """The same with other values, under the same name."""
        made = super().but(**changes)
        made.__dict__["_id"] = self._id
        return made
