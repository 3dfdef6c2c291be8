"""Files of a roster are byte for byte those of single builds, whoever's were made before with the same maker."""

import random
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from cardmaker import assets
from cardmaker.api import Workshop
from cardmaker.pipeline import Order
from cardmaker.roster.entry import RosterEntry
from cardmaker.roster.making import PersonalMaker
from cardmaker.roster.opening import OpenRoster, open_roster
from tests.roster.kit import garbage, opened, source

PLAN = """
title: "Four weeks for {goal}"
weeks:
  - tue: [{run: 6 x 400 m @ 5k w/ 200 m jog}, {strength: legs}]
    thu: [{run: 8 km easy}]
    note: "Mind {goal}."
workouts:
  legs: {name: Legs, exercises: [squat: 3x8 60 kg, plank: 2x40 s, superset: [lunge: 2x8, push-up: 2x10]]}
"""
HEADINGS = "Name,Goal,5k time,Squat load,Lunge load,Language,Units,Paper,Start,Note,Swap,Leave out".replace(
    ",", "\t"
)
PLANS = sorted(assets.templates("plans").glob("*.yaml"))
NAMES = ("Runner 1", "Runner with a name of eleven words that is longer than lines are", "Ü. Ğ", "R")


def _rows(count: int, seed: int) -> Iterator[str]:
    """Rows that are alike in some of their columns, and of which some ask for other pages."""
    draw = random.Random(seed)
    for number in range(count):
        minutes = draw.randint(17, 34)
        yield "\t".join(
            (
                f"{draw.choice(NAMES)} {number}",
                draw.choice(("10 km", "the half marathon in spring, with hills in it")),
                draw.choice(("", f"{minutes}:{draw.randint(0, 59):02d}")),
                draw.choice(("", "40 kg", "102.5 kg")),
                draw.choice(("", "8 kg", "12 kg")),
                draw.choice(("", "", "de")),
                draw.choice(("", "", "imperial")),
                draw.choice(("", "", "letter")),
                draw.choice(("", "2027-03-01")),
                draw.choice(("", "Take care of the left knee; stop where it hurts, and tell us.")),
                draw.choice(("", "", "push-up -> bench press")),
                draw.choice(("", "", "plank")),
            )
        )


def _alone(found: OpenRoster, entry: RosterEntry) -> bytes:
    """The file that a single build makes, with nothing laid out before."""
    maker = PersonalMaker(
        Workshop(), found.source, found.maker.placeholders, found.order, found.roster.source
    )
    return maker.file(replace(entry)).data


def _differing(found: OpenRoster) -> list[str]:
    assert not found.roster.problems
    together = [(entry, found.maker.file(entry).data) for entry in found.roster.entries]
    return [entry.name for entry, data in together if data != _alone(found, entry)]


def test_files_are_those_of_single_builds() -> None:
    assert not _differing(opened("\n".join((HEADINGS, *_rows(6, 1))), PLAN))


@pytest.mark.usefixtures("only_its_garbage")
def test_an_athlete_leaves_nothing_that_only_a_search_for_cycles_frees() -> None:
    rows = (f"Runner {n}\t10 km\t2{n % 10}:1{n % 10}\t{40 + n} kg" + "\t" * 8 for n in range(12))
    found = opened("\n".join((HEADINGS, *rows)), PLAN)
    for entry in found.roster.entries[:8]:  # of which pages are kept that others follow
        found.maker.file(entry)
    assert not garbage(*[partial(found.maker.file, entry) for entry in found.roster.entries[8:]])


@pytest.mark.parametrize("paper", ["a3", pytest.param("", marks=pytest.mark.deep)])
def test_digits_are_as_in_single_builds_on_larger_paper_and_next_to_letters_nearer_to_some(
    paper: str,
) -> None:
    goals = ("З5 in 49:57", "З7 in 51:23", "З5 in 50:07", "Lap З7 of 10:00", "Lap З1 of 11:11")
    rows = (
        f"Runner {n}\t{goal}\t2{n}:{n}5\t{4 + 9 * n} kg\t\t\t\t{paper}" + "\t" * 4
        for n, goal in enumerate(goals)
    )
    assert not _differing(opened("\n".join((HEADINGS, *rows)), PLAN))


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(2, 12))
def test_files_of_random_rosters_are_those_of_single_builds(seed: int) -> None:
    assert not _differing(opened("\n".join((HEADINGS, *_rows(20, seed))), PLAN))


def test_weeks_of_an_athlete_keep_what_they_have_room_for_whoever_s_were_made_before() -> None:
    order = Order(parts=("sheets",), sheets=("week-landscape",))
    table = b"Name,5k time,Squat 1RM\nRunner 1,19:10,90 kg\nRunner 2,20:11,95 kg"
    plan = assets.templates("plans") / "strength-waves.yaml"
    found = open_roster(Workshop(), source(plan.read_text("utf-8")), table, "club.csv", order)
    assert not _differing(found)


@pytest.mark.deep
@pytest.mark.parametrize("plan", PLANS, ids=lambda path: path.stem)
def test_files_of_bundled_plans_are_those_of_single_builds(plan: Path) -> None:
    heads = "Name,5k time,Squat 1RM,Deadlift 1RM,Bodyweight"
    rows = [f"Runner {n},{19 + n}:1{n},{90 + 5 * n} kg,{100 + 5 * n} kg,{60 + n} kg" for n in range(5)]
    text = plan.read_text(encoding="utf-8")
    table = "\n".join((heads, *rows)).encode()
    assert not _differing(open_roster(Workshop(), source(text), table, "club.csv"))
