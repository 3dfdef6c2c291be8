"""One file for a print shop: each athlete on a fresh sheet, pages with names between them, labels on bought sheets."""

import io
from itertools import pairwise
from pathlib import Path

import page as validation
import pikepdf
import pypdfium2
import pytest

from cardmaker.api import Workshop
from cardmaker.frame import Path as Shape
from cardmaker.frame import Text
from cardmaker.pipeline import Order
from cardmaker.pipeline.nameplates import name_labels
from cardmaker.plan.athlete import AthleteGroup
from cardmaker.plan.model import Colours
from cardmaker.theme.colour import contrast
from cardmaker.training.paces import Result
from tests.kit import Command, mostly_deep
from tests.layout.layout_kit import words

PLAN = """
title: Week
weeks: [{tue: [{run: 8 km easy}, {strength: legs}]}]
workouts: {legs: {exercises: [squat: 3x8, plank: 2x40 s]}}
"""
TABLE = "Name,Group\nRunner One,Blue\nRunner Two,Red\n"
WISH = ("build", "plan.yaml", "--roster", "club.csv")


@pytest.fixture
def club(in_folder: Path) -> Path:
    """A folder with a plan and a table."""
    Path("plan.yaml").write_text(PLAN)
    Path("club.csv").write_text(TABLE)
    return in_folder


def _pages(file: str) -> list[str]:
    with pypdfium2.PdfDocument(file) as pdf:
        return [page.get_textpage().get_text_range().strip() for page in pdf]


def _outline(file: str) -> dict[str, list[str]]:
    with pikepdf.open(io.BytesIO(Path(file).read_bytes())) as pdf, pdf.open_outline() as outline:
        return {item.title: [kid.title for kid in item.children] for item in outline.root}


def test_a_page_with_the_name_goes_before_each_athlete(command: Command, club: Path) -> None:
    done = command(*WISH, "--only", "sheets", "--separators", "-o", "all.pdf")
    assert done.code == 0, done.err
    first, _, second, _ = _pages("all.pdf")
    assert first.split() == ["Runner", "One", "Blue"] and second.split() == ["Runner", "Two", "Red"]


def test_separators_have_a_sheet_of_their_own_where_both_sides_are_printed(
    command: Command, club: Path
) -> None:
    assert command(*WISH, "--separators", "-o", "all.pdf").code == 0
    pages = _pages("all.pdf")
    starts = [at for at, text in enumerate(pages) if text.split()[:1] == ["Runner"] and len(text) < 40]
    assert len(starts) == 2 and all(at % 2 == 0 for at in starts)
    assert all(pages[at + 1] == "" for at in starts)


def _crowd(count: int) -> str:
    return "Name\n" + "".join(f"Runner {number}\n" for number in range(1, count + 1))


def test_of_many_the_outline_has_lists_that_are_closed_and_not_too_long(command: Command, club: Path) -> None:
    Path("club.csv").write_text(_crowd(101))
    assert command(*WISH, "--only", "sheets", "-o", "all.pdf").code == 0
    with pikepdf.open("all.pdf") as pdf, pdf.open_outline() as outline:
        lists = {item.title: [kid.title for kid in item.children] for item in outline.root}
        assert all(item.is_closed for some in outline.root for item in (some, *some.children))
        assert pdf.Root.Outlines.Count == 3
    assert list(lists) == ["Runner 1 – Runner 34", "Runner 35 – Runner 68", "Runner 69 – Runner 101"]
    assert lists["Runner 35 – Runner 68"][:2] == ["Runner 35", "Runner 36"]


@pytest.mark.parametrize("by", mostly_deep(["athlete", "part", "sheet"], ["athlete"]))
def test_a_validator_goes_through_a_volume_of_many(command: Command, club: Path, by: str) -> None:
    Path("club.csv").write_text(_crowd(260))
    assert command(*WISH, "--only", "sheets", "--by", by, "-o", "all.pdf").code == 0
    assert validation.is_pdf_compliant_bytes(Path("all.pdf").read_bytes(), profile="ua1")


def test_a_stack_of_sheets_has_an_entry_for_each_sheet(command: Command, club: Path) -> None:
    assert command(*WISH, "--copies", "9", "--by", "sheet", "-o", "all.pdf").code == 0
    outline = _outline("all.pdf")
    assert {"This week", "Cards 1", "Cards 2", "Gym 1"} <= outline.keys()
    assert all(names == ["Runner One", "Runner Two"] for names in outline.values())


def test_entries_of_all_parts_are_below_the_athlete_s(command: Command, club: Path) -> None:
    assert command(*WISH, "-o", "all.pdf").code == 0
    outline = _outline("all.pdf")
    assert list(outline) == ["Runner One", "Runner Two"]
    assert len(outline["Runner One"]) == len(outline["Runner Two"]) > 1


def test_only_one_file_for_paper_may_be_untagged(command: Command, club: Path) -> None:
    assert command(*WISH, "--untagged", "-o", "all.pdf").code == 0
    with pikepdf.open("all.pdf") as pdf:
        assert "/StructTreeRoot" not in pdf.Root
    refused = command(*WISH, "--untagged", "-o", "out")
    assert refused.code != 0 and "for one file that goes on paper" in refused.err
    assert not Path("out").exists()


def test_sheets_of_paper_are_stacked_with_their_backs(command: Command, club: Path) -> None:
    assert command(*WISH, "--only", "cards", "--copies", "9", "-o", "all.pdf").code == 0
    assert command(*WISH, "--only", "cards", "--copies", "9", "--by", "sheet", "-o", "stacked.pdf").code == 0
    collated, stacked = _pages("all.pdf"), _pages("stacked.pdf")
    half = len(collated) // 2
    sheets = [collated[at : at + 2] for at in range(0, half, 2)]
    assert len(sheets) > 1
    assert stacked == [side for sheet in sheets for _ in range(2) for side in sheet]
    refused = command(*WISH, "--by", "sheet", "--separators", "-o", "stacked.pdf")
    assert refused.code != 0 and "--separators go before each athlete's pages" in refused.err


def test_groups_are_side_by_side_on_one_sheet(command: Command, club: Path) -> None:
    Path("plan.yaml").write_text(
        "title: Week\nweeks: [{tue: [{run: 6 x 400 m @ 5k w/ 200 m jog}], wed: [{run: 8 km easy}]}]\n"
    )
    Path("club.csv").write_text("Name,5k time\nRunner One,19:30\nRunner Two,23:10\nRunner Three,24:00\n")
    done = command(*WISH, "--group", "pace", "--side-by-side", "-o", "wall")
    assert done.code == 0, done.err
    assert done.out.startswith("wall.pdf: 1 page for 2 groups")
    assert not Path("wall").exists()
    (text,) = _pages("wall.pdf")
    assert "5 km in 18–22 min" in text.replace("\xa0", " ") and "22–26 min" in text
    assert "1:32–1:34" in text and "1:50–1:56" in text  # a lap of 400 m at 19:30 and about 23:30 for 5 km
    assert text.count("Easy run") == 1
    assert "Runner" not in text + done.err


def test_heads_of_groups_are_on_one_line_in_columns_of_one_width() -> None:
    names = ("Quick", "Tuesday improvers", "Beginners of the second group", "Masters", "Half", "Blue")
    groups = tuple(
        AthleteGroup(
            name=name,
            races=(Result(5000.0, 1200.0),),
            quickest=(Result(5000.0, 1080.0),),
            slowest=(Result(5000.0, 1320.0),),
            members=("Jo",) * count,
        )
        for count, name in enumerate(names, 1)
    )
    workshop = Workshop()
    plan = workshop.load({"title": "Week", "weeks": [{"tue": [{"run": "8 km easy"}]}]})
    order = Order(sheets=("groups",), parts=("sheets",))
    frame = workshop.make(plan, order, AthleteGroup(groups=groups)).parts[0].sides[0].frame
    placed = words(frame)
    last = [
        next(one for one in placed if one[0] == said) for said in ("Quick", "improvers", "Masters", "Blue")
    ]
    assert len({y for _, _, y in last}) == 1
    (from_what,) = {y for said, _, y in placed if said.startswith("from")}
    assert from_what > last[0][2]
    firsts = [min(y for said, x, y in placed if said.startswith("Jo") and x == at) for _, at, _ in last]
    assert len(set(firsts)) == 1
    columns = sorted({x for said, x, _ in placed if said.startswith("from")})
    steps = [after - before for before, after in pairwise(columns)]
    assert len(columns) == 6 and max(steps) - min(steps) < 0.01


def test_a_figure_of_a_group_says_what_of_a_repeat_it_is(command: Command, club: Path) -> None:
    Path("plan.yaml").write_text(
        "title: Week\nweeks:\n  - mon: [{run: 6 x 400 m @ 5k w/ 200 m jog}]\n"
        "    tue: [{run: 5 x 1 km threshold w/ 1 min jog}]\n    wed: [{run: 3 x 1.5 km threshold w/ 1 min jog}]\n"
        "    thu: [{run: 20 km easy}]\n"
    )
    Path("club.csv").write_text("Name,5k time\nRunner One,19:30\nRunner Two,23:10\n")
    done = command(*WISH, "--group", "pace", "--side-by-side", "-o", "wall.pdf")
    assert done.code == 0, done.err
    text = _pages("wall.pdf")[0].replace("\xa0", " ")
    assert text.count("each 400 m") == 2
    assert "1.5 km in 6:15–6:38" in text and "1.5 km in 7:15–7:45" in text  # 4:10–4:25/km, 4:50–5:10/km
    assert text.count("each 1 km") == 2 and "1 km in" not in text, "the pace says it"
    assert text.count("/km") == 6, "a long run's hours are no pace"


def test_a_race_is_said_to_each_group(command: Command, club: Path) -> None:
    Path("plan.yaml").write_text(
        "title: Week\nweeks: [{mon: [{run: 8 km easy}], sun: [{run: 10 km race}]}]\n"
    )
    Path("club.csv").write_text("Name,5k time\nRunner One,19:30\nRunner Two,23:10\n")
    done = command(*WISH, "--group", "pace", "--side-by-side", "-o", "wall.pdf")
    assert done.code == 0, done.err
    text = _pages("wall.pdf")[0].replace("\xa0", " ")
    assert text.split().count("Race") == 1, "as a title"
    assert "41 min" in text and "48 min" in text


def test_the_wall_names_athletes_only_if_asked(command: Command, club: Path) -> None:
    Path("club.csv").write_text("Name,5k time\nRunner One,19:30\nRunner Two,23:10\nRunner Three,24:00\n")
    done = command(*WISH, "--group", "pace", "--side-by-side", "--names", "-o", "wall.pdf")
    assert done.code == 0, done.err
    text = _pages("wall.pdf")[0].replace("\xa0", " ")
    assert "Runner O." in text and "Runner Th., Runner Tw." in text
    refused = command(*WISH, "--group", "pace", "--names", "-o", "groups")
    assert refused.code != 0 and "--names is for the sheet for the wall" in refused.err


def test_groups_side_by_side_are_groups(command: Command, club: Path) -> None:
    done = command(*WISH, "--side-by-side")
    assert done.code != 0 and "name what makes them: --group pace" in done.err


def test_labels_go_on_the_positions_of_a_product(command: Command, club: Path) -> None:
    done = command(*WISH, "--name-labels", "avery-l4785", "--start-at", "9", "-o", "labels.pdf")
    assert done.code == 0, done.err
    title = ["Week"]
    assert [text.split() for text in _pages("labels.pdf")] == [
        ["Runner", "One", "Blue", *title, "Runner", "Two", "Red", *title]
    ]
    beyond = command(*WISH, "--name-labels", "avery-l4785", "--start-at", "11", "-o", "labels.pdf")
    assert beyond.code != 0 and "a sheet has 10 positions" in beyond.err


def test_names_on_labels_are_in_one_size_however_long_they_are() -> None:
    names = [("Jo Li", ""), ("Cleo Dumont-Vandenberghe", "B"), ("Alexandra-Katharina Featherstonehaugh", "B")]
    document = name_labels(Workshop(), names, "avery-l4785", Order(), sender=("Harbour Runners", ""))
    frames = [placement.frame for placement in document.pages[0].placements][:3]
    texts = [[one.item for one in frame.walk() if isinstance(one.item, Text)] for frame in frames]
    assert len({label[0].size_pt for label in texts}) == 1
    assert [label[-1].content for label in texts] == ["Harbour Runners"] * 3
    assert {label[-1].size_pt for label in texts} == {9}


def test_long_names_on_labels_have_lines_about_as_long_as_each_other() -> None:
    names = (("Hector Fernández de la Vega", "B"), ("Maximiliane Oberhuber-Schlosser", "B"))
    label, _ = _words("avery-l4785", ("Club",), *names)
    assert [line for line, _ in label] == ["Hector Fernández", "de la Vega", "B", "Club"]


@pytest.mark.parametrize("stock", ["avery-l4785", "business-eu"])
def test_groups_on_labels_are_at_one_height_below_the_longest_name(stock: str) -> None:
    names = [("Jo Li", "18–22 min"), ("Alexandra-Katharina von und zu Featherstonehaugh-Vandenberghe", "B")]
    document = name_labels(Workshop(), names, stock, Order(), sender=("Harbour Runners", ""))
    frames = [placement.frame for placement in document.pages[0].placements]
    short, long = ([one for one in frame.walk() if isinstance(one.item, Text)] for frame in frames)
    assert [one.item.content for one in (short[-2], long[-2]) if isinstance(one.item, Text)] == [
        "18–22 min",
        "B",
    ]
    assert short[-2].y == pytest.approx(long[-2].y)
    assert short[-2].y < short[-1].y, "above the club"
    assert max(one.y for one in long[:-2]) < long[-2].y - 3, "below the name"
    assert all(one.item.size_pt >= 7 for one in (*short, *long) if isinstance(one.item, Text))


def test_groups_on_labels_are_on_the_ground_that_the_club_has_on_cards() -> None:
    colours = Colours(primary="#FFE600")
    document = name_labels(Workshop(), [("Jo Li", "B")], "avery-l4785", Order(), colours=colours)
    (placement,) = document.pages[0].placements
    items = [one.item for one in placement.frame.walk()]
    assert "#FFE600" in [item.fill for item in items if isinstance(item, Shape)]
    name, below = (item for item in items if isinstance(item, Text))
    assert contrast(below.fill, "#FFE600") >= 4.5
    assert name.fill not in ("#FFE600", "#FFFFFF"), "dark on white"


LONG = "Harriers of the Lower Valley, of the Upper Valley and of all Hills Between"


def _words(stock: str, sender: tuple[str, ...], *names: tuple[str, str]) -> list[list[tuple[str, float]]]:
    """What each label says, and how far down."""
    document = name_labels(Workshop(), names, stock, Order(), sender=sender)
    return [
        [(one.item.content, one.y) for one in placement.frame.walk() if isinstance(one.item, Text)]
        for placement in document.pages[0].placements
    ]


def test_names_end_at_one_height_so_that_none_is_nearer_to_its_group() -> None:
    short, long = _words("geha-p40", (), ("Jo Li", "B"), ("Anna-Katharina Schmidt-Hohenstein", "Beginners"))
    assert len(long) > len(short) == 2
    assert short[-2][1] == pytest.approx(long[-2][1])


@pytest.mark.parametrize(
    ("club", "foot"),
    [
        ("Harbour Runners", "Harbour Runners  ·  10 km build"),
        (LONG, LONG),
        ("", "10 km build"),
    ],
    ids=["both", "the-club-if-both-are-too-wide", "no-club"],
)
def test_labels_have_club_and_plan_at_the_foot(club: str, foot: str) -> None:
    (label,) = _words("geha-p40", (club, "10 km build"), ("Jo Li", "B"))
    assert label[-1][0] == foot


def test_the_plan_is_not_on_labels_if_its_title_is_another_for_each(command: Command, club: Path) -> None:
    Path("plan.yaml").write_text(PLAN.replace("title: ", "title: '{name}' #"))
    assert command(*WISH, "--name-labels", "avery-l4785", "-o", "labels.pdf").code == 0
    assert _pages("labels.pdf")[0].split() == ["Runner", "One", "Blue", "Runner", "Two", "Red"]


def test_groups_have_a_file_each(command: Command, club: Path) -> None:
    done = command(*WISH, "--only", "sheets", "--group", "group", "-o", "out")
    assert done.code == 0, done.err
    assert sorted(path.name for path in Path("out").glob("*.pdf")) == ["Blue-plan.pdf", "Red-plan.pdf"]
    assert "note: group Blue: 1 athlete, no paces" in done.err


def test_calendars_are_made_next_to_files_and_made_again_if_they_are_gone(
    command: Command, club: Path
) -> None:
    Path("plan.yaml").write_text(PLAN.replace("weeks:", "start: 2027-03-01\nweeks:"))
    wish = (*WISH, "--only", "sheets", "--calendars", "-o", "out")
    assert command(*wish).code == 0
    calendar = Path("out/Runner-One-plan.ics")
    assert b"BEGIN:VEVENT" in calendar.read_bytes()
    calendar.unlink()
    assert "wrote 1 file" in command(*wish).out
    assert calendar.exists()
    mails = command("mail", "out", "--from", "coach@club.example", "--calendars", "--dry-run")
    assert mails.code == 0, mails.err
