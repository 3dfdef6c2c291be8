"""What week sheets say of runs, and of other endurance sessions: how they are run, and their profiles."""

from functools import cached_property

from cardmaker.handout.cards import Rich
from cardmaker.handout.stretches import Scale, Stretch
from cardmaker.record import record

_LONG_TITLE = 24
"""Letters of a title that leave no room for a bar next to it: about 45 mm of a column of 80."""
_LETTER, _KM = 1.8, 1.7
"""A letter of a title, and a km of a bar, in a tight week, mm."""
_TITLE_AND_BAR = 54.0
"""How much room both have in its column, mm."""


@record
class RunStep:
    """A part of a run: how far or long it is or how often, '' where its *text* begins otherwise, and what it is."""

    lead: str
    text: Rich


@record(slots=False)
class RunSession:
    """A run, or another endurance session without a profile.

    *km* is how long it is, with an estimate of what is run by time; of another *sport* than running, how far one
    runs in that time.
    """

    title: str
    distance: str
    unit: str
    profile: tuple[Stretch, ...]
    lines: tuple[Rich, ...]
    km: float = 0.0
    effort: str = "easy"
    tick: bool = True
    sport: str = ""
    race: bool = False
    leads: tuple[str, ...] = ()
    """What its first lines begin with: '2 km', '6 ×'."""
    scale: Scale | None = None

    @property
    def wordy(self) -> bool:
        """Whether its title wants a line for itself."""
        return len(self.title) > _LONG_TITLE

    @property
    def crowded(self) -> bool:
        """Whether its title and its bar are too long for one line of a tight week."""
        drawn = sum(stretch.km for stretch in self.profile)
        return self.wordy or len(self.title) * _LETTER + drawn * _KM > _TITLE_AND_BAR

    @property
    def ground(self) -> bool:
        """Whether it covers ground, or may: foam rolling has neither a distance nor a heart rate to write down."""
        return bool(self.distance or self.profile) or self.asks

    @property
    def asks(self) -> bool:
        """Whether its title asks to be completed by hand: 'What:'."""
        return self.title.endswith(":") and not self.wordy and not self.distance

    @cached_property
    def steps(self) -> tuple[RunStep, ...]:
        """Its parts, each apart from what it begins with; of a run of one stretch all its lines."""
        if not self.leads:
            return tuple(RunStep("", line) for line in self.lines)
        return tuple(_step(line, lead) for line, lead in zip(self.lines, self.leads, strict=False))

    @property
    def remarks(self) -> tuple[Rich, ...]:
        """Its lines after those of its parts."""
        return self.lines[len(self.leads) :] if self.leads else ()

    @property
    def led(self) -> bool:
        """Whether any of its steps has an amount of its own."""
        return any(step.lead for step in self.steps)

    @cached_property
    def brief(self) -> Rich:
        """All its lines in one paragraph."""
        parts = [
            ((" · ", False), *line.parts) if place else line.parts for place, line in enumerate(self.lines)
        ]
        return Rich(tuple(part for line in parts for part in line))


def _step(line: Rich, lead: str) -> RunStep:
    (text, strong), *others = line.parts
    if not lead or not text.startswith(lead):
        return RunStep("", line)
    return RunStep(lead, Rich(((text[len(lead) :].lstrip(), strong), *others)))
