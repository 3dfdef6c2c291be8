"""A prescription → the words of the strip, each set's target, and the gym card's row."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from cardmaker.handout import SetTarget
from cardmaker.plan.sets import ONE, NumberRange, SetGroup, Sets
from cardmaker.record import record
from cardmaker.resolve.setwords import SetWords
from cardmaker.wording.formats import NBSP

_LONGEST_WORK, _LONGEST_AIM, _MOST_TARGETS = 6, 9, 8
"""Characters and sets of targets that the boxes of a gym card have room for."""
_LONGEST_LEAD = 11
"""Characters of a list that the strip has room for on the smallest card: '12/10/8/6'."""


@record
class Prescription:
    """One exercise's sets in the reader's words and units.

    *sets* is short, for the strip, and *whole* leaves nothing out; *targets* are those of each set.
    """

    sets: str = ""
    sets_label: str = ""
    side: str = ""
    """'/ side' where the sets are done on each, as it follows the number."""
    counted: str = ""
    """What the strip says that the sets are of: 'sets × reps', 'hold', 'see log'."""
    noun: str = ""
    """The same without 'sets ×'."""
    load: str = ""
    effort: str = ""
    rest: str = ""
    each_round: bool = False
    """Whether the rest is one after each round of a superset."""
    tempo: str = ""
    target: str = ""
    whole: str = ""
    brief: str = ""
    """The same with sides in short: '3 × 8/side'."""
    extra: str = ""
    manner: str = ""
    """Of *extra* how each set is done: 'hold each 5 s', 'to failure'."""
    often: str = ""
    """Of *extra* how often all of it is done: '2 × a day'."""
    note: str = ""
    targets: tuple[SetTarget, ...] = ()
    varied: bool = False
    """Whether sets differ, so that each needs its own target."""

    @property
    def set_count(self) -> int:
        """How many sets there are boxes for."""
        return len(self.targets)

    @property
    def boxes(self) -> tuple[SetTarget, ...]:
        """Each set's own target for its box, if sets differ and all of them have room."""
        short = all(len(one.work) <= _LONGEST_WORK and len(one.aim) <= _LONGEST_AIM for one in self.targets)
        return self.targets if self.varied and short and len(self.targets) <= _MOST_TARGETS else ()

    @property
    def work(self) -> tuple[str, ...]:
        """Each set's target in the log."""
        return tuple(one.work for one in self.targets)


UNSAID = Prescription()
"""Where the plan names an exercise and leaves its sets open."""


class Prescriber(SetWords):
    """Puts whole prescriptions into words."""

    def prescribe(self, sets: Sets | None) -> Prescription:
        """The words for sets."""
        if sets is None:
            return UNSAID
        if not sets.groups:
            return self._without_groups(sets)
        if len(sets.groups) == 1:
            return self._alike(sets, sets.groups[0])
        return self._varied(sets)

    def _without_groups(self, sets: Sets) -> Prescription:
        often = " · ".join(self.times(sets))
        said = Prescription(extra=often, often=often, note=sets.note)
        if not sets.total_reps:
            return said
        reps, label = self.span(sets.total_reps), self.wording.say("total_reps")
        whole = f"{reps} {label}"
        return replace(
            said, sets=reps, sets_label=label, counted=label, target=whole, whole=whole, brief=whole
        )

    def _alike(self, sets: Sets, group: SetGroup) -> Prescription:
        """One group of like sets."""
        said, effort = self.load(group), self.effort(group)
        rounds = not sets.counted or (sets.timing is not None and group.sets == ONE)
        main = self.work(group) if rounds else self.count(group)
        label = self.label(group, sets.side)
        sided = f" {label}" if group.per or sets.side or group.noun else ""
        lead = f"{self.role(group)} {main}".lstrip()
        target = SetTarget(self.work(group), said or effort, said.replace(f"{NBSP}×{NBSP}", "×"))
        return Prescription(
            sets=main,
            sets_label=label,
            side=self.by_side(group),
            counted=self._counted(main, group, sets.side),
            noun=self.counted(group),
            load=said,
            effort=effort,
            rest=self.seconds(group.rest_s) if group.rest_s else "",
            tempo=group.tempo,
            target=" · ".join(filter(None, [main, said or effort])),
            whole=f"{lead}{sided}",
            brief=f"{lead}{self.short_side(group)}{sided if not group.per else ''}",
            extra=" · ".join(said for said in (*self.technique(group), *self.times(sets)) if said != label),
            manner=" · ".join(said for said in self.technique(group) if said != label),
            often=" · ".join(self.times(sets)),
            note=self.remark(group),
            targets=(target,) * group.count,
        )

    def _varied(self, sets: Sets) -> Prescription:
        """Groups that differ: the strip says how many sets, or a short list; the log and the row say each."""
        working = sets.working
        whole = ", ".join(self._lines(sets.groups))
        per = _same(working, lambda group: group.per)
        side = self.label(working[0], sets.side) if (per and working[0].per) or sets.side else ""
        lead, label = self._lead(working, side)
        see_log = self.wording.say("see_log")
        rest = _same(sets.groups, lambda group: group.rest_s)
        tempo = _same(sets.groups, lambda group: group.tempo)
        return Prescription(
            sets=lead,
            sets_label=label,
            side=self.by_side(working[0]) if per else "",
            counted=see_log if see_log in label else self._counted(lead, working[0], sets.side),
            load=self.ranged(working, self.load, "load"),
            effort=self.ranged(working, self.effort, "rpe"),
            rest=self.seconds(rest) if rest else "",
            tempo=tempo or "",
            target=whole,
            whole=f"{whole} {side}".rstrip(),
            brief=f"{whole}{self.short_side(working[0]) if per else ''}",
            extra=" · ".join([*self._set_by_set(sets.groups), *self.times(sets)]),
            often=" · ".join(self.times(sets)),
            note="; ".join(dict.fromkeys(filter(None, map(self.remark, sets.groups)))),
            targets=tuple(self._target(group) for group in sets.each),
            varied=True,
        )

    def _set_by_set(self, groups: Sequence[SetGroup]) -> Iterator[str]:
        """What the load and the repetitions of each set don't say: 'sets 1–2: warm-up', 'set 3: drop set'."""
        shared = set.intersection(*(set(self._manner(groups, group)) for group in groups))
        yield from (said for said in self._manner(groups, groups[0]) if said in shared)
        first = 1
        for group in groups:
            last = first + group.count - 1
            number = str(first) if first == last else f"{first}–{last}"
            if own := [said for said in self._manner(groups, group) if said not in shared]:
                yield self.wording.say("of_sets", number=number, words=", ".join(own))
            first = last + 1

    def _manner(self, groups: Sequence[SetGroup], group: SetGroup) -> list[str]:
        """A group's role and technique, and its rest, tempo and side where other groups have others."""
        role = [self.role(group)] if group.role else []
        maximum = [self.label(group)] if group.maximum else []
        return [*role, *maximum, *self.technique(group), *self._own(groups, group)]

    def _counted(self, main: str, group: SetGroup, side: str) -> str:
        """What the sets are of, with the side where that is but one."""
        counted, several = self.counted(group), "×" in main
        if several and group.reps == (1, 1):
            counted = self.wording.say("reps")
        counted = self.wording.say("sets_by", counted=counted) if counted and several else counted
        return ", ".join(filter(None, [counted, self.wording.say(f"side_{side}") if side else ""]))

    def _target(self, group: SetGroup) -> SetTarget:
        load = self.load(group)
        return SetTarget(self.work(group), load or self.effort(group), load.replace(f"{NBSP}×{NBSP}", "×"))

    def _lead(self, groups: Sequence[SetGroup], side: str) -> tuple[str, str]:
        works = [self.work(group) for group in groups for _ in range(group.count)]
        if len(set(works)) == 1 and all(group.role == groups[0].role for group in groups):
            like = replace(groups[0], sets=NumberRange(float(len(works)), float(len(works))))
            return self.count(like), side or self.label(like)
        listed = "/".join(works)
        plain = all(group.reps or group.parts for group in groups) and " " not in listed.replace(NBSP, " ")
        see_log = self.wording.say("see_log")
        sides = len({group.per for group in groups})
        if plain and sides == 1 and len(listed) <= _LONGEST_LEAD:
            return listed, side or self.wording.say("reps")
        low, high = (sum(group.sets[end] for group in groups) for end in (0, 1))
        return self.sets(NumberRange(low, high)), f"{side}, {see_log}" if side else see_log

    def ranged(self, groups: Sequence[SetGroup], words: Callable[[SetGroup], str], field: str) -> str:
        """What all groups have in common, or from the least to the most of it; '' if they can't be compared."""
        said = [words(group) for group in groups]
        if len(set(said)) == 1:
            return said[0]
        spans = [_comparable(group, field) for group in groups]
        if None in spans or len({key for key, _ in filter(None, spans)}) != 1:
            return ""
        low = min(span.low for _, span in filter(None, spans))
        high = max(span.high for _, span in filter(None, spans))
        return words(_with(groups[0], field, NumberRange(low, high)))

    def _lines(self, groups: Sequence[SetGroup]) -> list[str]:
        """Groups in words; lists of single sets as one line: '5/5/5+ · 65/75/85 %'."""
        lines, at = [], 0
        while at < len(groups):
            end = at + 1
            while end < len(groups) and _of_one_list(groups[at], groups[end]):
                end += 1
            line = self._list(groups[at:end]) if end - at > 1 else self._line(groups[at])
            lines.append(" · ".join([line, *self._own(groups, groups[at])]))
            at = end
        return lines

    def _own(self, groups: Sequence[SetGroup], group: SetGroup) -> Iterator[str]:
        """A group's rest and tempo where the others have another, and its own side."""
        say = self.wording.say
        if group.rest_s and _same(groups, lambda one: one.rest_s) is None:
            yield say("rest_after", rest=self.seconds(group.rest_s))
        if group.tempo and _same(groups, lambda one: one.tempo) is None:
            yield say("tempo", tempo=group.tempo)
        if group.per and _same(groups, lambda one: one.per) is None:
            yield self.label(group)

    def _list(self, groups: Sequence[SetGroup]) -> str:
        work = "/".join(self.work(group) for group in groups)
        role = self.role(groups[0])
        aims = [self.load(group) or self.effort(group) for group in groups]
        aim = aims[0] if len(set(aims)) == 1 else _merged(aims)
        return " · ".join(filter(None, [f"{role} {work}".lstrip(), aim, *self.technique(groups[0])]))

    def _line(self, group: SetGroup) -> str:
        role = self.role(group)
        label = f" {self.label(group)}" if group.maximum or group.noun else ""
        aims = [self.load(group), self.effort(group), *self.technique(group)]
        return " · ".join(filter(None, [f"{role} {self.count(group)}{label}".lstrip(), *aims]))


Value = TypeVar("Value")


def _same(groups: Sequence[SetGroup], of: Callable[[SetGroup], Value]) -> Value | None:
    """What all groups have in common; None where they differ."""
    values = [of(group) for group in groups]
    return values[0] if all(value == values[0] for value in values) else None


def _comparable(group: SetGroup, field: str) -> tuple[object, NumberRange] | None:
    """What may be compared of two groups, and what must be equal for that."""
    if field == "rpe":
        span = group.rpe or group.rir
        return ("rpe" if group.rpe else "rir", span) if span else None
    if group.percent and not group.load:
        return ((group.percent_of, group.gain), group.percent)
    if group.load and group.load.amount and not group.percent:
        return (replace(group.load, amount=None), group.load.amount)
    return None


def _with(group: SetGroup, field: str, span: NumberRange) -> SetGroup:
    """A group with another effort or load."""
    if field == "rpe":
        return replace(group, rpe=span) if group.rpe else replace(group, rir=span)
    if group.load:
        return replace(group, load=replace(group.load, amount=span))
    return replace(group, percent=span)


def _of_one_list(first: SetGroup, group: SetGroup) -> bool:
    """Whether two single sets differ in their repetitions, their open end and their aim alone."""
    if group.sets != ONE or first.sets != ONE or not (group.reps and first.reps):
        return False
    aims = [(bool(one.load), bool(one.percent), bool(one.rpe), bool(one.rir)) for one in (first, group)]
    return _bare(first) == _bare(group) and aims[0] == aims[1]


def _bare(group: SetGroup) -> SetGroup:
    """A group without its repetitions and aims."""
    return replace(group, reps=None, open_ended=False, load=None, percent=None, rpe=None, rir=None)


def _merged(aims: Sequence[str]) -> str:
    """'60 kg', '70 kg' as '60/70 kg'; 'RPE 7', 'RPE 8' as 'RPE 7/8'; others with all their words."""
    parts = [re.fullmatch(r"(\D*)([\d.,–]+)(\D.*|)", aim) for aim in aims]
    around = {(part[1], part[3]) for part in parts if part}
    if all(parts) and len(around) == 1:
        before, after = around.pop()
        return f"{before}{'/'.join(part[2] for part in parts if part)}{after}"
    return "/".join(aims)
