"""A name that no exercise carries → the one it is a slip of, or the same movement by another name, if there is one."""

from collections.abc import Iterator, Sequence
from itertools import chain

from cardmaker.library.equipment import EQUIPMENT, choices, takes_load, uses
from cardmaker.library.index import IndexEntry
from cardmaker.library.matching import MOST_LETTERS, letters_apart
from cardmaker.library.names import singular, spelt_out, words

_LONGEST = 100

_MANNERS = frozenset(
    (
        "weighted",
        "assisted",
        "loaded",
        "heavy",
        "light",
        "slow",
        "tempo",
        "pause",
        "paused",
        "strict",
        "eccentric",
        "negative",
        "alternating",
    )
)
"""Words for how a movement is done; it is the same movement without them."""

_INITIALS = 2
"""So few letters are no slip: 'JM press', 'KB front squat'."""
_OTHERWISE = frozenset(("eccentric", "negative", "alternating"))
"""Of these manners those whose cues are others: lowering alone, or one side after the other."""

_KIT = {
    "barbell": "barbell",
    "dumbbell": "dumbbell",
    "kettlebell": "kettlebell",
    "band": "band",
    "banded": "band",
    "machine": "machine",
    "cable": "machine",
    "bench": "bench",
    "box": "box",
    "wall": "wall",
}
"""Words for equipment, and which it is."""

_HELD = frozenset(("dumbbell", "kettlebell"))
"""With these, what is done without a load is the same movement."""

_LISTED = """
ab abduction adduction air ankle arm arnold ball band bar barbell bear belt bench bent bicep biceps bike bird
block board body bound bounding box bridge bug burpee butt cable calf carry chair chest chin circle clam clap
clean climb close couch cow crab crawl cross crunch cuban curl cycle deadlift decline deep deficit dip donkey
double dragon drag drop dumbbell elbow eversion extension external face farmer fist flag flat flexion floor
flutter fly foot
forearm fork forward front full glute good grip gripper groin half halo hack ham hammer hand handstand hang
hanging heel hex hip hinge hold hollow hook hop hurdle incline internal inversion inverted jack jefferson jerk
jog jump
kettlebell kick kickback knee kneeling l landmine lat lateral leg lift lift-off lock long low lunge lying
machine march mat meadow medicine military morning muscle neck nordic one open over overhead pallof park pass
paused pec peck pendlay pelvic pike pin pinch pistol plate pogo pop pose power preacher press prone pull
pulldown pullover pulse push pushdown quad raise reach rear reverse ring rocking roll roller rollout rope
rotation row run running russian scissor seal seated shoulder shrug shuffle side single sit sissy skater ski
skip sled slide slam smith snatch sprawl split squat squeeze stability stair stand standing step stiff
straight stretch suitcase sumo superman supine swing swiss t tap thruster thrust tibialis tilt toe touch
tricep triceps trunk tuck turn twist twister up upright v walk walking wall wide wood woodchop woodchopper
windmill wrist y zercher zottman
"""
_WORDS = frozenset(_LISTED.split())
"""Words of exercises' names: one of these is meant as it is written, however like another it looks."""


def slip(entries: Sequence[IndexEntry], name: str) -> str | None:
    """The id of the exercise that *name* is one or two letters away from; None if it is more, or another exercise."""
    wanted = _stems(name[:_LONGEST])
    best: tuple[int, str] | None = None
    for entry in entries:
        for known in _names(entry):
            distance = _distance(wanted, known)
            if distance is not None and (best is None or distance < best[0]):
                best = distance, entry.id
    return best[1] if best else None


def look_alike(entries: Sequence[IndexEntry], name: str) -> str | None:
    """The id of the exercise that *name* says with a word more, for kit that it is done with or for a manner."""
    stems = _stems(spelt_out(name[:_LONGEST]))
    wanted = frozenset(stems)
    fitting = [
        (len(known), entry.id)
        for entry in entries
        for known in map(frozenset, _names(entry))
        if len(known) > 0 and known < wanted and all(_is_by_the_way(word, entry) for word in wanted - known)
    ]
    return max(fitting, key=lambda one: one[0])[1] if fitting else _bared(entries, stems)


def with_kit_named(name: str, needs: Sequence[str] | None) -> tuple[str, ...] | None:
    """The *needs* of an exercise with only the kit that *name* says, where that is one of several: 'barbell RDL'."""
    things = {_KIT[word] for word in _stems(spelt_out(name)) if word in _KIT}
    said = frozenset().union(*(EQUIPMENT.family(thing) for thing in things if thing in EQUIPMENT))
    if needs is None or not said:
        return None if needs is None else tuple(needs)
    held = (
        "dumbbells" if thing == "dumbbell" else thing
        for thing in sorted(things & _HELD)
        if not uses(needs, thing)
    )
    return (*(" or ".join(one for one in choices(need) if one in said) or need for need in needs), *held)


def is_done_otherwise(name: str) -> bool:
    """Whether a name says that the movement is done in a way that needs cues of its own."""
    return not _OTHERWISE.isdisjoint(_stems(name))


def _bared(entries: Sequence[IndexEntry], stems: tuple[str, ...]) -> str | None:
    """The exercise whose name is left without words for kit and manner, however it is spaced: 'weighted pullup'."""
    more = frozenset(word for word in stems if word in _MANNERS or word in _KIT)
    left = "".join(word for word in stems if word not in more)
    return next(
        (
            entry.id
            for entry in entries
            if more and any("".join(known) == left for known in _names(entry))
            if all(_is_by_the_way(word, entry) for word in more)
        ),
        None,
    )


def _is_by_the_way(word: str, entry: IndexEntry) -> bool:
    """Whether an exercise is the same with a *word* more."""
    if word in _MANNERS:
        return True
    thing = _KIT.get(word)
    if thing in _HELD and not takes_load(entry.equipment):  # 'DB reverse lunge'
        return True
    return thing in EQUIPMENT and thing is not None and uses(entry.equipment, thing)


def _names(entry: IndexEntry) -> Iterator[tuple[str, ...]]:
    """The words of each name of an exercise."""
    return (_stems(name) for name in dict.fromkeys(chain((entry.name, entry.id), entry.aliases)))


def _stems(name: str) -> tuple[str, ...]:
    return tuple(map(singular, words(name)))


def _distance(wanted: tuple[str, ...], known: tuple[str, ...]) -> int | None:
    """How many letters differ; None for too many, or if a word that differs is a word of its own."""
    if len(wanted) != len(known):
        if any(len(word) == 1 for word in wanted) or abs(len(wanted) - len(known)) > 1:
            return None  # a letter is a word of its own: 'Z press'
        joined = "".join(known)
        if any((word in _WORDS or len(word) <= _INITIALS) and word not in joined for word in wanted):
            return None  # 'wide push-up' is no slip of 'pike pushup'
        return _apart("".join(wanted), joined)
    parts = [_apart(one, other) for one, other in zip(wanted, known, strict=True) if one != other]
    if not parts or None in parts:
        return None
    total = sum(filter(None, parts))
    return total if total <= MOST_LETTERS else None


def _apart(word: str, known: str) -> int | None:
    """How many letters two words differ in, if the first is likely a slip of the second."""
    return None if word in _WORDS else letters_apart(word, known) or None
