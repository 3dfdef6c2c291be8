"""What tests of rosters need: a workshop, plans and tables."""

import gc
from collections.abc import Callable
from functools import cache

from cardmaker.api import Workshop
from cardmaker.errors import Problem
from cardmaker.pipeline.workshop import source_from
from cardmaker.plan.source import Source
from cardmaker.roster.entry import RosterEntry
from cardmaker.roster.opening import OpenRoster, facts_of, open_roster
from cardmaker.roster.reading import Roster, read_roster

PLAN = """
title: Four weeks
weeks:
  - tue: [{run: 8 km easy}, {strength: legs}]
workouts:
  legs: {name: Legs, exercises: [squat: 3x8 60 kg, plank: 2x40 s, superset: [lunge: 2x8, push-up: 2x10]]}
"""


@cache
def workshop() -> Workshop:
    """One for all tests."""
    return Workshop()


def source(plan: str = PLAN) -> Source:
    """What a plan's text says."""
    return source_from(plan, name="plan.yaml")


def roster(table: str | bytes, name: str = "club.csv", plan: str = PLAN, **mapped: str) -> Roster:
    """A table, read for a plan."""
    data = table.encode() if isinstance(table, str) else table
    return read_roster(data, name, facts_of(workshop(), source(plan)), mapped)


def opened(table: str | bytes, plan: str = PLAN, name: str = "club.csv") -> OpenRoster:
    """A table and what makes its athletes' plans."""
    data = table.encode() if isinstance(table, str) else table
    return open_roster(workshop(), source(plan), data, name)


def only(table: str, name: str = "club.csv", plan: str = PLAN) -> RosterEntry:
    """The one athlete of a table that has nothing wrong with it."""
    found = roster(table, name, plan)
    assert not found.problems, found.problems
    (entry,) = found.entries
    return entry


def problem(table: str, plan: str = PLAN) -> Problem:
    """The one thing that is wrong with a table."""
    (found,) = roster(table, plan=plan).problems
    return found


def garbage(*acts: Callable[[], object]) -> int:
    """How many objects each of *acts* leaves that only a search for cycles frees; what one alone does is by chance."""
    left = []
    gc.collect()
    gc.disable()
    try:
        for act in acts:
            act()
            left.append(gc.collect())
    finally:
        gc.enable()
    return min(left)
