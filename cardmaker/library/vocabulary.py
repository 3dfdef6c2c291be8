"""The closed lists of words that exercise files choose from, and how a list understands other spellings."""

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Literal, get_args

from cardmaker.library.names import keys
from cardmaker.namedtuple import NamedTuple

Section = Literal["legs", "hips", "core", "upper", "mobility", "arms", "full body", "conditioning"]
Laterality = Literal["both", "each-side", "alternating", "each-way"]
Measure = Literal["reps", "hold", "distance"]
Kind = Literal["strength", "power", "mobility", "conditioning", "drill", "rehab"]
Level = Literal["beginner", "intermediate", "advanced"]
Position = Literal[
    "standing", "sitting", "kneeling", "all-fours", "plank", "supine", "prone", "side-lying", "hanging"
]

SECTIONS: tuple[Section, ...] = get_args(Section)
"""The index tabs, in the order of a deck."""
USUAL_SECTIONS = 5
"""How many of them, from the first, have a place on each card; the others have one in decks that use them."""
KINDS: tuple[Kind, ...] = get_args(Kind)
LEVELS: tuple[Level, ...] = get_args(Level)
POSITIONS: tuple[Position, ...] = get_args(Position)

SIDES = ("front", "rear", "left", "right", "top", "bottom")
JOINTS = (
    *("head", "neck", "shoulder", "elbow", "wrist", "hand", "ribs", "spine"),
    *("pelvis", "hip", "knee", "ankle", "heel", "toes"),
)
_JOINTS_OF_SIDES = (*JOINTS, *(f"{side}_{joint}" for side in SIDES for joint in JOINTS))
PLACES = frozenset((*_JOINTS_OF_SIDES, *(f"start {joint}" for joint in _JOINTS_OF_SIDES)))
"""What a cue may point at: a joint, with its side where that matters; 'start hip' in the first position."""


class Term(NamedTuple):
    """One word of a vocabulary: its English name, other words for it, and terms that belong to it."""

    name: str
    also: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


NO_GROUPS: Mapping[str, tuple[str, ...]] = MappingProxyType({})


class Vocabulary:
    """Ids and what they mean. *groups* are words to search by that no file may use."""

    def __init__(self, terms: Mapping[str, Term], groups: Mapping[str, tuple[str, ...]] = NO_GROUPS) -> None:
        self.terms = dict(terms)
        self.groups = dict(groups)

    def __contains__(self, term: object) -> bool:
        return term in self.terms

    def find(self, text: str) -> str | None:
        """The id, or group, that *text* means by id, name or another word for it."""
        return next((self._ids[key] for key in keys(text) if key in self._ids), None)

    def family(self, term: str) -> frozenset[str]:
        """*term* and all that belongs to it: the glutes have the gluteus medius, the core has the abs."""
        own = self.groups.get(term, (term,))
        return frozenset(own).union(*(self.terms[one].parts for one in own))

    def words(self, term: str) -> tuple[str, ...]:
        """All spellings of one term."""
        return (term, self.terms[term].name, *self.terms[term].also)

    def closest(self, text: str) -> str:
        """'; did you mean …?' with the id that *text* was most likely meant to be, or ''."""
        from cardmaker.validation import closest

        known = self.find(text)
        if known not in self.terms:
            spellings = {word: term for term in self.terms for word in self.words(term)}
            found = closest(text, spellings)
            known = spellings[found] if found else None
        return f"; did you mean '{known}'?" if known else ""

    @cached_property
    def _ids(self) -> dict[str, str]:
        ids: dict[str, str] = {}
        for term in self.terms:
            for word in self.words(term):
                for key in keys(word):
                    ids.setdefault(key, term)
        for group in self.groups:
            for key in keys(group):
                ids.setdefault(key, group)
        return ids
