"""One class name, one meaning; and English that a reader doesn't stumble over."""

import ast
import io
import re
import tokenize
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

import cardmaker

ROOT = Path(cardmaker.__file__).parent
FILES = sorted(ROOT.rglob("*.py"))
TESTS = sorted(file for file in (ROOT.parent / "tests").rglob("*.py") if file.name != Path(__file__).name)
STUMBLES = re.compile(
    r"\b(told|tells?|lest|in vain|whose it is|anew|somebody brought|beside)\b", re.IGNORECASE
)


def test_a_public_class_name_has_one_meaning() -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for file in FILES:
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places[node.name].append(f"{file.relative_to(ROOT)}:{node.lineno}")
    assert {name: where for name, where in places.items() if len(where) > 1} == {}


def prose(file: Path) -> Iterator[tuple[int, str]]:
    """Comments, docstrings and messages: texts of several words, with their lines."""
    with tokenize.open(file) as source:
        text = source.read()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT or (token.string.count(" ") and token.type in TEXTS):
            yield from enumerate(token.string.splitlines(), start=token.start[0])


TEXTS = {tokenize.STRING, getattr(tokenize, "FSTRING_MIDDLE", tokenize.STRING)}  # the latter from Python 3.12


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_words_that_readers_stumble_over(file: Path) -> None:
    assert [f"{number}: {line.strip()}" for number, line in prose(file) if STUMBLES.search(line)] == []


@pytest.mark.parametrize("file", TESTS, ids=lambda file: str(file.relative_to(ROOT.parent)))
def test_names_of_tests_that_readers_stumble_over(file: Path) -> None:
    """A test's name is a sentence, and read as one."""
    names = [
        node.name
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef)
    ]
    assert [name for name in names if STUMBLES.search(name.replace("_", " ").replace("told apart", ""))] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_annotations_use_no_name_that_their_class_has_for_something_else(file: Path) -> None:
    """From Python 3.14 they are evaluated within the class, where its own property of that name is found."""
    found = []
    for kind in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(kind, ast.ClassDef):
            own = {node.name for node in kind.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
            annotations = [node.annotation for node in kind.body if isinstance(node, ast.AnnAssign)]
            names = {node.id for one in annotations for node in ast.walk(one) if isinstance(node, ast.Name)}
            found += sorted(names & own)
    assert found == []
