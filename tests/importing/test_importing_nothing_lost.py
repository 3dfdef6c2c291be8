"""Whatever a table says: its words are in the plan or in the report, the plan loads, and only our errors are raised."""

import csv
import io

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from cardmaker.errors import CardmakerError
from tests.importing.kit import made, words

_CELLS = st.sampled_from(
    [
        "", "", "Rest", "Off", "6 km easy", "5", "Easy 5", "8 x 400 m @ 5k w/ 200 m jog", "10k", "45 min",
        "Squat 3x8 60 kg", "3x10 push-ups, plank 3x30s", "Bench press 3x8", "Gym", "Yoga 30 min", "30 min bike",
        "swim 1000 m; 5 km run", "8 km easy and 20 min yoga", "Travel day", "6 km\nsee notes", "# tag: value",
        "- item", "'quoted'", '"x"', "key: value", "@home", "3/4/25", "2025-03-03", "Week 3", "Total", "12,5 km",
        "null", "true", "0x10", "1:30", "&a *b", "{c}", "[d]", "Ünïcödé ✓", "a\tb", "50%", "5m", "x" * 50,
    ]
)  # fmt: skip
_WILD = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
_HEADS = st.sampled_from(
    [
        ["Week", "Mon", "Tue", "Wed", "Thu", "Notes"],
        ["Mon", "Tue", "Wed", "Sat", "Sun", "Total"],
        ["Date", "Type", "Title", "Distance", "Time", "Notes"],
        ["Week", "Day", "Exercise", "Sets", "Reps", "Load"],
        ["Day", "Workout", "Description", "Miles", "RPE", "odd"],
    ]
)
_SKIPPED = {"week", "off", "rest", "x", "run", "and", "min", "h"}
"""Words that the plan says in its own way, or that an entry's kind says."""


def _text(rows: list[list[str]], delimiter: str) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


def _is_kept(word: str, plan: set[str]) -> bool:
    return word in plan or word in _SKIPPED or word.isdigit()


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(head=_HEADS, body=st.lists(st.lists(_CELLS, min_size=6, max_size=6), min_size=1, max_size=6))
@example(
    head=["Week", "Day", "Exercise", "Sets", "Reps", "Load"],
    body=[["", "", "Rest", "Gym", "Squat 3x8 60 kg", ""]],
)
@example(
    head=["Date", "Type", "Title", "Distance", "Time", "Notes"],
    body=[["", "", "3x10 push-ups, plank 3x30s", "", "", "6 km easy"]],
)
def test_no_word_is_lost(head: list[str], body: list[list[str]]) -> None:
    try:
        found = made(_text([head, *body], ";"), unit="km")
    except CardmakerError as refused:
        assert "nothing is planned" in str(refused) or "no exercise that has" in str(refused)
        return
    there = words(found.imported.text) | {word for line in found.said for word in words(line)}
    for row in body:
        for cell in row:
            lost = [word for word in words(cell) if not _is_kept(word, there)]
            assert not lost, (cell, found.imported.text)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    head=_HEADS,
    body=st.lists(st.lists(st.one_of(_WILD, _CELLS), min_size=1, max_size=8), min_size=1, max_size=5),
    delimiter=st.sampled_from([",", ";", "\t"]),
)
def test_wild_tables_make_a_plan_or_one_clear_line(
    head: list[str], body: list[list[str]], delimiter: str
) -> None:
    try:
        made(_text([head, *body], delimiter))
    except CardmakerError as refused:
        assert "no plan could be made" not in str(refused)


@settings(max_examples=60, deadline=None)
@given(st.one_of(st.binary(max_size=300), _WILD.map(str.encode)))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        made(data)
    except CardmakerError as refused:
        assert "\n" not in str(refused) and "no plan could be made" not in str(refused)


@pytest.mark.parametrize("count", [25, 60])
def test_a_day_with_more_than_a_plan_takes(count: int) -> None:
    lines = "\n".join(f"thing number {n}" for n in range(count))
    found = made(f'Week,Mon,Tue,Wed\n1,"{lines}",5 km easy,\n')
    assert all(f"thing number {n}" in found.imported.text for n in range(count))


def test_a_note_longer_than_a_plan_takes() -> None:
    long = "word " * 900 + "end"
    found = made(f"Week,Mon,Tue,Wed,Notes\n1,{long},5 km easy,,{long}\n")
    assert found.imported.text.count("word") >= 1800 and found.imported.text.count("end") >= 2
