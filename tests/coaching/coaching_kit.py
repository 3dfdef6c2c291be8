"""Plans written as text → what the rules of training say of them."""

from cardmaker.coaching.catalogue import RULES, advise
from cardmaker.coaching.facts import Facts
from cardmaker.coaching.rule import Advice
from tests.resolve.resolve_kit import read

WORKOUTS = """\
workouts:
  legs: {exercises: [squat: 3x8 @ RPE 7, romanian-deadlift: 3x8 @ RPE 7, calf-raise: 3x12, plank: 3x30 s]}
  light: {exercises: [plank: 3x30 s, dead-bug: 3x8/side]}
"""


def advice(text: str) -> tuple[Advice, ...]:
    """All that the rules say of a plan."""
    plan, names = read(text if "title:" in text else f"title: Plan\n{text}")
    return advise(Facts(plan, names.library))


def of(code: str, text: str) -> list[str]:
    """What one rule says of a plan."""
    assert any(rule.code == code for rule in RULES), code
    return [one.message for one in advice(text) if one.rule == code]


def weeks(*written: str, workouts: str = WORKOUTS, head: str = "") -> str:
    """A plan of weeks, each as '{mon: …}'."""
    lines = "\n".join(f"  - {one}" for one in written)
    return f"title: Plan\n{head}weeks:\n{lines}\n{workouts}"
