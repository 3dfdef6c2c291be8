"""`cardmaker list stocks` and `cardmaker show` of a stock: sizes, papers, searching, sketches and drawings."""

import json
from pathlib import Path

import pypdfium2
import pytest

from cardmaker import assets
from tests.kit import Command

FILES = sorted(path.stem for path in assets.templates("stocks").glob("*.yaml"))


def ids(out: str) -> list[str]:
    return [line.split()[0] for line in out.splitlines()]


def row(out: str, name: str) -> str:
    return next(" ".join(line.split()) for line in out.splitlines() if line.startswith(f"{name} "))


def test_the_list_has_sizes_papers_and_what_is_pre_cut(command: Command) -> None:
    out = command("list", "stocks").out
    assert sorted(ids(out)) == FILES
    assert row(out, "a7") == "a7 74 × 105 mm 32 a2, 16 a3, 8 a4, 4 a5, 8 legal, 6 letter"
    assert row(out, "avery-5371") == "avery-5371 50.8 × 88.9 mm (2 × 3.5 in) 10 letter pre-cut"
    assert max(map(len, out.splitlines())) < 120


def test_groups_are_for_people(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cardmaker.cli.terminal.shown_to_a_person", lambda stream: True)
    lines = command("list", "stocks").out.splitlines()
    assert lines[0].split() == ["id", "card", "cards", "on", "a", "sheet", "cut"]
    to_cut = lines.index("To cut yourself:")
    sold = lines.index("Sold cut to size, by brand and part number:")
    assert 0 < to_cut < sold
    assert all("pre-cut" in line for line in lines[sold + 1 :])
    assert not any("pre-cut" in line for line in lines[to_cut:sold])


def test_by_paper(command: Command) -> None:
    out = command("list", "stocks", "--paper", "A5").out
    assert row(out, "a7") == "a7 74 × 105 mm 4 a5"
    assert not {"avery-5371", "sigel-lp800"} & set(ids(out))
    assert command("list", "--paper", "a5").out == out
    assert "avery-5371" in ids(command("list", "stocks", "--paper", "letter").out)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (("business",), {"business-us", "business-eu", "avery-5371", "geha-p68"}),
        (("buisness", "letter"), {"avery-5371", "southworth-bc554"}),
        (("8371",), {"avery-5371"}),
        (("pre-cut", "zweckform"), {"zweckform-32010", "avery-c32015"}),
        (("index",), {"index-3x5", "avery-5388"}),
        (("postcrad",), {"postcard", "a6"}),
    ],
)
def test_words_are_looked_for_and_typos_forgiven(
    command: Command, words: tuple[str, ...], found: set[str]
) -> None:
    assert found <= set(ids(command("list", "stocks", *words).out))
    assert "mini" not in ids(command("list", "stocks", *words).out)


def test_nothing_found_is_reported(command: Command) -> None:
    done = command("list", "stocks", "zzzz")
    assert (done.code, done.out, done.err) == (0, "", "note: no stock fits 'zzzz'\n")


def test_json_has_numbers(command: Command) -> None:
    [one] = json.loads(command("list", "stocks", "5371", "--json").out)
    assert one["card"] == {"width": 50.8, "height": 88.9}
    assert one["sheets"] == {"letter": 10}
    assert (one["id"], one["name"], one["pre_cut"]) == ("avery-5371", "Avery 5371", True)


def test_a_stock_that_is_wrong_is_listed_all_the_same(command: Command, in_folder: Path) -> None:
    (in_folder / "mine" / "stocks").mkdir(parents=True)
    text = "name: Bad\ncard: {width: 10 mm, height: 5 mm}\npapers: {a4: {columns: two, rows: [1]}}\n"
    (in_folder / "mine" / "stocks" / "bad.yaml").write_text(text)
    assert "bad" in ids(command("list", "stocks", "--templates", "mine").out)


@pytest.mark.parametrize("name", ["5371", "avery-8371", "Avery 5371"])
def test_show_by_part_number_with_a_sketch(command: Command, name: str) -> None:
    out = command("show", name).out
    assert out.startswith("Avery 5371 (stock avery-5371)\n")
    assert "50.8 × 88.9 mm (2 × 3.5 in)" in out
    assert "margins left 19.05, top 12.7, right 19.05, bottom 12.7 mm" in out
    assert "from card to card 88.9 mm across, 50.8 mm down" in out
    sketched = out[out.index("┌") :]
    assert sorted(int(word) for word in sketched.split() if word.isdigit()) == list(range(1, 11))


def test_show_on_another_paper(command: Command) -> None:
    out = command("show", "a7", "--paper", "letter").out
    assert "A sheet of letter" in out
    assert "on letter    margins left 0, top 28.7, right 5.9, bottom 28.7 mm" in out
    assert command("show", "5371", "--paper", "a4").err == "error: Avery 5371 cards go on letter, not on a4\n"


def test_show_a_file_of_ones_own(command: Command, in_folder: Path) -> None:
    (in_folder / "own.yaml").write_text(
        "card: {width: 60 mm, height: 90 mm}\nholes: [{x: 6, y: 6, diameter: 4 mm}]\nsides: one\n"
    )
    out = command("show", "own.yaml").out
    assert out.startswith("60 × 90 mm (stock own)\n")
    assert "4 mm wide, its middle 6, 6 mm from the card's top left" in out
    assert "can be printed on one side only" in out
    (in_folder / "own.yaml").write_text("card: {width: 60 mm, hight: 90 mm}\n")
    done = command("show", "own.yaml")
    assert (done.code, "own.yaml:1: card.hight: unknown key" in done.err) == (4, True)


def test_a_drawing_is_at_true_size(command: Command, in_folder: Path) -> None:
    assert (
        command("show", "5371", "-o", "sheet.pdf").out == "sheet.pdf   Avery 5371 on Letter, at true size\n"
    )
    page = pypdfium2.PdfDocument(in_folder / "sheet.pdf")[0]
    assert (page.get_width(), page.get_height()) == (612, 792)
    command("show", "a7", "-o", "sheet.svg")
    assert 'viewBox="0 0 210 297"' in (in_folder / "sheet.svg").read_text("utf-8")
    command("show", "a7", "-o", "sheet.png")
    assert (in_folder / "sheet.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("arguments", "code", "reported"),
    [
        (("show", "5371", "-o", "sheet.gif"), 10, "sheet.gif: a drawing ends in .pdf, .png or .svg"),
        (("show", "classic", "--kind", "theme", "-o", "x.pdf"), 2, "-o and --paper go with a stock"),
        (("show", "pokre", "-o", "x.pdf"), 6, "did you mean 'poker'"),
        (("list", "stocks", "--paper", "leter"), 6, "no paper 'leter'; did you mean 'letter'?"),
        (("list", "themes", "--paper", "a4"), 2, "--paper is for 'list stocks'"),
    ],
)
def test_what_is_wrong_is_reported(
    command: Command, arguments: tuple[str, ...], code: int, reported: str
) -> None:
    done = command(*arguments)
    assert done.code == code
    assert reported in done.err


@pytest.mark.parametrize(("paper", "cards"), [((), 4), (("--paper", "a3"), 10)])
def test_a_pouch_has_cards_six_millimetres_apart(
    command: Command, paper: tuple[str, ...], cards: int
) -> None:
    done = command("show", "a7", "--pouch", "-o", "pouch.svg", *paper)
    assert f"{cards} cards" in done.out
    assert "6 mm apart" in done.out
    assert Path("pouch.svg").read_text("utf-8").startswith("<svg")


def test_a_pouch_needs_a_file_and_a_card_that_goes_in(command: Command) -> None:
    without = command("show", "a7", "--pouch")
    assert (without.code, "add -o pouch.pdf" in without.err) == (2, True)
    refused = command("show", "a5", "--pouch", "--paper", "a5", "-o", "pouch.pdf")
    assert (refused.code, "do not fit" in refused.err) == (11, True)
