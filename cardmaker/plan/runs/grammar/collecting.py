"""What goes into a whole: the parts behind it that fit, turns that fill it, a recovery behind it."""

from typing import Final

from cardmaker.plan.runs.efforts import HARDNESS
from cardmaker.plan.runs.grammar.aftereach import FEW_SECONDS
from cardmaker.plan.runs.grammar.cursor import FIGURES
from cardmaker.plan.runs.grammar.drafts import Where
from cardmaker.plan.runs.grammar.leads import Parts
from cardmaker.plan.runs.grammar.repeats import Repeats
from cardmaker.plan.runs.grammar.shapes import has_role, is_rest, is_turn, without_last_recovery
from cardmaker.plan.runs.record import Part, Place, Repeat, Step
from cardmaker.plan.runs.spans import span_of, sum_of

_FEW_TURNS: Final = 3
"""'12 km with 3 km @ MP / 3 km @ half' holds each once."""
_LISTED: Final = 3
"""So many stretches parted by '/' behind 'with' are a list."""


class Collecting(Repeats):
    """Collects the parts of wholes."""

    def _collected(self, step: Step, parts: list[Part], depth: int, place: Place = "") -> Parts:
        """The parts inside *step*: *parts*, and those behind them that go into it."""
        self._pair(parts, step)
        here = self.at
        exact = self._rest_is_inside(step, parts, depth)
        if exact is None:
            self.at = here
            while not self._fill(step, parts) and (
                self.is_sign(",")
                or self.is_kind("and")
                or (self.is_sign("+") and self.is_kind("count", ahead=1))
                or (self.is_kind("then") and (self._strides_follow() or self._leads_on(parts)))
            ):
                back = self.at
                more = list(parts)
                try:
                    self._joint()
                    self.at += place == "start" and self.is_kind("last") and self.is_kind(*FIGURES, ahead=1)
                    if self.wordy() or self.is_kind("last", "first"):
                        raise ValueError
                    self._next(more, ",", Where(unit=step.amount.unit), depth)
                except ValueError:
                    self.at = back
                    break
                if self._too_much(step, more) or any(has_role(part) for part in more[len(parts) :]):
                    self.at = back
                    break
                parts = more
            exact = tuple(parts)
        spread = list(exact)
        self._spread(spread)
        exact = tuple(spread)
        return self.inside(step, exact, place)

    def _fill(self, whole: Step, parts: list[Part]) -> bool:
        """Whether two stretches in turn make up all of *whole*: '10 min with 1 min fast / 1 min easy, 5 min jog'."""
        two = [part for part in parts if isinstance(part, Step)]
        return len(two) == len(parts) == 2 and is_turn(*two) and self._filling(whole, tuple(two)) is not None

    def _rests(self, step: Step, behind: Step) -> bool:
        """Whether a few minutes behind a hard distance are the rest after it: '2 km @ 10k w/ 90 s'."""
        few = 0 < (behind.amount.duration.middle or 0) <= FEW_SECONDS and step.amount.metres is not None
        return few and behind == Step(behind.amount) and HARDNESS[step.hardest] >= HARDNESS["marathon"]

    def _leads_on(self, parts: list[Part]) -> bool:
        """Whether a jog inside the whole leads to repeats: '12 mi inc 4 mi tempo, 4 min jog into 8 x 400 m'."""
        return len(parts) > 1 and is_rest(parts[-1]) and self.is_kind("count", ahead=1)

    def _strides_follow(self) -> bool:
        """Whether repeats of strides come next: '10 mi with 8 x 10 s hill sprints then 8 x 100 m strides'."""
        return self.is_kind("count", ahead=1) and any(
            token.kind == "effort" and token.value.effort == "strides" for token in self.segment(1)
        )

    def _pair(self, parts: list[Part], whole: Step) -> None:
        """Take the easy half of '1 min hard / 1 min easy', or the recovery of repeats, behind a joint."""
        here, marks = self.at, len(self.remarks)
        joint = self.tokens[here].text if self.peek() else ""
        if (
            not parts
            or not (self.is_sign("/,;") or self.is_kind("and"))
            or not self.is_kind(*FIGURES, "effort", ahead=1)
        ):
            return
        if self._slashed(parts, whole):
            return
        try:
            self.at += 1
            step, draft = self.step(Where(behind=True))
            if self._attached(parts, step, draft, ","):
                return
            last = parts[-1]
            if joint == "/" and isinstance(last, Repeat) and not last.recovery and is_rest(step, easy=True):
                parts[-1] = self._recovering(last, step, draft)
                return
            short = (step.amount.duration.middle or 1e9) < FEW_SECONDS
            if parts and isinstance(parts[0], Step) and step.amount.metres is not None and joint == "/":
                short = step.amount == parts[0].amount
            if len(parts) == 1 and isinstance(parts[0], Step) and short and is_turn(parts[0], step):
                parts.append(step)
                return
            turns = (
                self._filling(whole, (*parts, step)) if joint == "/" and HARDNESS[step.effort] > 1 else None
            )
            if isinstance(turns, Repeat) and turns.count > _FEW_TURNS and len(parts) == 1:
                parts[:] = [turns]  # '8 km as 400 m @ 10k / 600 m @ MP'
                return
            if joint == "/" and self._both_inside(whole, parts, step):
                parts.append(step)
                self.remarks.append(f"'{step}' is read as a part of the {whole.amount}")
                return
        except ValueError:
            pass
        self.at = here
        del self.remarks[marks:]

    def _slashed(self, parts: list[Part], whole: Step) -> bool:
        """Take three stretches and more that go into *whole*: '30 min w/ 5 min brisk / 4 min steady / 3 min hard'."""
        here, marks = self.at, (len(self.remarks), len(self.notes))
        more = list(parts)
        try:
            while self.is_sign("/") and self.is_kind(*FIGURES, ahead=1):
                self.at += 1
                more.append(self.step(Where(unit=whole.amount.unit))[0])
        except ValueError:
            more = []
        steps = [one for one in more if isinstance(one, Step) and one.amount.given and not one.role]
        alike = {one.amount.metres is None for one in steps} == {whole.amount.metres is None}
        said = all(one.effort or one.pace or one.targets for one in steps)
        listed = len(steps) == len(more) >= _LISTED and not is_rest(steps[-1], easy=True)
        if listed and alike and said and not self._too_much(whole, more):
            parts[:] = more
            return True
        self.at = here
        del self.remarks[marks[0] :], self.notes[marks[1] :]
        return False

    def _both_inside(self, whole: Step, parts: list[Part], step: Step) -> bool:
        """Whether a second hard stretch behind '/' is in the whole, too: '12 km with 3 km @ MP / 3 km @ HM'."""
        hard = all(
            isinstance(one, Step) and HARDNESS[one.effort] >= HARDNESS["marathon"] and one.effort != "strides"
            for one in (*parts, step)
        )
        return hard and not step.role and not self._too_much(whole, [*parts, step])

    def _rest_is_inside(self, step: Step, parts: list[Part], depth: int) -> Parts | None:
        """All that follows, if together with *parts* it makes up the whole exactly."""
        marks = len(self.remarks), len(self.notes)
        more = list(parts)
        try:
            while self.peek() and not self.is_sign(")]"):
                self._joint()
                self._next(more, "", Where(unit=step.amount.unit), depth)
        except ValueError:
            more = []
        what = "distance" if step.amount.metres is not None else "duration"
        whole = span_of(step, what).exact  # type: ignore[arg-type]
        total = sum_of(span_of(part, what) for part in more).exact if more else None  # type: ignore[arg-type]
        if whole and total and len(more) > len(parts):
            if abs(whole - total) < 0.005 * whole:
                return tuple(more)
            between = [one for part in more for one in without_last_recovery(part)]
            total = sum_of(span_of(part, what) for part in between).exact  # type: ignore[arg-type]
            if total and abs(whole - total) < 0.005 * whole:
                return tuple(between)
        del self.remarks[marks[0] :], self.notes[marks[1] :]
        return None

    def _too_much(self, step: Step, parts: list[Part]) -> bool:
        what = "distance" if step.amount.metres is not None else "duration"
        whole = span_of(step, what).most  # type: ignore[arg-type]
        return whole is not None and sum_of(span_of(part, what) for part in parts).least > whole  # type: ignore[arg-type]

    def _next(self, found: list[Part], joint: str, where: Where, depth: int) -> None:
        """Take the next part behind *found*."""
        raise NotImplementedError

    def _joint(self) -> str:
        """Take what parts two stretches."""
        raise NotImplementedError
