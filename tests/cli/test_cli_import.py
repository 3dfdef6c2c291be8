"""`cardmaker import`: a table → a plan that can be checked and built, and never a file lost."""

from pathlib import Path

from tests.importing.books import xlsx
from tests.kit import Command

TABLE = "Week,Mon,Tue,Wed\n1,Rest,6 km easy,On foot\n2,Rest,7 km easy,\n"


def test_a_plan_that_can_be_checked_and_built(command: Command, in_folder: Path) -> None:
    Path("spring.csv").write_text(TABLE)
    done = command("import", "spring.csv")
    assert (done.code, done.out) == (0, "wrote spring.yaml: 2 weeks, 5 entries\n")
    assert done.err == "spring.csv: D2: kept as a note: 'On foot'\n"
    assert Path("spring.yaml").read_text().splitlines()[:6] == [
        "# Made from spring.csv by 'cardmaker import'.",
        "title: Spring",
        "",
        "weeks:",
        "  # week 1",
        "  - mon: rest",
    ]
    assert command("check", "spring.yaml").code == 0
    assert command("build", "spring.yaml", "-o", "out.pdf").code == 0


def test_cells_pasted_to_standard_input(command: Command, in_folder: Path) -> None:
    done = command("import", "-", "-o", "-", stdin=TABLE.replace(",", "\t"))
    assert done.code == 0
    assert "- run: 6 km easy" in done.out
    assert done.err == "stdin: D2: kept as a note: 'On foot'\n"
    assert not Path("my-plan.yaml").exists()


def test_a_workbook(command: Command, in_folder: Path) -> None:
    Path("p.xlsx").write_bytes(xlsx(Plan=[["Week", "Mon", "Tue", "Wed"], [1, "5 mi easy", "Rest", "Rest"]]))
    assert command("import", "p.xlsx", "-o", "mine.yaml").code == 0
    assert "units: imperial" in Path("mine.yaml").read_text()


def test_what_is_there_is_kept_unless_forced(command: Command, in_folder: Path) -> None:
    Path("spring.csv").write_text(TABLE)
    Path("spring.yaml").write_text("mine")
    done = command("import", "spring.csv")
    assert done.code == 10
    assert "there is such a file" in done.err
    assert Path("spring.yaml").read_text() == "mine"
    assert command("import", "spring.csv", "--force").code == 0
    assert Path("spring.yaml").read_text() != "mine"


def test_what_is_no_plan(command: Command, in_folder: Path) -> None:
    Path("words.txt").write_text("only words")
    done = command("import", "words.txt")
    assert (done.code, done.out) == (5, "")
    assert done.err == (
        "error: words.txt: none of the files that can be imported; see 'cardmaker import --help'\n"
    )
    assert command("import", "nowhere.csv").code == 5
    assert command("import", "words.txt", "-o", "plan.txt").code == 10


def test_exercises_become_a_folder(command: Command, in_folder: Path) -> None:
    Path("db.json").write_text('[{"name": "Step hop", "instructions": [], "primaryMuscles": ["calves"]}]')
    done = command("import", "db.json", "-o", "mine")
    assert (done.code, done.out) == (0, "wrote mine: 1 exercise; name it in a plan: 'library: mine'\n")
    plan = "title: x\nlibrary: mine\nworkouts: {a: {exercises: [{step hop: 3x8}]}}\n"
    Path("plan.yaml").write_text(plan)
    assert command("build", "plan.yaml", "-o", "out.pdf").code == 0
    assert command("import", "db.json", "-o", "mine").code == 10
