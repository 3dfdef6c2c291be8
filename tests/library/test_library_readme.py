"""The readme next to the exercises names every key and word there is."""

import re
from dataclasses import fields

import pytest

from cardmaker import assets
from cardmaker.library.equipment import EQUIPMENT, HOUSEHOLD
from cardmaker.library.exercise import Cue, Exercise, Mistake
from cardmaker.library.muscles import MUSCLES
from cardmaker.library.vocabulary import JOINTS, SECTIONS, SIDES

README = (assets.templates("exercises") / "README.md").read_text(encoding="utf-8")


def paragraph(title: str) -> set[str]:
    found = re.search(rf"\*\*{title}\*\*:(.*?)(\n\n|\Z)", README, re.DOTALL)
    assert found
    return set(re.findall(r"[a-z-]+", found.group(1)))


@pytest.mark.parametrize(
    ("title", "known"),
    [("Muscles", set(MUSCLES.terms)), ("Equipment", set(EQUIPMENT.terms)), ("Joints", {*JOINTS, *SIDES})],
)
def test_all_words_are_listed(title: str, known: set[str]) -> None:
    assert known <= paragraph(title)


def test_no_muscle_is_listed_that_is_not_known() -> None:
    assert paragraph("Muscles") == set(MUSCLES.terms)


def test_household_things_are_told_apart() -> None:
    found = re.search(r"and ([a-z, ]+), which every household has", README)
    assert found
    assert set(found.group(1).split(", ")) == HOUSEHOLD


def test_all_keys_and_sections_are_reported() -> None:
    coded = set(re.findall(r"`([a-z_ ]+)`", README))
    keys = {one.name for model in (Exercise, Cue, Mistake) for one in fields(model)}
    assert {*keys, *SECTIONS} <= coded
