"""From the plan's finishing and the order's ticket to the pages: bleed, marks, holes, copies, used sheets."""

from pathlib import Path

import pytest

from cardmaker.frame import Frame, Text
from cardmaker.frame import Path as Shape
from cardmaker.geometry import Point, Rect
from cardmaker.pipeline import Job, JobPart, Order
from cardmaker.plan.printing import Copies
from cardmaker.press.duplex import Flip
from cardmaker.press.printer import Printer, extent
from cardmaker.press.ticket import Mark, Sides
from tests.kit import make

PLAN = """
title: Small
workouts:
  legs: {exercises: [squat: 3x8, plank: 3x30s, glute bridge: 3x12]}
  core: {exercises: [dead bug: 3x8/side]}
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A small plan in a folder of its own."""
    path = tmp_path / "small.yaml"
    path.write_text(PLAN, "utf-8")
    return path


def part(job: Job, name: str) -> JobPart:
    """A part by name."""
    return next(one for one in job.parts if one.name == name)


def cards(path: Path, **order: object) -> JobPart:
    """The exercise cards that come of an order."""
    return part(make(path, Order(parts=("cards",), **order)), "cards")  # type: ignore[arg-type]


def sections(one: JobPart) -> list[str]:
    """The cards in the order of the fronts."""
    return [placement.section for placement in one.document.pages[0].placements]


def test_bleed_makes_room_for_itself(plan: Path) -> None:
    one = cards(plan, theme="night", stock="poker", bleed=3.0)
    page = one.document.pages[0]
    assert len(page.grounds) == len(page.trims) == 4
    paper = Rect(3, 3, 204, 291)
    for ground, trim in zip(page.grounds, page.trims, strict=True):
        assert ground.window and paper.contains(ground.window)
        assert ground.window == pytest.approx(Rect(trim.x - 3, trim.y - 3, trim.width + 6, trim.height + 6))
    windows = [ground.window for ground in page.grounds if ground.window]
    assert not any(a.overlaps(b) for i, a in enumerate(windows) for b in windows[i + 1 :])


def test_a_gutter_asked_for_goes_before_that_of_the_bleed(plan: Path) -> None:
    first, second = cards(plan, stock="poker", bleed=3.0, gutter=1.0).document.pages[0].trims[:2]
    assert second.x - first.right == pytest.approx(1) or first.y - second.bottom == pytest.approx(1)


def test_sheets_carry_their_number_and_a_rule_in_the_units_of_the_paper(plan: Path) -> None:
    for paper, length, said in (("a4", 50.0, "50 mm at 100 %"), ("letter", 50.8, "2 in at 100 %")):
        front, back = cards(plan, stock="poker", paper=paper).document.pages
        assert [words(one.frame) for one in front.slugs] == ["Exercise cards, sheet 1 of 1, front", said]
        assert [words(one.frame) for one in back.slugs] == ["Exercise cards, sheet 1 of 1, back"]
        (rule,) = (one.item for one in front.slugs[1].frame.items if isinstance(one.item, Shape))
        xs = [float(token) for token in rule.data.replace("M", "").replace("L", "").split()[::2]]
        assert max(xs) - min(xs) == pytest.approx(length)
    assert not any(page.slugs for page in cards(plan, stock="avery-5371").document.pages)
    (folded,) = cards(plan, stock="poker", fold=True).document.pages
    assert words(folded.slugs[0].frame) == "Exercise cards, sheet 1 of 1"


def words(frame: Frame) -> str:
    """All that is written in a frame."""
    return " ".join(one.item.content for one in frame.walk() if isinstance(one.item, Text))


def test_stock_that_comes_cut_gets_no_marks(plan: Path) -> None:
    asked = {"marks": ("crop", "guides", "registration"), "corner_radius": 3.0, "ring_hole": True}
    one = cards(plan, stock="avery-5371", **asked)
    assert one.pre_cut
    assert all(page.marks is None for page in one.document.pages)
    assert all(page.marks for page in cards(plan, **asked).document.pages[::2])


def test_marks_by_name(plan: Path) -> None:
    ticket = cards(plan, marks=("guides",), ring_hole=True).ticket
    assert ticket and ticket.marks == {Mark.GUIDES, Mark.FOLD, Mark.HOLE}


def test_the_corner_of_a_ring_is_kept_clear(plan: Path) -> None:
    """A6 has room for it, so that nothing lies less than 8 mm from the top."""
    job = make(plan, Order(parts=("cards",), stock="a6", ring_hole=True))
    assert not [note for note in job.notes if "hole" in note]
    for page in part(job, "cards").document.pages:
        for placement in page.placements:
            ink = extent(placement.frame)
            assert ink and ink.y >= 7.9


def test_a_card_too_full_for_a_hole_is_reported(plan: Path) -> None:
    deep = (
        "print: {stock: {card: {width: 44 mm, height: 63 mm}, holes: [{x: 22 mm, y: 18 mm, diameter: 8 mm}]}}"
    )
    crowded = plan.with_name("crowded.yaml")
    crowded.write_text(PLAN.replace("squat", "lunge") + deep)
    job = make(crowded, Order(parts=("cards",)))
    assert len(part(job, "cards").document.pages[0].placements) == 4
    reported = [note for note in job.notes if note.startswith("no room to keep the ring's hole clear on '")]
    assert len(reported) == 1
    assert "Lunge" in reported[0]


def test_copies_of_all_and_of_some(plan: Path) -> None:
    order = Copies(2, {"Squat": 1, "plank": 0})
    one = cards(plan, copies=order)
    wanted = ("Squat", "Glute bridge", "Dead bug", "Glute bridge (2)", "Dead bug (2)")
    assert all(name.endswith(end) for name, end in zip(sections(one), wanted, strict=True))
    assert one.cards == 5 == len(sections(one))
    assert not any("Plank" in name for name in sections(one))


def test_a_used_sheet_is_the_exercise_cards(plan: Path) -> None:
    job = make(plan, Order(parts=("cards", "gym"), start_at=3))
    exercise, gym = part(job, "cards").ticket, part(job, "gym").ticket
    assert exercise and gym
    assert (exercise.start_at, gym.start_at) == (3, 1)
    alone = part(make(plan, Order(parts=("gym",), start_at=3)), "gym").ticket
    assert alone and alone.start_at == 3


def test_what_the_printer_turns(plan: Path) -> None:
    turns = [
        (Order(), Flip.LONG),
        (Order(flip=Flip.SHORT), Flip.SHORT),
        (Order(sides=Sides.FRONTS), Flip.NONE),
        (Order(sides=Sides.BACKS), Flip.NONE),
        (Order(fold=True), Flip.NONE),
    ]
    for order, flip in turns:
        one = cards(plan, **order.given)
        assert (one.flip, one.document.duplex) == (flip, flip.viewer_preference)
        assert one.sheets_of_paper == 1 and len(one.document.pages) == (1 if flip is Flip.NONE else 2)


def test_a_printers_offset_moves_backs_however_they_are_printed(plan: Path) -> None:
    printer = Printer("desk", back=Point(0.5, 0.0))

    def moved(**order: object) -> list[float]:
        return [page.adjustment.dx for page in cards(plan, printer=printer, **order).document.pages]

    assert moved() == [0, -0.5]
    assert moved(sides=Sides.FRONTS) == [0]
    assert moved(sides=Sides.BACKS) == [-0.5]
    assert moved(sides=Sides.BACKS, flip=Flip.SHORT) == [0.5]
    assert moved(fold=True) == [0], "fold-over cards have no back page"


def test_targets_that_find_no_room_are_reported(plan: Path) -> None:
    def notes(stock: str) -> tuple[str, ...]:
        order = Order(parts=("cards",), stock=stock, marks=("registration",))
        return make(plan, order).notes

    assert notes("a7") == (
        "no room for registration targets around A7 cards on A4; they go with smaller gutters, fewer cards or"
        " larger paper",
    )
    assert notes("poker") == ()
