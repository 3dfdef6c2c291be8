"""One entry of a day → an Item: a run, another sport, strength, recovery, cross-training, rest or a free note."""

import re
from functools import cached_property
from typing import Annotated, Any, ClassVar, Final, Literal, get_args

from cardmaker.plan.fields import (
    EMPTY,
    MaybeLine,
    Words,
    WorkoutName,
    checks,
    in_english,
    in_plans_unit,
    read_by,
)
from cardmaker.plan.names import Checks
from cardmaker.plan.refusal import PartMistake, refuse
from cardmaker.plan.runs.run import Run
from cardmaker.plan.runs.written import run_from, sport_from
from cardmaker.validation import closest, shown
from cardmaker.validation.fields import Text
from cardmaker.validation.marks import Info, said_only
from cardmaker.validation.model import Model

Kind = Literal[
    "run", "swim", "bike", "row", "brick", "strength", "recovery", "cross-training", "rest", "note"
]

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
_NAMED: Final = rf"write '({'|'.join(KINDS)}): (.*?)'(?:,|$)"
"""Where a run's refusal says that it belongs under another kind."""
_WITH_WORKOUT: Final = ("recovery", "cross-training", "rest")


class Item(Model):
    """One thing to do on a day. Exactly one of the kinds is given; any of them may have a note."""

    KEYS: ClassVar = {"cross_training": "cross-training"}

    run: Annotated[Run | None, read_by(run_from), in_plans_unit, in_english("runs")] = None
    swim: Annotated[Run | None, read_by(sport_from("swim")), in_english("runs")] = None
    bike: Annotated[Run | None, read_by(sport_from("bike")), in_english("runs")] = None
    row: Annotated[Run | None, read_by(sport_from("row")), in_english("runs")] = None
    brick: Annotated[Run | None, read_by(sport_from("brick")), in_english("runs")] = None
    """One sport after the other: '40 km bike + 5 km run'."""
    strength: WorkoutName = ""
    """The key of a workout."""
    recovery: Words = ""
    cross_training: Words = ""
    rest: Annotated[MaybeLine | None, EMPTY, said_only(type=["string", "number", "null"])] = None
    """None unless it is a rest; what may be done instead of nothing: 'or 20 min yoga'."""
    note: Text = ""
    """With another kind, a remark on it; alone, a free note."""
    name: MaybeLine = ""
    """What to call it: 'Long run'."""
    workout: WorkoutName = ""
    """With recovery, cross-training or rest: the key of the workout whose cards to take."""

    @classmethod
    def spelt_out(cls, data: Any, info: Info) -> Any:
        """A bare 'rest'; ValueError for an entry that isn't of one kind."""
        if isinstance(data, str):
            return _resting(_bare_word(data, checks(info)), checks(info))
        if not isinstance(data, dict):
            return data
        kinds = [kind for kind in KINDS[:-1] if kind in data] or [kind for kind in ("note",) if kind in data]
        if len(kinds) > 1:
            raise ValueError(f"{' and '.join(kinds)} in one entry; begin each with '- ' on its own line")
        known = {*KINDS, "name", "workout"}
        if not kinds and all(key in known for key in data):
            raise ValueError(f"what is it? give one of {', '.join(KINDS)}")
        if "workout" in data and kinds and kinds[0] not in _WITH_WORKOUT:
            _refuse_workout(kinds[0], data["workout"])
        return _resting(data, checks(info))

    @cached_property
    def kind(self) -> Kind:
        """What it is."""
        given = (kind for kind in KINDS if getattr(self, kind.replace("-", "_")) not in (None, ""))
        return "rest" if self.rest is not None else next(given, "note")

    @property
    def runs(self) -> tuple[Run, ...]:
        """Its runs: none, one, or one in the morning and one in the evening."""
        return self.run.sessions() if self.run else ()

    @property
    def sport(self) -> Run | None:
        """What is done of another sport than running."""
        return self.swim or self.bike or self.row or self.brick

    @property
    def text(self) -> str:
        """The free words of a recovery, cross-training, rest or note; '' for runs and strength."""
        return {
            "recovery": self.recovery,
            "cross-training": self.cross_training,
            "rest": self.rest or "",
            "note": self.note,
        }.get(self.kind, "")

    @property
    def cards(self) -> str:
        """The key of the workout whose cards go with it; '' if there is none."""
        return self.strength or self.workout


def day_items(value: object) -> object:
    """A day's shorthands made a list: a bare word, a single mapping, nothing."""
    if value is None:
        return []
    if isinstance(value, str | dict):
        return [value]
    if not isinstance(value, list | tuple):
        raise ValueError(f"should be 'rest', one entry, or a list of entries, not {shown(value)}")
    return value


def _kind_of(text: str, known: Checks | None) -> tuple[str, str]:
    """The kind of a bare text, '' where it shows none, and how it is written under that."""
    if known and known.is_workout(text):
        return "strength", text
    if any(char.isdigit() for char in text):
        try:
            run_from(known.english("runs", text) if known else text)
            return "run", text
        except ValueError as fault:
            if named := re.search(_NAMED, str(fault)):
                return named[1], named[2]
    return "", text


def _with_kind(kind: str, text: str) -> str:
    """How to write a bare text: as the run or the workout that it names."""
    quoted = f'"{text.strip()}"' if re.search(r"[,:#{}\[\]]", text) else text.strip()
    return f"write {{{kind}: {quoted}}}" if kind else "give it a kind, such as 'run: …' or 'note: …'"


def _bare_word(text: str, known: Checks | None) -> dict[str, Any]:
    first, _, _ = (known.english("days", text) if known else text).strip().partition(" ")
    _, _, option = text.strip().partition(" ")
    if first.casefold().rstrip(",;:") == "rest":
        return {"rest": option.strip()}
    kind, named = _kind_of(text, known)
    if kind == "cross-training":
        return {kind: text.strip()}  # 'XT 45 min' can be nothing else
    typo = closest(first, KINDS) == "rest"
    hint = "did you mean 'rest'?" if typo else _with_kind(kind, named)
    raise ValueError(f"only 'rest' needs no kind, not {shown(text)}; {hint}")


def _resting(data: dict[str, Any], known: Checks | None) -> dict[str, Any]:
    """*data*, unless it is a rest that says a workout's name, or no more than yes."""
    said = data.get("rest")
    if isinstance(said, bool):
        message = "needs no value; write 'rest' alone, or what may be done instead, 'rest: or 20 min yoga'"
        refuse([PartMistake(("rest",), message, said)])
    if isinstance(said, str) and known and known.is_workout(said):
        name = said.strip()
        message = (
            f"'{name}' is a workout; write {{strength: {name}}}, {{rest: or {name}}} for a choice,"
            f" or {{rest: , workout: {name}}} for its cards on a day of rest"
        )
        refuse([PartMistake(("rest",), message, said)])
    return data


def _refuse_workout(kind: Kind, value: object) -> None:
    remedy = "write its name after 'strength:'"
    if kind != "strength":
        remedy = "give it an entry of its own, '- strength: …'"
    refuse([PartMistake(("workout",), f"doesn't go with {kind}; {remedy}", value)])
