"""Sets → a question, where parts of them don't go together, so that a figure has got the wrong part."""

import re
from collections.abc import Iterator
from typing import Final

from cardmaker.patterns import Pattern
from cardmaker.plan.sets.accounting.printed import written
from cardmaker.plan.sets.normal import may_be_a_load
from cardmaker.plan.sets.record import SetGroup, Sets

_WIDEST: Final = 3
"""Points of RPE from the easiest to the hardest that anybody asks for."""
_LOAD_FIRST: Final = Pattern(
    r"\d%? ?(?:%|kg|lbs?) ?x? ?(\d+) ?x ?(\d+)(?![\d.]| ?(?:x|%|kg|lb|s\b))", "%|kg|lb"
)
_MANY_REPS: Final = 6
"""Repetitions, if behind a smaller number: nobody does so many sets of fewer, '100 kg 5x8'."""
_BODY: Final = Pattern(r"\bbody|\bbw\b|\bassist", "body|bw|assist")
_MORE_OR_LESS: Final = Pattern(r"\( ?([+-] ?\d+(?:\.\d+)? ?(?:kgs?|lbs?)) ?\)", "(+|( +|(-|( -")
_WITH_A_BAR: Final = Pattern(
    r"\b(?:squats?|bench(?: press)?|dead-?lifts?|press|rows?|curls?|rdls?|hip thrusts?|kniebeugen?|bankdrücken"
    r"|kreuzheben|rudern|presse)\b[^,;(]*\d ?([+-] ?\d+(?:\.\d+)? ?(?:kgs?|lbs?))",
    "+|-",
    also="kg|lb",
)
_BY_ONESELF: Final = Pattern(
    r"\b(?:pull|chin|push|muscle|press|sit)-? ?ups?\b|\bdips?\b|\bweighted|\binverted|\bpistol|klimmz|liegest",
    "up|dip|weighted|inverted|pistol|klimmz|liegest",
)
_IN_BRACKETS: Final = Pattern(r"\((\d\dx\d)\)", "x")
_LESS_THAN_RM: Final = Pattern(r"\drm ?[+-] ?\d+(?:\.\d+)? ?%", "rm", re.UNICODE)
_PAIR_OF_BELLS: Final = Pattern(
    r"\b(?:kbs?|dbs?|kettlebells?|dumb-?bells?|kh|kurzhanteln)\b[^,;]*\dx\d+(?:/\w+)?"
    r" ([12]) ?x ?([1-9]\d(?:\.5)?)(?![\d.]| ?(?:kg|lb|s\b))",
    "kb|db|kettle|dumb|kh|kurz",
)
"""'double KB front squat 5x5 2x20': two kettlebells, or two sets more."""
_BESIDES: Final = Pattern(r"\b(?:buy|cash)[ -]?(?:in|out)\b", "buy|cash", re.UNICODE)
_BY_WEEK: Final = Pattern(
    r"\b(?:one|1|each one|one of them) (?:set )?(?:per|a|each|every) week\b|\bone week each\b",
    "week",
    re.IGNORECASE,
)
_MINUTES: Final = Pattern(
    r"(?:cardio|bike|cycling|cycle|elliptical|yoga|stretch\w*|mobility|treadmill|jog|^(?:easy |brisk )?walk|warm-?up"
    r"|cool-?down)[^\d,;]*? (\d{2}(?:-\d{2})?) ?m(?![\w])",
    "cardio|bike|cycl|elliptical|yoga|stretch|mobility|treadmill|jog|walk|warm|cool",
)
_HELD_BEFORE: Final = Pattern(
    r"\b(\d+ ?s(?:ecs?|econds?)?[ -]holds?),? \d+ ?(?:x|sets of) ?\d"
    r"|[a-z] (\d+(?:\"| ?s(?:ecs?|econds?)?))(?: ?-)? (?:\d+ ?(?:kg|lbs?) )?\d+ ?x ?\d+(?!\d| ?(?:s\b|sec|\"))",
    "x|sets of",
)
_TOO_LONG: Final = 10
"""'15 min, 15 s / 2 min': no list of holds has one ten times as long as another."""
_BEFORE_SETS: Final = Pattern(r"(?:^|[a-z)],? )-?(\d{2,3}(?:\.5)?), ?(\d+ ?x ?\d+)", "x", re.UNICODE)
_QUESTIONS: Final = (
    (
        Pattern(r"[%a-z\d] (x ?\d+ waves?)\b", "wave", also="x"),
        "'{0}': write the sets of all waves one after the other, '3, 2, 1, 3, 2, 1'",
    ),
    (
        Pattern(
            r"\b(\d+) ?x ?(\d*(?:25|50|75|00)) (?:free(?:style)?|fly|back(?:stroke)?|breast(?:stroke)?|kick|swim|im"
            r"|crawl|kraul|brust|rücken|delfin|lagen)\b",
            "x",
            also="free|fly|back|breast|kick|swim|im|crawl|kraul|brust|rücken|delfin|lagen",
        ),
        "is '{1}' metres or yards of swimming? write '{0}x{1} m', or 'swim:' on a day",
    ),
    (
        Pattern(
            r"\b(\d+) ?x ?(\d{2,3}) ?(?:@|at|mit|bei) ?\d+ ?% ?(?:of )?(?:full |max\w* |top )?(?:speed|pace)\b",
            "%",
            also="speed|pace",
        ),
        "is '{1}' metres? write '{0}x{1} m'",
    ),
    (
        Pattern(
            r"\b(?:sprints?|runs?|running|dash(?:es)?|shuttles?|läufe)[: -]*(\d+) ?x ?(\d{2,3})\b"
            r"(?! ?(?:m|met\w*|yds?|yards?|ft|feet|s|secs?|seconds?|min\w*|reps?|km|k|mi\w*|cal|[/'\"]))",
            "sprint|run|dash|shuttle|läufe",
            also="x",
        ),
        "is '{1}' metres? write '{0}x{1} m'",
    ),
    (
        Pattern(
            r"(?=.*\b(?:yoke|farmer|sled|prowler|carry|carries|crawl))[^\"]*?(?<!\d)([12]\d)'(?=$|[ ,;)])",
            "yoke|farmer|sled|prowler|carr|crawl",
            also="'",
        ),
        "is {0}' minutes or feet? write '{0} min' or '{0} ft'",
    ),
    (
        Pattern(
            r"\b(\d+(?:\.\d+)? ?(?:kgs?|lbs?))/(?:side|seite)\b(?!.*\d ?/ ?side)",
            "/side|/seite",
            also="kg|lb",
        ),
        "is '{0}' on each side of the bar, or are the sets for each side? write '{0} each', or '3x10/side {0}'",
    ),
    (
        Pattern(
            r"\b((?:\d+-)?\d+ (?:(?:more|further|additional|weiteren?) sets|more times))\b(?! (?:of|x|with) ?\d)",
            " sets| more times",
        ),
        "'{0}': how many sets in all? write '3x12'",
    ),
    (
        Pattern(
            r"\b((?:last|previous|letzte[ns]?) (?:session|time|week|workout|mal|woche|training)\b[^,;.]*?\d ?x ?\d+)",
            "last|previous|letzte",
        ),
        "'{0}' is what was done before; write it in quotes, and what is to be done without",
    ),
    (
        Pattern(
            r"\b(work(?:ing)? up to (?:an? )?(?:rpe|@) ?\d+(?:\.5)?),? (?:then|and|dann)\b",
            "work up|working up",
        ),
        "'{0}': with how many reps? write it like '1x5 @ RPE 8, 3x5 -10%'",
    ),
    (
        Pattern(
            r"(\+ ?(?:1 |a )?(?:drop[- ]?set|drop(?=$|[,;)])))\b(?! of| ?\d| ?x|[^,;]*\blast set)",
            "+",
            also="drop",
        ),
        "is '{0}' one set more, or a part of the last? write ', 1x10 drop set' for one more, or ', last set drop set'",
    ),
    (
        Pattern(r"(@ ?\d+(?:-\d+)? ?/ ?10 (?:of )?pain)", "pain"),
        "'{0}' is how much it may hurt; write it in words, 'pain up to 3/10'",
    ),
    (
        Pattern(
            r"(?:^|[ (])(x ?\d+ (?:for|if|wenn|für) (?!time\b|\d)[a-z ]{1,20})",
            r"x\d|x \d",
            also="for|if|wenn|für",
        ),
        "'{0}' is said of something else than the sets; write it in quotes",
    ),
)
"""What a line may say that is no part of these sets, or leaves open what a figure is."""


def ill_matched(text: str, sets: Sets) -> Iterator[str]:
    """A question for each group whose parts contradict each other, and for loads before '5x1, 4x2'."""
    line = written(text)
    for group in sets.groups:
        yield from _of_group(group, line)
        yield from _reps_like_a_load(group, line)
    pairs = _LOAD_FIRST.findall(line)
    doubtful = any(first != second for first, second in pairs)
    if len(pairs) > 1 and doubtful and not any(int(n) < _MANY_REPS <= int(m) for n, m in pairs):
        first, second = next(pair for pair in pairs if pair[0] != pair[1])
        yield (
            f"is '{first}x{second}' {first} sets of {second}, or {second} of {first}? write the sets first, and the"
            f" load behind them, '{first}x{second} @ 50%'"
        )
    if (found := _IN_BRACKETS.search(line)) and any(group.count >= 10 for group in sets.groups):
        yield f"is '{found[1]}' a tempo, or {found[1][:2]} sets? write 'tempo {found[1]}', or the sets without brackets"
    yield from _more_than_what(line, sets)
    yield from _load_by_itself(line, sets)
    yield from minutes_or_metres(line, sets)
    for pattern, question in _QUESTIONS:
        if found := pattern.search(line):
            yield question.format(*found.groups())
    if sets.groups and (found := _HELD_BEFORE.search(line)):
        first = sets.groups[0]
        ahead = not re.search(r"\d ?x", line[: found.start()])
        loose = found[1] or (ahead and first.hold_s and not first.reps)
        if loose and any(group.reps and not group.hold_s for group in sets.groups):
            hold = (found[1] or found[2]).strip()
            yield f"is '{hold}' of each repetition, or a set before the others? write '3x10, 5 s hold'"
    holds = [group.hold_s.low for group in sets.groups if group.hold_s and not group.reps]
    if (
        len(holds) > 1
        and not sets.timing
        and not re.search(r"\d ?x", line)
        and max(holds) >= _TOO_LONG * min(holds)
    ):
        yield (
            f"are {' and '.join(f'{hold:g} s' for hold in holds)} sets one after the other? write '1x{holds[0]:g} s,"
            f" 1x{holds[1]:g} s', or how long it is in all in quotes"
        )
    for note in filter(None, words_in_question(line)):
        yield f"'{note}?' is a question; write it without '?' if it is so, and in quotes if it only is to be printed"
    if (found := _PAIR_OF_BELLS.search(line)) and len(sets.groups) > 1:
        count, amount = found[1], found[2]
        yield (
            f"is '{count}x{amount}' {count} sets of {amount}, or {count} of {amount} kg? write ', {count}x{amount}', or"
            f" '{count}x{amount} kg'"
        )
    if sets.timing and (found := _BESIDES.search(line)):
        yield f"'{found[0]}' comes before or after the rounds; write it as an entry of its own"
    if len(sets.groups) > 1 and any(_BY_WEEK.search(group.note) for group in sets.groups):
        yield "sets of several weeks in one line; write them like '3x12 -> 3x10 -> 3x8'"


def _load_by_itself(line: str, sets: Sets) -> Iterator[str]:
    """A question for '140, 4x12', whose first number would be a set of so many."""
    found = _BEFORE_SETS.search(line)
    if not found or len(sets.groups) < 2:
        return
    first = sets.groups[0]
    if (
        first.count == 1
        and first.reps
        and first.reps.low == float(found[1])
        and not (first.load or first.percent)
    ):
        amount, others = found[1], found[2]
        yield f"is '{amount}' a load? write '{others} {amount} kg', or '1x{amount}, {others}' for one set of so many"


def _more_than_what(line: str, sets: Sets) -> Iterator[str]:
    """A question for '3x5 (+5 kg)' and 'squat 3x5 +5 kg', which may be more than last time."""
    found = _MORE_OR_LESS.search(line) or _WITH_A_BAR.search(line)
    own = any(group.load and group.load.kind in ("bodyweight", "assistance") for group in sets.groups)
    if not found or not own or _BODY.search(line) or _BY_ONESELF.search(line):
        return
    amount = found[1]
    body = f"bodyweight {amount[0]} {amount[1:].strip()}"
    of = "on top of" if amount[0] == "+" else "taken off"
    yield (
        f"is '{amount}' {of} the body's weight, or a change since last time? write '{body}', or 'next time {amount}'"
    )


def words_in_question(line: str) -> list[str]:
    """The words in front of each question mark, from the sign before them on."""
    return [re.split(r"[,;(]", part)[-1].strip() for part in line.split("?")[:-1]]


def _of_group(group: SetGroup, line: str) -> Iterator[str]:
    load = group.load
    added = load and load.amount and load.kind == "bodyweight" and not _BODY.search(line)
    if load and added and group.percent:
        amount = f"{load.amount} {load.unit}"
        yield (
            f"is '{amount}' added to {group.percent}%, or to the body's weight? write '@ {group.percent}% + {amount}',"
            f" or 'bodyweight + {amount}'"
        )
    if load and load.kind == "rm" and group.percent and _LESS_THAN_RM.search(line):
        yield (
            f"'{load.amount}RM' and '{group.percent}%': of which maximum? write '@ {group.percent}%' of the 1RM alone,"
            f" or a load in quotes, 'load \"5RM - 10%\"'"
        )
    if group.technique == "cluster" and group.tempo and not group.parts and "tempo" not in line:
        parts = group.tempo.replace("-", "+")
        yield f"is '{group.tempo}' a tempo, or the parts of a cluster? write 'tempo {group.tempo}' or '({parts})'"
    if group.rpe and group.rpe.high - group.rpe.low > _WIDEST and "rpe" not in line:
        yield f"RPE from {group.rpe.low:g} to {group.rpe.high:g} leaves all open; write one such as RPE 7-8"


def _reps_like_a_load(group: SetGroup, line: str) -> Iterator[str]:
    """A question for '8x135', whose repetitions are a number of pounds that plates make, and no round one."""
    reps = group.reps
    if not reps or not may_be_a_load(reps):
        return
    if (
        not group.noun
        and not group.load
        and re.search(rf"\dx {{0,1}}{reps}(?![\w.]| ?reps?\b)", line.replace(" x ", "x"))
    ):
        yield f"is '{reps}' reps, or a weight? write '{group.sets}x{reps} reps', or '1x{group.sets} {reps} kg'"


def minutes_or_metres(line: str, sets: Sets) -> Iterator[str]:
    """What to ask about 'easy cardio 20m', which is hardly twenty metres."""
    if (found := _MINUTES.search(line)) and all(group.distance_unit == "m" for group in sets.groups):
        yield f"is '{found[1]}m' minutes or metres? write '{found[1]} min' or '{found[1]} metres'"
