"""What is printed in English in a plan of another language is said by the check, once for all it is true of."""

from pathlib import Path

from cardmaker import assets
from cardmaker.api import check

PLAN = """title: Woche
language: xx
workouts:
  a:
    exercises: [squat: 3x8, lunge: 3x8, plank: 3x30 s]
  b:
    exercises: [Kniebeuge: 3x8]
weeks:
  - mon: {strength: a}
    tue: {strength: b}
"""
ENGLISH = (assets.templates("wording") / "en.yaml").read_text("utf-8")
LANGUAGE = (
    ENGLISH.partition("units:")[0].replace("language: en", "language: xx") + "labels: {coach: Trainer}\n"
)
SQUAT = "name: Kniebeuge\ncues: [A., B., C., D.]\n"


def reported(folder: Path, *, words: str = "") -> list[str]:
    """What the check says of the plan's language."""
    (folder / "wording" / "xx").mkdir(parents=True)
    (folder / "wording" / "xx.yaml").write_text(LANGUAGE, "utf-8")
    if words:
        (folder / "wording" / "xx" / "squat.yaml").write_text(words, "utf-8")
    found = check(PLAN, templates=[folder])
    assert not [one for one in found if one.level == "error"], found
    return [str(one) for one in found if "English" in str(one)]


def test_exercises_without_words_are_named_together(tmp_path: Path) -> None:
    lines = reported(tmp_path, words=SQUAT)
    assert lines[0] == "plan:2: CM106 printed in English, as 'xx' has no words for it: 'lunge', 'plank'"
    assert lines[1].startswith(
        "plan:2: CM106 of 'squat' 'xx' lacks, and says in English: start, mistakes, easier"
    )
    assert lines[2].startswith("plan:2: CM106 'xx' lacks, and says in English: units.km: 'km', ")
    assert " others" in lines[2]
    assert "coach" not in lines[2]


def test_a_language_that_has_all_words_is_not_remarked_on() -> None:
    assert not [one for one in check(PLAN.replace("language: xx", "language: de")) if "CM106" in str(one)]
    assert not [one for one in check(PLAN.replace("language: xx", "language: en")) if "CM106" in str(one)]
