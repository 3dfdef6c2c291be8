"""Plans that are broken, enormous or meant to do harm: one clear line each, and the old output stays."""

import json
import random
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cardmaker import assets
from tests.kit import Command, Program

STARTER = (assets.templates("plans") / "runners-week.yaml").read_text()
SMALL = """\
title: Small plan
weeks:
  - mon:
      - run: 6 km easy
      - strength: legs
workouts:
  legs:
    exercises:
      - squat: 3x10
"""


def bomb() -> str:
    """Ten lines that would be 10⁹ values."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    return "\n".join(lines)


ONE_LINE = [
    # name, the file's content, exit code, a text of the one line
    ("empty", b"", 5, "error: plan.yaml: the file is empty"),
    ("blank", b" \n\n\t\n", 5, "the file is empty"),
    ("binary", random.Random(1).randbytes(5000), 5, "error: plan.yaml"),
    ("nul", SMALL.replace("Small", "Sm\0all").encode(), 5, "this is not a text file"),
    ("utf-16", SMALL.encode("utf-16"), 5, "this is UTF-16 text; save it as UTF-8"),
    ("latin-1", SMALL.replace("Small", "Café").encode("latin-1"), 5, "plan.yaml:1: not UTF-8 text (byte 0xE9)"),
    ("enormous", b"# " + b"x" * 5_000_000, 5, "larger than 4 MB; this doesn't look like the right file"),
    ("a PDF", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", 5, "plan.yaml:2: not UTF-8 text"),
    ("a list", b"- a\n- b\n", 3, "plan.yaml:1: this is no plan; begin with 'title: "),
    ("a number", b"42\n", 3, "this is no plan"),
    ("only remarks", b"# nothing\n", 3, "this is no plan"),
    ("a cycle", b"title: x\nweeks: &a [*a]\n", 3, "plan.yaml:2: weeks.0: *a is inside &a itself"),
    ("a mapping's cycle", b"title: x\nworkouts: &a {legs: *a}\n", 3, "*a is inside &a itself"),
    ("an alias bomb", bomb().encode(), 3, "more than 100,000 values, counting what aliases repeat"),
    ("an unknown alias", b"title: *nobody\n", 3, "plan.yaml:1: "),
    ("deep nesting", b"a: " + b"[" * 5000, 3, "nested more than 40 deep"),
    ("an open quote", SMALL.replace("Small plan", '"Small plan').encode(), 3, "plan.yaml:"),
    ("a tab", b"title: x\nweeks:\n\t- mon: rest\n", 3, "plan.yaml:3: a tab in the indentation"),
    ("two documents", (SMALL + "---\n" + SMALL).encode(), 3, "a second document begins here"),
    ("a tag", b"title: !!python/name:os.system x\nweeks: [{mon: rest}]\n", 3, "os.system' isn't known; leave it out"),
    ("a mapping's tag", SMALL.replace("Small plan", "!!map x").encode(), 3, "title: !!map doesn't go with 'x'"),
    ("a bell", SMALL.replace("Small", "Sm\x07all").encode(), 3, "plan.yaml:1: the character U+0007 can't be printed"),
    ("an escaped bell", SMALL.replace("Small plan", '"a\\x07b"').encode(), 3, "U+0007 can't be printed"),
    ("an escape code", SMALL.replace("Small plan", '"\\e[31mred"').encode(), 3, "U+001B can't be printed"),
    ("a lone surrogate", SMALL.replace("Small plan", '"a\\ud800b"').encode(), 3, "plan.yaml:1"),
    ("nothing to print", b"title: x\n", 3, "nothing to print; give weeks, workouts or both"),
    ("no such exercise", SMALL.replace("squat", "sqat").encode(), 3, "plan.yaml:9: "),
    ("a folder as library", (SMALL + "library: nosuch\n").encode(), 3, "library: no folder 'nosuch'"),
    ("too many weeks", ("title: x\nweeks:\n" + "  - mon: rest\n" * 261).encode(), 3, "at most 260"),
    ("a missing logo", (SMALL + "club: {logo: no.svg}\n").encode(), 3, "plan.yaml:10: club.logo: no file 'no.svg'"),
    ("a logo elsewhere", (SMALL + "club: {logo: /etc/passwd}\n").encode(), 9, "give the path from the plan's folder"),
    ("a logo that is text", (SMALL + "club: {logo: plan.yaml}\n").encode(), 9, "not a picture that is known here"),
    ("no font has it", SMALL.replace("Small", "漢字").encode(), 8, "no font has '漢' (U+6F22"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "code", "reported"), [row[1:] for row in ONE_LINE], ids=[row[0] for row in ONE_LINE]
)
def test_one_clear_line(refused: Callable[..., list[str]], content: str, code: str, reported: str) -> None:
    lines = refused(code, content)
    assert len(lines) == 1, lines
    assert reported in lines[0]


def test_every_mistake_has_a_line_of_its_own(refused: Callable[..., list[str]]) -> None:
    lines = refused(3, "titel: x\nweeks: 3\nunits: 4\nworkouts: {legs: {exercises: []}}\n")
    assert [line.split(": ")[0] for line in lines] == [f"plan.yaml:{n}" for n in (1, 2, 3, 4)]


WRONG: list[object] = [3, True, None, 1e400, "x", [], ["x"], [[]], {}, {"x": "y"}, "2027-02-30"]
PLACES: list[tuple[str | int, ...]] = [
    ("title",), ("athlete",), ("coach",), ("club",), ("club", "logo"), ("club", "colours"), ("language",), ("units",),
    ("start",), ("week_start",), ("library",), ("weeks",), ("weeks", 0), ("weeks", 0, "mon"), ("weeks", 0, "mon", 0),
    ("weeks", 0, "mon", 0, "run"), ("workouts",), ("workouts", "legs"), ("workouts", "legs", "exercises"),
    ("workouts", "legs", "exercises", 0), ("workouts", "legs", "exercises", 0, "squat"), ("exercises",), ("tips",),
    ("print",), ("print", "theme"), ("print", "faces"), ("print", "sheets"), ("print", "imposition"),
]  # fmt: skip


def plan_with(place: tuple[str | int, ...], value: object) -> dict[str, Any]:
    """The small plan with *value* at *place*."""
    plan: dict[str, Any] = {
        "title": "Small plan",
        "weeks": [{"mon": [{"run": "6 km easy"}, {"strength": "legs"}]}],
        "workouts": {"legs": {"exercises": [{"squat": "3x10"}]}},
        "ignore": ["full-body", "once-a-week"],
    }
    at: Any = plan
    for step in place[:-1]:
        at = at.setdefault(step, {}) if isinstance(at, dict) else at[step]
    at[place[-1]] = value
    return plan


@pytest.mark.parametrize("place", PLACES, ids=lambda place: ".".join(map(str, place)))
def test_wrong_types_everywhere(
    command: Command,
    in_folder: Path,
    place: tuple[str | int, ...],
) -> None:
    """Nothing is a fault of the program: it either works, or refuses with the line."""
    for value in WRONG:
        (in_folder / "plan.json").write_text(json.dumps(plan_with(place, value)))
        done = command("check", "plan.json")
        assert done.code in (0, 3, 9), (value, done)
        if done.code == 3:
            assert all(line.startswith("plan.json") for line in done.err.splitlines())


FREE = [("workouts", "legs"), ("workouts", "legs", "exercises", 0, "squat")]  # any name may stand here
NAMED = [place for place in PLACES if not isinstance(place[-1], int) and place not in FREE]


@pytest.mark.parametrize("place", NAMED, ids=lambda place: ".".join(map(str, place)))
def test_unknown_keys_everywhere(command: Command, in_folder: Path, place: str) -> None:
    sibling = (*place[:-1], f"{place[-1]}x")
    (in_folder / "plan.json").write_text(json.dumps(plan_with(sibling, "x")))
    done = command("check", "plan.json")
    assert done.code == 3
    assert f"'{sibling[-1]}'" in done.err


MARKUP = [
    "<b>",
    "a & b",
    "</para>",
    "&amp;",
    "%s %(x)s",
    "{title}",
    "{t.coach}",
    "$x",
    "\\n",
    "]]>",
    "(x) Tj ET",
    "<",
    "`'\"",
]


@pytest.mark.parametrize("markup", MARKUP)
def test_markup_is_text(command: Command, in_folder: Path, markup: str) -> None:
    """What looks like markup, a placeholder or PDF syntax is printed as it stands."""
    plan = plan_with(("title",), f"x {markup} y")
    plan["workouts"]["legs"]["note"] = plan["weeks"][0]["focus"] = markup
    (in_folder / "plan.json").write_text(json.dumps(plan))
    done = command("build", "plan.json", "-o", "all.pdf")
    assert done.code == 0 and not done.err
    pdf = pypdfium2.PdfDocument("all.pdf")
    assert f"x {markup} y" in pdf[0].get_textpage().get_text_range()
    pdf.close()


@pytest.mark.parametrize("words", ["x" * 2_000, "word " * 400], ids=["a word", "words"])
def test_a_note_of_as_many_letters_as_may_be(command: Command, in_folder: Path, words: str) -> None:
    """It takes the whole page, if need be, and all of it is printed."""
    (in_folder / "plan.yaml").write_text(SMALL.replace("km easy", f"km easy\n        note: {words}"))
    assert command("build", "plan.yaml", "--only", "sheets", "-o", "all.pdf").code == 0
    pdf = pypdfium2.PdfDocument("all.pdf")
    printed = "".join(page.get_textpage().get_text_range() for page in pdf)
    pdf.close()
    assert printed.count("x") >= words.count("x") and printed.count("word") >= words.count("word")


@pytest.mark.parametrize(("letter", "code"), [("x", 7), ("漢", 8)], ids=["of a font", "that no font has"])
def test_a_title_of_as_many_letters_as_may_be(
    command: Command, in_folder: Path, letter: str, code: int
) -> None:
    """The error says where they don't fit; nothing is cut off."""
    (in_folder / "plan.yaml").write_text(SMALL.replace("Small plan", letter * 2_000))
    done = command("check", "plan.yaml", "--only", "sheets")
    assert done.code == code
    assert done.err.count("\n") == 1 and len(done.err) < 300
    assert done.code == 8 or (" needs " in done.err and " mm and has " in done.err)


@pytest.mark.parametrize(
    ("old", "field"),
    [("Small plan", "title"), ("    exercises:", "workouts.legs.name"), ("km easy", "weeks.0.mon.0.note")],
)
@pytest.mark.parametrize("words", ["x" * 1_000_000, "word " * 200_000], ids=["a word", "words"])
def test_a_million_letters(command: Command, in_folder: Path, old: str, field: str, words: str) -> None:
    """They are refused before any are measured."""
    at = {"title": words, "workouts.legs.name": f"    name: {words}\n    exercises:"}
    (in_folder / "plan.yaml").write_text(
        SMALL.replace(old, at.get(field) or f"km easy\n        note: {words}")
    )
    started = time.process_time()
    done = command("check", "plan.yaml")
    assert done.code == 3 and f": {field}: is " in done.err
    assert "letters long; at most 2,000 are printed, so shorten it" in done.err
    assert done.err.count("\n") == 1 and len(done.err) < 300
    assert time.process_time() - started < 5


def test_a_few_lines_that_mean_many_sessions(refused: Callable[..., list[str]]) -> None:
    """Aliases repeat a day of twenty runs for five years."""
    runs = f"[{', '.join(['{run: 6 km easy}'] * 20)}]"
    week = f"&w {{mon: &d {runs}, " + ", ".join(f"{day}: *d" for day in ("tue", "wed", "thu")) + "}"
    started = time.process_time()
    (line,) = refused(3, f"title: x\nweeks:\n  - {week}\n" + "  - *w\n" * 259)
    assert line.startswith("plan.yaml") and "20,800 entries in all their days; at most 5,000" in line
    assert time.process_time() - started < 5


INVISIBLE = "\u200b\u00ad\u202e\u2060\ufeff"


@pytest.mark.parametrize("text", [INVISIBLE, f" {INVISIBLE} "])
def test_a_title_that_nobody_sees(refused: Callable[..., list[str]], text: str) -> None:
    (line,) = refused(3, SMALL.replace("Small plan", f'"{text}"'))
    assert line == "plan.yaml:1: title: is empty; write some text, or leave the line out"


def test_invisible_characters_as_pasted_from_chats(command: Command, in_folder: Path) -> None:
    """They mean nothing, in notations, names and keys alike, and turn nothing round."""
    unseen = {
        "6 km easy": "6\u200bkm\u2060 easy",
        "squat:": "squ\u200bat:",
        "mon:": "m\ufeffon:",
        "Small": "Sm\u202eall",
    }
    for content, name in ((SMALL, "seen"), (SMALL, "unseen")):
        for word, instead in unseen.items() if name == "unseen" else ():
            content = content.replace(word, instead)
        (in_folder / "plan.yaml").write_text(content)
        done = command("build", "plan.yaml", "-o", f"{name}.pdf")
        assert done.code == 0, done
    assert Path("seen.pdf").read_bytes() == Path("unseen.pdf").read_bytes()


@pytest.mark.parametrize("key", ["a\\nb", "a  b", "m" * 250, "m" * 900])
def test_keys_nobody_would_choose(command: Command, in_folder: Path, key: str) -> None:
    """The names of a workout and of an exercise of one's own, on two lines or too long for any file."""
    own = "{section: legs, primary: [quads], name: Own, cues: [Go., Go on., Stop.]}"
    (in_folder / "plan.yaml").write_text(
        f'title: x\nweeks: [{{mon: [strength: "{key}"]}}]\n'
        f'workouts: {{"{key}": {{name: Own, exercises: ["{key}x": 3x10]}}}}\nexercises: {{? "{key}x" : {own}}}\n'
    )
    done = command("build", "plan.yaml", "-o", "all.pdf")
    assert done.code == 0, done


def test_a_message_steers_no_terminal(refused: Callable[..., list[str]]) -> None:
    (line,) = refused(3, f'{SMALL}units: "\u202ecirtem"\n')
    assert ": units: " in line and "\u202e" not in line


def test_what_does_not_fit_names_card_field_and_millimetres(refused: Callable[..., list[str]]) -> None:
    own = """
exercises:
  monster:
    name: Monster
    section: legs
    primary: [quads]
    cues: [WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW, b, c]
"""
    plan = SMALL.replace("squat: 3x10", f"monster: 3x10\n        note: {'W' * 2000}") + own
    lines = refused(7, plan)
    for line in lines:
        assert re.match(r"(error: )?plan.yaml:10: workouts.legs.exercises.0.note: card 'Legs', front: ", line)
        needed, available = line.split(" needs ")[1].split("; ")[0].split(" mm and has ")
        assert float(needed) > float(available.removesuffix(" mm")) > 0


@pytest.mark.parametrize(
    ("weeks", "sheet"), [(58, "block"), (260, "overview"), pytest.param(260, "block", marks=pytest.mark.deep)]
)
def test_plans_of_many_days(command: Command, in_folder: Path, weeks: int, sheet: str) -> None:
    """Four hundred days, and as many as may be."""
    (in_folder / "plan.yaml").write_text(SMALL.replace("  - mon:", "  - mon:", 1).replace(
        "workouts:", "".join("  - {mon: [run: 6 km easy, strength: legs], sat: [run: 12 km long]}\n"
                             for _ in range(weeks - 1)) + "workouts:"))  # fmt: skip
    done = command("check", "plan.yaml", "--only", "sheets", "--sheet", sheet)
    assert done.code == 0, done
    assert f"{weeks} weeks" in done.out


def test_no_file_and_no_permission(
    command: Command, in_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert command("build", "nosuch.yaml").code == 5

    real = Path.open

    def refuse(path: Path, *arguments: Any, **named: Any) -> Any:
        if path.name == "small.yaml":
            raise PermissionError(13, "Permission denied")
        return real(path, *arguments, **named)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "open", refuse)
        done = command("build", "small.yaml")
    assert (done.code, done.err) == (5, "error: small.yaml: no permission to read it\n")


@pytest.mark.parametrize(
    "name", ["", " ", "x" * 5000 + ".yaml", "/dev/null/x.yaml", "nosuch/../x.yaml", "~x.yaml"]
)
def test_names_of_files_that_cannot_be(command: Command, name: str) -> None:
    done = command("build", name)
    assert done.code == (5 if name.strip() else 2), done
    assert done.err.startswith("error: ") and "Traceback" not in done.err


def test_standard_input_that_is_binary(program: Program) -> None:
    done = program("build", "-", stdin=random.Random(2).randbytes(100_000))
    assert done.returncode == 5
    assert done.stderr.startswith(b"error: stdin") and done.stderr.count(b"\n") == 1


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_damaged_starters_are_never_a_fault(command: Command, in_folder: Path, data: st.DataObject) -> None:
    """Cut out, doubled or changed pieces of a real plan."""
    start = data.draw(st.integers(0, len(STARTER)))
    length = data.draw(st.integers(0, 60))
    instead = data.draw(
        st.one_of(
            st.just(""), st.text(max_size=8), st.sampled_from([":", "- ", "\n", "  ", "[", "'", "&a ", "*a"])
        )
    )
    plan = STARTER[:start] + instead + STARTER[start + length :]
    (in_folder / "plan.yaml").write_bytes(plan.encode("utf-8", "surrogatepass"))
    done = command("check", "plan.yaml", "--only", "gym")
    assert done.code in (0, 3, 5, 6, 7, 8), done
    assert "Traceback" not in done.err


@pytest.mark.parametrize("name", ["m" * 5000, "many words " * 500])
def test_names_of_thousands_of_letters_are_shown_short(command: Command, in_folder: Path, name: str) -> None:
    (in_folder / "plan.yaml").write_text(
        f"title: x\nworkouts:\n  legs:\n    exercises:\n      - ? {name}\n        : 3x8\n"
    )
    lines = command("check", "plan.yaml").err.splitlines()
    for option in ("--stock", "--theme", "--face", "--sheet", "--paper", "--only", "--printer", "--exercise"):
        lines += command("build", "small.yaml", option, name).err.splitlines()
    lines += command("show", name).err.splitlines() + command("build", name).err.splitlines()
    assert len(lines) > 8 and all(len(line) < 700 for line in lines), [
        line for line in lines if len(line) >= 700
    ]
