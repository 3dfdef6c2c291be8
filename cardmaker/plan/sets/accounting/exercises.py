"""A line and its sets → a question, where they are the sets of several exercises."""

import re
from collections.abc import Iterator
from typing import Final

from cardmaker.patterns import Pattern
from cardmaker.plan.sets.accounting.printed import written
from cardmaker.plan.sets.record import Sets
from cardmaker.plan.sets.words import listed

_EXERCISES: Final = frozenset(
    listed(
        "squat lunge deadlift bench press presse row curl push-up pushup pull-up pullup chin-up sit-up situp dip plank"
        " swing thruster burpee crunch crunche bridge step-up clean snatch snatche jerk rdl raise fly flye"
        " dl ohp bss ghr hspu t2b c2b"
        " pulldown pushdown pullover extension kickback shrug twist"
        " seitstütz schulterbrücke crunches"
        " kniebeuge kniebeugen bankdrücken kreuzheben rudern latzug klimmzug klimmzüge liegestütz liegestütze"
        " schulterdrücken ausfallschritt ausfallschritte beinpresse wadenheben hüftheben unterarmstütz"
    )
)
"""Of two notes with such words, without their plural s, one is on another exercise than the sets before it."""
_COUNT: Final = Pattern(r"\d ?x|x ?\d|\b(?:sets?|rounds?|sätze?|satz|times|serien)\b")
_DAY: Final = Pattern(
    r"\b(?:mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|rsday|urday)?\b", "mon|tue|wed|thu|fri|sat|sun"
)
_BEFORE_SETS: Final = Pattern(r" ?:? ?\d+ ?(?:x|sets\b)", "x|sets")
_ITEM: Final = Pattern(
    r"(?:(?:max|\d+(?:-\d+)?) ?(?:/ ?(?:side|leg|arm)|s|secs?|m|km|mi|miles?|cal|reps)? )([a-z][a-z-]{2,})"
)
_HEAD: Final = Pattern(r"([^\W\d][^\d]*?) \d+ ?x ?\d+(?![\d.,]* ?(?:kg|lb))", "x")
_KNOWN_HEADS: Final = frozenset(
    listed(
        "then dann last final first top back-off backoff warm-up warmup work working set sets drop amrap rest max heavy"
        " light easy hard slow fast paused pause week day left right tempo hold rpe rir emom plus followed build ramp"
    )
)
_OTHER: Final = Pattern(r"\d ?x ?\d[^,;]* (?:or|oder) [a-z][^\d,;]*,? \d+ ?x ?\d", " o", re.UNICODE)
"""'clean 5x3 or snatch 6x2'."""
_AND_ANOTHER: Final = Pattern(
    r"\d ?x ?\d[^,;]*? (?:and|und|plus) ((?:[a-zäöüß-]{3,} ){1,3})\d+ ?x ?\d",
    " and | und | plus ",
    re.UNICODE,
)
"""'3x20 s easy and foam rolling 2x3 min'."""
_TIMED_TOO: Final = Pattern(
    r"\d ?x ?\d[^,;+:]*[,;+] ?(?:emom|amrap)\b[^,;:]*: ?\d+ (?!s\b|min)[a-z]", "emom|amrap"
)
"""'rows 3x5, EMOM: 3 burpees'."""
_NO_NAMES: Final = frozenset(
    listed(
        "reps rep sets set sec secs seconds min mins minutes rest hold holds each per side leg arm times rounds rir"
        " rpe left right forward forwards backward backwards clockwise"
        " the for and then with slow total metres meters yards feet calories band way wdh sek halten pause"
    )
)
_BEHIND_EACH: Final = Pattern(
    r"\d+ ?x ?\d+ (?:[a-z-]+ ){0,3}([a-z-]{3,}s) ?(?:\+|,|&|and|und) ?\d+ ?x ?\d+ (?:[a-z-]+ ){0,3}([a-z-]{3,}s)$",
    "x",
    also="s+|s +|s,|s ,|s&|s &|sand|s and|sund|s und",
)
_NO_MOVEMENTS: Final = frozenset(
    listed("reps sets singles doubles triples negatives partials legs arms sides seconds secs")
)


def several_exercises(text: str, sets: Sets) -> Iterator[str]:
    """A question for '3x5 squats + 3x10 lunges', '3x5, deadlift 1x5', '10 press, 30 s plank'."""
    line = written(text)
    if sets.timing:
        if _TIMED_TOO.search(line):
            yield "two exercises in one line; write the sets of each under its own name"
        return
    notes = [group.note.lower() for group in sets.groups if not group.role]
    names = [tuple(filter(_names, note.split("; "))) for note in notes]
    named = [found for found in names if found]
    later = bool(named) and not names[0]
    differ = len(set(notes)) > 1 and any(_ahead(note, line) for note in notes)
    if len({day[:3] for day in _DAY.findall(" ".join(notes))}) > 1:
        yield "sets of several days in one line; write an entry for each day's workout"
    if _OTHER.search(line) and len(sets.groups) > 1:
        yield "'or' leaves two exercises; write the sets of one of them, and the other in quotes"
    another = _AND_ANOTHER.search(line)
    more = another is not None and not (_KNOWN_HEADS | _NO_NAMES) & set(another[1].split())
    if len(set(named)) > 1 or later or differ or more or _is_list(line) or _each_named(line):
        yield "two exercises in one line; write the sets of each under its own name"
    if _COUNT.search(line):
        return
    items = [found[1] for part in re.split(r"[,;+]| and ", line) if (found := _ITEM.match(part.strip()))]
    if len({name for name in items if name not in _NO_NAMES}) > 1:
        yield (
            f"'{line.strip()}' has several exercises; write the sets of each under its own name, or what is done"
            " against the clock like 'for time: 100 push-ups, 200 squats'"
        )


def _is_list(line: str) -> bool:
    """Whether several parts of a line are a name and its sets: 'Nackenziehen 3x8, Hackenschmidt 3x10'."""
    heads = [_HEAD.match(part.strip()) for part in re.split(r"[,;+|]| / | and | und ", line)]
    names = [
        found[1]
        for found in heads
        if found and not _KNOWN_HEADS.issuperset(found[1].replace(":", " ").split())
    ]
    return bool(heads[0]) and len(names) > 1


def _each_named(line: str) -> bool:
    """Whether groups have each its own movements behind them: '2x10 monster walks + 2x10 lateral steps'."""
    found = _BEHIND_EACH.match(line.strip())
    return found is not None and found[1] != found[2] and not {found[1], found[2]} & _NO_MOVEMENTS


def _names(note: str) -> bool:
    """Whether an exercise is in a note."""
    return bool(_EXERCISES & {one for word in re.split(r"[;/ ]+", note) for one in (word, word.rstrip("s"))})


def _ahead(note: str, line: str) -> bool:
    """Whether an exercise of a note comes behind some sets and before others."""
    for part in filter(_names, note.split("; ")):
        before, found, behind = line.partition(part)
        if found and re.search(r"\d", before) and _BEFORE_SETS.match(behind):
            return True
    return False
