"""Drafts after edits are what a make from scratch gives, side by side; PDFs are those of a build, byte for byte."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from cardmaker.api import Workshop, files_of
from cardmaker.cli.app import app
from cardmaker.paint.svg import write_svg
from cardmaker.studio.drafts import FrameKeys
from cardmaker.studio.engine import Engine
from cardmaker.studio.orders import order_of
from tests.studio.studio_kit import SMALL, ask, plan, said

ORDERS: list[dict[str, object]] = [
    {"theme": "low-ink", "paper": "letter"},
    {"stock": "index-3x5", "gym_stock": "a6", "marks": "crop"},
    {"medium": "screen"},
    {"book": "pocket"},
    {"theme": "large-print", "imposition": "single"},
    {"exercises": ["squat"], "copies": "2"},
    {"fold": True},
    {"poster": "2x2", "parts": ["sheets"]},
    {"bleed": "3 mm", "gutter": "8 mm", "ring_hole": True},
]
WORDS = ("3x8", "2x12 @ RPE 8", "4 x 400 m fast", "7 km easy", "Hills", "Straße", "6 x 2 min")


def edited(text: str, dice: random.Random) -> str:
    """A change as somebody types it: a word of a line, a line doubled, moved or left out."""
    lines = text.splitlines()
    at = dice.randrange(len(lines))
    match dice.randrange(4):
        case 0:
            key, colon, _ = lines[at].rpartition(": ")
            lines[at] = f"{key}{colon}{dice.choice(WORDS)}"
        case 1:
            lines.insert(at, lines[at])
        case 2:
            del lines[at]
        case _:
            other = dice.randrange(len(lines))
            lines[at], lines[other] = lines[other], lines[at]
    return "\n".join(lines) + "\n"


def edits(text: str, seed: int, count: int) -> Iterator[str]:
    """Texts one after the other; one that is wrong is taken back after it was tried."""
    dice = random.Random(seed)
    for _ in range(count):
        after = edited(text, dice)
        yield after
        if not [one for one in ask("check", text=after)["findings"] if one["level"] == "error"]:
            text = after


def from_scratch(text: str, order: dict[str, object]) -> dict[str, str]:
    """All sides as SVG, made in a workshop that knows nothing."""
    job = Workshop().make(text, order_of(order))
    return {
        f"{part.name}-{side.name}": write_svg(side.frame, side.title)
        for part in job.parts
        for side in part.sides
    }


def drafted(text: str, order: dict[str, object]) -> dict[str, str]:
    """The same of the engine that is warm."""
    found = ask("pages", text=text, order=order)
    return {
        side["name"]: ask("page", name=side["name"])["svg"] for side in found["sides"] if not found["stale"]
    }


def same_after_edits(order: dict[str, object], seed: int, count: int) -> int:
    """Compares after the last of some edits that can be made; how many could."""
    good = [text for text in edits(SMALL, seed, count) if not ask("pages", text=text, order=order)["stale"]]
    if good:
        assert drafted(good[-1], order) == from_scratch(good[-1], order)
    return len(good)


def test_drafts_after_edits_are_those_made_from_scratch() -> None:
    assert sum(same_after_edits({}, seed, 12) for seed in range(2)) > 2


@pytest.mark.deep
@pytest.mark.parametrize("order", [{}, *ORDERS], ids=str)
@pytest.mark.parametrize("seed", range(6))
def test_drafts_are_so_with_all_options_of_printing(order: dict[str, object], seed: int) -> None:
    same_after_edits(order, seed, 25)


@pytest.mark.parametrize("order", ORDERS, ids=str)
def test_what_is_on_paper_is_what_is_painted(order: dict[str, object]) -> None:
    """Every placement has a drawing of its own, and sides are found by their names."""
    found = ask("pages", text=SMALL, order=order)
    assert found["stale"] is False, found["findings"]
    sides = {side["name"] for side in found["sides"]}
    placed = [one for paper in found["papers"] for one in paper["placements"]]
    assert placed and {one["side"] for one in placed if one["side"][0] != "+"} <= sides
    for name in {one["side"] for one in placed if one["side"][0] == "+"}:
        svg = ask("page", name=name)
        assert svg["areas"] == [] and "#FFFFFF" not in svg["svg"].partition("<path")[0]
    assert {part["name"] for part in found["parts"]} == {side["part"] for side in found["sides"]}


def test_pdfs_are_those_of_a_build(tmp_path: Path) -> None:
    (tmp_path / "spring.yaml").write_text(SMALL, "utf-8")
    ran = CliRunner().invoke(
        app,
        ["build", str(tmp_path / "spring.yaml"), "-o", f"{tmp_path}/", "--no-cache", "--theme", "low-ink"],
    )
    assert ran.exit_code == 0, ran.output
    ask("pages", text=SMALL, order={"theme": "bold"})
    answer, blobs = said("pdf", text=SMALL, order={"theme": "low-ink"})
    for file, data in zip(answer["ok"]["files"], blobs, strict=True):
        assert (tmp_path / f"spring-{file['name']}").read_bytes() == data
        assert file["size"] == len(data) and file["takes"]


@pytest.mark.deep
@pytest.mark.parametrize("order", ORDERS, ids=str)
def test_pdfs_are_those_of_a_make_from_scratch(order: dict[str, object]) -> None:
    text = plan("runners-week")
    answer, blobs = said("pdf", text=text, order=order)
    names = [file["name"] for file in answer["ok"]["files"]]
    assert dict(zip(names, blobs, strict=True)) == files_of(Workshop().make(text, order_of(order)))


def test_pictures_and_parts_may_be_asked_for() -> None:
    answer, blobs = said("pdf", text=SMALL, parts=["cards"], form="svg")
    assert [file["name"][:6] for file in answer["ok"]["files"]] == ["cards-"] * len(blobs)
    assert all(data.startswith(b"<svg") for data in blobs)


def test_keys_change_only_with_what_is_on_a_side() -> None:
    def keys(text: str) -> dict[str, str]:
        return {side["name"]: side["key"] for side in ask("pages", text=text)["sides"]}

    before = keys(SMALL)
    assert keys(SMALL.replace("# a remark", "# another")) == before
    after = keys(SMALL.replace("lunge: 3x8", "lunge: 3x9"))
    changed = {name.partition("-")[0] for name in before if before[name] != after[name]}
    assert before.keys() == after.keys() and "cards" in changed
    assert [name for name in before if "squat" in name and before[name] != after[name]] == []


def test_frames_that_look_alike_have_one_key_however_they_came_to_be() -> None:
    jobs = [Workshop().make(SMALL) for _ in range(2)]
    keys = [[FrameKeys().of(side.frame) for part in job.parts for side in part.sides] for job in jobs]
    assert keys[0] == keys[1] and len(set(keys[0])) == len(keys[0])


def test_a_plan_that_was_laid_out_ahead_is_drafted_as_ever_and_leaves_the_last_one() -> None:
    pages = ask("pages", text=SMALL)
    name = pages["sides"][0]["name"]
    side = ask("page", name=name)
    ahead = plan("runners-week")
    assert ask("warm", text=ahead) == {} == ask("warm", text="title: [")
    assert ask("page", name=name) == side
    fresh = Engine(Path()).plans.pages(ahead).data
    assert ask("pages", text=ahead) == fresh


def test_a_word_in_a_week_of_many_changes_that_weeks_sheet_alone() -> None:
    week = "  - {mon: [{run: 8 km easy, note: flat}], wed: {strength: legs}, sat: {run: 12 km long}}\n"
    text = (
        f"title: A quarter\nweeks:\n{week * 14}workouts: {{legs: {{exercises: [squat: 3x8, lunge: 3x8]}}}}\n"
    )
    parts = text.split("flat")
    edited = "flat".join(parts[:11]) + "hilly" + "flat".join(parts[11:])
    before, after = (
        {side["name"]: side["key"] for side in ask("pages", text=each)["sides"]} for each in (text, edited)
    )
    assert before.keys() == after.keys() and len(before) > 14
    assert [name[-7:] for name in before if before[name] != after[name]] == ["week-11"]


def test_a_plan_with_mistakes_leaves_the_last_pages(tmp_path: Path) -> None:
    first = ask("pages", text=SMALL)
    found = ask("pages", text=SMALL.replace("legs}", "legz}"))
    assert found["stale"] and found["sides"] == first["sides"] and found["findings"][0]["fixes"]
    assert ask("page", name=first["sides"][0]["name"])["svg"]
    fresh = Engine(tmp_path).plans.pages("title: 3", {}).data
    assert fresh["stale"] and fresh["sides"] == []


def test_a_click_on_a_page_leads_to_its_field() -> None:
    text = plan("runners-week")
    ask("pages", text=text)
    areas = ask("page", name="sheets-01-this-week")["areas"]
    assert areas == ask("areas", name="sheets-01-this-week")["areas"]
    fields = {one["field"] for one in areas}
    assert {"title", "weeks.0.focus", "weeks.0.wed.0.name", "tips.0"} <= fields
    lines = text.splitlines()
    assert all(lines[one["line"] - 1].lstrip("- ").startswith(str(one["path"][-1])) for one in areas if
               isinstance(one["path"][-1], str))  # fmt: skip
    card = ask("page", name="cards-01-squat-front")["areas"]
    assert card[0]["path"][-1] == "squat" and (card[0]["w"], card[0]["h"]) == (74, 105)
