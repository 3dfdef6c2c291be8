"""Findings of plans as they are typed: where in the text, and what to write instead."""

import pytest

from cardmaker.studio.spans import PlanText
from tests.studio.studio_kit import SMALL, ask


def units(text: str, start: int, end: int) -> str:
    """What JavaScript's slice gives."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


def mended(text: str, edits: list[dict[str, object]]) -> str:
    """The text after edits, applied in order as a page does."""
    whole = text.encode("utf-16-le")
    for edit in edits:
        start, end = (2 * int(str(edit[key])) for key in ("from", "to"))
        whole = whole[:start] + str(edit["insert"]).encode("utf-16-le") + whole[end:]
    return whole.decode("utf-16-le")


MISTAKES = [
    (("strength: legs", "strength: legz"), "weeks.0.tue.0.strength", "legz", "legs"),
    (("strength: legs", "strenght: legs"), "weeks.0.tue.0.strenght", "strenght", "strength"),
    (("workouts:", "wrkouts:"), "wrkouts", "wrkouts", "workouts"),
    (("title: Spring", "title: Spring\nprint: {theme: 'low-inc'}"), "print.theme", "low-inc", "low-ink"),
    (("{run: 5 km easy}", "5 km easy"), "weeks.0.mon", "5 km easy", "{run: 5 km easy}"),
]


@pytest.mark.parametrize(("change", "field", "word", "label"), MISTAKES, ids=lambda one: str(one)[:20])
@pytest.mark.parametrize("way", ["plain", "windows", "signs"])
def test_a_mistake_is_where_it_is_written_and_its_fix_mends_the_plan(
    change: tuple[str, str], field: str, word: str, label: str, way: str
) -> None:
    text = SMALL.replace(*change)
    if way == "windows":
        text = "\ufeff" + text.replace("\n", "\r\n")
    elif way == "signs":
        text = f"# \N{RUNNER}\N{RUNNER} ä\n{text}"
    found = next(one for one in ask("check", text=text)["findings"] if one["field"] == field)
    assert units(text, found["from"], found["to"]) == word
    assert text.splitlines()[found["line"] - 1][found["column"] - 1 :].lstrip("\ufeff").startswith(word[:4])
    assert word in found["message"] and "plan.yaml" not in found["message"]
    assert found["level"] == "error"
    (fix,) = found["fixes"]
    assert fix["label"] == label
    after = ask("check", text=mended(text, fix["edits"]))["findings"]
    assert not [one for one in after if one["level"] == "error"]


def test_no_fix_is_offered_that_does_not_mend() -> None:
    """What to write is an example, such as another weight."""
    found = ask("check", text=SMALL.replace("title: Spring", "title: Spring\nathlete: {bodyweight: heavy}"))
    assert [(one["field"], one["fixes"]) for one in found["findings"] if one["level"] == "error"] == [
        ("athlete.bodyweight", [])
    ]


def test_a_text_that_is_no_yaml_has_its_line() -> None:
    text = SMALL.replace("tue: [", "tue: [[")
    (found,) = ask("check", text=text)["findings"]
    assert found["line"] and found["path"] == [] and found["fixes"] == []
    assert found["from"] is not None and units(text, found["from"], found["to"]) in text


def test_what_does_not_fit_is_found_by_its_field() -> None:
    text = SMALL.replace("title: Spring", f"title: Spring\nclub: {{name: {'W' * 90}}}")
    assert {one["level"] for one in ask("check", text=text)["findings"]} == {"note"}
    found = ask("pages", text=text)["findings"]
    assert [(one["field"], one["line"], one["level"]) for one in found] == [("club.name", 2, "error")]


def test_advice_has_its_rule_apart() -> None:
    found = [one for one in ask("check", text=SMALL)["findings"] if one["rule"]]
    assert all(not one["message"].startswith(one["rule"]) for one in found)


@pytest.mark.parametrize(
    ("field", "value"),
    [("a", "{b.c: 1, d: [2, &x 3]}"), ("a.b.c", "1"), ("a.d.1", "&x 3"), ("e.0", "two words"), ("f", "*x")],
)
def test_values_are_where_they_are_written(field: str, value: str) -> None:
    text = "a: {b.c: 1, d: [2, &x 3]}\ne:\n  - two words # no\nf: *x\n"
    place = PlanText(text).find(field)
    assert place.exact and text[place.node.value.start : place.node.value.end] == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "[" * 5000,
        "{" * 5000,
        "a: &a [*a]",
        "? {b: 1}\n: 2\n",
        "a: 'x",
        "\x00",
        "- - - a\n- b",
        "a: |\n  b",
    ],
)
def test_any_text_has_places_as_far_as_it_can_be_read(text: str) -> None:
    place = PlanText(text).find("a.0")
    assert 0 <= place.node.value.start <= place.node.value.end <= len(text)
