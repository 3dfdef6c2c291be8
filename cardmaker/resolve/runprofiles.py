"""A run → how far it goes, how long it takes and how hard each stretch of it is, with estimates of what isn't said."""

from collections.abc import Iterator
from typing import Final

from cardmaker.handout import Stretch
from cardmaker.plan.quantity import NOTHING, Extent
from cardmaker.plan.runs.efforts import HARDNESS
from cardmaker.plan.runs.hardness import run_hardness, step_hardness
from cardmaker.plan.runs.record import Part, Step, Whole
from cardmaker.plan.runs.run import Run
from cardmaker.plan.runs.spans import around, flat, remainder_of, span_of
from cardmaker.plan.runs.sports import USUAL, Sport, sport_named
from cardmaker.plan.runs.targets import Pace
from cardmaker.record import record, replace
from cardmaker.resolve.paces import NOBODYS, Paces
from cardmaker.resolve.pulse import UNMEASURED, Pulse
from cardmaker.resolve.rununits import RunUnits
from cardmaker.wording.formats import NBSP
from cardmaker.wording.wording import Wording

_RAMP: Final = {0: "easy", 1: "easy", 2: "long", 3: "tempo", 4: "fast"}
# Of the easy pace: steady running is a little faster, tempo by a sixth, repeats by a quarter.
_SHARES: Final = {"easy": 1.0, "long": 0.97, "tempo": 5 / 6, "fast": 0.75, "walk": 1.8}
_SHORT_SWIM: Final = 10_000
"""Swims up to here are given in metres, as swimmers do."""


@record
class Distance:
    """How long a run is: metres and seconds as far as they are said, and *km* with an estimate of the rest."""

    metres: Extent
    seconds: Extent
    km: float
    effort: str

    @property
    def estimated(self) -> bool:
        """Whether a part of *km* is an estimate."""
        return self.metres.most is None


@record
class _Piece:
    """A stretch of a run, the seconds that it takes, and the effort that it counts as."""

    stretch: Stretch
    seconds: float
    counts_as: str

    def by_time(self, easy_pace: float) -> Stretch:
        """The stretch as long as what is run at a pace in its time; standing has no length."""
        return self.stretch if self.stretch.gap else replace(self.stretch, km=self.seconds / easy_pace)


class RunProfiles(RunUnits):
    """Measures runs by the *paces* of whoever runs them; *pulse* has their heart rates."""

    def __init__(
        self, wording: Wording, units: str, paces: Paces = NOBODYS, pulse: Pulse = UNMEASURED
    ) -> None:
        super().__init__(wording, units)
        self.paces, self.easy_pace, self.pulse = paces, paces.easy, pulse
        self._measured: dict[int, tuple[Run, Distance]] = {}
        self._taking: dict[int, tuple[Run, float]] = {}
        self._made_of: dict[int, tuple[Run, tuple[_Piece, ...]]] = {}

    def rates(self, step: Step) -> str:
        """The athlete's heart rates for a step that names a zone or a percentage: '126–138 bpm'."""
        found = self.pulse.of_step(step)
        return f"{found}{NBSP}bpm" if found else ""

    @property
    def easy(self) -> str:
        """The easy pace by which distances are estimated."""
        return self.paced(Pace(round(self.easy_pace), "km"))

    def measure(self, run: Run) -> Distance:
        """How long a run is, as far as it is said, and how hard."""
        if id(run) not in self._measured:
            self._measured[id(run)] = run, self._measure(run)  # which keeps the run, and so its id
        return self._measured[id(run)][1]

    def _measure(self, run: Run) -> Distance:
        metres = run.distance
        effort = _RAMP[run_hardness(run)]
        whole = _surely(run).distance if run.optional else metres
        known = whole.middle if run.sport == "run" else None
        km = sum(stretch.km for stretch in self.profile(run)) if known is None else known / 1000
        return Distance(metres, run.duration, km, effort)

    def amount(self, run: Run) -> tuple[str, str]:
        """The number and unit next to a run's title: its distance, else its time, else what is known and '+'."""
        known = self.measure(_surely(run))
        if run.sport == "swim" and known.metres.most and known.metres.most < _SHORT_SWIM:
            return self.wording.number(known.metres.most), self.wording.units["m"]
        if known.metres.most is not None and known.metres != NOTHING:
            return self.kilometres(known.metres), self.unit
        if known.seconds.most:
            return self.clock(known.seconds)
        if known.metres.least:
            if run.sport != "run":
                return f"{self.kilometres(Extent(known.metres.least, known.metres.least))}+", self.unit
            return f"≈{self.wording.number(self.in_unit(known.km), 1, 1)}", self.unit
        if known.seconds.least:
            number, unit = self.clock(Extent(known.seconds.least, known.seconds.least))
            return f"{number}+", unit
        return "", ""

    def open_seconds(self, run: Run) -> float:
        """Seconds of what is run by time, where its distance isn't said."""
        return sum(map(_open_seconds, run.parts))

    def profile(self, run: Run, *, by_time: bool = False) -> tuple[Stretch, ...]:
        """The run as stretches; neighbours of one effort that aren't repeats stay apart, as they are run.

        *by_time* they are as long as what is run easily in their time.
        """
        if run.sport != "run":
            return tuple(self._as_long(step, run.sport, run.repeated) for step in run.steps())
        pieces = self._made(run)
        return tuple(piece.by_time(self.easy_pace) if by_time else piece.stretch for piece in pieces)

    def _made(self, run: Run) -> tuple[_Piece, ...]:
        """The stretches that a run is made of."""
        if id(run) not in self._made_of:
            pieces = tuple(piece for part in run.parts for piece in self._pieces(part, run.repeated))
            self._made_of[id(run)] = run, pieces  # which keeps the run, and so its id
        return self._made_of[id(run)][1]

    def by_effort(self, run: Run) -> dict[str, tuple[float, float]]:
        """Km and seconds of each effort in a run, part by part: warm-ups, recoveries and cool-downs are easy.

        Strides are as hard as the rest of their run. In all they are the run's km, and its seconds or the time for that
        distance at the easy pace; of a range of repeats, parts have the shares that they have with the most.
        """
        known = self.measure(run)
        pieces = [piece for piece in self._made(run) if not piece.stretch.gap]
        km, seconds = (sum(piece.stretch.km for piece in pieces), sum(piece.seconds for piece in pieces))
        far, long = known.km, known.seconds.middle or known.km * self.easy_pace
        if not km or not seconds:
            return {known.effort: (far, long)}
        found: dict[str, tuple[float, float]] = {}
        for piece in pieces:
            effort = piece.counts_as or known.effort
            before = found.get(effort, (0.0, 0.0))
            found[effort] = (
                before[0] + piece.stretch.km / km * far,
                before[1] + piece.seconds / seconds * long,
            )
        return found

    def _as_long(self, step: Step, sport: Sport, repeated: frozenset[int]) -> Stretch:
        """A stretch of another sport, as long as what is run in its time."""
        effort = _RAMP[step_hardness(step, repeated)]
        pace = USUAL[sport_named(step.said) or sport].easy_pace
        seconds = step.duration.middle or (step.distance.middle or 0.0) / 1000 * pace
        return Stretch(seconds / self.easy_pace, effort, gap=step.effort == "rest")

    def _pieces(self, part: Part, repeated: frozenset[int]) -> Iterator[_Piece]:
        if isinstance(part, Whole):
            yield from self._whole(part, repeated)
        else:
            for step in flat((part,)):
                yield self._piece(step, repeated)

    def _piece(self, step: Step, repeated: frozenset[int]) -> _Piece:
        effort = _RAMP[step_hardness(step, repeated)]
        km = self._km(step, effort)
        stretch = Stretch(km, effort, gap=step.effort == "rest", walk=step.effort == "walk")
        seconds = step.duration.middle or km * self._seconds_per_km(step, effort)
        return _Piece(stretch, seconds, "" if step.effort == "strides" else effort)

    def _km(self, step: Step, effort: str) -> float:
        """Kilometres of a step, estimated from its time where they aren't known; 0 if its amount is open."""
        metres = step.distance.middle
        if metres is not None:
            return metres / 1000
        return (step.duration.middle or 0.0) / self._seconds_per_km(step, effort)

    def _seconds_per_km(self, step: Step, effort: str) -> float:
        """The athlete's pace for a step, else a share of the easy pace."""
        own = self.paces.of_step(step)
        return own.s_per_km if own else self.easy_pace * _SHARES["walk" if step.effort == "walk" else effort]

    def seconds(self, run: Run) -> float:
        """How long a run takes, with an estimate of what isn't said; 0 if nothing is known of the athlete."""
        if not self.paces.known or run.sport != "run":
            return 0.0
        if id(run) not in self._taking:
            self._taking[id(run)] = run, self._seconds(run)  # which keeps the run, and so its id
        return self._taking[id(run)][1]

    def _seconds(self, run: Run) -> float:
        known = _surely(run).duration.middle
        return sum(self._takes(part) for part in run.parts) if known is None else known

    def _takes(self, part: Part) -> float:
        known = span_of(part, "duration").middle
        if known is not None:
            return known
        if isinstance(part, Whole):
            rest = remainder_of(part)
            left = self._takes(rest) if rest.amount.given else 0.0
            return left + sum(self._takes(inner) for inner in part.inside)
        return sum(self._step_takes(step) for step in flat((part,)))

    def _step_takes(self, step: Step) -> float:
        known = step.duration.middle
        if known is not None:
            return known
        effort = _RAMP[HARDNESS[step.hardest]]
        return (step.distance.middle or 0.0) / 1000 * self._seconds_per_km(step, effort)

    def _whole(self, part: Whole, repeated: frozenset[int]) -> Iterator[_Piece]:
        """What is inside a whole, and what is left of it around."""
        inside = [piece for inner in part.inside for piece in self._pieces(inner, repeated)]
        rest = remainder_of(part)
        effort = _RAMP[HARDNESS[rest.effort]]
        left = self._km(rest, effort) if rest.amount.given else self._left(part, inside, effort)
        before, after = around(part)
        each = left / 2 if before and after else left
        piece = _Piece(Stretch(each, effort), each * self._seconds_per_km(rest, effort), effort)
        if before and each:
            yield piece
        yield from inside
        if after and each:
            yield piece

    def _left(self, part: Whole, inside: list[_Piece], effort: str) -> float:
        if part.step.distance.middle is not None or not part.step.duration.middle:
            return max(0.0, self._km(part.step, effort) - sum(piece.stretch.km for piece in inside))
        taken = sum(piece.seconds for piece in inside)
        return max(0.0, part.step.duration.middle - taken) / (self.easy_pace * _SHARES[effort])


def _open_seconds(part: Part) -> float:
    if span_of(part, "distance").most is not None:
        return 0.0
    whole = span_of(part, "duration")
    if isinstance(part, Step | Whole):
        return whole.middle or 0.0
    return sum(step.duration.middle or 0.0 for step in flat((part,)) if step.distance.most is None)


def _surely(run: Run) -> Run:
    """The run as if it weren't left to whoever runs it."""
    return replace(run, optional=False) if run.optional else run
