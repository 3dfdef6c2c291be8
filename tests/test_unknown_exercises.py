"""Exercises that nobody knows, from the plan to the cards and what is said of them."""

from typing import Any

import pytest

import cardmaker
from cardmaker.api import Job, Order, left_out
from cardmaker.errors import PlanError
from cardmaker.handout import ExerciseCard, GymCard
from tests.kit import shared_workshop

WORKSHOP = shared_workshop()

PLAN = """\
title: Lifts
workouts:
  a:
    exercises:
      - tyre flip: 3x5 @ 80 kg
      - goblet squat: 3x8
      - circuit:
          - Sissy Squat: 3x15
          - plank: 3x40 s
      - sissy squats: 2x20
      - exercise: deadlift
        name: Trap-bar pull
        sets: 3x5
      - paused goblet squat
      - landmine-twist: 3x10
weeks:
  - mon: {strength: a}
"""


def made(text: str) -> Job:
    return WORKSHOP.make(cardmaker.load(text, name="plan.yaml"))


def cards(text: str) -> dict[str, ExerciseCard]:
    return {one.exercise: one for one in made(text).handout.exercises}


def gym(text: str) -> GymCard:
    return made(text).handout.workouts[0]


def spaced(text: str) -> str:
    return text.replace("\u00a0", " ")


def refused(text: str) -> list[str]:
    with pytest.raises(PlanError) as caught:
        cardmaker.load(text, name="plan.yaml")
    return str(caught.value).splitlines()


def test_a_bare_name_is_a_row_and_a_card() -> None:
    row = gym(PLAN).rows[0]
    assert (row.name, spaced(row.sets), row.figure) == ("Tyre flip", "3 × 5", None)
    card = cards(PLAN)["tyre-flip"]
    assert (card.name, card.tab, card.primary, card.cues, card.figure) == ("Tyre flip", "", "", (), None)
    assert spaced(card.load) == "80 kg"


def test_spellings_of_one_name_are_one_exercise() -> None:
    found = cards(PLAN)
    assert "sissy-squat" in found
    assert "sissy-squats" not in found
    assert [row.number for row in gym(PLAN).rows if "issy" in row.name] == ["03", "03"]


def test_what_is_not_known_is_not_printed() -> None:
    assert cards(PLAN)["sissy-squat"].load == ""
    assert cards(PLAN)["plank"].load == ""


def test_an_entrys_name_is_printed_for_the_exercise() -> None:
    assert cards(PLAN)["deadlift"].name == "Trap-bar pull"
    assert "Trap-bar pull" in [row.name for row in gym(PLAN).rows]
    sheet: Any = made(PLAN).handout.weeks[0]
    assert "Trap-bar pull 3" in str(sheet)


def test_check_notes_each_name_once_with_its_line() -> None:
    found = WORKSHOP.check(cardmaker.load(PLAN, name="plan.yaml"))
    assert [str(one).replace("CM105 ", "") for one in found if one.rule == "CM105"] == [
        "plan.yaml:5: 'Tyre flip' is printed by its name, with lines for cues: no exercise is called that",
        "plan.yaml:8: 'Sissy Squat' is printed by its name, with lines for cues: no exercise is called that",
        "plan.yaml:14: 'Paused goblet squat' has the cues and the figure of 'goblet-squat'",
        "plan.yaml:15: 'Landmine-twist' is printed by its name, with lines for cues: no exercise is called that",
    ]


def test_a_build_says_it_in_one_note() -> None:
    note, *_ = left_out(made(PLAN))
    assert str(note).startswith(
        "plan.yaml: no exercise is called 'Tyre flip', 'Sissy Squat' or 'Landmine-twist'; "
    )


@pytest.mark.parametrize(
    ("name", "model", "kit"),
    [
        ("barbell RDL", "romanian-deadlift", ("barbell",)),
        ("DB RDL", "romanian-deadlift", ("dumbbells",)),
        ("weighted pull-ups", "pull-up", ("pull-up-bar",)),
        ("DB reverse lunge", "reverse-lunge", ("dumbbells",)),
        ("paused goblet squat", "goblet-squat", ("dumbbell or kettlebell",)),
    ],
)
def test_a_name_with_kit_or_manner_besides_has_the_cues_of_the_exercise(
    name: str, model: str, kit: tuple[str, ...]
) -> None:
    job = made(
        PLAN.replace("tyre flip: 3x5 @ 80 kg", f"{name}: 3x5").replace("goblet squat: 3x8", f"{model}: 3x8")
    )
    first, other = (next(c for c in job.handout.exercises if c.number == n) for n in ("01", "02"))
    assert first.name == name[0].upper() + name[1:]
    assert (first.cues, first.figure) == (other.cues, other.figure)
    assert first.cues
    assert job.loaded.names.library.get(first.exercise).equipment == kit


@pytest.mark.parametrize("name", ["eccentric nordic curl", "negative pull-ups", "alternating lunges"])
def test_what_is_done_otherwise_has_lines_for_cues_of_its_own(name: str) -> None:
    card = next(iter(made(PLAN.replace("tyre flip: 3x5 @ 80 kg", f"{name}: 3x5")).handout.exercises))
    assert (card.cues, card.figure) == ((), None)


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("goblt squat: 3x8", "no exercise 'goblt squat'; did you mean 'goblet-squat'? If it is another, "),
        ("SLDL: 3x8", "'SLDL' may be 'stiff-leg deadlift' or 'single-leg deadlift'; write which"),
        ("'?!': 3x8", "'?!' has no letter or digit; write a name"),
    ],
)
def test_a_slip_is_asked_about(entry: str, message: str) -> None:
    (line,) = refused(PLAN.replace("tyre flip: 3x5 @ 80 kg", entry))
    assert line.startswith("plan.yaml:5: ")
    assert message in line


def test_an_own_exercise_needs_only_a_name() -> None:
    card = cards(PLAN + "exercises:\n  landmine-twist:\n")["landmine-twist"]
    assert (card.name, card.load, card.tab) == ("Landmine-twist", "", "")
    assert (
        cards(PLAN + "exercises:\n  landmine-twist: {name: Landmine twist}\n")["landmine-twist"].name
        == "Landmine twist"
    )


def test_like_takes_over_what_is_not_said() -> None:
    text = PLAN + "exercises:\n  landmine-twist: {like: goblet squat, primary: chest, equipment: machine}\n"
    card, model = cards(text)["landmine-twist"], cards(text)["goblet-squat"]
    assert (card.name, card.primary, card.load) == ("Landmine-twist", "Chest", "")
    assert (card.cues, card.tab, card.figure) == (model.cues, model.tab, model.figure)
    assert card.figure is not None


def test_like_another_of_ones_own_and_in_a_circle() -> None:
    own = "exercises:\n  landmine-twist: {like: b}\n  b: {like: goblet squat, cues: [Go.]}\n"
    assert [cue.text for cue in cards(PLAN + own)["landmine-twist"].cues] == ["Go."]
    lines = refused(PLAN + "exercises:\n  landmine-twist: {like: b}\n  b: {like: landmine-twist}\n")
    assert lines[0].endswith("'landmine-twist' is this exercise, or like it; name another")


def test_ones_own_may_be_like_the_bundled_one_of_its_name() -> None:
    found = cards(PLAN + "exercises:\n  goblet squat: {like: goblet squat, cues: [Hold it.]}\n")[
        "goblet-squat"
    ]
    assert ([cue.text for cue in found.cues], found.tab) == (["Hold it."], "Legs")


def test_unknown_keys_are_still_reported() -> None:
    assert refused(PLAN + "exercises:\n  landmine-twist: {muscles: [chest], cuse: [Go.]}\n") == [
        "plan.yaml:19: exercises.landmine-twist.muscles: unknown key 'muscles'; did you mean 'primary'?",
        "plan.yaml:19: exercises.landmine-twist.cuse: unknown key 'cuse'; did you mean 'cues'?",
    ]


@pytest.mark.parametrize("section", ["arms", "full body", "Full-body", "conditioning"])
def test_further_sections_have_a_tab_in_decks_that_use_them(section: str) -> None:
    found = cards(PLAN + f"exercises:\n  landmine-twist: {{section: {section}}}\n")
    tab = section.replace("-", " ").capitalize()
    assert (found["landmine-twist"].tab, found["landmine-twist"].slot, found["plank"].slots) == (tab, 5, 6)
    assert cards(PLAN)["plank"].slots == 5


@pytest.mark.parametrize(
    "look",
    [
        *("{stock: a5}", "{stock: a6}", "{stock: a8}", "{stock: poker}", "{stock: business-eu}"),
        *("{theme: large-print, stock: a5}", "{theme: low-ink}", "{faces: {exercise: words}}"),
    ],
)
def test_there_are_lines_for_ones_own_cues_on_every_face(look: str) -> None:
    text = PLAN + "exercises:\n  landmine-twist: {name: Landmine press}\n"
    files = cardmaker.build(cardmaker.load(f"{text}print: {look}\n", name="plan.yaml"), form="svg")
    front = next(data for name, data in files.items() if name.startswith("cards-01") and "front" in name)
    known = next(data for name, data in files.items() if name.startswith("cards-02") and "front" in name)
    assert (b"My cues" in front, b"My cues" in known) == (True, False)


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ("superst: [squat, plank]", "unknown key 'superst'; did you mean 'superset'?"),
        ("exercice: squat", "unknown key 'exercice'; did you mean 'exercise'?"),
        ("rest: 90 s", "'rest' is no exercise; write it with one, as in '- squat: 3x10, rest 90 s'"),
        ("{nots: hello, belt press: 3x8}", "unknown key 'nots'; did you mean 'note'?"),
    ],
)
def test_a_key_that_is_no_exercise_does_not_become_one(entry: str, message: str) -> None:
    (line,) = refused(PLAN.replace("tyre flip: 3x5 @ 80 kg", entry))
    assert line.startswith("plan.yaml:5: ")
    assert line.endswith(message)


def test_a_name_alone_names_the_exercise() -> None:
    assert (
        gym(PLAN.replace("tyre flip: 3x5 @ 80 kg", "{name: tyre flip, sets: 3x5}")).rows[0].name
        == "Tyre flip"
    )


def test_a_long_name_takes_two_lines_of_a_gym_card() -> None:
    text = PLAN.replace("tyre flip", "Half-kneeling single-arm landmine press with pause")
    files = cardmaker.build(cardmaker.load(text, name="plan.yaml"), Order(parts=("gym",)), form="svg")
    assert b"Half-kneeling single-arm" in files["gym-01-a-1-of-2.svg"]


OWN_NAMES = """\
title: Lifts
workouts:
  a:
    exercises:
      - barbell curl: 3x10
      - one-arm DB row: 3x10/side
      - high bar squat: 5x5 @ 75%
      - exercise: rope pushdown
        name: Pushdown, rope
        sets: 3x12
      - RDL: 3x8
  b:
    exercises:
      - dumbbell curl: 2x12
      - one-arm DB row: 2x12/side
weeks:
  - mon: {strength: a}
    thu: {strength: b}
athlete: {lifts: {back squat: 140 kg}}
"""


def test_a_name_that_says_more_than_that_of_its_exercise_is_printed() -> None:
    job = made(OWN_NAMES)
    rows = {row.name: spaced(row.load) for row in job.handout.workouts[0].rows}
    assert list(rows) == [
        "Barbell curl",
        "One-arm DB row",
        "High bar squat",
        "Pushdown, rope",
        "Romanian deadlift",
    ]
    assert rows["High bar squat"] == "105"
    assert [row.name for row in job.handout.workouts[1].rows] == ["Dumbbell curl", "One-arm DB row"]


def test_a_card_has_the_name_that_all_of_its_uses_have() -> None:
    named = {exercise: card.name for exercise, card in cards(OWN_NAMES).items()}
    assert named["biceps-curl"] == "Biceps curl"
    assert named["dumbbell-row"] == "One-arm DB row"
    assert named["triceps-pushdown"] == "Pushdown, rope"
