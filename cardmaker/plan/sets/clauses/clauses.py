"""What may follow the work: one clause after the other."""

from collections.abc import Callable
from typing import Final

from cardmaker.plan.sets.clauses.efforts import effort
from cardmaker.plan.sets.clauses.holds import hold
from cardmaker.plan.sets.clauses.repeats import repeat, times
from cardmaker.plan.sets.clauses.rests import rest
from cardmaker.plan.sets.clauses.roles import fives, last_set, quoted, role, up_to
from cardmaker.plan.sets.clauses.sides import one_side, sides
from cardmaker.plan.sets.clauses.techniques import failure, most, technique
from cardmaker.plan.sets.clauses.tempos import tempo
from cardmaker.plan.sets.draft import SetsDraft
from cardmaker.plan.sets.namedloads import named_load
from cardmaker.plan.sets.signedloads import signed

_CLAUSES: Final[tuple[Callable[[SetsDraft], bool], ...]] = (
    quoted,
    fives,
    up_to,
    repeat,
    times,
    last_set,
    role,
    sides,
    one_side,
    technique,
    rest,
    tempo,
    effort,
    failure,
    most,
    hold,
    named_load,
    signed,
)


def clause(draft: SetsDraft) -> bool:
    """Take a clause that begins with a word or a sign; False, and nothing, if there is none."""
    return any(read(draft) for read in _CLAUSES)
