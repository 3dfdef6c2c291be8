"""wger's routines, and exercises of wger and free-exercise-db → plans, and files for a plan's library."""

import json
from pathlib import Path
from typing import Any

from cardmaker.importing.libraries import is_library, read_library
from cardmaker.library.library import open_library
from cardmaker.plan.workouts import Entry, Superset
from tests.importing.kit import made


def _configs(**values: Any) -> dict[str, Any]:
    return {
        f"{name}_configs": [
            {"iteration": n, "value": str(value), "operation": "r"} for n, value in enumerate(many, 1)
        ]
        for name, many in values.items()
    }


ROUTINE = {
    "name": "Two days",
    "description": "For the winter.",
    "start": "2027-03-01",
    "days": [
        {
            "order": 1,
            "name": "Legs",
            "is_rest": False,
            "slots": [
                {
                    "comment": "slowly",
                    "entries": [
                        {
                            "exercise": {"name": "Squat"},
                            "weight_unit": 1,
                            "comment": "",
                            **_configs(
                                set_nr=[3, 4],
                                repetitions=[8],
                                max_repetitions=[10],
                                weight=["60.00"],
                                rest=[90],
                            ),
                        }
                    ],
                },
                {
                    "entries": [
                        {"exercise": 192, "repetition_unit": 3, **_configs(set_nr=[2], repetitions=[30])},
                        {"exercise": {"name": "Plank"}, **_configs(set_nr=[2])},
                    ]
                },
            ],
        },
        {"order": 2, "name": "Rest", "is_rest": True, "slots": []},
    ],
}


def test_a_routine() -> None:
    found = made(json.dumps(ROUTINE), "routine.json")
    assert (found.plan.title, str(found.plan.start), len(found.plan.weeks)) == ("Two days", "2027-03-01", 2)
    first, second = (found.plan.workouts[found.day(week, "mon")[0][1]].entries for week in (0, 1))
    assert [str(entry.sets or "") for entry in first] == ["3x8-10 60 kg, rest 90 s", "2x30 s", ""]
    assert str(second[0].sets) == "4x8-10 60 kg, rest 90 s"
    assert [entry.note for entry in first] == ["slowly", "", "sets: 2"]
    alone, together = found.plan.workouts[found.day(0, "mon")[0][1]].exercises
    assert isinstance(alone, Entry) and isinstance(together, Superset)
    assert [entry.exercise for entry in together.entries] == ["wger-192", "plank"]
    assert found.day(0, "tue") == [("rest", "")]
    assert any("write their names for wger 192" in line for line in found.said)


def test_figures_under_other_names_are_kept_in_words() -> None:
    entry = {"id": 7, "exercise": {"name": "Squat"}, "weight_unit": 1, "series": 3, "times": "8"}
    found = made(json.dumps({"days": [{"name": "Legs", "slots": [{"entries": [entry]}]}]}), "routine.json")
    (squat,) = found.plan.workouts[found.day(0, "mon")[0][1]].entries
    assert (squat.sets, squat.note) == (None, "series: 3; times: 8")


def test_figures_inside_other_names_are_kept_in_words() -> None:
    entry = {"exercise": {"name": "Squat"}, "configs": [{"sets": 4, "reps": 8}], "set_nr": [1, 2]}
    found = made(
        json.dumps({"name": "x", "days": [{"name": "A", "slots": [{"entries": [entry]}]}]}), "r.json"
    )
    (workout,) = found.plan.workouts.values()
    assert workout.entries[0].note == "configs: sets 4, reps 8; set_nr: 1, 2"


def test_what_has_no_place_in_the_sets_of_a_date_is_kept() -> None:
    one = {"exercise": 5, "exercise_name": "Squat", "sets": 3, "reps": 8, "weight": 60, "weight_unit": 4}
    day = {"date": "2027-03-01", "day": {"name": "Legs"}, "slots": [{"sets": [one]}]}
    found = made(json.dumps([day]), "routine.json")
    (squat,) = found.plan.workouts[found.day(0, "mon")[0][1]].entries
    assert (str(squat.sets), squat.note) == ("3x8", "weight: 60")


def test_a_routine_by_date() -> None:
    days = [
        {
            "date": "2027-03-03",
            "day": {"name": "Arms", "is_rest": False},
            "slots": [
                {
                    "sets": [
                        {"exercise": 4, "sets": 3, "repetitions": "12.00", "weight": "8", "weight_unit": 1}
                    ]
                }
            ],
        },
        {"date": "2027-03-04", "day": {"name": "Rest", "is_rest": True}, "slots": []},
    ]
    found = made(json.dumps(days), "days.json")
    ((kind, key),) = found.day(0, "wed")
    assert (kind, str(found.plan.workouts[key].entries[0].sets)) == ("strength", "3x12 8 kg")
    assert found.day(0, "thu") == [("rest", "")]


FREE = [
    {
        "name": "Step hop",
        "category": "strength",
        "equipment": "body only",
        "primaryMuscles": ["calves"],
        "secondaryMuscles": ["abdominals", "neck"],
        "instructions": ["Stand tall. Look ahead.", "Hop onto the step, landing on the whole foot.", "Step down."],
        "images": ["Step_hop/0.jpg"],
    },
    {"name": "Long reach", "category": "stretching", "equipment": "other", "primaryMuscles": ["lats"],
     "instructions": ["x" * 90]},
    {"name": "Step hop", "instructions": []},
]  # fmt: skip

WGER = {
    "results": [
        {
            "category": {"name": "Abs"},
            "muscles": [{"name": "Rectus abdominis", "name_en": "Abs"}],
            "muscles_secondary": [],
            "equipment": [{"name": "Gym mat"}],
            "license": {"short_name": "CC-BY-SA 4", "url": "https://creativecommons.org/licenses/by-sa/4.0/"},
            "license_author": "a member",
            "translations": [
                {"language": 1, "name": "Rolle"},
                {
                    "language": 2,
                    "name": "Roll-out: long",
                    "description": "<p>Kneel.</p><ul><li>Roll &amp; breathe.</li><li>Return.</li></ul>",
                    "aliases": [{"alias": "Wheel, slow"}],
                },
            ],
        }
    ]
}


def _files(data: object, folder: Path) -> Path:
    text = json.dumps(data)
    assert is_library(text)
    for stem, content in read_library(text, "db.json").files.items():
        (folder / f"{stem}.yaml").write_text(content)
    return folder


def test_exercises_of_free_exercise_db(tmp_path: Path) -> None:
    library = open_library([_files(FREE, tmp_path)])
    hop = library.get("step-hop")
    assert (hop.name, hop.section, hop.primary, hop.secondary) == ("Step hop", "legs", ("calves",), ("abs",))
    assert hop.equipment == ()
    assert [cue.text for cue in hop.cues] == [
        "Stand tall.",
        "Hop onto the step, landing on the whole foot.",
        "Step down.",
    ]
    text = (tmp_path / "step-hop.yaml").read_text()
    assert "public domain by the Unlicense" in text
    assert "# Stand tall. Look ahead." in text and "neck" in text
    reach = library.get("long-reach")
    assert (reach.section, reach.measure, reach.cues, reach.equipment) == ("mobility", "hold", (), None)
    assert "x" * 90 in (tmp_path / "long-reach.yaml").read_text()


def test_what_is_left_out_is_reported() -> None:
    found = read_library(json.dumps([*FREE, {"name": "!", "instructions": []}]), "db.json")
    assert [remark.at for remark in found.remarks] == ["Long reach", "Step hop", "exercise 4"]


def test_exercises_of_wger(tmp_path: Path) -> None:
    roll = open_library([_files(WGER, tmp_path)]).get("roll-out-long")
    assert (roll.name, roll.aliases, roll.primary, roll.equipment) == (
        "Roll-out: long",
        ("Wheel, slow",),
        ("abs",),
        ("mat",),
    )
    assert [cue.text for cue in roll.cues] == ["Kneel.", "Roll & breathe.", "Return."]
    first = (tmp_path / "roll-out-long.yaml").read_text().splitlines()[0]
    assert (
        first
        == "# From wger (wger.de), by a member; CC-BY-SA 4, https://creativecommons.org/licenses/by-sa/4.0/."
    )


def test_a_slip_in_a_name_is_kept_as_it_is_written() -> None:
    found = made("Day,Exercise,Sets,Reps\nMon,Sqaut,3,8\nMon,Bench press,3,8\n")
    assert "sqaut: {name: Sqaut}" in found.imported.text
    assert any("did you mean 'squat'? It is put under 'exercises:'" in line for line in found.said)
    assert [entry.exercise for entry in next(iter(found.plan.workouts.values())).entries] == [
        "sqaut",
        "bench-press",
    ]


def _routine(days: list[dict[str, Any]], **more: Any) -> str:
    return json.dumps({"name": "x", "days": days, **more})


def _lifting(name: str, **entry: Any) -> dict[str, Any]:
    exercise = {"exercise": {"name": "Squat"}, "weight_unit": 2, **entry}
    return {"name": name, "is_rest": False, "slots": [{"entries": [exercise]}]}


def test_kinds_of_sets_and_changes_from_week_to_week() -> None:
    steady = {"iteration": 2, "value": "5", "operation": "+", "repeat": True}
    weight = [{"iteration": 1, "value": "100", "operation": "r"}, steady]
    day = _lifting("A", type="dropset", weight_configs=weight, **_configs(sets=[3], repetitions=[9]))
    found = made(_routine([day], start="2027-03-01", end="2027-03-21"), "r.json")
    keys = [found.day(week, "mon")[0][1] for week in range(3)]
    assert [str(found.plan.workouts[key].entries[0].sets) for key in keys] == [
        f"3x9 {weight} lb, drop set" for weight in (100, 105, 110)
    ]
    slow = _lifting("B", type="tut", **_configs(sets=[2], repetitions=[7]))
    found = made(_routine([slow]), "r.json")
    assert found.plan.workouts[found.day(0, "mon")[0][1]].entries[0].note == "time under tension"


def test_days_that_go_on_and_on_dont_begin_again_with_each_week() -> None:
    days = [
        _lifting("A", **_configs(sets=[3], repetitions=[9])),
        {"name": "Rest", "is_rest": True, "slots": []},
    ]
    found = made(_routine(days, start="2027-03-03", end="2027-03-12", fit_in_week=False), "r.json")
    lifting = [
        (week, day)
        for week in range(len(found.plan.weeks))
        for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
        if any(kind == "strength" for kind, _ in found.day(week, day))
    ]
    assert lifting == [(0, "wed"), (0, "fri"), (0, "sun"), (1, "tue"), (1, "thu")]
