"""A rule of training: what it looks for, why, what to do about it, and how good its evidence is."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from cardmaker.record import record

if TYPE_CHECKING:
    from cardmaker.coaching.facts import Facts

Severity = Literal["warning", "note"]
Evidence = Literal["strong", "moderate", "weak", "practice", "oversight"]
"""Strong: several trials or a large cohort agree. Moderate: a standard text, or one good study. Weak: what was found is
uncertain. Practice: coaches do so, nobody has shown it. Oversight: no matter of training, but likely a slip."""

Path = tuple[str | int, ...]
Found = tuple[Path, str]
"""Where in the plan something is, and what it is, in figures."""


@record
class Advice:
    """Something to look at: the path of its field in the plan, what it is, and the code of its rule."""

    field: Path
    message: str
    rule: str = ""
    severity: Severity = "note"


@record
class Rule:
    """One rule. *look* yields what a plan has of it; *principle* is the article's principle that it is, if one."""

    code: str
    name: str
    title: str
    why: str
    remedy: str
    source: str
    evidence: Evidence
    look: "Callable[[Facts], Iterator[Found]]"
    severity: Severity = "note"
    principle: str = ""


def weeks_in_words(weeks: list[int]) -> str:
    """'week 3', 'weeks 1 to 4 and 6', of weeks that are counted from 0 and rise."""
    runs: list[list[int]] = []
    for week in weeks:
        if runs and week == runs[-1][-1] + 1:
            runs[-1].append(week)
        else:
            runs.append([week])
    spans = [
        f"{run[0] + 1}"
        if len(run) == 1
        else f"{run[0] + 1}{' to ' if len(run) > 2 else ' and '}{run[-1] + 1}"
        for run in runs
    ]
    return f"week{'s' * (len(weeks) > 1)} {all_of(spans)}"


def all_of(words: Sequence[str]) -> str:
    """'a, b and c'."""
    *firsts, last = words
    return f"{', '.join(firsts)} and {last}" if firsts else last
