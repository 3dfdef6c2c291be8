"""Plans in YAML, JSON and TOML, from files and standard input, with the lines of their fields."""

import io
import json
import sys
from pathlib import Path

import pytest

from cardmaker.errors import PlanError
from cardmaker.plan.load import check_plan, load_plan
from cardmaker.plan.printing import PrintOptions
from cardmaker.plan.source import Source, read_source
from tests.plan.plan_names import SmallWorld

YAML = """\
title: 10 km build
weeks:
  - name: Build
    mon:
      - run: 6 km easy
      - strength: core
    tue: rest
workouts:
  core:
    exercises:
      - plank: 3x30 s
"""
JSON = """\
{
  "title": "10 km build",
  "weeks": [
    {
      "name": "Build",
      "mon": [
        {"run": "6 km easy"},
        {"strength": "core"}
      ],
      "tue": "rest"
    }
  ],
  "workouts": {"core": {"exercises": [
    {"plank": "3x30 s"}]}}
}
"""
TOML = """\
title = "10 km build"
start = 2027-03-01

[[weeks]]
name = "Build"
mon = [
  {run = "6 km easy"},
  {strength = "core"},
]
tue = "rest"

[[weeks]]
mon = "rest"

[workouts.core]
exercises = [{plank = "3x30 s"}]

[print]
"theme" = "classic"
club.x = 1
"""

KNOWN = ", ".join(option.name for option in PrintOptions.declared())


def read(folder: Path, text: str, name: str) -> Source:
    path = folder / name
    path.write_text(text, encoding="utf-8", newline="\n")
    return read_source(path)


def problems(folder: Path, text: str, name: str) -> list[str]:
    with pytest.raises(PlanError) as caught:
        check_plan(read(folder, text, name), SmallWorld())
    return str(caught.value).replace(f"{folder}/", "").split("\n")


def test_json_says_the_same_as_yaml(tmp_path: Path) -> None:
    from_yaml = check_plan(read(tmp_path, YAML, "plan.yaml"), SmallWorld()).plan
    assert check_plan(read(tmp_path, JSON, "plan.json"), SmallWorld()).plan == from_yaml
    assert check_plan(read(tmp_path, YAML, "plan.yml"), SmallWorld()).plan == from_yaml
    assert check_plan(read(tmp_path, YAML, "plan"), SmallWorld()).plan == from_yaml


def test_toml(tmp_path: Path) -> None:
    text = TOML.replace("club.x = 1\n", "")
    plan = check_plan(read(tmp_path, text, "plan.TOML"), SmallWorld()).plan
    assert str(plan.start) == "2027-03-01"
    assert [item.kind for item in plan.weeks[0].mon] == ["run", "strength"]
    assert len(plan.weeks) == 2


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(YAML.encode())))
    loaded = load_plan("-", SmallWorld())
    assert loaded.source.name == "stdin"
    assert loaded.source.folder == Path()
    assert loaded.plan.title == "10 km build"


def test_lines_of_yaml_and_json(tmp_path: Path) -> None:
    yaml, from_json = read(tmp_path, YAML, "plan.yaml").lines, read(tmp_path, JSON, "plan.json").lines
    strength = ("weeks", 0, "mon", 1, "strength")
    plank = ("workouts", "core", "exercises", 0)
    assert [yaml.at(strength), yaml.at(plank)] == [6, 11]
    assert [from_json.at(strength), from_json.at(plank)] == [8, 14]


def test_lines_of_toml(tmp_path: Path) -> None:
    lines = read(tmp_path, TOML, "plan.toml").lines
    assert lines.at(("title",)) == 1
    assert lines.at(("weeks", 0)) == 4
    assert lines.at(("weeks", 0, "tue")) == 10
    assert lines.at(("weeks", 1, "mon")) == 13
    assert lines.at(("workouts", "core", "exercises")) == 16
    assert lines.at(("print", "theme")) == 19
    assert lines.at(("print", "club", "x")) == 20


def test_mistakes_in_json_have_their_lines(tmp_path: Path) -> None:
    text = JSON.replace('"rest"', '"rets"').replace('"6 km easy"', '"5m easy \\ud83d\\ude00"')
    assert problems(tmp_path, text, "plan.json") == [
        "plan.json:7: weeks.0.mon.0.run: '5m' could be 5 min, 5 mi or 5 km; write the one that is meant",
        "plan.json:10: weeks.0.tue: only 'rest' needs no kind, not 'rets'; did you mean 'rest'?",
    ]


def test_mistakes_in_toml_have_their_lines(tmp_path: Path) -> None:
    text = TOML.replace('"6 km easy"', '"5m easy"').replace('mon = "rest"', 'mon = "rets"')
    assert problems(tmp_path, text, "plan.toml") == [
        "plan.toml:6: weeks.0.mon.0.run: '5m' could be 5 min, 5 mi or 5 km; write the one that is meant",
        "plan.toml:13: weeks.1.mon: only 'rest' needs no kind, not 'rets'; did you mean 'rest'?",
        f"plan.toml:20: print.club: unknown key 'club'; known here: {KNOWN}",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"title": "x",\n "weeks": [}', "plan.json:2: not JSON from here on; check the commas"),
        (
            '{"title": "x",\n "weeks": [{}],\n "title": "y"}',
            "plan.json:3: title: this key is here twice; the first is on line 1",
        ),
        ('{"title": NaN, "weeks": []}', "plan.json: not JSON: NaN isn't a number"),
        ('{"title": "a\\ud800", "weeks": [{}]}', "plan.json:1: title: the character U+D800 can't be printed"),
        ('{"title": "a\\u0000", "weeks": [{}]}', "plan.json:1: title: the character U+0000 can't be printed"),
        ('{"title": "x", "units": "\\ud800", "weeks": [{}]}', "plan.json:1: units: the character U+D800"),
        ('{"title": "x", "\\ud800": 3, "weeks": [{}]}', "plan.json:1: the character U+D800"),
        ("[" * 3000, "plan.json: nested more than 40 deep"),
        ('{"title": ' + "[" * 50 + "]" * 50 + "}", "plan.json: nested more than 40 deep"),
        ('{"title": ' + "[" * 40 + "]" * 40 + "}", "plan.json: nested more than 40 deep"),
        ('{"title": "' + "[" * 100 + '", "weeks": 3}', "plan.json:1: weeks: should be a list"),
        ('{"title": ' + "9" * 5000 + "}", "plan.json:1: title: is 5,000 letters long"),
        ('{"title": "x"} {}', "plan.json:1: not JSON from here on; check"),
    ],
    ids=range(13),
)
def test_broken_json(tmp_path: Path, text: str, expected: str) -> None:
    assert problems(tmp_path, text, "plan.json")[0].startswith(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('title = "x"\nweeks = [', "plan.toml:2: not TOML from here on: "),
        ('title = "x"\ntitle = "y"', "plan.toml:2: not TOML from here on: a name given twice"),
        ("title = 2027-03-01T10:00:00\nweeks = [{}]", "plan.toml:1: title: should be text"),
        ("title = 'x'\nweeks = [{}]\nstart = 2027-03-01T10:00:00", "plan.toml:3: start: write the date"),
        ("title = nan\nweeks = 3", "plan.toml:2: weeks: should be a list, not 3"),
        ('title = "a\\u0007b"\nweeks = [{}]', "plan.toml:1: title: the character U+0007 can't be printed"),
        ("a = " + "[" * 5000, "plan.toml"),
        ("title = 1\n" + ".".join("a" * 20_000) + " = 1", "plan.toml:2: nested more than 40 deep"),
        ("[" + ".".join(["'a'", "b"] * 25) + "]", "plan.toml:1: nested more than 40 deep"),
        ("a = " + "9" * 5000, "plan.toml"),
    ],
    ids=range(10),
)
def test_broken_toml(tmp_path: Path, text: str, expected: str) -> None:
    assert problems(tmp_path, text, "plan.toml")[0].startswith(expected)


def test_any_json_is_a_plan_or_is_refused(tmp_path: Path) -> None:
    values: list[object] = [
        None,
        3,
        "x",
        [],
        [[]],
        {"title": None},
        {"weeks": {"a": 1}},
        {"": ""},
        {"title": [], "weeks": [None]},
    ]
    for value in values:
        assert problems(tmp_path, json.dumps(value), "plan.json")
