"""What the shell offers after a part of a word."""

from pathlib import Path

import pytest

from cardmaker import assets
from cardmaker.cli.app import COMMANDS
from tests.kit import Command, Program

AVERY = {path.stem for path in assets.templates("stocks").glob("avery-*.yaml")}
OFFERS = [
    ("cardmaker ", set(COMMANDS)),
    ("cardmaker bu", {"build"}),
    ("cardmaker build --theme ", {"bold", "classic", "high-contrast", "large-print", "low-ink", "night"}),
    ("cardmaker build --stock a", {"a5", "a6", "a7", "a8"} | AVERY | {"apli-02793"}),
    (
        "cardmaker build --stock avery-5",
        {"avery-5305", "avery-5371", "avery-5388", "avery-5389", "avery-5395"},
    ),
    ("cardmaker list stocks --paper le", {"legal", "letter"}),
    ("cardmaker build --paper le", {"legal", "letter"}),
    ("cardmaker build --face po", {"pocket"}),
    ("cardmaker build --sheet week-", {"week-landscape", "week-portrait"}),
    ("cardmaker build --exercise squ", {"squat"}),
    ("cardmaker build --only ", {"sheets", "cards", "gym"}),
    ("cardmaker build ten", {"ten-k", "ten-k-build", "ten"}),  # the shell makes files of the last
    ("cardmaker new --from runn", {"runners-week"}),
    ("cardmaker list m", {"muscles"}),
    ("cardmaker list exercises --muscle glu", {"glutes", "glute-med"}),
    ("cardmaker list exercises --equipment n", {"none"}),
    ("cardmaker list exercises --kind ", {"strength", "power", "mobility", "conditioning", "drill", "rehab"}),
    ("cardmaker list exercises --level ", {"beginner", "intermediate", "advanced"}),
    ("cardmaker show squat --language ", {"de", "en"}),
    ("cardmaker show squ", {"squat"}),
    ("cardmaker show lett", {"letter"}),
    ("cardmaker schema e", {"exercise"}),
    ("cardmaker build --templates mi", {"mi"}),  # the shell makes folders of it
]


@pytest.mark.parametrize(("line", "offered"), OFFERS)
def test_offers(
    command: Command,
    monkeypatch: pytest.MonkeyPatch,
    line: str,
    offered: set[str],
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("_CARDMAKER_COMPLETE", "bash_complete")
    monkeypatch.setenv("COMP_WORDS", line)
    monkeypatch.setenv("COMP_CWORD", str(len(line.split(" ")) - 1))
    with pytest.raises(SystemExit) as left:
        command()
    assert left.value.code == 0
    assert {each.split(",", 1)[1] for each in capsys.readouterr().out.split()} == offered


def test_own_templates_are_offered(
    command: Command, in_folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    own = in_folder / "mine" / "themes"
    own.mkdir(parents=True)
    (own / "clubhouse.yaml").write_bytes((assets.templates("themes") / "low-ink.yaml").read_bytes())
    test_offers(
        command, monkeypatch, "cardmaker build --templates mine --theme cl", {"classic", "clubhouse"}, capsys
    )


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_scripts_that_help_names(program: Program, shell: str) -> None:
    done = program(env={"_CARDMAKER_COMPLETE": f"{shell}_source"})
    assert done.returncode == 0
    assert b"_CARDMAKER_COMPLETE" in done.stdout
