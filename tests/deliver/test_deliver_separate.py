"""Sides in files of their own: which there are, what they are called, and how large their pages are."""

import io
from pathlib import Path

import pikepdf
import pytest

from cardmaker.deliver.separate import separate
from cardmaker.errors import PaperError
from cardmaker.pipeline import Order
from cardmaker.plan.printing import Copies
from cardmaker.press.ticket import Sides
from tests.kit import Command, make


def order(**more: object) -> Order:
    return Order(parts=("cards",), imposition="single", **more)  # type: ignore[arg-type]


def test_each_side_of_each_copy_is_a_file(in_folder: Path) -> None:
    files = separate(make(in_folder / "small.yaml", order(copies=Copies(some={"squat": 2}))))
    fronts = [one.name for one in files if one.folder == "fronts"]
    assert fronts == [one.name for one in files if one.folder == "backs"], "both sides have the same name"
    assert [name[:4] for name in fronts] == [f"{number:03}-" for number in range(1, len(fronts) + 1)]
    assert sum("squat" in name for name in fronts) == 2
    assert len(set(fronts)) == len(fronts)


def test_a_page_is_one_side_with_its_bleed(in_folder: Path) -> None:
    files = separate(make(in_folder / "small.yaml", order(stock="cr80", bleed=2.0)))
    for side in files[:2]:
        with pikepdf.open(io.BytesIO(side.data)) as pdf:
            [page] = pdf.pages
            sizes = {
                name: [round(float(edge) / 72 * 25.4, 2) for edge in page[name].as_list()]
                for name in ("/MediaBox", "/TrimBox")
            }
        assert sizes["/MediaBox"] == [0, 0, 57.98, 89.6]
        assert sizes["/TrimBox"] == [2, 2, 55.98, 87.6]


def test_only_single_cards_with_both_sides_are_separated(in_folder: Path) -> None:
    with pytest.raises(PaperError, match="add --single"):
        separate(make(in_folder / "small.yaml", Order(parts=("cards",))))
    with pytest.raises(PaperError, match="leave --sides out"):
        separate(make(in_folder / "small.yaml", order(sides=Sides.FRONTS)))


def test_command(in_folder: Path, command: Command) -> None:
    done = command("build", "small.yaml", "--only", "cards", "--single", "--separate", "-o", "out/")
    assert done.code == 0
    fronts, backs = (
        sorted(path.name for path in (in_folder / "out" / side).iterdir()) for side in ("fronts", "backs")
    )
    assert fronts == backs
    assert f"{len(fronts)} card" in done.out
    (in_folder / "out/fronts/999-old.pdf").write_bytes(b"")
    again = command("build", "small.yaml", "--only", "cards", "--single", "--separate", "-o", "out/")
    assert "1 file that this build didn't write, such as 999-old.pdf" in again.err
    assert command("build", "small.yaml", "--separate", "--cut", "svg", "-o", "out/").code == 2
