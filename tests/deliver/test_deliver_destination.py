"""What -o says and where the files go."""

from pathlib import Path

import pytest

from cardmaker.deliver.destination import read_destination, read_file
from cardmaker.errors import OutputError

PLACES = [
    # -o, together, the file that takes all, the file of the part 'cards'
    ("", False, None, "output/plan-cards.pdf"),
    ("", True, "output/plan.pdf", None),
    ("all.pdf", False, "all.pdf", None),
    ("all.PDF", False, "all.PDF", None),
    ("a/all.pdf", True, "a/all.pdf", None),
    ("out", False, None, "out/plan-cards.pdf"),
    ("out/", False, None, "out/plan-cards.pdf"),
    ("out.pdf/", False, None, "out.pdf/plan-cards.pdf"),
    ("v1.2/", True, "v1.2/plan.pdf", None),
    (".", False, None, "plan-cards.pdf"),
    ("..", False, None, "../plan-cards.pdf"),
    ("-", False, "-", None),
]


@pytest.mark.parametrize(("output", "together", "whole", "part"), PLACES)
def test_places(output: str, together: bool, whole: str | None, part: str | None) -> None:
    target = read_destination(output, together)
    assert target.whole == (whole is not None)
    assert target.path("plan", "cards") == Path(whole or part or "")
    assert target.stdout == (output == "-")


def test_a_folder_with_a_dot_that_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("v1.2").mkdir()
    assert read_destination("v1.2").path("plan", "gym") == Path("v1.2/plan-gym.pdf")


@pytest.mark.parametrize("output", ["week.txt", "plan.yaml", "a/week.ps"])
def test_other_kinds_of_files(output: str) -> None:
    with pytest.raises(OutputError, match=r"PDFs are written; name it '.*pdf', or '.*/' for a folder"):
        read_destination(output)


@pytest.mark.parametrize(
    ("output", "file"),
    [
        ("", "groups.pdf"),
        ("wall", "wall.pdf"),
        ("a/wall", "a/wall.pdf"),
        ("wall.PDF", "wall.PDF"),
        ("sheets/", "sheets/groups.pdf"),
        ("there", "there/groups.pdf"),
        (".", "groups.pdf"),
    ],
)
def test_one_file_has_the_ending_of_what_it_is(
    output: str, file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("there").mkdir()
    assert read_file(output, "groups.pdf") == Path(file)


@pytest.mark.parametrize(("output", "said"), [("wall.png", "'wall.pdf'"), ("-", "'groups.pdf'")])
def test_one_file_is_no_picture_and_isnt_sent_on(output: str, said: str) -> None:
    with pytest.raises(OutputError, match=said):
        read_file(output, "groups.pdf")
