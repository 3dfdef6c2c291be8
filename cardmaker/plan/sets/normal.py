"""Sets → their normal form, which reads back as the same sets."""

from cardmaker.plan.quantity import decimal
from cardmaker.plan.sets.following import is_of_parts
from cardmaker.plan.sets.record import ONE, Load, NumberRange, SetGroup, Sets, Timing, are_a_cluster

FEW_SETS = 5
"""A range from here on in front of an x is as likely one of repetitions."""
_FEWEST_REPS = 4
"""Programmes have ranges from one, two and three on for sets, and hardly any such for repetitions in front of an x."""
_MOST_REPS = 100
_MERGED = ("load", "percent", "gain", "rpe", "rir", "rest_s", "tempo", "per")


def may_be_reps_first(sets: NumberRange, reps: NumberRange) -> bool:
    """Whether '4-6 x 4' may as well be four sets of four to six; '3-5 x 5' are sets, as people write ranges of them."""
    return _FEWEST_REPS <= sets.low < sets.high and reps.low == reps.high and 2 <= reps.low <= sets.high


def may_be_a_load(reps: NumberRange) -> bool:
    """Whether the repetitions of '8x135' are as likely a weight: many, and what plates add up to, but not round."""
    return reps.low == reps.high > _MOST_REPS and reps.low % 5 == 0 and reps.low % 50 > 0


def normal(sets: Sets) -> str:
    """'5x5 @ 80%, rest 3 min'; groups that differ in what is said of them are parted by semicolons."""
    groups = sets.groups
    apart = any(group.role for group in groups) or any(
        (getattr(group, name) is None or getattr(group, name) == "")
        != (getattr(groups[0], name) in (None, ""))
        for group in groups
        for name in _MERGED
    )
    lines = [_group(group) for group in groups]
    said = ("; " if apart else ", ").join(lines)
    if sets.total_reps:
        said = f"{sets.total_reps} total" + said.removeprefix("1 set")
    times = [
        f"once a {what}" if span == ONE else f"{span} times a {what}"
        for span, what in ((sets.times_a_day, "day"), (sets.times_a_week, "week"))
        if span
    ]
    side = f"{sets.side} side only" if sets.side else ""
    note = quoted(sets.note) if sets.note else ""
    rule = f"next time {normal_rule(sets.next_time)}" if sets.next_time else ""
    return ", ".join(filter(None, [format_of(sets.timing), said, side, *times, note, rule]))


def quoted(text: str) -> str:
    """A note between quotes, within which nothing is read."""
    return f'"{text}"'


def normal_rule(rule: str) -> str:
    """The rule for next time, between quotes if parts of the sets could be seen in it."""
    return quoted(rule) if is_of_parts(rule) else rule


def seconds(span: NumberRange) -> str:
    """A span of seconds in normal form: '90 s', '30-45 s'; whole minutes from two on as '2 min'."""
    if span.low >= 120 and span.low % 60 == 0 and span.high % 60 == 0:
        return f"{span.times(1 / 60)} min"
    return f"{span} s"


def work(group: SetGroup) -> str:
    """What one set is, in normal form: '8-12/side', '30 s', '20 m', 'AMRAP', '8+3+2'."""
    side = f"/{group.per}" if group.per else ""
    more = "+" if group.open_ended else ""
    if group.parts:
        text = "+".join(map(str, group.parts))
        bracketed = group.technique == "cluster" and are_a_cluster(group.parts)
        return f"({text}){side}" if bracketed else f"{text}{side}"
    if group.small_sets and group.reps:
        return f"{group.reps}+{group.small_sets[0]}x{group.small_sets[1]}{side}"
    if group.distance:
        unit = "metres" if group.distance_unit == "m" and group.distance.high < 10 else group.distance_unit
        return f"{group.distance}{more} {unit}{side}"
    if group.calories:
        return f"{group.calories}{more} cal{side}"
    if group.hold_s and not group.reps:
        return f"{group.hold_s}{more} s hold{side}" if more else f"{seconds(group.hold_s)}{side}"
    if group.reps is None:
        return f"AMRAP{side}" if group.open_ended else "F" if group.technique == "to failure" else ""
    noun = f" {group.noun}" if group.noun else " reps" if may_be_a_load(group.reps) else ""
    return f"{group.reps}{more}{noun}{side}"


def weight(load: Load) -> str:
    """A load in normal form: '60 kg', '2x8 kg', 'bodyweight + 10 kg', 'red band'."""
    amount = f"{load.amount} {load.unit}".rstrip() if load.amount else ""
    match load.kind:
        case "band":
            return f"{load.words} band".lstrip()
        case "bodyweight":
            return f"bodyweight + {amount}" if amount else "bodyweight"
        case "assistance" if load.unit and load.amount and load.amount.low != load.amount.high:
            return f"assisted {amount}"  # a '-' before '5-10 kg' would go on with the repetitions
        case "assistance":
            return f"-{amount}" if load.unit else f"bodyweight - {amount}"
        case "bar":
            return f"bar + {amount}" if amount else "bar"
        case "rm":
            return f"{amount}RM"
        case "words":
            return f"load {quoted(load.words)}"
    tool = f" {load.tool}" if load.tool else ""
    return f"{load.count}x{amount}{tool}" if load.count > 1 else f"{amount}{tool}"


def _group(group: SetGroup) -> str:
    role = f"{group.role} " if group.role else ""
    if group.maximum:
        head = f"{role}work up to {group.maximum}RM"
    elif text := work(group):
        spread = group.sets.low != group.sets.high
        few = group.reps is not None and may_be_reps_first(group.sets, group.reps)
        many = spread and (group.sets.low >= FEW_SETS or few)  # '5-6x3' may be five reps or six
        head = f"{role}{group.sets}{' sets of ' if many else 'x'}{text}"
    else:
        side = f" each {group.per}" if group.per else ""
        head = f"{role}{group.sets} set{'s' if group.sets != ONE else ''}{side}"
    if group.hold_s and (group.reps or group.parts):
        head += f", hold {seconds(group.hold_s)}"
    if group.load:
        head += f" {weight(group.load)}"
    aims = [
        _percent(group) if group.percent else "",
        f"RPE {group.rpe}" if group.rpe else "",
        f"RIR {group.rir}" if group.rir else "",
    ]
    if aim := ", ".join(filter(None, aims)):
        head += f" @ {aim}"
    if group.change:
        sign = "+" if group.change > 0 else "-"
        head += f", {sign}{decimal(abs(group.change))}%"
    return ", ".join(filter(None, [head, *_behind(group)]))


def _percent(group: SetGroup) -> str:
    """'80%', '65% TM', '65% TM + 5 kg'."""
    aimed = (
        group.hold_s or group.distance
    ) and not group.reps  # whose bare percentage would say how hard or fast
    of = f" {group.percent_of}" if group.percent_of != "1RM" or group.gain or aimed else ""
    return f"{group.percent}%{of}{f' + {weight(group.gain)}' if group.gain else ''}"


def _behind(group: SetGroup) -> list[str]:
    """What follows the work after commas."""
    technique = group.technique
    if (technique == "cluster" and are_a_cluster(group.parts)) or (
        technique == "myo-reps" and group.small_sets
    ):
        technique = ""  # the parts say it
    drop = ""
    if technique == "drop set":
        technique = ""
        percent = f" {decimal(group.drop_percent)}%" if group.drop_percent else ""
        drop = f"drop set{percent}" + (f" x{group.drops}" if group.drops else "")
    if technique == "to failure" and not work(group).strip("F"):
        technique = ""
    return [
        technique,
        drop,
        f"{seconds(group.pause_s)} pause" if group.pause_s else "",
        f"rest {seconds(group.rest_s)}" if group.rest_s else "",
        f"tempo {group.tempo}" if group.tempo else "",
        quoted(group.note) if group.note else "",
    ]


def _time(seconds: float) -> str:
    """A time in half minutes, or in seconds."""
    return f"{decimal(seconds / 60)} min" if seconds % 30 == 0 else f"{decimal(seconds)} s"


def format_of(timing: Timing | None) -> str:
    """A format in normal form: 'EMOM 10 min', 'AMRAP 20 min', '5 rounds for time', '8 rounds 20 s on / 10 s off'."""
    if timing is None:
        return ""
    rounds = f"{timing.rounds} rounds" if timing.rounds else ""
    parts = []
    match timing.format:
        case "emom":
            every = (
                "EMOM"
                if timing.every_s == 60
                else f"every {seconds(NumberRange(timing.every_s, timing.every_s))}"
            )
            parts.append(f"{every} for {_time(timing.total_s)}" if timing.total_s else every)
        case "amrap":
            parts.append(f"AMRAP {_time(timing.total_s)}")
        case "for time":
            parts.append(f"{rounds} for time".lstrip())
        case "intervals" if timing.named == "circuit":
            parts.append("circuit")
        case "rounds":
            parts.append("circuit" if timing.named == "circuit" and not rounds else rounds)
            if timing.named == "circuit" and rounds:
                parts[-1] = f"circuit x{timing.rounds}"
    if timing.named == "tabata":
        parts.append("Tabata")
    elif timing.work_s and timing.rest_s:
        on = f"{decimal(timing.work_s.low)} s on / {decimal(timing.rest_s.low)} s off"
        parts.append(f"{rounds}, {on}" if rounds and timing.format == "intervals" else on)
    if timing.round_rest_s:
        parts.append(f"rest {seconds(timing.round_rest_s)} between rounds")
    if timing.cap_s:
        parts.append(f"cap {_time(timing.cap_s)}")
    text = ", ".join(parts)
    return f"{text}: {quoted(timing.note)}" if timing.note else text
