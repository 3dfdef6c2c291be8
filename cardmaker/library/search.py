"""Words, a muscle, equipment, a kind and a level → the entries that have them all, best first."""

from collections.abc import Iterable, Sequence

from cardmaker.errors import NotFoundError
from cardmaker.library import equipment as kit
from cardmaker.library.equipment import EQUIPMENT
from cardmaker.library.index import IndexEntry
from cardmaker.library.matching import scores
from cardmaker.library.muscles import MUSCLES
from cardmaker.library.vocabulary import SECTIONS, Term, Vocabulary
from cardmaker.namedtuple import NamedTuple

_SHOWN = 60


class Wanted(NamedTuple):
    """What an exercise should have; '' leaves it open."""

    words: str = ""
    muscle: str = ""
    equipment: str = ""
    kind: str = ""
    level: str = ""


def select(entries: Sequence[IndexEntry], wanted: Wanted) -> tuple[IndexEntry, ...]:
    """The entries that have all that is *wanted*; NotFoundError for a word that isn't known.

    Order: how well the words fit, then how directly the muscle is trained, then section, then name.
    """
    fitting = scores(entries, wanted.words) if wanted.words.strip() else {entry.id: 1.0 for entry in entries}
    found = [entry for entry in with_equipment(entries, wanted.equipment) if entry.id in fitting]
    found = [*_sorted_as(found, wanted)]
    ranks = dict.fromkeys((entry.id for entry in found), 0)
    if wanted.muscle:
        term = _term(MUSCLES, "muscle", wanted.muscle, ())
        ranks = {entry.id: rank for entry in found if (rank := muscle_rank(entry, term)) is not None}
        found = [entry for entry in found if entry.id in ranks]
    found.sort(key=lambda e: (-fitting[e.id], ranks[e.id], _place(e.section), e.name.casefold()))
    return tuple(found)


def _sorted_as(entries: Sequence[IndexEntry], wanted: Wanted) -> Sequence[IndexEntry]:
    """The entries of the kind and level that are wanted."""
    if wanted.kind:
        kind = _term(KIND_WORDS, "kind", wanted.kind, ())
        entries = [entry for entry in entries if entry.kind == kind]
    if wanted.level:
        level = _term(LEVEL_WORDS, "level", wanted.level, ())
        entries = [entry for entry in entries if entry.level == level]
    return entries


def _place(section: str | None) -> int:
    """The place of a section among the tabs; what has none comes last."""
    return next((place for place, one in enumerate(SECTIONS) if one == section), len(SECTIONS))


def muscle_rank(entry: IndexEntry, term: str) -> int | None:
    """0 if *term* is a primary muscle, 1 if a part of it is, 2 and 3 for secondary ones, None if neither."""
    family = MUSCLES.family(term)
    for rank, muscles in enumerate((entry.primary, entry.secondary)):
        if term in muscles:
            return 2 * rank
        if not family.isdisjoint(muscles):
            return 2 * rank + 1
    return None


def with_equipment(entries: Sequence[IndexEntry], equipment: str) -> Sequence[IndexEntry]:
    """The entries that use *equipment*; all for '', those that need nothing beyond a household for 'none'."""
    if not equipment:
        return entries
    if equipment.strip().casefold() in (kit.NONE, *kit.NONE_TOO):
        return [entry for entry in entries if kit.is_none(entry.equipment)]
    thing = _term(EQUIPMENT, "equipment", equipment, (kit.NONE,))
    return [entry for entry in entries if kit.uses(entry.equipment, thing)]


def _term(vocabulary: Vocabulary, kind: str, word: str, besides: Iterable[str]) -> str:
    if (term := vocabulary.find(word)) is not None:
        return term
    hint = vocabulary.closest(word) or "; known are " + ", ".join((*besides, *vocabulary.terms))
    raise NotFoundError(f"no {kind} '{word[:_SHOWN]}'{hint}")


KIND_WORDS = Vocabulary(
    {
        "strength": Term("Strength", ("strengthening", "lifting", "resistance")),
        "power": Term("Power", ("plyometrics", "plyometric", "plyo", "explosive", "jumping")),
        "mobility": Term("Mobility", ("stretching", "stretch", "flexibility")),
        "conditioning": Term("Conditioning", ("cardio", "endurance", "metcon")),
        "drill": Term("Drill", ("running drill", "technique")),
        "rehab": Term("Rehab", ("rehabilitation", "physio", "physiotherapy", "physical therapy")),
    }
)
LEVEL_WORDS = Vocabulary(
    {
        "beginner": Term("Beginner", ("easy", "novice")),
        "intermediate": Term("Intermediate", ("medium", "moderate")),
        "advanced": Term("Advanced", ("hard", "expert")),
    }
)
