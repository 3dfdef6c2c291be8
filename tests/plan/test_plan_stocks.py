"""Stocks in a plan: by name, by part number, by file, or written out; mistakes with their lines."""

from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from cardmaker.errors import PlanError, TemplateError
from cardmaker.pipeline.choosing import chosen_stock
from cardmaker.pipeline.order import Order
from cardmaker.pipeline.setting import settle
from cardmaker.pipeline.workshop import JobMaker
from cardmaker.plan.schema import plan_schema
from cardmaker.theme.stock import Stock
from tests.plan.schema_check import fits

HEAD = "title: P\nworkouts: {legs: {exercises: [squat: 3x10]}}\n"


def stock_of(folder: Path, prints: str, order: Order | None = None) -> Stock:
    """The exercise cards' stock of a plan that says this under 'print:'."""
    path = folder / "plan.yaml"
    path.write_text(f"{HEAD}print:\n{prints}\n", "utf-8")
    workshop = JobMaker()
    loaded = workshop.load(path)
    setting, _ = settle(workshop, loaded, loaded.plan, order or Order())
    return chosen_stock(setting, "exercise")[0]


def mistakes(folder: Path, prints: str) -> list[str]:
    with pytest.raises(PlanError) as caught:
        stock_of(folder, prints)
    return str(caught.value).replace(f"{folder}/", "").splitlines()


@pytest.mark.parametrize("name", ["avery-5371", "5371", "'8371'", "Avery 5371", "AVERY-28371"])
def test_by_brand_and_part(tmp_path: Path, name: str) -> None:
    assert stock_of(tmp_path, f"  stock: {name}").id == "avery-5371"


def test_written_out_in_the_plan(tmp_path: Path) -> None:
    stock = stock_of(tmp_path, "  stock: {card: {width: 60 mm, height: 9 cm}}")
    assert (stock.size, stock.name, stock.called) == ((60, 90), "", "60 × 90 mm")
    assert not stock.papers


def test_a_file_next_to_the_plan(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("name: Mine\ncard: {width: 60, height: 90}\n", "utf-8")
    assert stock_of(tmp_path, "  stock: mine.yaml").name == "Mine"
    assert stock_of(tmp_path, "  stock: a7", Order(stock=str(tmp_path / "mine.yaml"))).name == "Mine"
    assert stock_of(tmp_path, "  stock: mine.yaml", Order(stock="a6")).id == "a6"


def test_a_file_that_is_wrong_or_missing(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("name: Mine\ncard: {width: 60, hight: 90}\n", "utf-8")
    with pytest.raises(
        TemplateError, match=r"mine\.yaml:2: card\.hight: unknown key 'hight'; did you mean 'height'"
    ):
        stock_of(tmp_path, "  stock: mine.yaml")
    assert mistakes(tmp_path, "  stock: none.yaml") == ["plan.yaml:4: print.stock: no file 'none.yaml'"]


def test_all_mistakes_are_reported_with_their_lines(tmp_path: Path) -> None:
    prints = "  theme: clasic\n  stock:\n    card: {width: 60 mm, hight: 90 mm}\n  gym_stock: [a6]"
    assert mistakes(tmp_path, prints) == [
        "plan.yaml:4: print.theme: no theme 'clasic'; did you mean 'classic'?",
        "plan.yaml:6: print.stock.card.hight: unknown key 'hight'; did you mean 'height'?",
        "plan.yaml:7: print.gym_stock: should be text, not a list",
    ]
    assert mistakes(tmp_path, "  stock: pokre") == [
        "plan.yaml:4: print.stock: no stock 'pokre'; did you mean 'poker'?"
    ]


@pytest.mark.parametrize(
    ("stock", "fitting"),
    [
        ("a7", True),
        (5371, True),
        ({"card": {"width": "60 mm", "height": 90}}, True),
        ({"card": {"width": "60 mm"}}, False),
        ({"card": {"width": 60, "height": 90}, "papers": {"a4": {"columns": 2, "colour": 1}}}, False),
        ({"size": {"width": 60, "height": 90}}, False),
        (["a7"], False),
    ],
)
def test_the_schema_knows_stocks(stock: Any, fitting: bool) -> None:
    plan = {"title": "P", "workouts": {"legs": {"exercises": ["squat"]}}, "print": {"stock": stock}}
    assert fits(plan, plan_schema(), plan_schema()) is fitting


def test_the_schema_has_every_key_of_a_stock() -> None:
    assert set(plan_schema()["$defs"]["Stock"]["properties"]) == {one.name for one in fields(Stock)}
