"""The door for programs: what the page about it says, what may be handed over, and what a workshop keeps."""

import io
import json
import re
from dataclasses import replace
from pathlib import Path

import pytest

import cardmaker
from cardmaker import Athlete, CardmakerError, Finding, Job, Order, Workshop, assets
from cardmaker.api import files_of
from cardmaker.errors import PictureError, PlanError, SourceError
from cardmaker.frame import Frame
from cardmaker.page import Page
from cardmaker.pipeline import make
from tests.kit import PLANS, bundled_plans
from tests.test_pipeline import SMALL

PAGE = Path(__file__).parents[1] / "docs" / "use-it-from-python.md"
WEEK = assets.templates("plans") / "runners-week.yaml"
OTHER = """\
title: Other
units: imperial
weeks:
  - mon: [{run: 5 mi easy}]
    thu: [{strength: core}]
workouts:
  core: {name: Core, exercises: [plank: 3x30 s, squat: 3x8]}
"""
LOGO = b'<svg viewBox="0 0 20 10"><path d="M0 0h20v10H0z" fill="teal"/></svg>'


def test_the_page_about_it_is_right() -> None:
    blocks = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    assert len(blocks) >= 6
    names: dict[str, object] = {}
    for block in blocks:
        exec(block, names)


def test_everything_offered_is_there() -> None:
    for name in cardmaker.__all__:
        assert getattr(cardmaker, name) is not None
    assert set(cardmaker.__all__) <= set(dir(cardmaker))
    with pytest.raises(AttributeError, match="nothing_like_it"):
        cardmaker.nothing_like_it  # noqa: B018


# What may be handed over -----------------------------------------------------------------------------


def test_a_plan_comes_in_many_ways(tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, "utf-8")
    workshop = Workshop()
    expected = workshop.load(path).plan
    data = {
        "title": "Small",
        "start": expected.start,
        "weeks": (
            {
                "mon": [{"run": "6 km easy", "name": "First"}, {"strength": "lower"}],
                "wed": [{"run": "8 km tempo", "name": "Second"}],
                "sat": [{"run": "12 km long", "name": "Third"}],
            },
        ),
        "workouts": {
            "lower": {
                "name": "Lower body",
                "exercises": [{"squat": "3x8"}, {"plank": "2x30 s"}, {"lunge": "2x8/side"}],
            }
        },
    }
    text = json.dumps(data, default=str)
    for given in (
        str(path),
        SMALL,
        SMALL.encode(),
        data,
        text,
        io.StringIO(SMALL),
        io.BytesIO(SMALL.encode()),
    ):
        assert workshop.load(given).plan == expected
    assert workshop.load(text, name="small.json").plan == expected
    with path.open("rb") as stream:
        assert workshop.load(stream).source.name == str(path)


@pytest.mark.parametrize(
    ("given", "error", "reported"),
    [
        (
            {"title": "x", "weeks": [{"mon": {1, 2}}]},
            PlanError,
            "weeks.0.mon: a set is neither text, a number",
        ),
        ({"title": "x", 3: "y"}, PlanError, "the key 3 should be text"),
        ({"title": "a\0b", "weeks": []}, PlanError, "title"),
        (b"\xff\xfe\x00", SourceError, "plan: this is UTF-16 text"),
        ("\n\n", SourceError, "plan: the file is empty"),
        ("- a\n- b\n", PlanError, "this is no plan"),
        ("none.yaml", SourceError, "none.yaml: no such file"),
    ],
)
def test_what_is_no_plan_is_refused(given: object, error: type[CardmakerError], reported: str) -> None:
    with pytest.raises(error, match=re.escape(reported)):
        cardmaker.load(given)  # type: ignore[arg-type]


def test_data_that_holds_itself_is_refused() -> None:
    data: dict[str, object] = {"title": "x"}
    data["weeks"] = [data]
    with pytest.raises(PlanError, match="nested more than"):
        cardmaker.load(data)


def test_mistakes_begin_with_the_name_and_its_suffix_says_the_format() -> None:
    with pytest.raises(PlanError) as caught:
        cardmaker.load('title = "x"\nweeks = [{mon = 7}]\n', name="upload.toml")
    assert str(caught.value).startswith("upload.toml:2: weeks.0.mon")


def test_pictures_come_as_bytes() -> None:
    workshop = Workshop()
    plan = SMALL + "club: {logo: logo.svg}\npictures: {squat: {file: art/squat.svg, author: A, licence: B}}\n"
    with pytest.raises(PlanError, match=re.escape("no file 'logo.svg'")):
        workshop.load(plan)
    loaded = workshop.load(plan, files={"logo.svg": LOGO, "art/squat.svg": LOGO})
    job = workshop.make(loaded)
    assert [picture.written for picture in job.pictures] == ["art/squat.svg", "logo.svg"]
    logo = job.handout.weeks[0].head.logo
    assert logo is not None and (logo.shape.width, logo.shape.height) == (20, 10)
    bad = workshop.load(plan, files={"logo.svg": b"GIF89a", "art/squat.svg": LOGO})
    with pytest.raises(PictureError, match=re.escape("plan:9: club.logo: logo.svg: this is a GIF picture")):
        workshop.make(bad)


def test_pictures_lie_in_the_base_folder(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_bytes(LOGO)
    job = Workshop().make(cardmaker.load(SMALL + "club: {logo: logo.svg}\n", tmp_path))
    assert job.handout.weeks[0].head.logo is not None


# What is found ---------------------------------------------------------------------------------------


def test_findings_have_their_lines() -> None:
    found = cardmaker.check(SMALL.replace("squat", "sqat").replace("6 km easy", "6 kn easy"))
    assert [(one.level, one.line, one.field) for one in found] == [
        ("error", 4, "weeks.0.mon.0.run"),
        ("error", 8, "workouts.lower.exercises.0.sqat"),
    ]


def test_advice_is_a_note_and_unknown_rights_are_a_warning() -> None:
    plan = SMALL + "  spare: {exercises: [squat]}\npictures: {squat: squat.svg}\n"
    workshop = Workshop()
    found = workshop.check(workshop.load(plan, files={"squat.svg": LOGO}))
    assert [(one.level, one.rule) for one in found[:2]] == [("warning", ""), ("note", "CM101")]
    assert "author and licence are unknown" in str(found[0])
    assert found[1] == Finding("note", str(found[1]), 9, "workouts.spare", "CM101")


# For whom --------------------------------------------------------------------------------------------


def test_an_athlete_has_a_name_and_units() -> None:
    workshop = Workshop()
    loaded = workshop.load(SMALL)
    plain, own = (
        workshop.make(loaded),
        workshop.make(loaded, None, Athlete(name="Runner 7", units="imperial")),
    )
    assert (plain.handout.athlete, own.handout.athlete) == ("", "Runner 7")
    assert (plain.handout.weeks[0].total, own.handout.weeks[0].total) == ("26.0", "16.2")
    assert own.handout.weeks[0].total_unit == "mi"
    assert own.parts[0].document.subject == "Runner 7"
    with pytest.raises(CardmakerError, match="no units 'stone'; there are: metric, imperial"):
        workshop.make(loaded, None, Athlete(units="stone"))  # type: ignore[arg-type]
    with pytest.raises(CardmakerError, match="no language 'xx'"):
        workshop.make(loaded, None, Athlete(language="xx"))
    with pytest.raises(CardmakerError, match="the athlete's name"):
        workshop.make(loaded, None, Athlete(name="Runner\x00"))


# What a workshop keeps -------------------------------------------------------------------------------


def frames(job: Job) -> list[Frame]:
    """Everything that is drawn, marks included."""
    pages: list[Page] = [page for part in job.parts for page in part.document.pages]
    placed = [one.frame for page in pages for one in (*page.grounds, *page.placements)]
    return placed + [page.marks for page in pages if page.marks]


def test_sheets_whose_type_gave_way_are_shared_too() -> None:
    workshop = Workshop()
    plan = assets.templates("plans") / "half-marathon.yaml"
    first, again = (workshop.make(workshop.load(plan), Order(parts=("sheets",))) for _ in range(2))
    assert all(one is other for one, other in zip(frames(first), frames(again), strict=True))


@pytest.mark.parametrize(
    "order",
    [
        Order(),
        Order(book="pocket"),
        pytest.param(Order(book="booklet", theme="night"), marks=pytest.mark.deep),
        Order(medium="screen"),
        pytest.param(Order(start_at=3, theme="low-ink"), marks=pytest.mark.deep),
        pytest.param(Order(imposition="single", stock="poker"), marks=pytest.mark.deep),
    ],
    ids=["plain", "pocket", "booklet", "screen", "used sheet", "single"],
)
def test_two_makes_share_every_frame_and_what_paint_made_of_it(order: Order) -> None:
    workshop = Workshop()
    first = workshop.make(workshop.load(WEEK), order)
    files = files_of(first, workshop.painter)
    compiled = [
        known.cache_info().misses for known in (workshop.painter.compiled, workshop.painter.compiled_marks)
    ]
    again = workshop.make(workshop.load(WEEK), order)
    assert len(frames(first)) == len(frames(again)) > 0
    assert all(one is other for one, other in zip(frames(first), frames(again), strict=True))
    assert files_of(again, workshop.painter) == files
    assert compiled[0] > 0
    assert compiled == [
        known.cache_info().misses for known in (workshop.painter.compiled, workshop.painter.compiled_marks)
    ]
    assert [part.document for part in first.parts] == [part.document for part in again.parts]


def test_only_what_differs_is_laid_out_again() -> None:
    workshop = Workshop()
    loaded = workshop.load(WEEK)
    one, other = (workshop.make(loaded, None, Athlete(name=name)) for name in ("Runner 1", "Runner 2"))
    known = {id(frame) for frame in frames(one)}
    new = [frame for frame in frames(other) if id(frame) not in known]
    assert len(new) == len(one.handout.weeks) + len(one.handout.blocks)  # which have the name on them


@bundled_plans("laufwoche")
def test_a_used_workshop_makes_the_same_bytes_as_a_fresh_one(plan: Path) -> None:
    workshop = Workshop()
    before: list[str | Path] = [
        SMALL,
        OTHER,
        *(PLANS[name] for name in ("runners-week", "laufwoche")),
    ]
    for one in before:
        workshop.make(workshop.load(one))
    assert workshop.build(plan) == Workshop().build(plan)


def test_plans_do_not_leak_into_one_another(tmp_path: Path) -> None:
    """One plan has its own squat, its own picture and its own colours; the next one has none of it."""
    own = OTHER + (
        "club: {name: Harbour, colours: {primary: '#0A5C36'}}\n"
        "exercises: {squat: {name: Squat of ours, section: legs, primary: [quads], cues: [One., Two., Three.]}}\n"
        "pictures: {squat: squat.svg}\nprint: {theme: night}\n"
    )
    workshop = Workshop()
    made = workshop.make(workshop.load(own, files={"squat.svg": LOGO}))
    assert "Squat of ours" in {card.name for card in made.handout.exercises}
    assert workshop.build(OTHER) == Workshop().build(OTHER)
    assert workshop.make(workshop.load(OTHER)).notes == Workshop().make(Workshop().load(OTHER)).notes


def test_a_workshop_is_used_on_after_an_error() -> None:
    workshop = Workshop()
    expected = Workshop().build(SMALL)
    long = SMALL.replace("name: First", "name: " + "Far" * 150)
    for bad in (long, SMALL.replace("squat", "sqat"), SMALL + "print: {stock: nothing}\n"):
        assert any(one.level == "error" for one in workshop.check(bad))
        assert workshop.build(SMALL) == expected


def test_a_plan_loaded_elsewhere_is_checked_against_the_workshops_own_templates(tmp_path: Path) -> None:
    (tmp_path / "stocks").mkdir()
    (tmp_path / "stocks" / "mine.yaml").write_text("card: {width: 63, height: 88}\n", "utf-8")
    loaded = Workshop([tmp_path]).load(SMALL + "print: {stock: mine}\n")
    with pytest.raises(PlanError, match="no stock 'mine'"):
        Workshop().make(loaded)


def test_what_is_kept_is_bounded() -> None:
    workshop = Workshop()
    workshop.make(workshop.load(WEEK))
    kept = len(workshop._frames)
    for number in range(3):
        workshop.make(workshop.load(WEEK), None, Athlete(name=f"Runner {number}"))
    assert kept < len(workshop._frames) <= kept + 3 * 10


def test_making_a_file_alone_gives_the_same(tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(SMALL, "utf-8")
    alone, job = make(path), Workshop().make(path)
    assert replace(alone, loaded=job.loaded).notes == job.notes
    assert [len(part.document.pages) for part in alone.parts] == [
        len(part.document.pages) for part in job.parts
    ]
