"""An option is declared once: flag, help, exclusions, schema and plan follow from it."""

import json
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from cardmaker.cli.asked import Local
from cardmaker.cli.build import Output
from cardmaker.cli.preview import Pictures
from cardmaker.cli.rosteroptions import Rostering
from cardmaker.options import Options, Purpose
from cardmaker.pipeline.order import Order
from cardmaker.pipeline.products import PARTS
from cardmaker.plan.printing import PrintOptions
from cardmaker.press.poster import Enlargement
from cardmaker.press.ticket import Sides
from cardmaker.valuetypes import CountType, SwitchType
from tests.kit import Command

GLITTER = """
import sys
from dataclasses import dataclass
from cardmaker.options import Option, Purpose, Section
from cardmaker.valuetypes import LengthType
from cardmaker.plan import printing

class PrintOptions(printing.PrintOptions):
    glitter: Option[float] = Option(
        LengthType(2.0), 0.5, "How thick the glitter lies.", section=Section.CUTTING, uses=(Purpose.CARDS,)
    )

printing.PrintOptions = PrintOptions

def made(*arguments):
    '''The thickness of what is made.'''
    import cardmaker.pipeline.run as pipeline
    from cardmaker.cli.main import run
    settle, seen = pipeline.settle, []
    def watched(*wanted):
        seen.append(settle(*wanted))
        return seen[-1]
    pipeline.settle = watched
    assert run(list(arguments)) == 0
    print(seen[0][0].prints.glitter)
"""


def with_glitter(act: str) -> tuple[int, str, str]:
    """Exit code and streams of a program that has one more option."""
    done = subprocess.run(
        [sys.executable, "-c", GLITTER + act], capture_output=True, text=True, check=False, timeout=60
    )
    return done.returncode, done.stdout, done.stderr


def run(*arguments: str) -> str:
    return f"from cardmaker.cli.main import run\nsys.exit(run({list(arguments)}))"


def test_a_new_option_is_in_the_help_of_its_section() -> None:
    code, out, _ = with_glitter(run("build", "--help"))
    cutting = " ".join(out.split("Cutting:")[1].split("\n\n")[0].split())
    assert code == 0
    assert "--glitter LENGTH How thick the glitter lies. [default: 0.5 mm]" in cutting


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--glitter", "3"), "'3' should be 0 to 2 mm"),
        (("--glitter", "1", "--only", "sheets"), "--glitter is for cards; leave it out with --only sheets"),
        (("--glitter", "1", "--book", "pocket"), "--glitter is for cards; leave it out with --book pocket"),
    ],
)
def test_a_new_option_is_read_with_care(arguments: tuple[str, ...], said: str) -> None:
    code, _, err = with_glitter(run("build", *arguments))
    assert (code, said in err) == (2, True), err


def test_a_new_option_is_in_the_schema() -> None:
    act = "import json\nfrom cardmaker.plan.schema import plan_schema\nprint(json.dumps(plan_schema()))"
    code, out, err = with_glitter(act)
    assert code == 0, err
    reported = json.loads(out)["$defs"]["PrintOptions"]["properties"]["glitter"]
    assert reported["description"] == "How thick the glitter lies."
    assert reported["type"] == ["number", "string"]


def test_a_new_option_is_a_key_of_plans_and_the_command_line_goes_before_it(in_folder: Path) -> None:
    plan = in_folder / "small.yaml"
    text = plan.read_text()
    assert with_glitter("made('check', 'small.yaml')")[1].endswith("0.5\n")
    plan.write_text(f"{text}print: {{glitter: 1 mm}}\n")
    assert with_glitter("made('check', 'small.yaml')")[1].endswith("1.0\n")
    assert with_glitter("made('check', 'small.yaml', '--glitter', '2')")[1].endswith("2.0\n")
    plan.write_text(f"{text}print: {{glitter: 9}}\n")
    code, _, err = with_glitter(run("check", "small.yaml"))
    line = len(text.splitlines()) + 1
    assert (code, err.strip()) == (3, f"small.yaml:{line}: print.glitter: should be 0 to 2 mm, not 9")


def test_only_what_was_given_goes_before_the_plan() -> None:
    plan = PrintOptions(theme="low-ink", bleed=3.0, marks=())
    order = Order(theme="classic", stack=True)
    assert plan.overridden(order) == PrintOptions(theme="classic", bleed=3.0, marks=())
    assert plan.overridden(order).given.keys() == {"theme", "bleed", "marks"}
    assert order.given == {"theme": "classic", "stack": True}
    assert (order.bleed, order.but(bleed=1.0).bleed) == (0.0, 1.0)


def test_a_poster_is_of_sheets_or_of_the_card_that_was_named() -> None:
    poster = Order(poster=Enlargement(2, 2))
    assert poster.parts == ("sheets",)
    assert poster.but(exercises=("squat",)).parts == ("cards",)
    assert poster.but(parts=("gym",)).parts == ("gym",)
    assert Order().parts == ("sheets", "cards", "gym")


RECORDS: tuple[type[Options], ...] = (Order, Output, Pictures, Local, Rostering)


@pytest.mark.parametrize("record", RECORDS)
def test_every_option_says_what_it_does_in_sentences(record: type[Options]) -> None:
    declared = list(record.declared())
    assert declared
    for option in declared:
        kind = option.kind
        assert option.about.endswith("."), option.name
        assert kind.metavar or kind.words or isinstance(kind, SwitchType | CountType) or not option.flags, (
            option.name
        )


def test_every_use_can_be_lost() -> None:
    """A use that no choice takes away would say nothing."""
    used = {use for record in RECORDS for option in record.declared() for use in option.uses}
    made: list[Options] = [
        *(Order(medium=medium) for medium in ("print", "screen")),
        *(Order(book=book) for book in ("pocket", "booklet")),
        *(Order(sides=sides) for sides in Sides),
        *(Order(parts=(part,)) for part in PARTS),
        *(Output(form=form) for form in ("pdf", "png", "svg")),
        *(Rostering(roster=roster) for roster in ("", "club.csv")),
        Order(imposition="single"),
        Order(output_intent="press.icc"),
        Order(poster=Enlargement(2, 2)),
    ]
    lost = {use for one in made for option in one.declared() for use in option.gone(one)}
    assert used == lost == set(Purpose)


@pytest.mark.parametrize("verb", ["build", "check", "preview"])
def test_a_key_of_the_plan_is_set_for_one_run(command: Command, in_folder: Path, verb: str) -> None:
    before = (in_folder / "small.yaml").read_bytes()
    done = command(verb, "small.yaml", "--set", "title=Spring", "--set", "print.bleeed=3mm")
    assert (done.code, done.err.strip()) == (
        3,
        "--set print.bleeed: unknown key 'bleeed'; did you mean 'bleed'?",
    )
    assert command(verb, "small.yaml", "--set", "print.bleed=3mm").code == 0
    assert (in_folder / "small.yaml").read_bytes() == before


def test_what_is_set_is_printed(command: Command, in_folder: Path) -> None:
    assert command("build", "small.yaml", "--only", "cards", "--set", "title=Spring", "-o", "a.pdf").code == 0
    with pikepdf.open(in_folder / "a.pdf") as pdf:
        assert str(pdf.docinfo["/Title"]).startswith("Spring")


@pytest.mark.parametrize(
    "flag", ["--stock", "--theme", "--figures", "--paper", "--face", "--exercise", "--copies"]
)
def test_a_name_without_end_is_shortened(command: Command, in_folder: Path, flag: str) -> None:
    word = "x" * 5000 + ("=2" if flag == "--copies" else "")
    done = command("build", "small.yaml", flag, word)
    assert done.code == 6
    assert "xxx…'" in done.err and len(done.err) < 400


def test_a_build_says_what_gets_no_cards(command: Command, in_folder: Path) -> None:
    plan = in_folder / "small.yaml"
    plan.write_text(
        plan.read_text().replace("workouts:\n", "workouts:\n  spare: {exercises: [plank: 3x30 s]}\n")
    )
    line = plan.read_text().splitlines().index("  spare: {exercises: [plank: 3x30 s]}") + 1
    for _ in range(2):  # the second time from the cache
        said = command("build", "small.yaml", "-o", "a.pdf").err
        assert said == f"note: small.yaml:{line}: no day has the workout 'spare', so it gets no cards\n"
