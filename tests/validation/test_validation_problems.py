"""pydantic's findings in plain words, one line a field."""

from collections.abc import Mapping
from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, model_validator

from cardmaker.errors import PlanError, TemplateError
from cardmaker.validation import MOST, closest, did_you_mean, shown, validate
from cardmaker.validation.fields import Line, Text
from cardmaker.yaml12 import NO_LINES, load_yaml


class Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Cue(Strict):
    text: Annotated[Line, Field(max_length=10)]
    joint: Literal["knee", "hip"] | None = None


class Other(Strict):
    easy: str
    much: int = 0


class Sheet(Strict):
    name: Line = "x"
    note: Text = ""
    count: Annotated[int, Field(ge=1, le=9)] = 1
    weight: Annotated[float, Field(gt=0, allow_inf_nan=False)] = 1.0
    bold: bool = False
    cues: Annotated[tuple[Cue | str, ...], Field(min_length=1, max_length=3)] = ("x",)
    by: Mapping[Literal["knee", "hip"], Cue] = {}
    other: Other | Cue | str | None = None
    width: int | list[int] | Literal["fill", "fit"] = 1
    one: tuple[int, ...] = ()
    dashed: Annotated[str, Field(alias="dashed-name")] = ""

    @model_validator(mode="after")
    def _not_bad(self) -> "Sheet":
        if self.name == "bad":
            raise ValueError("name can't be bad")
        return self


def problems(text: str) -> list[str]:
    data, lines = load_yaml(text, "s.yaml")
    with pytest.raises(TemplateError) as caught:
        validate(Sheet, data, "s.yaml", lines)
    return str(caught.value).split("\n")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("nmae: x", "s.yaml:1: nmae: unknown key 'nmae'; did you mean 'name'?"),
        ("dashed-nam: x", "s.yaml:1: dashed-nam: unknown key 'dashed-nam'; did you mean 'dashed-name'?"),
        (
            "cues: [{text: 6 x 400 m, 200 m jog}]",
            "s.yaml:1: cues.0.200 m jog: unknown key '200 m jog'; a comma between { and } begins another key: "
            "put text that holds one in quotes",
        ),
        ("cues: [{text: a, zz: b}]", "s.yaml:1: cues.0.zz: unknown key 'zz'; known here: text, joint"),
        (
            "a: 1\nname: x",
            "s.yaml:1: a: unknown key 'a'; known here: name, note, count, weight, bold, cues, by, other, width, one, "
            "dashed-name",
        ),
        ("name: true", "s.yaml:1: name: should be text, not true; put it in quotes"),
        ("name: [a]", "s.yaml:1: name: should be text, not a list"),
        ("name:", "s.yaml:1: name: is empty; write text, or leave the line out"),
        ("name: bad", "s.yaml:1: name can't be bad"),
        ("\ncount: x", "s.yaml:2: count: should be a whole number, not 'x'"),
        ("count: 2.5", "s.yaml:1: count: should be a whole number, not 2.5"),
        ("count: 0", "s.yaml:1: count: should be at least 1, not 0"),
        ("count: 10", "s.yaml:1: count: should be at most 9, not 10"),
        (f"count: {'9' * 30}", f"s.yaml:1: count: should be at most 9, not {'9' * 30}"),
        ("weight: .inf", "s.yaml:1: weight: should be a number, not .inf"),
        ("weight: .nan", "s.yaml:1: weight: should be a number, not .nan"),
        ("weight: heavy", "s.yaml:1: weight: should be a number, not 'heavy'"),
        ("weight: 0", "s.yaml:1: weight: should be more than 0, not 0"),
        ("bold: maybe", "s.yaml:1: bold: should be true or false, not 'maybe'"),
        ("cues: []", "s.yaml:1: cues: should have at least 1 entry, not 0"),
        ("cues: [a, b, c, d]", "s.yaml:1: cues: should have at most 3 entries, not 4"),
        ("cues: x", "s.yaml:1: cues: should be a list, not 'x'; begin each entry with '- '"),
        ("cues: [{text: 12345678901}]", "s.yaml:1: cues.0.text: should have at most 10 characters, not 11"),
        (
            "cues: [{text: a, joint: kne}]",
            "s.yaml:1: cues.0.joint: should be knee or hip, not 'kne'; did you mean 'knee'?",
        ),
        ("cues: [[a]]", "s.yaml:1: cues.0: should be a mapping (name: value) or text, not a list"),
        ("cues: [{}]", "s.yaml:1: cues.0.text: is missing"),
        ("by:\n  knee: {text: a, b: c}", "s.yaml:2: by.knee.b: unknown key 'b'; known here: text, joint"),
        ("by:\n  elbow: {text: a}", "s.yaml:2: by.elbow: should be knee or hip, not 'elbow'"),
        ("by:\n  hip: 3", "s.yaml:2: by.hip: should be a mapping (name: value), not 3"),
        ("other: {easy: a, much: x}", "s.yaml:1: other.much: should be a whole number, not 'x'"),
        ("other: 3", "s.yaml:1: other: should be a mapping (name: value) or text, not 3"),
        ("width: fil", "s.yaml:1: width: should be fill or fit, not 'fil'; did you mean 'fill'?"),
        ("width: [a]", "s.yaml:1: width.0: should be a whole number, not 'a'"),
        ("one: [1, x]", "s.yaml:1: one.1: should be a whole number, not 'x'"),
    ],
)
def test_one_line_a_mistake(text: str, expected: str) -> None:
    assert problems(text) == [expected]


def test_all_mistakes_come_in_the_order_of_their_lines() -> None:
    found = problems("count: x\nname: [1]\nother:\n  easy: 3\n  mcuh: 1\nwidth: {}\n")
    assert [line.split(":")[1] for line in found] == ["1", "2", "4", "5", "6"]


def test_a_misspelt_key_is_not_also_reported_as_missing() -> None:
    assert problems("cues: [{txt: a}]") == ["s.yaml:1: cues.0.txt: unknown key 'txt'; did you mean 'text'?"]


def test_a_refused_entry_does_not_make_its_list_too_short() -> None:
    assert len(problems("cues: [{text: [], joint: knee}]")) == 1


def test_the_caller_chooses_the_error() -> None:
    with pytest.raises(PlanError):
        validate(Sheet, {"name": []}, "p", NO_LINES, PlanError)


def test_data_without_lines_has_none_in_its_messages() -> None:
    with pytest.raises(TemplateError, match=r"^p: name: should be text"):
        validate(Sheet, {"name": []}, "p", NO_LINES)


def test_text_as_people_write_it() -> None:
    data, lines = load_yaml("name: |\n  two\n   lines\nnote: |\n  two\n  lines\ncues: [{text: 0123}]\n", "s")
    sheet = validate(Sheet, data, "s", lines)
    assert sheet.name == "two lines"
    assert sheet.note == "two\nlines"
    assert sheet.cues == (Cue(text="0123"),)


def test_what_cannot_be_printed_is_refused_wherever_it_comes_from() -> None:
    with pytest.raises(TemplateError, match=r"name: the character U\+D800 can't be printed"):
        validate(Sheet, {"name": "a\ud800"}, "p", NO_LINES)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("lower-bod", "lower-body"),
        ("Lower-Body", "lower-body"),
        ("lowre-body", "lower-body"),
        ("low", "lower-body"),
        ("core-strength", "core"),
        ("swimming", None),
        ("co", None),
        ("", None),
        ("x" * 10_000, None),
    ],
)
def test_the_closest_word(word: str, expected: str | None) -> None:
    assert closest(word, ["lower-body", "upper-body", "core"]) == expected
    assert did_you_mean(word, ["lower-body", "core"]) == (f"; did you mean '{expected}'?" if expected else "")


def test_a_beginning_of_two_words_means_neither() -> None:
    assert closest("week", ["week-landscape", "week-portrait"]) is None


def test_values_are_shown_short() -> None:
    assert shown("x" * 100) == f"'{'x' * 39}…'"
    assert shown("a\n b") == "'a b'"
    values: list[object] = [None, True, 3, [1], {}]
    assert [shown(value) for value in values] == [
        "nothing",
        "true",
        "3",
        "a list",
        "a mapping",
    ]


def test_of_a_great_many_mistakes_the_first_are_reported() -> None:
    found = problems("\n".join(f"k{n}: 1" for n in range(5000)))
    assert len(found) == MOST + 1
    assert found[0].startswith("s.yaml:1: k0: unknown key 'k0'")
    assert found[-1] == f"s.yaml:{MOST}: and more mistakes after these"
