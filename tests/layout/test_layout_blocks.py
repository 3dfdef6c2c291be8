"""Blocks as posters: rows that are level, bands along their phases, boxes in place of others, larger paper."""

from collections.abc import Mapping, Sequence
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardmaker import assets
from cardmaker.frame import Art, Artwork, Frame, FrameLoss, Group, Image, Link, Path, Placed, Role, Text
from cardmaker.geometry import Size
from cardmaker.layout.enlarging import enlarged
from cardmaker.layout.shares import level_out
from cardmaker.pipeline import Order
from cardmaker.theme.enlarging import weeks_on
from tests.kit import mostly_deep, shared_workshop
from tests.layout.layout_kit import book, laid, shapes, sheet_named, theme, words

WORKSHOP = shared_workshop()
EVEN = """\
even: true
stack:
  - {stack: [{rule: ink}, {text: '{text}'}], each: days, height: fill}
"""


@pytest.mark.parametrize(
    ("room", "wants", "given_out"),
    [
        (12, [(1, 0, 99), (2, 0, 99)], [4, 8]),
        (12, [(1, 6, 99), (2, 0, 99)], [6, 6]),
        (12, [(1, 0, 2), (1, 0, 99)], [2, 10]),
        (12, [(1, 0, 2), (1, 0, 3)], [2, 3]),
        (12, [(1, 9, 99), (1, 5, 5), (1, 0, 99)], [9, 5, 0]),
    ],
)
def test_level_out(room: float, wants: list[tuple[float, float, float]], given_out: list[float]) -> None:
    assert level_out(room, wants) == pytest.approx(given_out)


@given(
    wants=st.lists(st.tuples(st.floats(0.5, 5), st.floats(0, 9), st.floats(0, 20)), min_size=1, max_size=6),
    spare=st.floats(0, 50),
)
def test_nobody_is_under_the_least_or_over_the_most(
    wants: list[tuple[float, float, float]], spare: float
) -> None:
    bounds = [(weight, least, least + more) for weight, least, more in wants]
    room = sum(least for _, least, _ in bounds) + spare
    out = level_out(room, bounds)
    for (_, least, most), got in zip(bounds, out, strict=True):
        assert least - 1e-3 <= got <= most + 1e-3


def test_rows_are_level_though_one_says_more() -> None:
    days = {"days": ("a", "two words that need some lines", "b")}
    lines = [shape.y for shape in shapes(laid(EVEN, days, width=20, height=90))]
    assert lines[1] - lines[0] == pytest.approx(lines[2] - lines[1], abs=0.01)


def test_band_reads_upwards_in_the_middle_of_its_height() -> None:
    frame = laid(
        "stack: [{band: '{name}', effort: '{effort}', style: text, height: 60}]",
        {"name": "Base", "effort": "easy"},
    )
    [(x, y, word)] = [(one.x, one.y, one.item) for one in frame.walk() if isinstance(one.item, Text)]
    assert word.rising
    box = word.covers(x, y, 2, 1)
    assert box.y + box.height / 2 == pytest.approx(30)
    assert box.height == pytest.approx(word.width)


@pytest.mark.parametrize(("effort", "ink"), [("easy", "ink"), ("fast", "paper")])
def test_word_on_a_band_is_in_what_reads_best(effort: str, ink: str) -> None:
    frame = laid(
        "stack: [{band: '{name}', effort: '{effort}', style: text, height: 60}]",
        {"name": "Base", "effort": effort},
    )
    assert {one.item.fill for one in frame.walk() if isinstance(one.item, Text)} == {theme().colours[ink]}


def test_band_too_short_for_its_word_is_blank() -> None:
    text = "stack: [{band: '{name}', effort: '{effort}', style: text, height: 6}]"
    frame = laid(text, {"name": "Specific endurance", "effort": "easy"})
    assert not words(frame)
    assert shapes(frame)


def test_box_in_place_of_another_is_there_once_that_is_dropped() -> None:
    text = "stack: [{text: 'long words', id: long}, {text: few, instead_of: long}]"
    assert [said for said, _, _ in words(laid(text, height=5, width=100))] == ["long words"]
    ladder = "[{drop: [long]}]"
    assert [said for said, _, _ in words(laid(text, height=5, width=14, ladder=ladder))] == ["few"]


def sides(
    weeks: int, paper: str, days: str = "tue: [run: 8 km tempo]", start: str = "start: 2027-02-01"
) -> list[str]:
    """The texts of a block's pages."""
    text = f"title: P\n{start}\nweeks:\n" + f"  - name: Base\n    {days}\n" * weeks
    order = Order(sheets=("block",), parts=("sheets",), paper=paper)
    return [side.frame.text for side in WORKSHOP.make(WORKSHOP.load(text), order).parts[0].sides]


@pytest.mark.parametrize(
    ("weeks", "paper", "pages"), [(18, "a4", 1), (26, "a4", 2), (26, "a3", 1), (26, "a2", 1)]
)
def test_a_page_has_as_many_weeks_as_its_paper_is_high(weeks: int, paper: str, pages: int) -> None:
    assert len(sides(weeks, paper)) == pages


def test_enlarged_frame_has_all_of_it_larger() -> None:
    run = book().shape("Week", "bold").runs
    art = Art(Artwork(10, 20, ()), 5)
    items = (
        Placed(1, 2, Group(Role.P, (Placed(3, 4, Text(run, 10, "#000000")),))),
        Placed(5, 6, Path("M 0 0 L 1.5 2 Z", stroke="#000000", width=0.2, dash=(1, 0.5))),
        Placed(0, 0, art),
        Placed(0, 0, Image(b"", 3, 4)),
        Placed(0, 0, Link("#x", 3, 4, "x")),
    )
    one = Frame(Size(20, 30), items, (FrameLoss("page", "lost"),))
    two = enlarged(one, 2)
    assert two.size == (40, 60)
    assert two.losses == one.losses
    for before, after in zip(one.walk(), two.walk(), strict=True):
        assert (after.x, after.y) == (2 * before.x, 2 * before.y)
        match before.item, after.item:
            case Path(), Path() as path:
                assert (path.data, path.width, path.dash) == ("M 0 0 L 3 4 Z", 0.4, (2, 1))
            case Text() as small, Text() as large:
                assert large.width == pytest.approx(2 * small.width)
            case small, large:
                assert (large.width, large.height) == (2 * small.width, 2 * small.height)


# Days of a block --------------------------------------------------------------------------------------

HARD = "2 km wu / 6 x 400 m @ 5k w/ 200 m jog / 2 km cd"
BOX = 3.05
"""A box of 3.4 mm within its line."""


def block(weeks: int, day: Sequence[Mapping[str, str]], **head: str) -> Frame:
    """The first page of a block whose Mondays are alike."""
    workouts = {"legs": {"name": "Legs", "exercises": [{"squat": "3x8"}]}}
    plan = {"title": "P", "weeks": [{"mon": list(day)}] * weeks, "workouts": workouts, **head}
    job = WORKSHOP.make(WORKSHOP.load(plan), Order(sheets=("block",), parts=("sheets",)))
    return job.parts[0].sides[0].frame


def boxes(frame: Frame) -> int:
    """How many boxes to tick its rows have, without that of the key."""
    return sum((one.width, one.height) == pytest.approx((BOX, BOX)) for one in shapes(frame)) - 1


RUN, STRENGTH, DATED = {"run": "6 km easy"}, {"strength": "legs"}, {"start": "2027-03-01"}


@pytest.mark.parametrize(
    ("item", "head", "weeks"),
    [(RUN, {}, 14), (RUN, DATED, 2), (RUN, DATED, 8), (STRENGTH, {}, 8), (STRENGTH, DATED, 14)],
)
def test_every_day_of_work_has_a_box(item: Mapping[str, str], head: Mapping[str, str], weeks: int) -> None:
    assert boxes(block(weeks, [item], **head)) == weeks


SEVERAL = [{"run": HARD}, {"run": "6 km easy"}, {"strength": "legs"}]


@pytest.mark.parametrize("weeks", [3, 8, 12, 16])
def test_a_day_of_several_sessions_has_one_box_however_many_weeks_there_are(weeks: int) -> None:
    assert boxes(block(weeks, SEVERAL)) == weeks


def test_where_there_is_room_each_session_is_named() -> None:
    said = [text.replace("\xa0", " ") for text, _, _ in words(block(3, SEVERAL))]
    assert [said.count(text) for text in ("Intervals", "Easy run", "Legs")] == [3, 3, 3]


def test_a_name_that_says_no_more_than_its_run_is_left_out() -> None:
    strides = [{"run": "4 km easy / 4 x 100 m strides w/ 100 m walk", "name": "Easy with strides"}]
    text = " ".join(block(3, strides).text.split())
    assert text.count("Easy + strides") == 3 and "Easy with" not in text


def sizes(frame: Frame, text: str) -> set[float]:
    """The type that a text is set in."""
    return {
        one.item.size_pt for one in frame.walk() if isinstance(one.item, Text) and text in one.item.content
    }


@pytest.mark.parametrize(("weeks", "size"), [(4, {8}), (5, {8}), (6, set())])
def test_how_a_run_is_done_is_in_larger_type_where_rows_are_high(weeks: int, size: set[float]) -> None:
    assert sizes(block(weeks, [{"run": HARD}], start="2027-03-01"), "jog") == size


@pytest.mark.parametrize("sheet", ["block", "month"])
@pytest.mark.parametrize("plan", ["halbmarathon", "ten-k-build"])
def test_the_key_and_what_an_estimate_is_take_a_line_each(sheet: str, plan: str) -> None:
    """Where the row were too narrow for them, all text on the page would take its short form."""
    order = Order(sheets=(sheet,), parts=("sheets",))
    frame = WORKSHOP.make(assets.templates("plans") / f"{plan}.yaml", order).parts[0].sides[0].frame
    said = {text.replace("\xa0", " ").replace("\xad", "") for text, _, _ in words(frame)}
    german = plan == "halbmarathon"
    assert ("Krafttraining an dem Tag" if german else "strength that day") in said
    assert ("≈ aus der Zeit, mit 6:00/km" in said) is german


def test_where_a_days_steps_are_too_much_its_exercises_stay() -> None:
    lifts = [{name: "3x8"} for name in ("squat", "plank", "lunge", "calf-raise", "dead-bug", "push-up")]
    day = [{"run": HARD}, {"run": HARD}, {"strength": "all"}]
    plan = {"title": "P", "weeks": [{"mon": day}] * 4, "workouts": {"all": {"exercises": lifts}}}
    job = WORKSHOP.make(WORKSHOP.load(plan), Order(sheets=("block",), parts=("sheets",)))
    text = job.parts[0].sides[0].frame.text
    assert (text.count("Push-up"), text.count("warm-up")) == (4, 0)


@pytest.mark.parametrize(("weeks", "lines"), [(4, True), (8, False)])
def test_high_rows_have_lines_to_write_on(weeks: int, lines: bool) -> None:
    """In a day's column, under what there is to do; the foot has those of the whole block."""
    frame = block(weeks, [{"run": "6 km easy"}], start="2027-03-01")
    found = [one for one in shapes(frame) if one.height == 0 and 15 < one.width < 19 and one.y < 230]
    assert bool(found) is lines
    assert (frame.text.count("Notes") == weeks) is lines


def test_lines_to_write_on_are_level_however_much_their_days_say() -> None:
    days = {
        "mon": [{"run": "6 km easy", "note": "Talking pace, on soft ground"}],
        "wed": [{"run": "8 km easy"}],
    }
    plan = {"title": "P", "weeks": [days] * 4}
    job = WORKSHOP.make(WORKSHOP.load(plan), Order(sheets=("block",), parts=("sheets",)))
    found = [one for one in shapes(job.parts[0].sides[0].frame) if one.height == 0 and 15 < one.width < 19]
    monday, wednesday = ({round(one.y, 2) for one in found if abs(one.x - left) < 5} for left in (29, 69))
    assert monday < wednesday


EIGHT = {"lighter": "every 8th week, sets -1", "phases": {"Build": 8}}


def test_where_nothing_is_run_days_have_their_first_lift_and_weeks_a_bar_of_their_sets() -> None:
    lifts = {"legs": {"exercises": [{"deadlift": "3x5 @ RPE 7"}, {"squat": "3x8"}]}}
    monday = {"mon": [{"strength": "legs"}]}

    def made(**runs: object) -> Frame:
        plan = {"title": "P", "base_week": monday | runs, "workouts": lifts, **EIGHT}
        job = WORKSHOP.make(WORKSHOP.load(plan), Order(sheets=("block",), parts=("sheets",)))
        return job.parts[0].sides[0].frame

    text = made().text.replace("\xa0", " ")
    assert (text.count("Deadlift\n3 × 5\nRPE 7\nkg"), text.count("Deadlift\n2 × 5\nRPE 7\nkg")) == (7, 1)
    assert "Deadlift" not in made(tue=[{"run": "5 km easy"}]).text
    pencil = theme().colours["pencil"]
    bars = [one.item for one in made().walk() if isinstance(one.item, Path) and one.item.fill == pencil]
    assert len({bar.data for bar in bars}) == 2 and len(bars) == 8


def test_one_week_is_a_week_sheet_and_no_block() -> None:
    plan = {"title": "P", "weeks": [{"mon": [{"run": "6 km easy"}]}] * 3}
    job = WORKSHOP.make(WORKSHOP.load(plan), Order(sheets=("block",), parts=("sheets",), weeks=(2,)))
    assert "sheet block is for 2 weeks and more: it isn't printed for 1" in job.notes
    assert "How it went" in job.parts[0].sides[0].frame.text


def test_an_estimate_is_explained_and_totals_next_to_it_are_whole() -> None:
    exact = block(8, [{"run": "6.4 km easy"}])
    assert "≈" not in exact.text and exact.text.count("6.4\n") == 16
    workouts = {"mon": [{"run": "6.4 km easy"}]}
    plan = {
        "title": "P",
        "weeks": [workouts] * 7 + [{"mon": [{"run": "6.4 km easy"}, {"run": "20 min easy"}]}],
    }
    job = WORKSHOP.make(WORKSHOP.load(plan), Order(sheets=("block", "month"), parts=("sheets",)))
    explained = [
        "≈ from the time, at 6:00/km" in side.frame.text.replace("\xa0", " ") for side in job.parts[0].sides
    ]
    assert explained == ["≈1" in side.frame.text for side in job.parts[0].sides] == [True, False, True]
    said = [text for text, _, _ in words(job.parts[0].sides[0].frame)]
    assert said.count("6") == 7 + 1, "seven totals, and the number of the sixth week"
    assert said.count("≈10") == 1


DATE_LINE = 6.0
"""What a day's date is written on."""


@pytest.mark.parametrize("weeks", [2, 8])
@pytest.mark.parametrize(("head", "lines"), [({}, 7), ({"start": "2027-03-01"}, 0)], ids=["undated", "dated"])
def test_days_without_dates_have_a_line_for_them_also_days_of_rest(
    head: Mapping[str, str], lines: int, weeks: int
) -> None:
    found = shapes(block(weeks, [{"run": "6 km easy"}], **head))
    assert sum(rule.height == 0 and abs(rule.width - DATE_LINE) < 0.3 for rule in found) == lines * weeks


@pytest.mark.parametrize("undated", [True, False])
def test_a_race_has_a_box_with_a_date_or_without(undated: bool) -> None:
    frame = block(8, [{"run": "10 km race"}], **({} if undated else {"start": "2027-03-01"}))
    assert boxes(frame) == 8


@pytest.mark.parametrize("weeks", [4, 12, 16])
def test_days_have_the_loads_of_waves_where_there_is_room(weeks: int) -> None:
    """At twelve weeks with the exercise and its repetitions, at sixteen the load alone."""
    lifts = {"legs": {"exercises": [{"deadlift": "5/5/5+ @ 65/75/85% -> 3/3/3+ @ 70/80/90%"}]}}
    plan = {"title": "P", "weeks": [{"mon": [{"strength": "legs"}]}] * weeks, "workouts": lifts}
    job = WORKSHOP.make(WORKSHOP.load(plan), Order(sheets=("block",), parts=("sheets",)))
    text = job.parts[0].sides[0].frame.text.replace("\xa0", " ")
    assert text.count("70/80/90 %") == weeks - 1
    assert (text.count("Deadlift") == weeks) is (weeks < 14)


def test_two_runs_of_a_day_are_two_parts_of_its_bar() -> None:
    one, two = (
        {path.item.fill for path in block(8, day).walk() if isinstance(path.item, Path)}
        for day in ([{"run": HARD}], [{"run": HARD}, {"run": "9 km long"}])
    )
    assert two - one, "the long run's"


@pytest.mark.parametrize(("size", "weeks"), [((210, 297), 20), ((297, 420), 28), ((215.9, 279.4), 20)])
def test_longer_paper_has_more_weeks(size: tuple[float, float], weeks: int) -> None:
    block_sheet, month = sheet_named("block"), sheet_named("month")
    assert weeks_on(block_sheet, Size(*size)) == weeks
    assert weeks_on(month, Size(*size)) == month.weeks


@pytest.mark.parametrize(
    ("weeks", "sparse"),
    mostly_deep(
        product(range(2, 9), (False, True)), [(2, False), (4, True), (6, False), (7, False), (8, True)]
    ),
)
def test_blocks_of_few_weeks_reach_the_foot_of_their_page(weeks: int, sparse: bool) -> None:
    """And every heading of lines has one: the last is no more than two pitches of lines above the margin."""
    work = {"sun": {"run": "5 km easy"}}
    if not sparse:
        work |= {
            "tue": {"run": "2 km wu / 5 x 1 km @ threshold w/ 1 min jog / 1 km cd"},
            "thu": {"strength": "a"},
        }
    plan = {"title": "P", "weeks": [work] * weeks, "workouts": {"a": {"exercises": [{"squat": "3x8"}]}}}
    workshop = shared_workshop()
    (side,) = workshop.make(workshop.load(plan), Order(sheets=("block",), parts=("sheets",))).parts[0].sides
    rules = [rule for rule in shapes(side.frame) if rule.height < 0.3 and rule.width > 30]
    assert 287 - max(rule.y for rule in rules) < 14
    headings = {text: (x, y) for text, x, y in words(side.frame)}
    for heading in ("Athlete", "Goal", "What worked", "What to change"):
        x, y = headings[heading]
        assert any(abs(rule.x - x) < 0.5 and y < rule.y < y + 8 for rule in rules), heading
