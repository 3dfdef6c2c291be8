"""`build --watch` builds again when something changes, and survives plans that are broken."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.kit import Command

PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0L9 9" stroke="#{0}"/></svg>'
)


@pytest.fixture
def day(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Let things happen one by one, each time the program has waited; then interrupt it."""

    def of(*events: Callable[[], object]) -> None:
        left = [*events]

        def sleep(_seconds: float) -> None:
            if not left:
                raise KeyboardInterrupt
            left.pop(0)()

        from cardmaker.deliver import watch

        wait = watch.watch
        monkeypatch.setattr(watch, "watch", lambda sources, act: wait(sources, act, sleep))

    return of


def nothing() -> None:
    """Time passes."""


def test_it_builds_again_and_keeps_the_last_good_files(
    command: Command, in_folder: Path, day: Callable[..., None]
) -> None:
    plan, pdf = in_folder / "small.yaml", in_folder / "a.pdf"
    good = plan.read_text()
    sizes: list[bytes] = []

    def break_it() -> None:
        sizes.append(pdf.read_bytes())
        plan.write_text(good.replace("title:", "titel:"))

    def mend_it() -> None:
        sizes.append(pdf.read_bytes())
        plan.write_text(f"{good}coach: Somebody else\n")

    day(nothing, break_it, nothing, mend_it, nothing)
    done = command("build", "small.yaml", "-o", "a.pdf", "--watch", "--only", "cards")
    assert done.code == 130
    first, *later = [line for line in done.out.splitlines() if "built" in line]
    assert first.endswith("waiting for changes, Ctrl-C ends it")
    assert [line.split("  ")[1].split(" in ")[0] for line in later] == [
        "not built, the files are those of the last good build: small.yaml changed",
        "built",
    ]
    assert later[1].endswith("s: small.yaml changed")
    assert "unknown key 'titel'; did you mean 'title'?" in done.err
    assert sizes[0] == sizes[1] != pdf.read_bytes()
    assert done.out.count("a.pdf") == 1, "what the files are is said once"


def test_a_file_that_the_plan_names_counts(
    command: Command, in_folder: Path, day: Callable[..., None]
) -> None:
    plan, logo = in_folder / "small.yaml", in_folder / "logo.svg"
    plan.write_text(f"{plan.read_text()}club: {{logo: logo.svg}}\n")
    logo.write_text(PICTURE.format("000000"))
    day(nothing, lambda: logo.write_text(PICTURE.format("ff0000 ")), nothing)
    done = command("build", "small.yaml", "-o", "a.pdf", "--watch", "--only", "sheets")
    assert done.out.splitlines()[-1].endswith("logo.svg changed")


def test_a_template_that_changed_is_read_again(
    command: Command, in_folder: Path, day: Callable[..., None]
) -> None:
    theme = in_folder / "mine" / "themes" / "red.yaml"
    theme.parent.mkdir(parents=True)
    theme.write_text('extends: classic\ncolours: {ink: "#330000"}\n')
    pdf = in_folder / "a.pdf"
    built: list[bytes] = []

    def change() -> None:
        built.append(pdf.read_bytes())
        theme.write_text('extends: classic\ncolours: {ink: "#003300"}\n# changed\n')

    day(nothing, change, nothing)
    words = ("-o", "a.pdf", "--only", "cards", "--templates", "mine", "--theme", "red", "--watch")
    done = command("build", "small.yaml", *words)
    assert done.out.splitlines()[-1].endswith("red.yaml changed"), done.err
    assert built[0] != pdf.read_bytes()


@pytest.mark.parametrize("words", [("-", "-o", "a.pdf"), ("small.yaml", "-o", "-")])
def test_streams_cannot_be_watched(command: Command, in_folder: Path, words: tuple[str, ...]) -> None:
    done = command("build", *words, "--watch")
    assert done.code == 2
    assert "--watch is for files; leave '-' out" in done.err
