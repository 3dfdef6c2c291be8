"""One class name, one meaning; and English that a reader doesn't stumble over."""

import ast
import io
import re
import tokenize
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import cardmaker

ROOT = Path(cardmaker.__file__).parent
FILES = sorted(ROOT.rglob("*.py"))
TESTS = sorted(file for file in (ROOT.parent / "tests").rglob("*.py") if file.name != Path(__file__).name)
STUMBLES = re.compile(
    r"\b(told|tells?|lest|in vain|whose it is|anew|somebody brought|beside)\b", re.IGNORECASE
)


@cache
def tree(file: Path) -> ast.Module:
    """What is in a file, read once for all tests."""
    return ast.parse(file.read_text("utf-8"))


def test_a_public_class_name_has_one_meaning() -> None:
    places: dict[str, list[str]] = defaultdict(list)
    for file in FILES:
        for node in classes(file):
            if not node.name.startswith("_"):
                places[node.name].append(f"{file.relative_to(ROOT)}:{node.lineno}")
    assert {name: where for name, where in places.items() if len(where) > 1} == {}


def classes(file: Path) -> Iterator[ast.ClassDef]:
    """All classes of a file, those within others among them; none is defined in an expression."""
    ahead: list[ast.stmt] = [*tree(file).body]
    while ahead:
        node = ahead.pop(0)
        if isinstance(node, ast.ClassDef):
            yield node
        for part in ("body", "orelse", "handlers", "finalbody", "cases"):
            for one in getattr(node, part, ()):
                ahead += [one] if isinstance(one, ast.stmt) else one.body


def prose(file: Path) -> Iterator[tuple[int, str]]:
    """Comments, docstrings and messages: texts of several words, with their lines."""
    with tokenize.open(file) as source:
        text = source.read()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT or (token.string.count(" ") and token.type in TEXTS):
            yield from enumerate(token.string.splitlines(), start=token.start[0])


TEXTS = {tokenize.STRING, getattr(tokenize, "FSTRING_MIDDLE", tokenize.STRING)}  # the latter from Python 3.12


def test_no_text_has_words_that_readers_stumble_over() -> None:
    found = [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()}"
        for file in FILES
        if STUMBLES.search(file.read_text("utf-8"))
        for number, line in prose(file)
        if STUMBLES.search(line)
    ]
    assert found == []


def test_no_test_has_a_name_that_readers_stumble_over() -> None:
    """A test's name is a sentence, and read as one."""
    names = [
        f"{file.relative_to(ROOT.parent)}: {name}"
        for file in TESTS
        for name in re.findall(r"^ *(?:async )?def (\w+)", file.read_text("utf-8"), re.MULTILINE)
        if STUMBLES.search(name.replace("_", " ").replace("told apart", ""))
    ]
    assert names == []


def test_annotations_use_no_name_that_their_class_has_for_something_else() -> None:
    """From Python 3.14 they are evaluated within the class, where its own property of that name is found."""
    found = []
    for file in FILES:
        for kind in classes(file):
            own = {node.name for node in kind.body if isinstance(node, ast.FunctionDef | ast.ClassDef)}
            annotations = [node.annotation for node in kind.body if isinstance(node, ast.AnnAssign)]
            names = {node.id for one in annotations for node in ast.walk(one) if isinstance(node, ast.Name)}
            found += [f"{file.relative_to(ROOT)}: {kind.name}.{name}" for name in sorted(names & own)]
    assert found == []
