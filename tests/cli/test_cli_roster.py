"""`cardmaker roster` and `build --roster`: a table looked through, a PDF for each athlete, and nothing lost."""

import json
import os
import sys
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from tests.kit import Command

PLAN = """title: Two weeks for {goal}
weeks:
  - tue: {run: 8 km easy}
  - tue: {run: 10 km easy}
"""
TABLE = (
    "Name,Email,Units,Goal,Shoe\nRunner 1,a@club.example,,a 10 km,42\nRunner 2,b@club.example,miles,fun,\n"
)


@pytest.fixture
def club(in_folder: Path) -> Path:
    """A folder with a plan and a table."""
    Path("plan.yaml").write_text(PLAN.replace("Two weeks for {goal}", "'Two weeks for {goal}'"))
    Path("club.csv").write_text(TABLE)
    return in_folder


def test_a_table_as_it_is_read(command: Command, club: Path) -> None:
    done = command("roster", "club.csv", "plan.yaml")
    assert done.code == 0
    lines = [line.split() for line in done.out.splitlines()]
    assert ["Email", "email"] in lines
    assert ["Goal", "{goal}"] in lines
    assert any(line[:2] == ["Shoe", "{shoe},"] for line in lines)
    assert ["3", "Runner", "2", "b@club.example", "imperial"] in lines
    assert done.out.endswith("ok: club.csv: 2 athletes\n")


def test_people_of_a_folder_of_templates_are_known(command: Command, club: Path) -> None:
    Path("mine/people").mkdir(parents=True)
    Path("mine/people/coach.yaml").write_text("name: Coach\n")
    Path("club.csv").write_text("Name,Goal,Person,Figures\nRunner 1,fun,Coach,dark\n")
    assert "no person 'Coach'" in command("roster", "club.csv", "plan.yaml").err
    done = command("roster", "club.csv", "plan.yaml", "--templates", "mine")
    assert ["2", "Runner", "1", "coach", "dark"] in [line.split() for line in done.out.splitlines()]


def test_a_table_for_programs(command: Command, club: Path) -> None:
    said = json.loads(command("roster", "club.csv", "plan.yaml", "--format", "json").out)
    assert [one["name"] for one in said] == ["Runner 1", "Runner 2"]


def test_what_may_be_a_slip_is_named(command: Command, club: Path) -> None:
    Path("club.csv").write_text(
        "Name,Email,Goal,5k,Marathon\nRunner 1,a@gmial.com,,19:57,5:50:00\nRunner 1,b@club.example,x,,\n"
    )
    done = command("roster", "club.csv", "plan.yaml")
    assert "rows 2 and 3 have the same name" in done.err
    assert "did you mean '@gmail.com'?" in done.err
    assert "nothing for {goal}" in done.err
    assert "don't go together" in done.err


def test_a_file_for_each_athlete(command: Command, club: Path) -> None:
    done = command("build", "plan.yaml", "--roster", "club.csv", "-o", "mail", "--only", "sheets")
    assert done.code == 0, done.err
    assert sorted(path.name for path in Path("mail").iterdir()) == [
        "Runner-1-plan.pdf",
        "Runner-2-plan.pdf",
        "manifest.json",
    ]
    assert done.out.startswith("mail: wrote 2 files")
    again = command("build", "plan.yaml", "--roster", "club.csv", "-o", "mail", "--only", "sheets")
    assert again.out == "mail: wrote 0 files; 2 unchanged\n"


def test_an_athlete_s_file_is_that_of_a_build_for_them_alone(command: Command, club: Path) -> None:
    command("build", "plan.yaml", "--roster", "club.csv", "-o", "mail", "--only", "sheets")
    for name, goal, units in (("Runner 1", "a 10 km", "metric"), ("Runner 2", "fun", "imperial")):
        Path("own.yaml").write_text(f"athlete: {name}\nunits: {units}\n" + PLAN.replace("{goal}", goal))
        assert command("build", "own.yaml", "-o", "own.pdf", "--only", "sheets").code == 0
        own = Path("mail", f"{name.replace(' ', '-')}-plan.pdf")
        assert own.read_bytes() == Path("own.pdf").read_bytes()


def test_what_would_be_made_is_listed(command: Command, club: Path) -> None:
    wish = ("build", "plan.yaml", "--roster", "club.csv", "-o", "mail", "--only", "sheets")
    assert command(*wish, "--changed").out.split() == ["mail/Runner-1-plan.pdf", "mail/Runner-2-plan.pdf"]
    command(*wish)
    Path("club.csv").write_text(TABLE.replace("fun", "joy"))
    assert command(*wish, "--changed").out == "mail/Runner-2-plan.pdf\n"


def test_all_that_is_wrong_is_reported_and_nothing_written(command: Command, club: Path) -> None:
    Path("club.csv").write_text("Name,Goal,Age\nRunner 1,x,old\nRunner 2,y,41\nRunner 3,z,young\n")
    done = command("build", "plan.yaml", "--roster", "club.csv", "-o", "mail")
    assert done.code == 3
    assert [line.partition(" ")[0] for line in done.err.splitlines()] == ["club.csv:2:", "club.csv:4:"]
    assert not Path("mail").exists()


def test_the_good_rows_are_made_if_that_is_wished(command: Command, club: Path) -> None:
    Path("club.csv").write_text("Name,Goal,Age\nRunner 1,x,old\nRunner 2,y,41\nRunner 3,z,42\n")
    wish = ("build", "plan.yaml", "--roster", "club.csv", "-o", "mail", "--only", "sheets", "--keep-going")
    done = command(*wish)
    assert done.code == 3
    assert "club.csv:2: Age" in done.err
    assert "wrote 2 files" in done.out and "1 not made" in done.out


def test_more_bad_rows_than_good_ones_are_not_kept_going_with(command: Command, club: Path) -> None:
    Path("club.csv").write_text("Name,Goal,Age\nRunner 1,x,old\nRunner 2,y,a\nRunner 3,z,42\n")
    done = command("build", "plan.yaml", "--roster", "club.csv", "-o", "mail", "--keep-going")
    assert done.code == 5
    assert "2 of 3 rows are wrong" in done.err
    assert not Path("mail").exists()


def test_one_athlete_of_many(command: Command, club: Path) -> None:
    wish = ("build", "plan.yaml", "--roster", "club.csv", "-o", "mail", "--only", "sheets")
    assert command(*wish, "--athlete", "runner 2").code == 0
    assert [path.name for path in Path("mail").glob("*.pdf")] == ["Runner-2-plan.pdf"]
    done = command(*wish, "--athlete", "Runer 2")
    assert done.code == 6
    assert "did you mean 'Runner 2'?" in done.err


@pytest.mark.parametrize(
    ("more", "words"),
    [
        (("--watch",), "--watch is for a plan without a roster"),
        (("--format", "png"), "--roster is for PDFs"),
        (("-o", "-"), "name a folder"),
        (("--map", "Goal"), "maps nothing"),
        (("--file-names", "{club}"), "no {club}"),
    ],
)
def test_what_does_not_go_with_a_roster(
    command: Command, club: Path, more: tuple[str, ...], words: str
) -> None:
    done = command("build", "plan.yaml", "--roster", "club.csv", *more)
    assert done.code != 0
    assert words in done.err


def test_what_only_goes_with_a_roster(command: Command, club: Path) -> None:
    done = command("build", "plan.yaml", "--keep-going")
    assert done.code == 2
    assert "--keep-going is for rosters; use it with --roster" in done.err


def test_a_table_on_standard_input(command: Command, club: Path) -> None:
    done = command(
        "build",
        "plan.yaml",
        "--roster",
        "-",
        "-o",
        "mail",
        "--only",
        "sheets",
        stdin=TABLE.replace(",", "\t"),
    )
    assert done.code == 0, done.err
    assert len(list(Path("mail").glob("*.pdf"))) == 2


def pdf_text(path: Path) -> str:
    """The words on all pages."""
    with pypdfium2.PdfDocument(path) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def test_one_file_for_a_print_shop(command: Command, club: Path) -> None:
    wish = ("build", "plan.yaml", "--roster", "club.csv", "--only", "sheets")
    done = command(*wish, "-o", "all.pdf")
    assert done.code == 0, done.err
    with pikepdf.open("all.pdf") as pdf, pdf.open_outline() as outline:
        assert [item.title for item in outline.root] == ["Runner 1", "Runner 2"]
        assert done.out.startswith(f"all.pdf: {len(pdf.pages)} pages for 2 athletes")


def test_a_password_locks_the_file(command: Command, club: Path) -> None:
    Path("club.csv").write_text("Name,Goal,Password\nRunner 1,x,open sesame\nRunner 2,y,\n")
    wish = ("build", "plan.yaml", "--roster", "club.csv", "-o", "mail", "--only", "sheets")
    assert command(*wish).code == 0
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open("mail/Runner-1-plan.pdf")
    with pikepdf.open("mail/Runner-1-plan.pdf", password="open sesame") as pdf:
        assert pdf.encryption.R == 6
    pikepdf.open("mail/Runner-2-plan.pdf").close()
    assert command(*wish).out == "mail: wrote 0 files; 2 unchanged\n"
    Path("club.csv").write_text("Name,Goal,Password\nRunner 1,x,other\nRunner 2,y,\n")
    assert command(*wish, "--changed").out == "mail/Runner-1-plan.pdf\n"
    assert "sesame" not in Path("mail/manifest.json").read_text()


def test_nobody_s_data_is_in_another_s_file(command: Command, club: Path) -> None:
    Path("club.csv").write_text(
        "Name,Email,Goal,Shoe,Note\n"
        "Alpha,alpha@club.example,the first goal,shoe41,note for alpha\n"
        "Beta,beta@club.example,the second goal,shoe42,note for beta\n"
    )
    command("build", "plan.yaml", "--roster", "club.csv", "-o", "mail", "--only", "sheets")
    for name, own, others in (
        ("Alpha", "first", ("Beta", "second", "beta")),
        ("Beta", "second", ("Alpha", "first", "alpha")),
    ):
        with pikepdf.open(f"mail/{name}-plan.pdf") as pdf:
            out = BytesIO()
            pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False,
                     stream_decode_level=pikepdf.StreamDecodeLevel.all)  # fmt: skip
            words = out.getvalue() + f"{pdf.docinfo} {pdf.open_metadata()}".encode()
        text = pdf_text(Path(f"mail/{name}-plan.pdf"))
        assert own in text and f"note for {name.lower()}" in text
        for other in others:
            assert other not in text and other.encode() not in words
        for never in ("club.example", "shoe4"):
            assert never not in text and never.encode() not in words


def test_a_table_and_a_plan_the_wrong_way_round(command: Command, club: Path) -> None:
    done = command("roster", "plan.yaml", "club.csv")
    assert done.code == 5
    assert "the other way round it is 'cardmaker roster club.csv plan.yaml'" in done.err


def test_mails_are_made_from_a_folder_of_this_computer(command: Command, club: Path) -> None:
    done = command("mail", "s3://club/spring", "--from", "coach@club.example")
    assert done.code == 5
    assert "copy the files to one first" in done.err


def test_an_interrupted_run_says_that_it_goes_on(
    command: Command, club: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cardmaker.roster.making import PersonalMaker

    wish = ("build", "plan.yaml", "--roster", "club.csv", "-o", "mail", "--only", "sheets")
    made: list[object] = []
    usual = PersonalMaker.file

    def stopped(self: PersonalMaker, entry: object) -> object:
        if made:
            raise KeyboardInterrupt
        made.append(entry)
        return usual(self, entry)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(PersonalMaker, "file", stopped)
        done = command(*wish)
    assert done.code == 130
    assert done.err.strip().endswith("no unfinished file is left; the same command goes on where it was")
    assert "wrote 1 file" in command(*wish).out


def test_where_python_looks_for_packages_makes_no_file_another_one(
    command: Command, club: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It looks there the first time only that something is imported."""
    from cardmaker.api import Workshop

    place = Path("packages.zip").absolute()
    monkeypatch.setattr("sys.path", [*sys.path, str(place)])
    wish = ("build", "plan.yaml", "--roster", "club.csv", "-o", "mail", "--only", "sheets")
    usual = Workshop.open_roster

    def looking(self: Workshop, *given: object, **more: object) -> object:
        with suppress(OSError):
            os.listdir(place)  # noqa: PTH208  as Python's own code does
        return usual(self, *given, **more)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr(Workshop, "open_roster", looking)
        assert command(*wish).code == 0
    assert command(*wish).out == "mail: wrote 0 files; 2 unchanged\n"
