"""The groups as they were read → Sets: what is said once spreads, like sets are joined, what is doubtful refused."""

import re
from dataclasses import replace
from typing import Any, Final

from cardmaker.patterns import Pattern
from cardmaker.plan.sets import asked
from cardmaker.plan.sets.draft import AIMS, EXAMPLE, Found, SetsDraft
from cardmaker.plan.sets.numbers.work_alone import has_work
from cardmaker.plan.sets.record import MAX_SETS, ONE, NumberRange, SetGroup, Sets, Timing

_LONGEST_COMPLEX: Final = 5
_TWO_LIFTS: Final = Pattern(r"[^\W\d] ?[+&] ?[^\W\d]", "+|&", re.UNICODE)
_LONGEST_PAUSE: Final = 30
"""Nobody rests so shortly between sets of clusters; it is the pause inside them."""
_SPREAD: Final = ("rest_s", "tempo", "per")
_REPS_IN_WORDS: Final = r"\d ?(?:x|reps?|wdh|wiederholungen|repetitions)\b|(?:^|; )\d+(?:-\d+)?(?=$|,)"
_OURS: Final = ("segment", "chain", "split", "uncounted", "by_load", "by_x", "depth")


def finished(draft: SetsDraft) -> Sets:
    """The prescription that was read; ValueError if it says no work, or could be read two ways."""
    whole = draft.whole
    groups = draft.groups
    _take_held(draft)
    bare = whole.get("bare")
    if bare and draft.timing is None and len(groups) > 1:
        raise ValueError(f"how many sets of {bare}? write '3x{bare}'")
    timing = _timing(draft)
    _in_brackets(groups)
    asked.ask_weights(groups)
    asked.ask_times(draft)
    asked.ask_each_side(groups)
    _warm_up(draft)
    _spread(groups)
    _spread_lists(groups)
    if draft.whole.get("then") != len(groups) - 1:  # '1x5+ then 5x10 @ 50%': of what comes then alone
        _spread_aims(groups)
    made = _joined([_group(found) for found in groups])
    if "total_reps" in whole:
        made = _in_total(made)
    _check(draft, made)
    return Sets(
        made,
        side=whole.get("side", ""),
        times_a_day=whole.get("times_a_day"),
        times_a_week=whole.get("times_a_week"),
        total_reps=whole.get("total_reps"),
        timing=timing,
        note=whole.get("note", ""),
        counted=not bare,
    )


def _in_brackets(groups: list[Found]) -> None:
    """'3x5 (2x5, 1x5+)' says set by set what stands in front of the bracket."""
    at = next((n for n, found in enumerate(groups) if found["depth"] and n and not groups[n - 1]["depth"]), 0)
    if not at:
        if len(groups) > 1 and groups[0]["depth"] and not groups[-1]["depth"] and not groups[0].get("role"):
            raise ValueError(
                "are the sets in brackets before the others, or said of them? leave one of the two out"
            )
        return
    end = next((n for n in range(at, len(groups)) if not groups[n]["depth"]), len(groups))
    inner, whole = groups[at:end], groups[at - 1]
    if any(found.get("role") for found in inner) or (whole.get("role") and has_work(whole)):
        return
    count = whole.get("sets", ONE)
    if count.low != count.high or sum(found.get("sets", ONE).high for found in inner) != count.high:
        raise ValueError(
            f"are the sets in brackets a part of the {count} before them, or more? leave one of the two out"
        )
    said = {
        name: value for name, value in whole.items() if name not in ("sets", "reps", "open_ended", "depth")
    }
    groups[at - 1 : end] = [{**said, **found} for found in inner]


def _take_held(draft: SetsDraft) -> None:
    """Give what was said ahead of sets that never came to those there are, or to the whole."""
    held = {name: value for name, value in draft.held.items() if name != "role"}
    draft.held = {}
    if draft.groups:
        for name, value in held.items():
            if name == "note":
                draft.remark(value)
            else:
                draft.give(name, value)
        return
    if list(held) == ["note"]:
        draft.whole["note"] = held.pop("note")
    if held and draft.timing:
        draft.start({"sets": ONE, **held})


def _check(draft: SetsDraft, groups: tuple[SetGroup, ...]) -> None:
    if sum(group.sets.high for group in groups) > MAX_SETS:
        raise ValueError(f"sets should be 1 to {MAX_SETS}, not {sum(group.count for group in groups)}")
    if not groups and not draft.timing and "total_reps" not in draft.whole:
        raise ValueError(f"no sets are given; write them like '{EXAMPLE}'")
    working = [found for found in draft.groups if not found.get("role")]
    idle = next((found for found in working if not has_work(found)), None)
    note = (idle or {}).get("note", "")
    said = idle and (
        idle.get("rpe")
        or idle.get("rir")
        or (note and not idle.get("percent") and not re.search(_REPS_IN_WORDS, note, re.IGNORECASE))
    )
    if idle and not draft.timing and "total_reps" not in draft.whole and not said:
        count = idle.get("sets", ONE)
        raise ValueError(f"how many reps? write '{count}x10'")
    if len(groups) > 1 and any(re.search(r"\b(?:weeks?|wks?) ?\d", group.note) for group in groups):
        raise ValueError("write weeks first, each with its sets: 'weeks 1-2: 3x10, weeks 3-4: 4x10'")
    for group in groups:
        if group.maximum and group.percent:
            most, share = group.maximum, f"{group.percent}%"
            raise ValueError(
                f"is '{most}RM @ {share}' so many reps at {share}, or a maximum? write '1x{most} @ {share}', "
                f"or 'work up to {most}RM'"
            )
        if group.rpe and group.rir and group.rir != NumberRange(10 - group.rpe.high, 10 - group.rpe.low):
            raise ValueError("give RPE or RIR, not both: they say the same thing")


def _in_total(groups: tuple[SetGroup, ...]) -> tuple[SetGroup, ...]:
    """The one group that says how a number of repetitions in all is done; none if it says nothing."""
    if len(groups) > 1 or groups[0].has_work or groups[0].sets != ONE:
        raise ValueError(
            "sets and repetitions in all in one line; write '50 total' alone, or sets such as '5x10'"
        )
    return () if groups[0] == SetGroup() else groups


def _warm_up(draft: SetsDraft) -> None:
    """With commas alone the last of two is the work; of more, who knows."""
    groups = draft.groups
    warm = [found for found in groups if found.get("role") == "warm-up"]
    if len(warm) < 2 or len(warm) < len(groups) or draft.segment or draft.whole.get("roles", 0) != 1:
        return
    if draft.whole.get("all_warm_up"):
        return
    if len(warm) > 2:
        raise ValueError(
            "which sets are the warm-up? end it with a semicolon, 'warm-up 1x5 40%, 1x3 60%; 3x5 80%'"
        )
    del groups[-1]["role"]


def _spread(groups: list[Found]) -> None:
    """Rest, tempo and sides that are said once hold for all sets."""
    for name in _SPREAD:
        groups = [found for found in groups if "maximum" not in found]
        said = [found for found in groups if name in found]
        if len(said) != 1 or said[0] is not groups[-1]:
            continue
        for found in groups:
            if found["segment"] == said[0]["segment"] and (name == "per" or found.get("role") != "warm-up"):
                found.setdefault(name, said[0][name])


def _spread_lists(groups: list[Found]) -> None:
    """A load or a hold directly behind a list, '5/3/1 @ 90%, 5x5', '5-3-1, hold 10 s', holds for all of it."""
    for chain in {found["chain"] for found in groups if "chain" in found}:
        run = [found for found in groups if found.get("chain") == chain]
        for name in () if run[-1].get("split") else (*AIMS, "hold_s"):
            said = name in run[-1] and not any(name in found for found in run[:-1])
            if said and (name != "hold_s" or all("reps" in found for found in run)):
                for found in run:
                    found[name] = run[-1][name]


def _spread_aims(groups: list[Found]) -> None:
    """A load at the end holds for a whole list and for the sets before an open end; of others it is asked."""
    if len(groups) < 2:
        return
    last = groups[-1]
    run = [
        found for found in groups if found["segment"] == last["segment"] and found.get("role") != "warm-up"
    ]
    names = [name for name in AIMS if name in last]
    split = last.get("split")
    at_the_end = split and last.get("open_ended") and names[0] in ("load", "percent") if names else False
    if not names or last.get("role") or (split and not at_the_end):
        return
    if len(run) < 2 or any(found.keys() & {*AIMS, "role", "maximum"} for found in run[:-1]):
        return
    listed = "chain" in last and all(found.get("chain") == last["chain"] for found in run)
    open_end = (
        last.get("open_ended") and not split and all(found.get("reps") == last.get("reps") for found in run)
    )
    if not (listed or open_end):
        first, end = _group(run[0]), _group(last)
        aim = str(Sets((end,))).partition(_head(last))[2].strip()
        raise ValueError(
            f"is '{aim}' for all sets or for the last alone? write '{Sets((first,))} {aim}, {Sets((end,))}', "
            f"or '{Sets((first,))}; {Sets((end,))}'"
        )
    for found in run[:-1]:
        found.update({name: last[name] for name in names})


def _head(found: Found) -> str:
    return str(Sets((_group({name: value for name, value in found.items() if name not in AIMS}),)))


def _group(found: Found) -> SetGroup:
    fields: dict[str, Any] = {name: value for name, value in found.items() if name not in _OURS}
    rest = fields.get("rest_s")
    if (
        fields.get("technique") == "cluster"
        and rest
        and rest.high <= _LONGEST_PAUSE
        and "pause_s" not in fields
    ):
        fields["pause_s"] = fields.pop("rest_s")  # '5x1+1+1 cluster, 20 s between'
    if (
        fields.get("technique") == "cluster"
        and fields.get("parts")
        and _TWO_LIFTS.search(fields.get("note", ""))
    ):
        del fields["technique"]  # 'clean + jerk 5x(2+1)'
    dropped = found.get("split") and fields.get("technique") == "drop set" and "drop_percent" not in fields
    if dropped and fields.get("change", 0) < 0:
        fields["drop_percent"] = -fields.pop("change")  # '3x8, last set drop set (-30%)'
    if fields.get("parts") and not fields.get("technique"):
        if _falls(fields["parts"]):
            fields["technique"] = "rest-pause"
        elif fields.get("pause_s"):
            fields["technique"] = "cluster"
    return SetGroup(**fields)


def _falls(parts: tuple[int, ...]) -> bool:
    """Whether a set in parts is rest-pause: none longer than the one before, the last shorter; '2+1' is two lifts."""
    return parts == tuple(sorted(parts, reverse=True)) and parts[0] > max(parts[-1], _LONGEST_COMPLEX)


def _joined(groups: list[SetGroup]) -> tuple[SetGroup, ...]:
    """Groups that differ in nothing but their number as one."""
    joined: list[SetGroup] = []
    for group in groups:
        exact = group.sets.low == group.sets.high
        if (
            joined
            and exact
            and joined[-1].sets.low == joined[-1].sets.high
            and replace(joined[-1], sets=ONE) == replace(group, sets=ONE)
        ):
            before = joined[-1].sets
            joined[-1] = replace(
                group, sets=NumberRange(before.low + group.sets.low, before.high + group.sets.high)
            )
        else:
            joined.append(group)
    return tuple(joined)


def _timing(draft: SetsDraft) -> Timing | None:
    if draft.timing is None:
        return None
    timing = Timing(**draft.timing)
    first = draft.groups[0] if draft.groups else {}
    if timing.format == "emom" and not timing.total_s and first.get("uncounted") and "hold_s" in first:
        del draft.groups[0]  # '10 min, 1/side every minute'
        timing = replace(timing, total_s=first["hold_s"].low, note=first.get("note", timing.note))
    if timing.format == "emom" and timing.rounds:  # so many rounds take so long
        total = timing.total_s or timing.every_s * timing.rounds.high
        return replace(timing, total_s=total, rounds=None)
    return timing
