"""Records behave as frozen dataclasses with slots do, of which each test makes one to compare with."""

import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pytest

from cardmaker.record import record, replace


@record
class Plate:
    """A record of the module, so that it can be pickled."""

    name: str
    weight: float = 20.0
    marks: tuple[str, ...] = ()


@record
class Bumper(Plate):
    """A record on top of another."""

    colour: str = "red"

    @property
    def heavy(self) -> bool:
        return self.weight > 15


def both() -> list[Any]:
    return [record, dataclass(frozen=True, slots=True)]


@pytest.mark.parametrize("make", both())
def test_fields_defaults_and_factories(make: Callable[[type], Any]) -> None:
    class Set:
        """A set."""

        reps: int
        load: float = 0.0
        notes: list[str] = field(default_factory=list)

    made = make(Set)
    first, second = made(8), made(reps=8, load=60.0, notes=["slow"])
    assert (first.reps, first.load, first.notes) == (8, 0.0, [])
    assert (second.load, second.notes) == (60.0, ["slow"])
    assert made(8).notes is not first.notes
    assert [f.name for f in dataclasses.fields(made)] == ["reps", "load", "notes"]
    assert not hasattr(first, "__dict__")


@pytest.mark.parametrize("make", both())
@pytest.mark.parametrize("given", [(), (1, 2, 3), (1,)])
def test_wrong_arguments_are_refused_from_the_first(
    make: Callable[[type], Any], given: tuple[int, ...]
) -> None:
    class Pair:
        """A pair."""

        one: int
        other: int

    made = make(Pair)
    with pytest.raises(TypeError):
        made(*given)
    with pytest.raises(TypeError):
        made(1, 2, third=3)
    assert made(1, other=2).other == 2


@pytest.mark.parametrize("make", both())
def test_equality_and_hash_go_by_class_and_compared_fields(make: Callable[[type], Any]) -> None:
    class Load:
        """A load."""

        kg: float
        memo: dict[str, int] = field(default_factory=dict, compare=False, repr=False)

    class Weight:
        """Another class with the same field."""

        kg: float

    made, other = make(Load), make(Weight)
    assert made(5.0, {"a": 1}) == made(5.0, {"b": 2})
    assert hash(made(5.0, {"a": 1})) == hash(made(5.0))
    assert made(5.0) != made(6.0)
    assert made(5.0) != other(5.0)
    assert made(5.0) != 5.0
    assert "memo" not in repr(made(5.0))
    assert repr(made(5.0)).endswith("Load(kg=5.0)")


@pytest.mark.parametrize("make", both())
def test_nothing_can_be_changed(make: Callable[[type], Any]) -> None:
    class Rest:
        """A rest."""

        seconds: int

    rest = make(Rest)(90)
    with pytest.raises(dataclasses.FrozenInstanceError):
        rest.seconds = 60
    with pytest.raises(dataclasses.FrozenInstanceError):
        del rest.seconds
    with pytest.raises((dataclasses.FrozenInstanceError, TypeError)):
        rest.minutes = 1
    assert rest.seconds == 90


@pytest.mark.parametrize("make", both())
def test_own_methods_and_post_init_are_kept(make: Callable[[type], Any]) -> None:
    class Name:
        """A name."""

        text: str

        def __post_init__(self) -> None:
            if not self.text:
                raise ValueError("no name")

        def __repr__(self) -> str:
            return f"<{self.text}>"

    made = make(Name)
    assert repr(made("squat")) == "<squat>"
    with pytest.raises(ValueError, match="no name"):
        made("")


@pytest.mark.parametrize("make", both())
def test_without_fields_all_are_equal(make: Callable[[type], Any]) -> None:
    class Gap:
        """Nothing."""

    made = make(Gap)
    assert made() == made()
    assert hash(made()) == hash(made())


def test_a_record_can_extend_another() -> None:
    plate = Bumper("twenty", marks=("IWF",))
    assert plate.heavy
    assert plate.colour == "red"
    assert plate != Plate("twenty", marks=("IWF",))
    assert [f.name for f in dataclasses.fields(plate)] == ["name", "weight", "marks", "colour"]


def test_replace_copy_and_pickle_make_it_again() -> None:
    plate = Bumper("ten", 10.0, ("a",), "green")
    assert dataclasses.replace(plate, weight=25.0) == Bumper("ten", 25.0, ("a",), "green")
    for again in (copy.copy(plate), copy.deepcopy(plate), pickle.loads(pickle.dumps(plate))):
        assert again == plate
        assert type(again) is Bumper


def test_patterns_match_by_place() -> None:
    match Plate("five", 5.0):
        case Plate(name, weight):
            assert (name, weight) == ("five", 5.0)
        case _:
            pytest.fail("no match")


def test_its_signature_is_known_once_it_is_used() -> None:
    Plate("one")
    assert list(inspect.signature(Plate).parameters) == ["name", "weight", "marks"]


def test_those_compared_by_identity_may_have_cached_properties() -> None:
    made: list[int] = []

    @record(eq=False, slots=False)
    class Page:
        """A page."""

        words: str
        notes: list[str] = field(default_factory=list)

        @cached_property
        def count(self) -> int:
            made.append(1)
            return len(self.words.split())

    page = Page("two words")
    assert (page.count, page.count, made) == (2, 2, [1])
    assert page != Page("two words")
    assert page in {page}
    with pytest.raises(dataclasses.FrozenInstanceError):
        page.words = "one"  # type: ignore[misc]
    assert repr(page).endswith("Page(words='two words', notes=[])")
    assert dataclasses.replace(page, words="another").words == "another"


def test_replace_gives_what_dataclasses_give_also_of_one_field_and_of_fields_that_do_not_count() -> None:
    @record
    class Single:
        """One field."""

        only: tuple[int, ...]

    @record(slots=False)
    class Noted:
        """A field that isn't compared, one with a factory, and something worked out."""

        name: str
        notes: list[str] = field(default_factory=list)
        hint: str = field(default="", compare=False)

        @cached_property
        def length(self) -> int:
            return len(self.name)

    noted = Noted("squat", ["deep"], "slow")
    assert noted.length == 5
    other = replace(noted, name="plank it")
    assert (other.name, other.notes, other.hint, other.length) == ("plank it", ["deep"], "slow", 8)
    assert replace(Single((1, 2)), only=()) == Single(())
    assert replace(Single((1, 2))) == Single((1, 2))
    with pytest.raises(TypeError):
        replace(noted, weight=3)
