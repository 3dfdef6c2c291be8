"""Runs that change from week to week: by how much, rounded how, and what stays as it is."""

import pytest

from cardmaker.plan.model import Day
from cardmaker.plan.progression.notation import change_from
from cardmaker.plan.progression.runs import (
    Amount,
    growing_parts,
    grown,
    lessened,
    rounded,
    with_amount,
    with_room,
)
from cardmaker.plan.runs.notation import parse_run
from tests.plan.progression.progression_kit import BASE, km_of, plan_of, refused, runs_of


def after(run: str, change: str, steps: int = 1) -> str:
    """A run so many steps on."""
    read = parse_run(run)
    part = growing_parts(read)[0]
    amount = part.amount
    for _ in range(steps):
        amount = grown(part, amount, change_from(change))
    return str(with_amount(read, part.path, rounded(part, amount)))


@pytest.mark.parametrize(
    ("run", "change", "steps", "expected"),
    [
        ("8 km easy", "+1 km", 1, "9 km easy"),
        ("8 km easy", "+0.2 km", 1, "8 km easy"),
        ("8 km easy", "+0.2 km", 2, "8.5 km easy"),
        ("8 km easy", "+10%", 1, "9 km easy"),  # 8.8
        ("8 km easy", "+10%", 2, "9.5 km easy"),  # 9.68: of the week before, not of 9
        ("5 mi easy", "+10%", 1, "5.5 mi easy"),
        ("5 mi easy", "+1 km", 1, "5.5 mi easy"),  # 5.62
        ("8-10 km easy", "+1 km", 1, "9-11 km easy"),
        ("8-10 km easy", "+10%", 1, "9-11 km easy"),
        ("40 min easy", "+10%", 1, "45 min easy"),
        ("20 min easy", "+10%", 1, "22 min easy"),
        ("1 min jog", "+10%", 1, "1 min jog"),
        ("90 s jog", "+10%", 1, "100 s jog"),
        ("1:30 h long", "+10 min", 1, "1 h 40 min long"),
        ("8.2 km easy", "+1 km", 1, "9 km easy"),  # 9.2; what is written isn't rounded, what follows is
        ("1.5 km wu / 3 km tempo / 1.5 km cd", "+0.5 km", 1, "1.5 km wu / 3.5 km tempo / 1.5 km cd"),
        ("10 min easy / 20 min tempo / 10 min easy", "+5 min", 1, "10 min easy / 25 min tempo / 10 min easy"),
        ("2 km wu / 6 x 400 m @ 5k / 2 km cd", "+1 repeat", 1, "2 km wu / 7 x 400 m @ 5k / 2 km cd"),
        ("6 x 400 m @ 5k", "+10%", 1, "7 x 400 m @ 5k"),  # 6.6
        ("6 x 400 m @ 5k", "+5%", 1, "6 x 400 m @ 5k"),  # 6.3
        ("6-8 x 400 m @ 5k", "+1 repeat", 1, "7-9 x 400 m @ 5k"),
        ("2 x (4 x 400 m @ 5k w/ 1 min jog) w/ 3 min rest", "+1 repeat", 1,
         "2 x (5 x 400 m @ 5k w/ 1 min jog) w/ 3 min rest"),
        ("6 km easy / 4 x 100 m strides", "+1 km", 1, "7 km easy / 4 x 100 m strides"),
        ("4 x 100 m strides", "+1 repeat", 1, "5 x 100 m strides"),
        ("20 km long, last 5 km @ marathon", "+2 km", 1, "22 km long finishing with [5 km @ marathon]"),
        ("8 mi with 4 mi at LT", "+1 mi", 1, "8 mi with [5 mi threshold]"),
        ("12 km long", "+2 km, to 13 km", 1, "13 km long"),
        ("12 km long", "+2 km, to 12 km", 1, "12 km long"),
        ("14 km long", "+2 km, to 12 km", 1, "14 km long"),  # it is past it already
        ("14 km long", "-2 km, to 11 km", 2, "11 km long"),
    ],
)  # fmt: skip
def test_steps(run: str, change: str, steps: int, expected: str) -> None:
    assert after(run, change, steps) == str(parse_run(expected))


@pytest.mark.parametrize(
    ("run", "kept", "expected"),
    [
        ("10 km long", 0.5, "5 km long"),
        ("10 km long", 0.1, "3 km long"),  # the least that is worth the shoes
        ("2 km easy", 0.5, "2 km easy"),  # which was less already
        ("40 min easy", 0.1, "15 min easy"),
        ("6 x 400 m @ 5k", 0.1, "2 x 400 m @ 5k"),
        ("1 x 400 m @ 5k", 0.1, "1 x 400 m @ 5k"),
        ("5 km tempo", 0.1, "1 km tempo"),
        ("8-10 km easy", 0.5, "4-5 km easy"),
    ],
)
def test_what_is_left_of_a_run(run: str, kept: float, expected: str) -> None:
    read = parse_run(run)
    part = growing_parts(read)[0]
    assert str(with_amount(read, part.path, lessened(part, part.amount, kept))) == str(parse_run(expected))


def test_a_whole_has_room_for_what_is_inside_it() -> None:
    run = parse_run("18 km with 4 x 1 km @ marathon")
    short = with_amount(run, (0, -1), Amount(3.0, 3.0))
    assert str(with_room(short)) == "4 km with [4 x 1 km @ marathon]"
    assert with_room(run) == run


def test_a_ladder_stays_as_it_is() -> None:
    assert growing_parts(parse_run("400-800-1200-800-400 @ 5k w/ 400 m jog")) == ()


@pytest.mark.parametrize(
    ("rules", "day", "km"),
    [
        ("change: {long: +1 km a week}", "sat", [10, 11, 12, 13, 14, 15, 16, 17]),
        ("change: {long: +1 km every 2 weeks}", "sat", [10, 10, 11, 11, 12, 12, 13, 13]),
        ("change: {runs: +10% a week, long: +2 km a week}", "sat", [10, 12, 14, 16, 18, 20, 22, 24]),
        ('change: {long: "10, 12, 9 km"}', "sat", [10, 12, 9, 9, 9, 9, 9, 9]),
        ("change: {long runs: +1 km}", "mon", [6] * 8),
        # a lighter week is one of less than the week before it, and what grows goes on from there
        (
            "change: {long: +1 km}\nlighter: every 4th week, runs -30%",
            "sat",
            [10, 11, 12, 7.5, 13, 14, 15, 9.5],
        ),
        ("change: {long: +1 km}\nlighter: 'week 2, 8: -50%'", "sat", [10, 4, 11, 12, 13, 14, 15, 6]),
        ("change: {long: +1 km}\nlighter: 'last week, -50%'", "sat", [10, 11, 12, 5, 13, 14, 15, 6]),
        (
            "weeks: {3: {sat: {run: 20 km long}}}\nchange: {long: +1 km}",
            "sat",
            [10, 11, 20, 13, 14, 15, 16, 17],
        ),
        ("weeks: {2-3: {sat: rest}, 3: {sat: {run: 9 km}}}", "sat", [10, 0, 9, 10, 10, 10, 10, 10]),
    ],
)
def test_weeks_of_a_plan(rules: str, day: Day, km: list[float]) -> None:
    assert km_of(f"{BASE}{rules}\n", day) == km


def test_a_lighter_week_has_as_much_less_in_all() -> None:
    plan = plan_of(f"{BASE}change: {{long: +2 km}}\nlighter: every 4th week, -30%\n")
    total = [sum(item.run.known_distance_m for item in week.items if item.run) / 1000 for week in plan.weeks]
    assert [week.lighter for week in plan.weeks] == [False, False, False, True] * 2
    assert total[3] == pytest.approx(0.7 * total[2], abs=0.5)


def test_a_phase_has_days_and_changes_of_its_own() -> None:
    text = BASE.replace(
        "phases: {Base: 4, Build: 4}",
        "phases:\n  Base: 2\n  Build: {weeks: 3, focus: Hills, sat: {run: 15 km long}, change: {long: +3 km}}\n"
        "  Peak: {weeks: 2, change: none, lighter: none}\n",
    )
    text += "change: {long: +1 km, easy: +1 km}\nlighter: every 6th week, -30%\n"
    assert km_of(text, "sat") == [10, 11, 15, 18, 21, 21, 21]
    assert km_of(text, "mon") == [6, 7, 8, 9, 10, 10, 10]
    assert [(week.name, week.focus) for week in plan_of(text).weeks[1:6]] == [
        ("Base", ""), ("Build", "Hills"), ("Build", "Hills"), ("Build", "Hills"), ("Peak", "")
    ]  # fmt: skip


def test_a_phase_that_comes_again() -> None:
    text = BASE.replace("{Base: 4, Build: 4}", "[{name: Block, weeks: 2, repeat: 2}, {name: Rest, weeks: 1}]")
    assert [week.name for week in plan_of(text).weeks] == ["Block"] * 4 + ["Rest"]


def test_words_stay_where_nothing_changes() -> None:
    plan = plan_of(f"{BASE.replace('6 km easy', '6 km easy along the river')}change: {{long: +1 km}}\n")
    assert {str(week.mon[0].run) for week in plan.weeks} == {"6 km easy “along the river”"}
    assert [week.wed[0].name for week in plan.weeks] == ["Track"] * 8


def test_other_sports_change_by_their_names() -> None:
    text = BASE.replace("{run: 6 km easy}", "{bike: 40 km steady}") + "change: {bike: +5 km, runs: +10%}\n"
    rides = [str(week.mon[0].bike) for week in plan_of(text).weeks[:3]]
    assert rides == ["40 km steady", "45 km steady", "50 km steady"]


def test_phases_name_weeks_that_are_written_out() -> None:
    plan = plan_of("title: x\nphases: {Base: 2, Build: 1}\nweeks: [{repeat: 2}, {name: Hills}]")
    assert [week.name for week in plan.weeks] == ["Base", "Base", "Hills"]


@pytest.mark.parametrize(
    ("rules", "line"),
    [
        ("change: {lnog: +1 km}",
         "8: change.lnog: no run of the base week, workout or exercise is called 'lnog'; did you mean 'long'?"),
        ("change: {track: +1 km}",
         "8: change.track: '2 km wu / 6 x 400 m @ 5k w/ 400 m jog / 2 km cd' has repeats, which are whole ones; "
         "write '+1 repeat a week' or '+10% a week'"),
        ("change: {long: +5 min}",
         "8: change.long: '10 km long' is given by distance; write '+1 km a week' or '+10% a week'"),
        ("change: {long: +1}", "8: change.long: '+1' says no unit; write '+1 km', '+1%' or '+1 repeat'"),
        ("lighter: every 4th week",
         "8: lighter: how much lighter? write 'every 4th week, -30%'"),
        ("lighter: every 4th week, 30%",
         "8: lighter: '30%' could be 30 % less, or 30 % of it; write '-30%' or '-70%'"),
        ("taper: 2 weeks, -50%",
         "8: taper: to which race? write 'race: {date: 2027-05-16, run: 10 km race}'"),
        ("race: {date: 2027-04-12, run: 10 km race}",
         "8: race: is after the plan's last day; its 8 weeks go from 2027-02-01 to 2027-03-28"),
        ("weeks: {9: {sat: rest}}",
         "8: weeks.9: there is no week 9; the phases add up to 8 weeks (Base 4, Build 4)"),
        ("weeks: [{sat: rest}]",
         "8: weeks: with a base week, name the weeks that differ by their numbers: '5: {wed: rest}'"),
        ("race: {week: 8, day: sat, run: 10 km}\nweeks: {8: {sat: rest}}",
         "8: race: that day has other entries under 'weeks:'; leave one of the two out"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_in_a_line(rules: str, line: str) -> None:
    assert refused(f"{BASE}{rules}\n") == [line]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("phases: {Base: 2}\nweeks: [{}, {}, {}]", "2: phases: add up to 2 weeks (2), and 'weeks' has 3 weeks"),
        ("base_week: {sat: {run: 9 km}}",
         "2: base_week: for how many weeks? write 'phases: {Base: 4, Build: 4}' with it"),
        ("phases: {Base: few}\nbase_week: {}",
         "2: phases.Base: how many weeks is Base long? write 'Base: 4', not 'few'"),
        ("lighter: every 4th week, -30%\nweeks: [{}]",
         "2: lighter: changes a base week, and there is none; write 'base_week:' and 'phases:'"),
        ("phases: {Base: {weeks: 2, chnge: {long: +1 km}}}\nbase_week: {}",
         "2: phases.Base.chnge: unknown key 'chnge'; did you mean 'change'?"),
    ],
)  # fmt: skip
def test_phases_that_do_not_add_up(text: str, line: str) -> None:
    assert line in refused(f"title: x\n{text}\nworkouts: {{a: {{exercises: [squat]}}}}")


def test_a_mistake_in_the_base_week_is_said_once_and_where_it_is() -> None:
    (line,) = refused(BASE.replace("10 km long", "10 klm long") + "change: {easy: +1 km}\n")
    assert line.startswith("7: base_week.sat.run: ")


def test_runs_come_out_the_same_in_any_order_of_keys() -> None:
    head, _, tail = BASE.partition("base_week:")
    other = f"title: x\nchange: {{long: +1 km}}\nbase_week:{tail}{head.removeprefix('title: x')}"
    assert runs_of(other, "sat") == runs_of(f"{BASE}change: {{long: +1 km}}\n", "sat")
