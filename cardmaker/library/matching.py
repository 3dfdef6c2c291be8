"""Words someone types, typos and all → how well each entry fits them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from cardmaker.library.index import IndexEntry
from cardmaker.library.muscles import MUSCLES
from cardmaker.library.names import keys, singular, words

_LONGEST_QUERY = 100
_ALIKE = 0.6
MOST_LETTERS = 2
"""Letters wrong, missing, too many or swapped in a name that still is a slip of another."""
_NEAR_THE_BEST = 0.75

# How much a word found in each field counts, and how much more it counts if the whole text is a name.
_NAME, _ALIAS, _PRIMARY, _KIT, _SECONDARY = 1.0, 0.9, 0.8, 0.7, 0.5
_WHOLE = 1.5

Fit = Callable[[str, str], float]
Weights = Mapping[str, float]


def scores(entries: Sequence[IndexEntry], text: str) -> dict[str, float]:
    """By id, how well *text* fits each entry that has all its words: up to 1 for its words, 1.5 for its name.

    A typo is forgiven in a word that no entry has as it is written.
    """
    text = text[:_LONGEST_QUERY]
    names = {entry.id: _names(entry) for entry in entries}
    found = _best(keys(text), names, (_same,)) or _best(keys(text), names, (_typos,))
    total = {exercise: _WHOLE * score for exercise, score in found.items()}
    query = tuple(map(singular, words(text)))
    vocabulary = {entry.id: _vocabulary(entry) for entry in entries}
    hits = [_best((w,), vocabulary, (_same, _begins)) or _best((w,), vocabulary, (_typos,)) for w in query]
    for exercise in vocabulary:
        if hits and all(exercise in hit for hit in hits):
            mean = sum(hit[exercise] for hit in hits) / len(hits)
            total[exercise] = max(total.get(exercise, 0.0), mean)
    return total


def suggestions(entries: Sequence[IndexEntry], name: str, limit: int) -> tuple[str, ...]:
    """The ids of at most *limit* exercises that *name* may have meant, likeliest first."""
    name = name[:_LONGEST_QUERY]
    if not words(name):
        return ()
    fitting = scores(entries, name)
    likeness = {entry.id: max(_likeness(entry, name), fitting.get(entry.id, 0.0)) for entry in entries}
    least = max(_ALIKE, _NEAR_THE_BEST * max(likeness.values(), default=0.0))
    likely = sorted((i for i in likeness if likeness[i] >= least), key=lambda i: (-likeness[i], i))
    return tuple(likely[:limit])


def _best(wanted: Iterable[str], known: Mapping[str, Weights], fits: Iterable[Fit]) -> dict[str, float]:
    """The best fit of one of the *wanted* words to each entry that has one."""
    wanted, fits = tuple(wanted), tuple(fits)
    best = {
        exercise: max(
            (
                weight * fit(word, other)
                for word in wanted
                for fit in fits
                for other, weight in weights.items()
            ),
            default=0.0,
        )
        for exercise, weights in known.items()
    }
    return {exercise: score for exercise, score in best.items() if score}


def _same(wanted: str, found: str) -> float:
    return 1.0 if wanted == found else 0.0


def _begins(wanted: str, found: str) -> float:
    return 0.9 if len(wanted) >= 3 and found.startswith(wanted) else 0.0


def _typos(wanted: str, found: str) -> float:
    """Less for each letter that is wrong."""
    apart = letters_apart(wanted, found)
    return 0.0 if apart is None else 0.8 - 0.1 * apart


def letters_apart(wanted: str, found: str) -> int | None:
    """How many letters are wrong, missing, too many or swapped; None for more than one in a short word, two in a long
    one."""
    allowed = 0 if len(wanted) < 4 else 1 if len(wanted) < 6 else MOST_LETTERS
    if not allowed or abs(len(wanted) - len(found)) > allowed:
        return None
    from rapidfuzz.distance import OSA

    distance = OSA.distance(wanted, found, score_cutoff=allowed)
    return distance if distance <= allowed else None


def _names(entry: IndexEntry) -> Weights:
    """The keys of an entry's names: 'stepup' for Step-up."""
    weighted: dict[str, float] = {}
    for weight, name in ((_NAME, entry.name), (_NAME, entry.id), *((_ALIAS, a) for a in entry.aliases)):
        for key in keys(name):
            weighted.setdefault(key, weight)
    return weighted


@lru_cache(maxsize=4096)
def _vocabulary(entry: IndexEntry) -> Weights:
    """The words an entry is known by, each with the weight of the best field that has it."""
    weighted: dict[str, float] = {}
    fields = (
        (_NAME, (entry.name, entry.id)),
        (_ALIAS, entry.aliases),
        (_PRIMARY, (word for muscle in entry.primary for word in MUSCLES.words(muscle))),
        (_KIT, (entry.section or "", *(entry.equipment or ()))),
        (_SECONDARY, (word for muscle in entry.secondary for word in MUSCLES.words(muscle))),
    )
    for weight, texts in fields:
        for text in texts:
            for word in words(text):
                weighted.setdefault(singular(word), weight)
    return weighted


def _likeness(entry: IndexEntry, name: str) -> float:
    from rapidfuzz import fuzz
    from rapidfuzz.distance import OSA

    wanted = " ".join(map(singular, words(name)))
    names = [" ".join(map(singular, words(n))) for n in (entry.name, entry.id, *entry.aliases)]
    spelling = max(OSA.normalized_similarity(wanted, found) for found in names)
    shared = max(fuzz.token_sort_ratio(wanted, found) for found in names) / 100
    return max(spelling, shared)
