"""The equipment that exercises name, and what counts as having none.

An exercise's equipment is a list of needs, all of them to be met; 'dumbbell or kettlebell' is one need that
either meets. HOUSEHOLD things don't count as equipment: every home, stairwell or park has one.
"""

from collections.abc import Iterable, Sequence

from cardmaker.errors import NotFoundError
from cardmaker.library.vocabulary import Term, Vocabulary

NONE = "none"
NONE_TOO = ("bodyweight", "body weight", "body", "nothing", "no")
"""Other words for it."""
HOUSEHOLD = frozenset({"mat", "wall", "step", "chair"})
LOADS = frozenset(
    {"barbell", "trap-bar", "dumbbells", "dumbbell", "kettlebell", "band", "machine", "medicine-ball", "sled"}
)

WEIGHTS = LOADS - {"band", "sled"}
"""Of loads those that are known by their weight."""

EQUIPMENT = Vocabulary(
    {
        "barbell": Term("Barbell", ("bar and plates",)),
        "trap-bar": Term("Trap bar", ("hex bar", "hexagonal bar")),
        "dumbbells": Term("Dumbbells", ("pair of dumbbells", "hand weights")),
        "dumbbell": Term("Dumbbell", ("hand weight",), ("dumbbells",)),
        "kettlebell": Term("Kettlebell"),
        "band": Term("Band", ("resistance band", "mini band", "loop band", "elastic band")),
        "bench": Term("Bench"),
        "box": Term("Box", ("plyo box",)),
        "machine": Term("Machine", ("gym machine", "cable")),
        "pull-up-bar": Term("Pull-up bar", ("chin-up bar",)),
        "swiss-ball": Term("Swiss ball", ("exercise ball", "stability ball", "gym ball")),
        "anchor": Term("Anchor", ("fixed point", "door anchor", "post")),
        "partner": Term("Partner"),
        "dip-bars": Term("Dip bars", ("parallel bars", "dip station")),
        "medicine-ball": Term("Medicine ball", ("wall ball", "slam ball")),
        "rope": Term("Rope", ("skipping rope", "jump rope")),
        "battle-rope": Term("Battle rope", ("battle ropes",)),
        "ab-wheel": Term("Ab wheel", ("ab roller",)),
        "foam-roller": Term("Foam roller", ("roller",)),
        "sled": Term("Sled", ("prowler",)),
        "rowing-machine": Term("Rowing machine", ("rower", "row erg")),
        "exercise-bike": Term("Exercise bike", ("bike", "air bike", "stationary bike")),
        "ski-machine": Term("Ski machine", ("ski erg",)),
        "pool": Term("Pool", ("swimming pool",)),
        "mat": Term("Mat", ("floor mat", "yoga mat", "cushion")),
        "wall": Term("Wall"),
        "step": Term("Step", ("stair", "kerb")),
        "chair": Term("Chair", ("stool",)),
    }
)


def choices(need: str) -> tuple[str, ...]:
    """The things of which one is enough: 'bench or chair' → bench, chair."""
    return tuple(thing.strip() for thing in need.split(" or "))


def is_met(need: str, kit: frozenset[str]) -> bool:
    """Whether one of the things that a need names is there."""
    return not kit.isdisjoint(choices(need))


def lacking(needs: Sequence[str] | None, kit: frozenset[str]) -> list[str]:
    """What is needed and isn't there."""
    return [need for need in needs or () if not is_met(need, kit)]


def kit_there_is(there: Sequence[str] | None, without: Sequence[str]) -> frozenset[str] | None:
    """All that somebody has: what is *there*, or everything if that isn't said, but nothing that they are *without*.

    None where nothing is said. NotFoundError for what isn't known.
    """
    if there is None and not without:
        return None
    said = [name for name in there or () if name.casefold().strip() not in (NONE, *NONE_TOO)]
    have = frozenset(EQUIPMENT.terms) if there is None else frozenset().union(*map(_family, said))
    return have.difference(*map(_family, without)) | HOUSEHOLD


def _family(name: str) -> frozenset[str]:
    """What a thing is by its id, and what it includes: where two dumbbells are, one is."""
    found = EQUIPMENT.find(name)
    if found is None:
        from cardmaker.validation import shown

        hint = EQUIPMENT.closest(name) or f"; there are {', '.join(EQUIPMENT.terms)}"
        raise NotFoundError(f"no equipment {shown(name)}{hint}")
    pair = frozenset(("dumbbell", "dumbbells"))
    return pair if found in pair else EQUIPMENT.family(found)


def is_none(needs: Iterable[str] | None) -> bool:
    """Whether all of the *needs* can be met with household things, or there are none; not if they aren't known."""
    return needs is not None and all(not HOUSEHOLD.isdisjoint(choices(need)) for need in needs)


def uses(needs: Iterable[str] | None, thing: str) -> bool:
    """Whether one of the *needs* can be met by *thing*; one dumbbell is used wherever two are."""
    family = EQUIPMENT.family(thing)
    return any(not family.isdisjoint(choices(need)) for need in needs or ())


def takes_load(needs: Iterable[str] | None) -> bool:
    """Whether some of the *needs* is a weight, a band or a machine, or may be, as they aren't known.

    Without one the body is the load.
    """
    return needs is None or any(not LOADS.isdisjoint(choices(need)) for need in needs)


def takes_bar(needs: Iterable[str] | None, *, heavy: bool) -> bool:
    """Whether the load is a bar with plates: a squat by percent, too, but a curl of less than the bar isn't."""
    kit = frozenset(thing for need in needs or () for thing in choices(need))
    return kit.isdisjoint(LOADS - {"barbell"}) or (heavy and "barbell" in kit)
