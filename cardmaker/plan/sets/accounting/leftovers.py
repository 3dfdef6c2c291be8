"""The words of a line that are kept as they are → those that have lost the figure that they say something of."""

import re
from collections.abc import Iterator
from typing import Final

from cardmaker.patterns import Pattern
from cardmaker.plan.sets.accounting.printed import written
from cardmaker.plan.sets.record import SetGroup, Sets
from cardmaker.plan.sets.timingforms import BY_THE_CLOCK
from cardmaker.plan.sets.tokens import plain

_LOST: Final = Pattern(
    r"\d+ ?(?:x|reps?|sets?|rounds?|amraps?|max)|x (?:amrap|max|failure)"
    r"|(?:more|less|fewer) (?:sets?|reps?)|between|repeat|off|per|then|rest",
    "",
    re.IGNORECASE,
)
"""Words that say what a figure next to them is for; alone, they have lost it."""
_MORE: Final = Pattern(r"(?:more|less|fewer) (?:sets?|reps?)", "more|less|fewer", re.IGNORECASE)
_UNIT: Final = Pattern(
    r"(?:[\w-]*sets?|reps?|rounds?|rds|calories?|cals?|sec(?:ond)?s?|min(?:ute)?s?|kgs?|lbs?|x's|met(?:er|re)s?"
    r"|[\w-]*s\u00e4tzen?|satz|wdh|wiederholungen|runden|sek(?:unden?)?|minuten?)",
    "",
    re.IGNORECASE,
)
_EACH_SET: Final = Pattern(r"\b(?:each|every|per) (?:sets?|reps?|round)\b", "each|every|per", re.IGNORECASE)
_ADJECTIVE: Final = Pattern(r"(?:[^\W\d]+ ){1,2}(?:reps?|repetitions?|wdh|wiederholungen)", "", re.IGNORECASE)
"""'slow reps' in '10 slow reps'."""
_OTHER_UNIT: Final = Pattern(
    r"(?:cm|mm|inch(?:es)?|in(?! \d)|deg(?:rees?)?|grad|km/h|mph|watts?|w|bpm|rpm|levels?|weeks?|wochen?|days?|tage?n?"
    r"|exercises|stations|movements|moves)\b.*",
    "",
    re.IGNORECASE,
)
_AMOUNT: Final = Pattern(
    r"\b\d+(?:-\d+)? (?:\w+ )?(?:(reps?|repetitions?|wdh|wiederholungen)|sets?|sätzen?|rounds?|durchgänge)\b",
    "",
    re.IGNORECASE,
)
_REMARK: Final = Pattern(
    r"%|\b(?:if|when|once|until|till|add|increase|progress\w*|next|days?|weeks?|weekly|wks?|sessions?|pain|about|approx|est"
    r"|up to|every|superset|with [a-d]\d|to [a-d]\d|to upper|to lower|stop|shy|short of|keep|hit|count|rm|deg\w*"
    r"|inch\w*|in box|hr|(?:last|first|final) \d|\d+ ?ct|\d+ in|level"
    r"|stack|setting|choose|pick|option|note|seat|notch|hole|pin|video|page|pro|plate|aim|target|goal|partials?"
    r"|half reps|burns|grips?|sitz"
    r"|phase|stage|incline|bpm|rpm|mph"
    r"|watts?|zone|box|cm|mm|min\.|of \d+|wenn|woche|steigern|schmerz\w*)\b"
    r"|\bbetween (?:legs|arms|sides|feet|hands)\b"
    r"|\d ?(?:cm|mm)\b|\bin \d+(?:-\d+)? ?min\b|min\. \d|\brir\b|\d ?(?:kg|lbs?|rm|km/h)\b|°|/ ?\d+\b"
    r"|\d ?-?(?:s|secs?|seconds?|seg|sek|min|minutes)\b.*\b(?:hold|down|lowering|eccentric|negative|pause|paused|up"
    r"|rest|each rep|squeeze|stretch|landing|pausa|halten)\b"
    r"|\b(?:pause|paused|hold|squeeze|lower|freeze|stick|land|balance) .*\d"
    r"|^[1-9] ?-?(?:s|secs?|seconds?) [a-z -]+$|pace\b"
    r"|^(?:in )?\d+(?:-\d+)? ?(?:s|secs?|seconds?|min|minutes?)$|^in \d|^[a-z]{1,3}\d{1,2}$|^\d[a-d]$"
    r"|^[@+-] ?\d|\+ ?\d+ [a-z]"
    r"|^\d+(?:-\d+)? ?(?:each |per |pro |je |/)(?:side|leg|arm|foot|hand|way|seite|bein)$|^1 ?\+ ?1/[24]|^minus \d",
    "",
    re.IGNORECASE,
)
"""What notes with figures say that are no part of the sets: how much more next week, how much pain, which step."""
_SPENT: Final = Pattern(r"(?:.*\W)?(each|ea|last|final|left|right|daily|total|off|down) $")
_JOINS: Final = Pattern(
    r"(?:and|at|by|for|from|if|in|into|instead|of|on|once|only|or|over|to|until|when|while|with|w/)\b.*",
    "",
    re.IGNORECASE,
)
_OF_A_LOAD: Final = Pattern(r".*(?:\d|max|last|previous|week).*", "", re.IGNORECASE)
_MORE_SETS: Final = Pattern(r"\bsets? (?:of|à) \d", "", re.IGNORECASE)
_LEADS: Final = Pattern(
    r"(?:.* )?(?:of|to|by|than|at|for|per|plus|minus|until|every|under|over|about|from|x|mit|von|bis|auf|je|um)",
    "",
    re.IGNORECASE,
)
"""Words at whose end a figure is expected."""
_OF_SETS_EACH: Final = Pattern(r"\bsets?,? (?:of )?\d[^,;]* reps each$", "reps each")
_SETS_EACH: Final = Pattern(r"\bsets? each$|\bsets? each(?=[,;.])", "each")
_SOME_SETS: Final = Pattern(
    r"(?<!\d )(?<!\d)(back-? ?off|top) sets(?:: ?| of | )(?=\d)(?!1 ?x|1 set)", "back|top"
)
_WHOLE_SETS: Final = Pattern(r"\d ?x ?\d|\bsets of \d", "x|sets of")
_OF_SETS: Final = Pattern(
    r"\b(?:[\w-]*sets?|reps?|sätze?|satz|wdh|rest|pause|max|amrap|failure|drops?|rp|rest-pause|myo\w*|clusters?|warm\w*|back-?off"
    r"|rpe|rir|tempo|bw|then|plus|last|final)\b|\d ?(?:x|kgs?|lbs?|%|s|secs?|seconds?|min|m)\b|x ?\d|^[\d/., -]*$",
    "",
    re.IGNORECASE,
)
"""What in brackets is part of a prescription, rather than said of it."""
_IN_TIME: Final = Pattern(r"(?:in|within) \d+ ?min", "min", re.IGNORECASE)
_PAIR: Final = Pattern(r"\d+/\d+", "/")
_FIGURES: Final = Pattern(r"\d[\d./, ]*", "")
_HOLD: Final = Pattern(
    r"\b(?:hold|holds|held|holding|iso\w*|x \d+ ?(?:s|sec\w*) hold)\b|\bof \d", "", re.IGNORECASE
)
_COUNT: Final = Pattern(r"\d ?x|x ?\d|\b(?:sets?|rounds?|sätze?|satz|times|serien)\b")
_LAST: Final = Pattern(
    r"(?:(?:on |in |im )?(?:the )?(?:last|final|letzte[nr]?) (?:sets?|satz))", "", re.IGNORECASE
)
_QUOTED_REMEDY: Final = "and words that are only to be printed in quotes"


def left_over(text: str, sets: Sets) -> Iterator[str]:
    """A question for each note of *sets* that a figure of the line is part of, or is missing from."""
    line = written(text)
    if (found := _OF_SETS_EACH.search(line.strip())) and any(group.per for group in sets.groups):
        yield f"'{found[0]}': each set, or each side? write '3x12-15', or '3x12-15/side'"
    if (found := _SETS_EACH.search(line)) and any(
        group.per and not _has_work(group) for group in sets.groups
    ):
        yield f"'{found[0]}': of each exercise, or on each side? write '3x10' of each exercise, or '3x10/side'"
    if found := _SOME_SETS.search(line):
        role = "top set" if found[1] == "top" else "back-off"
        if sum(group.count for group in sets.groups if group.role == role) == 1:
            yield f"'{found[0].strip(' :')}': how many? write them like '{role} 3x8'"
    yield from _uncounted(line, sets)
    alone = sum(group.count for group in sets.groups) == 1
    quoted = re.findall(r'"([^"]*)"', plain(text))
    for group in sets.groups:
        for note in filter(None, group.note.split("; ")):
            if any(note in quote for quote in quoted):
                continue
            yield from _of_note(note, group, line, alone)


def _uncounted(line: str, sets: Sets) -> Iterator[str]:
    """A question where times and repetitions in a row have no number of sets: '8 s hold, 16 s off, 10 reps'."""
    groups = [group for group in sets.groups if not group.role]
    measured = [(bool(group.reps), bool(group.distance), bool(group.hold_s)) for group in groups]
    kinds = {kind.index(True) for kind in measured if any(kind)}
    counts = len(_COUNT.findall(line))
    named = any(group.note for group in groups)
    if sets.timing or (counts and (named or counts >= len(groups))):
        return
    if len(kinds) > 1:
        yield f"which of '{line.strip()}' is one set? write the sets first, '3x10, hold 5 s, rest 30 s'"


def _has_work(group: SetGroup) -> bool:
    return bool(group.reps or group.hold_s or group.distance or group.calories or group.open_ended)


def _of_note(note: str, group: SetGroup, line: str, alone: bool) -> Iterator[str]:
    found = next(filter(None, (re.search(said, line) for said in _spellings(note.lower()))), None)
    if found is None:  # in quotes
        return
    before, behind = line[: found.start()], line[found.end() :]
    then = note.lower().startswith("then ") and re.search(r"\d", note + behind[:3])
    more = _MORE.fullmatch(note) and not re.search(r"\d ?$", before)  # 'hold weight, fewer reps'
    if (_LOST.fullmatch(note) and not more) or then:
        yield (
            f"'{note}': of what? write each group with its own sets, as in '1x8 @ RPE 8, 2x8 -5%', {_QUOTED_REMEDY}"
        )
    if note.lower() in ("etc", "and so on", "usw", "usw."):
        yield f"'{note}' leaves open how the sets go on; write all of them, '10, 9, 8, 7'"
    if _LAST.fullmatch(note) or (alone and _LAST.match(note)):
        yield f"'{note}': what of it, and how many sets are there? write it like '3x10, last set AMRAP'"
    added = group.load is not None and group.load.kind == "bodyweight" and re.match(r" ?[+-] ?\d", behind)
    if added and _OF_A_LOAD.fullmatch(note):
        yield f"'{note} {behind.strip()}' is no load that is known here; write the load, or all of it in quotes"
    spent = _SPENT.fullmatch(before)
    if spent and not _JOINS.fullmatch(note):
        yield f"'{spent[1]} {note}': {spent[1]} of what? write the sets first, then other words, {_QUOTED_REMEDY}"
    if re.search(r"\d ?(?:s|secs?|seconds?|sek(?:unden?)?) $", before) and note.lower() == "pause":
        yield f"'{note}': of what? write a set in parts like '10+5+3', or '2x10, rest 15 s'"
    amount = _AMOUNT.search(note)
    if _MORE_SETS.search(note) or (amount and group.count == 1 and not (amount[1] and group.reps)):
        lost = amount[0] if amount else note
        yield f"'{lost}' is kept as words in '{note}'; write the sets first, then other words, {_QUOTED_REMEDY}"
    named = not re.search(r"\d", before) and re.match(r"[ .:)]*x? ?\d", behind)
    aside = named or _REMARK.search(note) or _is_aside(before, note, behind)
    pair = _PAIR.fullmatch(note) and (
        note == "90/90" or (alone and f"({note})" in line) or BY_THE_CLOCK.search(line)
    )
    if (_FIGURES.fullmatch(note) and not pair) or (re.search(r"\d", note) and not (aside or pair)):
        yield f"'{note}' has figures that aren't read; write them as in '3x10, rest 90 s', {_QUOTED_REMEDY}"
    if _LEADS.fullmatch(note) and re.match(r" ?[~(]?\d", behind):
        yield f"'{note}' has lost its figure; write the sets first, then other words, {_QUOTED_REMEDY}"
    bare = re.search(r"(?:(?<![\w.])|(?<=\bx))(\d+(?:-\d+)?) ?$", before)
    if bare and note[:1] not in "@(+-" and not _IN_TIME.match(note):
        yield from _behind_figure(bare, note, group, line)


def _is_aside(before: str, note: str, behind: str) -> bool:
    """Whether a note is in brackets behind whole sets, and all of the bracket only says more of them: '(3 grips)'."""
    sets, bracket, within = before.rpartition("(")
    inner = f"{within}{note}{behind.partition(')')[0]}"
    return (
        bool(bracket) and ")" not in within and bool(_WHOLE_SETS.search(sets)) and not _OF_SETS.search(inner)
    )


def _spellings(note: str) -> Iterator[str]:
    """Patterns of a note as it may be in the line, where seconds, minutes and inches can be marks."""
    for said in (note, re.sub(r"(?<=\d) (?:s|in)\b", '"', note), re.sub(r"(?<=\d) min\b", "'", note)):
        whole = (r"(?<!\w)" if said[0].isalnum() else "", r"(?![^\W\d_])" if said[-1].isalpha() else "")
        yield whole[0] + re.escape(said) + whole[1]


def _behind_figure(bare: re.Match[str], note: str, group: SetGroup, line: str) -> Iterator[str]:
    """A question for a note directly behind a figure without a unit, where it says what the figure is."""
    if _OTHER_UNIT.fullmatch(note):
        yield f"what is '{bare[1]} {note}'? write the sets first, like '3x10', then other words, {_QUOTED_REMEDY}"
    if _ADJECTIVE.fullmatch(note):
        return
    if any(_UNIT.fullmatch(word) for word in re.split(r"[ /]", _EACH_SET.sub("", note))):
        yield f"'{bare[1]} {note}': how many of what? write sets, reps and their units first, like '3x10, rest 90 s'"
    elif group.count == 1 and re.search(r"\d", note):
        yield f"'{bare[1]} {note}' has figures that aren't read; write sets first, '3x{bare[1]}', {_QUOTED_REMEDY}"
    elif group.hold_s and group.reps and not _HOLD.search(line):
        seconds = group.hold_s
        yield (
            f"'{bare[1]} {note}': sets of {seconds} s, or each held for {seconds} s? "
            f"write '{bare[1]}x{seconds} s' or '{bare[1]} reps, hold {seconds} s'"
        )
