"""Tuples with names, quickly made, are those of typing."""

import copy
import pickle
import typing

import pytest

from cardmaker.namedtuple import NamedTuple


class Place(NamedTuple):
    """Where something is."""

    x: float
    y: float = 0.0
    name: str = ""

    @property
    def far(self) -> float:
        """How far it is from the corner."""
        return self.x + self.y


class Typed(typing.NamedTuple):
    """What typing makes of the same."""

    x: float
    y: float = 0.0
    name: str = ""


@pytest.mark.parametrize("made", [Place(1.0), Place(1.0, 2.0, "a"), Place(x=3.0, name="b")])
def test_one_is_a_tuple_with_names_methods_and_defaults(made: Place) -> None:
    typed = Typed(*made)
    assert made == typed == tuple(made)
    assert (made.x, made.y, made.name, made[0], made.far) == (
        typed.x,
        typed.y,
        typed.name,
        typed[0],
        typed.x + typed.y,
    )
    assert made._replace(y=5.0) == typed._replace(y=5.0)
    assert made._asdict() == typed._asdict()
    assert repr(made) == repr(typed).replace("Typed", "Place")
    assert Place._fields == Typed._fields and Place.__match_args__ == Typed.__match_args__
    assert Place.__doc__ == "Where something is."


def test_it_is_copied_and_pickled_as_what_it_is() -> None:
    for again in (
        pickle.loads(pickle.dumps(Place(1.0, 2.0))),
        copy.copy(Place(1.0, 2.0)),
        Place._make((1.0, 2.0, "")),
    ):
        assert type(again) is Place
        assert again == (1.0, 2.0, "")


def test_it_has_no_other_fields_and_none_is_changed() -> None:
    with pytest.raises(TypeError):
        Place()  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Place(1.0, depth=2.0)  # type: ignore[call-arg]
    with pytest.raises(TypeError):
        Place(1.0)._replace(depth=2.0)  # type: ignore[call-arg]
    with pytest.raises(AttributeError):
        Place(1.0).x = 2.0  # type: ignore[misc]
    with pytest.raises(AttributeError):
        Place(1.0).depth = 2.0  # type: ignore[attr-defined]
