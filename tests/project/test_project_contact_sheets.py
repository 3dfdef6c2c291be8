"""The contact sheets show every template, in colour and grey, and what can't be made with its reason."""

from pathlib import Path

import pytest
from PIL import Image

from cardmaker import assets
from scripts.contact_sheets import BUNDLED, EXTREMES, GROUPS, View, contact_sheets, main, plan_file, tiles
from tests.kit import shared_workshop


def names(folder: str) -> set[str]:
    found = {path.stem for path in assets.templates(folder).glob("*.yaml")}
    assert found
    return found


@pytest.mark.parametrize(("group", "key", "folder"), [
    ("stocks", "stock", "stocks"),
    ("themes", "theme", "themes"),
    ("papers", "paper", "stocks/papers"),
])  # fmt: skip
def test_every_template_is_shown(group: str, key: str, folder: str) -> None:
    assert {view.order.get(key) for view in GROUPS[group]()} - {None} == names(folder)


def test_every_sheet_is_shown_with_every_plan() -> None:
    shown = {(view.order["sheets"][0], view.plan) for view in GROUPS["sheets"]()}
    usual = {name for name in names("sheets") if not name.startswith(("large-print", "athlete", "groups"))}
    assert shown == {(sheet, plan) for sheet in usual for plan in (*BUNDLED, *EXTREMES)} | {
        ("athlete", "athlete"),
        ("large-print-athlete", "athlete"),
    }


@pytest.mark.parametrize("plan", [*BUNDLED, *EXTREMES])
def test_plans_are_there(plan: str) -> None:
    assert plan_file(plan).is_file()


def test_contact_sheet_has_all_pages_and_says_why_one_is_missing() -> None:
    there = View("weeks", "minimal", {"parts": ("sheets",), "sheets": ("week-landscape",)}, dpi=20)
    missing = View("cards", "minimal", {"parts": ("cards",)}, dpi=20)
    shown = list(tiles(shared_workshop(), [there, missing]))
    assert [tile.caption for tile in shown] == ["weeks"] * 3 + ["cards"]
    (sheet,) = contact_sheets(shown)
    assert sheet.height > max(tile.picture.height for tile in shown)


def test_main_writes_colour_and_grey(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one = View("weeks", "minimal", {"parts": ("sheets",), "sheets": ("week-landscape",)}, most=1, dpi=20)
    monkeypatch.setitem(GROUPS, "sheets", lambda: iter([one]))
    main(["sheets", "-o", str(tmp_path)])
    assert Image.open(tmp_path / "sheets-1.png").mode == "RGB"
    assert Image.open(tmp_path / "sheets-1-grey.png").mode == "L"
