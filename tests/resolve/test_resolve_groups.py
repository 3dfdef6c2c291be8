"""Groups side by side: what all run is said once, and next to it the figure that each has of its own."""

import pytest

from cardmaker.handout import GroupsSheet, Rich
from cardmaker.plan.athlete import AthleteGroup
from cardmaker.resolve import Choice, resolve
from cardmaker.resolve.groups import figure_of, group_pages
from cardmaker.training.paces import Result
from tests.resolve.resolve_kit import EN, read, spaced, week_of


def lines(*texts: str) -> tuple[Rich, ...]:
    return tuple(Rich(((text, False),)) for text in texts)


@pytest.mark.parametrize(
    ("common", "own", "said"),
    [
        ((), ("4:25–6:25/km · about 32 min",), ("4:25–6:25/km", "about 32 min")),
        (
            ("6 × 400 m at 5k pace, 200 m jog after each", "2 km cool-down, easy"),
            (
                "6 × 400 m at 5k pace in 1:26–1:46, 200 m jog after each",
                "2 km cool-down, easy · about 38 min",
            ),
            ("1:26–1:46", "about 38 min"),
        ),
        (("4 km tempo",), ("4 km tempo at 5:28/km",), ("5:28/km", "")),
        (("2 km cool-down, easy",), ("2 km cool-down, easy · about 26 min",), ("", "about 26 min")),
        (("Easy",), ("Easy, 140–150 bpm",), ("", "140–150 bpm")),
        ((), ("6:15–8:30/km · about 1:51 h",), ("6:15–8:30/km", "about 1:51 h")),
    ],
    ids=["a-line", "within", "a-pace-alone", "no-pace", "pulse", "hours"],
)
def test_a_group_has_one_figure_of_its_own(
    common: tuple[str, ...], own: tuple[str, ...], said: tuple[str, str]
) -> None:
    found = figure_of(lines(*common), lines(*own))
    assert found is not None
    assert tuple(text.replace("\xa0", " ") for text in found) == said


@pytest.mark.parametrize(
    ("common", "own"),
    [
        (("400 m, 800 m",), ("400 m in 1:20, 800 m in 2:50",)),
        (("6 × 400 m fast",), ("5 × 400 m fast in 1:20",)),
        (("Easy",), ("Easy",)),
    ],
    ids=["several-paces", "another-session", "nothing"],
)
def test_what_differs_in_more_is_said_in_full(common: tuple[str, ...], own: tuple[str, ...]) -> None:
    assert figure_of(lines(*common), lines(*own)) is None


def _sheet(run: str, *groups: tuple[str, float, float]) -> GroupsSheet:
    """The page of a week with a run, for groups: their names, and what 5 km take the quickest and the slowest."""
    everybody = tuple(
        AthleteGroup(
            name=name,
            races=(Result(5000.0, (least + most) / 2),),
            quickest=(Result(5000.0, least),),
            slowest=(Result(5000.0, most),),
            members=("Anna B.",),
        )
        for name, least, most in groups
    )
    plan, names = read(week_of(f"wed: {{run: '{run}'}}"))
    plan = plan.but(athlete=AthleteGroup(groups=everybody))
    made = resolve(
        plan, names.library, EN, Choice(), sheets={"groups": lambda plan, weeks: group_pages(plan, weeks)}
    )
    (sheet,) = made.sheets["groups"]
    assert isinstance(sheet, GroupsSheet)
    return sheet


def _cell(run: str, ends: tuple[float, float] = (18 * 60.0, 22 * 60.0)) -> tuple[str, ...]:
    """What the only group says of a run: figure, lap, what else."""
    sheet = _sheet(run, ("Blue", *ends))
    assert [head.who for head in sheet.groups] == ["Anna B."]
    (cell,) = next(day.runs[0].cells for day in sheet.days if day.runs)
    return tuple(spaced(text) for text in (cell.figure, cell.lap, cell.about))


@pytest.mark.parametrize(
    ("run", "lap"),
    [
        ("8 km tempo", ""),
        ("2 km warm-up, 4 km tempo, 2 km cool-down", "4 km in 16:40–18:00"),
        ("2 km warm-up, 20 min tempo, 2 km cool-down", "for 20 min"),
        ("2 km warm-up, 5 x 1 km threshold w/ 1 min jog, 2 km cool-down", "each 1 km"),
        ("2 km warm-up, 3 x 1.5 km threshold w/ 1 min jog, 2 km cool-down", "1.5 km in 6:15–6:45"),
        ("2 km warm-up, 5 x 3 min threshold w/ 1 min jog, 2 km cool-down", "each 3 min"),
    ],
    ids=["all-of-it", "a-part", "a-part-by-time", "kilometres", "repeats", "repeats-by-time"],
)
def test_a_pace_says_of_what_it_is_unless_of_all(run: str, lap: str) -> None:
    figure, found, _ = _cell(run)
    assert (figure, found) == ("4:10–4:30/km", lap)


def test_nobody_times_an_easy_part() -> None:
    assert _cell("4 km easy, 4 x 100 m strides w/ 100 m walk")[:2] == ("5:15–5:35/km", "for 4 km")


@pytest.mark.parametrize(
    ("run", "figure", "lap"),
    [
        (
            "2 km warm-up, 8 x 200 m fast w/ 200 m jog, 1 km cool-down",
            "5:15–5:35/km",
            "warm\u2011up, cool\u2011down",
        ),
        ("2 km warm-up, 8 x 200 m fast w/ 200 m jog", "5:15–5:35/km", "warm\u2011up"),
        ("8 x 200 m fast w/ 200 m jog", "", ""),
        ("2 km warm-up, 17 km race", "", ""),
    ],
    ids=["before-and-after", "before", "nothing-easy", "race"],
)
def test_repeats_without_a_pace_have_that_of_what_is_around_them(run: str, figure: str, lap: str) -> None:
    assert _cell(run)[:2] == (figure, lap)


@pytest.mark.parametrize(
    ("run", "figure", "pace"),
    [
        ("10 km race", "38–46 min", "3:45–4:35/km"),
        ("21.1 km race", "1:23–1:41 h", "3:55–4:48/km"),
    ],
)
def test_a_race_has_the_time_that_a_group_may_expect(run: str, figure: str, pace: str) -> None:
    assert _cell(run) == (figure, "", pace)


@pytest.mark.parametrize(
    ("run", "slowest", "times"),
    [
        ("10 km race", (25, 30), ["38–46 min", "52–62 min"]),
        ("10 km race", (45, 50), ["0:38–0:46 h", "1:34–1:44 h"]),
        ("21.1 km race", (25, 30), ["1:23–1:41 h", "1:55–2:18 h"]),
    ],
    ids=["minutes", "one-is-long", "all-are-long"],
)
def test_all_groups_have_the_time_of_a_race_in_one_form(
    run: str, slowest: tuple[int, int], times: list[str]
) -> None:
    least, most = slowest
    sheet = _sheet(run, ("Blue", 1080.0, 1320.0), ("Red", 60.0 * least, 60.0 * most))
    cells = next(day.runs[0].cells for day in sheet.days if day.runs)
    assert [spaced(cell.figure) for cell in cells] == times


def test_groups_that_are_called_by_times_say_of_what() -> None:
    sheet = _sheet("8 km easy", ("18–22 min", 1080.0, 1320.0), ("Blue", 1080.0, 1320.0))
    by_time, by_name = sheet.groups
    assert (spaced(by_time.name), by_time.times) == ("5 km in 18–22 min", "paces for 20:00")
    assert (by_name.name, spaced(by_name.times)) == ("Blue", "from 5 km in 20:00")


def test_a_race_of_an_unusual_distance_has_none() -> None:
    assert _cell("17 km race")[0] == ""
