"""A step being read, what is known from where it is, and steps with the words around them."""

from dataclasses import dataclass, field, replace

from cardmaker.namedtuple import NamedTuple
from cardmaker.plan.quantity import Quantity
from cardmaker.plan.runs.effortphrases import Phrase, phrase_of
from cardmaker.plan.runs.efforts import AIMED, Effort
from cardmaker.plan.runs.lexer.tokens import Bare
from cardmaker.plan.runs.record import Step
from cardmaker.plan.runs.targets import Pace, Target


class Where(NamedTuple):
    """What is known of a step from where it is: in a repeat, as a recovery, inside a whole of some *unit*."""

    repeat: bool = False
    recovery: bool = False
    unit: str = ""
    behind: bool = False
    """Directly behind repeats, where a recovery may be written."""


@dataclass
class StepDraft:
    """A step being read."""

    amount: Quantity | None = None
    bare: Bare | None = None
    clock: Quantity | None = None
    metres: Quantity | None = None
    said: list[tuple[str, Phrase]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    role: str = ""
    pace: Pace | None = None
    targets: list[Target] = field(default_factory=list)
    split: Quantity | None = None
    also: Quantity | None = None
    climb: Quantity | None = None
    counted: str = ""
    """The word directly behind a number without a unit, if it isn't known: '4 laps'."""
    to: Effort = ""
    led: str = ""
    paced: bool = False
    equal: bool = False
    between: bool = False
    between_all: bool = False
    """Whether it comes between the intervals, all of them as far as is said."""
    between_sets: bool = False
    other: bool = False
    """Whether it names what isn't run."""
    aside: bool = False
    """Whether what it names is never run, as cycling: 'strength' also names hard running."""

    @property
    def has_figure(self) -> bool:
        """Whether it has an amount, settled or not."""
        return any(x is not None for x in (self.amount, self.bare, self.clock, self.metres))

    @property
    def efforts(self) -> tuple[Effort, ...]:
        """The efforts said so far."""
        return tuple(phrase.effort for _, phrase in self.said)


def noted(*notes: str) -> str:
    """Free words in one line, without the quotes that mark them."""
    plain = (note.translate({0x201C: '"', 0x201D: '"'}) for note in notes)
    return ", ".join(dict.fromkeys(filter(None, map(_stripped, plain))))


def _stripped(note: str) -> str:
    """*note* without the signs around it, unless it has nothing else, ':-)', or they are of a time, ':30'."""
    words = note.strip(" ,;-/:")
    if f":{words[:2]}" in note[:4] and words[:2].isdigit():
        return f":{words}"
    return words if words[1:] or words.isalnum() else note.strip(" ,;")


def with_words(step: Step, other: Step) -> Step:
    """*step*, with what *other* says where it says nothing itself."""
    effort, said = (step.effort, step.said) if step.effort or step.said else (other.effort, other.said)
    effort = effort or other.effort  # 'long run: 2 h hilly'
    if (
        step.said
        and other.effort in AIMED
        and (phrase := phrase_of(step.said.lower()))
        and phrase.sort == "kind"
    ):
        effort, said = other.effort, step.said  # 'uphill (jog down) @ 10k'
    return replace(
        step,
        effort=effort,
        said=said,
        pace=step.pace or other.pace,
        targets=step.targets or other.targets,
        to=step.to or (other.to if (effort, said) == (other.effort, other.said) else ""),
        also=step.also or other.also,
        note=noted(step.note, other.note),
    )
