"""Who may import whom: the contracts of pyproject.toml, each outside package's room, and what a start costs."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import cardmaker

PACKAGE = Path(cardmaker.__file__).parent
ROOT = PACKAGE.parent

# Each package from outside, and the rooms of cardmaker that may import it.
ROOMS = {
    "babel": {"wording"},
    "click": {"cli"},
    "distributed": {"cli"},
    "email_validator": {"roster"},
    "fsspec": {"roster"},
    "icalendar": {"export"},
    "markdown_it": {"mail"},
    "numpy": {"figure"},
    "pikepdf": {"roster"},
    "PIL": {"paint", "picture"},
    "pydantic": {"deliver", "figure", "library", "plan", "theme", "validation", "wording"},
    "pydantic_core": {"plan", "theme", "validation"},
    "garmin_fit_sdk": {"export"},
    "pypdfium2": {"deliver"},
    "python_calamine": {"importing"},
    "rapidfuzz": {"library", "spelling"},
    "reportlab": {"paint"},
    "segno": {"layout"},
    "shapely": {"figure"},
    "xlsxwriter": {"export"},
    "yaml": {"yaml12"},
}
HEAVY = {*ROOMS, "fontTools", "pikepdf"} - {"yaml"}


def imports() -> Iterator[tuple[str, str, str]]:
    """Each import of an outside package: (file and line, room, package)."""
    for path in sorted(PACKAGE.rglob("*.py")):
        relative = path.relative_to(PACKAGE)
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and not node.level:
                modules = [node.module]
            elif isinstance(node, ast.Import):
                modules = [alias.name for alias in node.names]
            else:
                continue
            for module in modules:
                top = module.split(".")[0]
                if top not in sys.stdlib_module_names and top != "cardmaker":
                    yield f"{relative}:{node.lineno}", relative.parts[0].removesuffix(".py"), top


def loaded_by(statement: str) -> set[str]:
    """The outside packages in memory after a statement, in a process of its own."""
    reported = subprocess.run(
        [sys.executable, "-c", f"import sys; {statement}; print(*sys.modules)"],
        capture_output=True,
        check=True,
        text=True,
    )
    return {name.split(".")[0] for name in reported.stdout.split()}


def test_contracts_are_kept() -> None:
    """In a process of its own, as the linter turns off the loggers there are."""
    program = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


def test_outside_packages_keep_to_their_rooms() -> None:
    found = list(imports())
    assert {package for _, _, package in found} == set(ROOMS), "each is used, and no other"
    strays = [f"{where} imports {package}" for where, room, package in found if room not in ROOMS[package]]
    assert strays == []


def test_smtplib_is_for_mail() -> None:
    users = [path.parent for path in PACKAGE.rglob("*.py") if "import smtplib" in path.read_text("utf-8")]
    assert set(users) == {PACKAGE / "mail"}


@pytest.mark.parametrize(
    ("statement", "also"),
    [
        ("import cardmaker", set()),
        ("import cardmaker.frame, cardmaker.page", set()),
        ("import cardmaker.pipeline", set()),
        ("import cardmaker.cli.main", {"click"}),
    ],
)
def test_start_leaves_heavy_packages_alone(statement: str, also: set[str]) -> None:
    assert loaded_by(statement) & HEAVY <= also


def test_package_itself_loads_nothing() -> None:
    assert not loaded_by("import cardmaker") & set(ROOMS)
    assert not loaded_by("import cardmaker.frame, cardmaker.page") & set(ROOMS)


def test_a_plan_that_is_right_is_made_without_pydantic() -> None:
    made = "from cardmaker import assets, build; build(assets.templates('plans') / 'runners-week.yaml')"
    loaded_by(made)  # which renews what a checkout keeps of the templates
    assert not loaded_by(made) & {"pydantic", "pydantic_core"}
