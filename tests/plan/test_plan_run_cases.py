"""What coaches write for a run, line by line, and what it must be read as, compared in figures."""

import random
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from cardmaker.plan.runs.notation import parse_run
from cardmaker.plan.runs.reading import reading_of
from cardmaker.plan.runs.run import Run
from cardmaker.plan.runs.sentences import explained

DATA = Path(__file__).parent / "data"
FIGURES = (
    "km",
    "min",
    "pace_s_km",
    "hr_bpm",
    "hr_pct",
    "rpe",
    "repeats",
    "sets",
    "each_s",
    "offset_s",
    "climb_m",
    "two_runs",
)
QUICK = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""Each process of a run of tests reads all cases, which takes pure Python a second."""
SPORTS = "other_sports"

Case = dict[str, Any]


def sections(name: str) -> dict[str, list[Case]]:
    """The cases of a file by their sections, each as it is written there."""
    found: dict[str, list[Case]] = yaml.load((DATA / name).read_text(encoding="utf-8"), QUICK)
    return {
        f"{name.partition('.')[0]}: {section}": rows for section, rows in found.items() if section != SPORTS
    }


def near(got: Any, expected: Any) -> bool:
    """Whether figures are alike; one that lies in an expected range will do."""
    if isinstance(expected, list) and isinstance(got, list):
        return len(got) == len(expected) and all(
            one == other if None in (one, other) else near(one, other)
            for one, other in zip(got, expected, strict=True)
        )
    if isinstance(expected, list):
        return None not in expected and expected[0] <= got <= expected[1] + 0.01
    return not isinstance(got, list) and got == pytest.approx(expected, rel=0.005, abs=0.02)


def in_seconds(text: str) -> str:
    """'4 min' as '240 s', so that equal recoveries are equal."""
    return re.sub(r"^(\d+) min\b", lambda found: f"{int(found[1]) * 60} s", text)


SECTIONS = {**sections("runs.yaml"), **sections("own_runs.yaml")}
LINES = [str(case["write"]) for rows in SECTIONS.values() for case in rows]


def is_as_expected(key: str, got: Any, expected: Any) -> bool:
    if key in FIGURES:
        return near(got, expected)
    if key == "told":
        return any(expected in remark for remark in got)
    return in_seconds(got) == in_seconds(expected) if key.startswith("after") else bool(got == expected)


def wrong(case: Case) -> str:
    """What is wrong with how a line is read; '' if nothing is."""
    line = str(case["write"])
    refusal = case.get("ask") or case.get("remedy")
    try:
        run = parse_run(line)
    except ValueError as error:
        return "" if refusal and refusal in str(error) else f"{line}: refused, {error}"
    if refusal:
        return f"{line}: read as {run}"
    if parse_run(str(run)) != run or str(parse_run(str(run))) != str(run):
        return f"{line}: its normal form '{run}' reads otherwise"
    got = reading_of(run)
    keys = [key for key in case if key != "write"]
    return "; ".join(
        f"{line}: {key} is {got.get(key)}, not {case[key]}"
        for key in keys
        if key not in got or not is_as_expected(key, got[key], case[key])
    )


@pytest.mark.parametrize("section", SECTIONS)
def test_lines_are_read_as_they_must_be(section: str) -> None:
    assert not list(filter(None, map(wrong, SECTIONS[section])))


def test_the_lines_are_there() -> None:
    assert len(LINES) > 300
    assert len(set(LINES)) == len(LINES)


_PYTHON = re.compile(
    r"could not convert|invalid literal|out of range|NoneType|unpack|attribute|argument|object|Traceback|dict|tuple"
)
_SCRAPS = (
    "x", "/", ",", "(", ")", "[", "]", "@", "w/", "+", " 6 x ", "1:30", "5 km", "min", "m", "%", "bpm", "“", "”", "'",
    '"', ":", ".", "-", " then ", " and ", "last", "with", "rest", "jog", "wu/cd", "400", "easy", "tempo", "am", "pm",
    "or", "every 5 min", "½", "1,000", "0", "99999999", "\u200b", "é", "😀", " to ", "5:30/km", "Z2", "RPE 4", "\u00a0",
)  # fmt: skip


def mutated(line: str, chance: random.Random) -> str:
    """*line* with something put in, cut, replaced by the end of another, or turned, one to three times."""
    for _ in range(chance.randint(1, 3)):
        at, other = chance.randrange(len(line) + 1), chance.randrange(len(line) + 1)
        match chance.choice(("put", "cut", "graft", "turn")):
            case "put":
                line = line[:at] + chance.choice(_SCRAPS) + line[at:]
            case "cut":
                line = line[:at] + line[at + chance.randint(1, 6) :]
            case "graft":
                graft = chance.choice(LINES)
                line = line[:at] + graft[chance.randrange(len(graft)) :]
            case "turn":
                first, last = sorted((at, other))
                line = line[last:] + line[first:last] + line[:first]
    return line


def holds(line: str) -> bool:
    """Whether a line is read, alike from its normal form, or refused in our words."""
    try:
        run = parse_run(line)
    except ValueError as error:
        message = str(error)
        assert message
        assert "\n" not in message
        assert _PYTHON.search(line) or not _PYTHON.search(message), message
        return False
    assert parse_run(str(run)) == run
    assert reading_of(run)
    assert explained(run)
    return True


@pytest.mark.parametrize("seed", range(3))
def test_damaged_lines_are_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    read = sum(holds(mutated(chance.choice(LINES), chance)) for _ in range(200))
    assert 40 < read < 180


@pytest.mark.deep
@pytest.mark.parametrize("seed", range(100, 110))
def test_ten_thousand_damaged_lines_are_read_or_refused(seed: int) -> None:
    chance = random.Random(seed)
    assert sum(holds(mutated(chance.choice(LINES), chance)) for _ in range(1000)) > 200


@given(st.text(max_size=60))
@example("“")
@example("6 x\u200b 400 m")
@example("(" * 200)
@example("1 x " * 100)
@example("٣ km easy")
def test_any_characters_are_read_or_refused(text: str) -> None:
    holds(text)


@given(st.text("0123456789 xkmhs/,()@w-+:.%'\"easyrtjogfwithlaspn", max_size=40))
def test_any_text_like_a_run_is_read_or_refused(text: str) -> None:
    holds(text)


@pytest.mark.parametrize(
    "line",
    [
        "6\u00d7400\u00a0m @ 5k w/ 200\u202fm jog",
        "6 x 400\u200b m @ 5k w/ 200 m jog",
        "6 \u2715 400 m @ 5k w/ 200 m jog",
    ],
)
def test_signs_that_look_alike_are_read_alike(line: str) -> None:
    assert parse_run(line) == parse_run("6 x 400 m @ 5k w/ 200 m jog")


@pytest.mark.parametrize(
    ("line", "same"),
    [
        ("30\u2032 easy", "30 min easy"),
        ("8 x 30\u2033 fast", "8 x 30 s fast"),
        ("8 x 30\u201d fast", "8 x 30 s fast"),
        ("30\u2019 easy", "30 min easy"),
        ("1\u00bd mi easy", "1.5 mi easy"),
        ("4 x \u00bd mi @ 5k", "4 x 0.5 mi @ 5k"),
        ("20\u201324 km", "20-24 km"),
        ("20\u201424 km", "20-24 km"),
        ("\u201c8 km easy\u201d", "8 km easy"),
        ("\u201e8 km easy\u201c", "8 km easy"),
        ("\u20188 km easy\u2019", "8 km easy"),
    ],
)
def test_typographic_signs(line: str, same: str) -> None:
    assert parse_run(line) == parse_run(same)


def test_nested_repeats_keep_each_recovery() -> None:
    run = parse_run("2 x (3 x 400 m @ 5k w/ 60 s jog / 1 km easy) w/ 3 min rest")
    assert [str(step) for step in run.steps()] == [
        *["400 m @ 5k", "60 s jog"] * 3, "1 km easy", "3 min rest",
    ] * 2  # fmt: skip
    assert len(run.steps()) == 16


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("100 x 500 km", "'500 km' is more than a run can be"),
        ("50 x 50 km easy", "2500 km in all is more than a run can be"),
        ("100 x 1 h easy", "100 h in all is more than a run can be"),
        ("30 x (50 x 400 m)", "1500 steps"),
        ("6-4 x 400 m", "goes down"),
        ("8 km easy tempo", "'easy' and 'tempo' in one step"),
        ("8 x 400 m (90 s)", "write 'in 90 s' or 'w/ 90 s rest'"),
        ("2000 m x 3 @ 7:00", "write 'in 7:00' or '@ 7:00/km'"),
        ("8 x 400 m, 3 km jog", "write 'w/ 3 km jog' or 'then 3 km jog'"),
        ("8 km with 10 km tempo", "holds more than itself"),
        ("5 mi tempo with 2 mi wu and 2 mi cd", "could hold them or add them"),
        ("rest", "written 'rest', without 'run:'"),
        ("60 min bike", "isn't a run"),
        ("200m", "could be 200 min or 200 metres"),
        ("6 km @ 5:75/km", "minutes and seconds"),
    ],
)
def test_what_two_people_would_read_differently_is_asked_about(line: str, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        parse_run(line)


def test_two_runs_of_a_day() -> None:
    run = parse_run("AM 6 mi easy / PM 4 mi easy + strides")
    morning, evening = run.sessions()
    assert (morning.when, evening.when) == ("AM", "PM")
    assert isinstance(morning, Run)
    assert str(evening) == "PM 4 mi easy / strides"


SPORT_LINES = [
    case
    for name in ("runs.yaml", "own_runs.yaml")
    for case in yaml.safe_load((DATA / name).read_text(encoding="utf-8"))[SPORTS]
]


@pytest.mark.parametrize("case", SPORT_LINES, ids=lambda case: str(case["write"]))
def test_other_sports_are_read_like_runs(case: Case) -> None:
    sport, _, line = case["write"].partition(": ")
    run = parse_run(line, sport=sport)
    got = reading_of(run)
    for key, expected in case.items():
        if key == "parts":
            assert got[key] == expected
        elif key != "write":
            assert near(got[key], expected)
    assert parse_run(str(run), sport=sport) == run


@pytest.mark.parametrize(
    ("sport", "line", "message"),
    [
        ("bike", "run 5 km", "'run' under 'bike:'; write it under 'run:'"),
        ("row", "20 km bike", "'bike' under 'row:'; write it under 'bike:'"),
        ("swim", "rest", "a day without a run is written 'rest', without 'swim:'"),
    ],
)
def test_another_sport_is_named_where_it_belongs(sport: Any, line: str, message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        parse_run(line, sport=sport)


@pytest.mark.parametrize(("sport", "line"), [("swim", "60 km easy"), ("bike", "1200 km"), ("run", "400 km")])
def test_each_sport_has_its_limit(sport: Any, line: str) -> None:
    with pytest.raises(ValueError, match=r"more than a run can be"):
        parse_run(line, sport=sport)


@pytest.mark.parametrize(
    ("line", "same"),
    [
        ("16 km, of which 10 km at MP", "16 km of which 10 km at MP"),
        ("16 km, with 10 at MP", "16 km with 10 km at MP"),
        ("18 km with 4 x 1 km @ MP in the last 8 km", "18 km with 4 x 1 km @ MP “in the last 8 km”"),
        ("20 km with 10 km @ MP in the middle", "20 km with 10 km @ MP “in the middle”"),
        ("10 km trail +400m", "10 km trail, 400 m climb"),
        ("10 km trail, 400 m+", "10 km trail, 400 m climb"),
        ("400s: 10 x 400 m in 85 s w/ 60 s", "“400s”: 10 x 400 m in 85 s w/ 60 s"),
        ("4:30 pace for 5 km", "5 km @ 4:30"),
        ("4:30/km for 5 km", "5 km @ 4:30/km"),
    ],
)
def test_phrases_of_one_meaning_are_read_alike(line: str, same: str) -> None:
    assert parse_run(line) == parse_run(same)


def test_metres_behind_a_distance_are_asked_about() -> None:
    with pytest.raises(ValueError, match=r"'\+400 m' could be 400 m of climb or 400 m more"):
        parse_run("10 km easy +400m")
    assert parse_run("10 km easy + 400 m fast") == parse_run("10 km easy / 400 m fast")


@pytest.mark.parametrize("line", ["6 x 400 m @ 5k, w/ 200 m jog", "8 km, w/ 2 km wu", "8 x 400 m+", "5+5 km"])
def test_phrases_that_are_left_as_they_are(line: str) -> None:
    from cardmaker.plan.runs.phrasing import rephrased

    assert rephrased(line) == line
