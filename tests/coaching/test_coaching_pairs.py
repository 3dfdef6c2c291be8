"""Each rule has a plan that trips it and one that just doesn't: the two differ in one place, at the rule's edge."""

from typing import NamedTuple

import pytest

from cardmaker.coaching.catalogue import RULES
from tests.coaching.coaching_kit import of, weeks


class Pair(NamedTuple):
    """A plan with a gap, what trips the rule there, and what just doesn't."""

    plan: str
    trips: str
    spares: str

    def with_gap(self, filled: str) -> str:
        assert self.plan.count("GAP") == 1
        return self.plan.replace("GAP", filled)


def day(content: str, **more: str) -> str:
    """A plan of one week."""
    return weeks(f"{{{content}}}", **more)


def gym(exercises: str, *, head: str = "") -> str:
    """A plan of one workout, on no day."""
    return f"title: Plan\n{head}workouts: {{a: {{exercises: [{exercises}]}}}}\n"


def done(exercises: str, days: str = "mon", head: str = "") -> str:
    """A plan of one week, with a workout on some days."""
    return day(
        f"'{days}': {{strength: a}}", workouts=f"workouts: {{a: {{exercises: [{exercises}]}}}}\n", head=head
    )


RUNS = "{tue: {run: 5 km tempo}, sat: {run: 25 km easy}}"
PAIRS = {
    "CM101": Pair(day("mon: {strength: legs}, thu: {GAP}"), "rest: ''", "strength: light"),
    "CM102": Pair(gym("squat: 3x8") + "exercises: {GAP: {name: Mine}}\n", "wild thing", "squat"),
    "CM103": Pair(gym("squat: 3x8") + "pictures: {GAP: own.jpg}\n", "plank", "squat"),
    "CM104": Pair(gym("plank: 3x10GAP"), "", " s"),
    "CM105": Pair(gym("GAP: 3x10"), "wild thing", "squat"),
    "CM107": Pair(weeks("{name: Race week, sun: {run: 10 km GAP}}", workouts=""), "easy", "race"),
    "CM108": Pair(gym("goblet-squat: 3x8GAP"), "", " 16 kg"),
    "CM109": Pair("workouts: {a: {name: Upper body, exercises: [GAP: 3x8]}}\n", "squat", "push-up"),
    "CM110": Pair(gym("side-plank: 2x30 sGAP"), "", "/side"),
    "CM111": Pair(gym("bench-press: 3x8 60 kg", head="equipment: [barbellGAP]\n"), "", ", bench"),
    "CM201": Pair(weeks("{tue: {run: 20 km easy}}", "{tue: {run: GAP km easy}}", workouts=""), "22.5", "22"),
    "CM202": Pair(weeks(*(f"{{tue: {{run: {km} km easy}}}}" for km in (20, 22, "GAP")), workouts=""), "26.5", "26"),
    "CM203": Pair(weeks("{tue: {run: 10 km easy}}", "{tue: {run: GAP km easy}}", workouts=""), "11.5", "11"),
    "CM204": Pair(day("tue: {run: 6 km tempo}, wed: {run: 6 km GAP}", workouts=""), "tempo", "steady"),
    "CM205": Pair(day("mon-sat: {run: 5 km easy}, sun: {GAP}"), "run: 5 km easy", "recovery: 20 min walk"),
    "CM206": Pair(
        weeks(*[RUNS] * 4, "{tue: {run: GAP km easy}, sun: {run: 10 km race}}", workouts=""), "17.9", "17.7"
    ),
    "CM207": Pair(
        weeks(*["{sun: {run: 6 km tempo}}"] * 4, "{GAP: {run: 6 km easy}}", "{sun: {run: 6 km easy}}",
              "{sun: {run: 10 km race}}", workouts=""),
        "sun", "sun: [{run: 3 km tempo}], sat",
    ),
    "CM208": Pair(
        day("thu: {strength: a}, sun: {run: 10 km race}", workouts="workouts: {a: {exercises: [squat: 3x5 @ GAP]}}\n"),
        "80%", "79%",
    ),
    "CM301": Pair(day("'mon, wedGAP': {strength: light}", head="athlete: {level: beginner}\n"), ", fri", ""),
    "CM302": Pair(day("thu: [GAP]"), "{strength: legs}, {run: 5 km easy}", "{run: 5 km easy}, {strength: legs}"),
    "CM303": Pair(done("squat: 3x8, romanian-deadlift: 3x8, plank: 2x30 s, GAP: 3x12"), "push-up", "calf-raise"),
    "CM304": Pair(done("squat: 4x8", days="mon, GAP"), "tue", "wed"),
    "CM305": Pair(
        weeks("{repeat: 2, mon: {strength: a}}",
              workouts="workouts: {a: {exercises: [squat: 3x8 60 kg -> 3x8 GAP kg]}}\n"),
        "67", "66",
    ),
    "CM306": Pair(
        weeks("{mon: {strength: legs}}", "{mon: {GAP}}", "{mon: {strength: legs}}"), "run: 5 km easy", "strength: light"
    ),
    "CM307": Pair(done("squat: 3x8", days="monGAP"), "", ", thu"),
    "CM308": Pair(day("mon: {strength: legs}, GAP: {run: 5 km tempo}"), "tue", "wed"),
    "CM309": Pair(done("push-up: GAPx8, band-row: 2x8"), "5", "4"),
    "CM310": Pair(gym("calf-raise: 3x8 leftGAP"), "", ", calf-raise: 3x8 right"),
    "CM311": Pair(done("push-up: GAPx8", days="mon, thu"), "11", "10"),
    "CM312": Pair(gym("goblet-squat: 3xGAP"), "31", "30"),
    "CM313": Pair(gym("GAP: 3x5", head="athlete: {level: beginner}\n"), "pistol-squat", "push-up"),
}  # fmt: skip
ELSEWHERE = {"CM106"}
"""What trips it is a folder of words, in test_coaching_untranslated.py, and not a plan."""


def test_every_rule_has_a_pair() -> None:
    assert PAIRS.keys() | ELSEWHERE == {rule.code for rule in RULES}


@pytest.mark.parametrize("code", PAIRS)
def test_one_plan_trips_a_rule_and_its_neighbour_does_not(code: str) -> None:
    pair = PAIRS[code]
    assert of(code, pair.with_gap(pair.trips))
    assert of(code, pair.with_gap(pair.spares)) == []
