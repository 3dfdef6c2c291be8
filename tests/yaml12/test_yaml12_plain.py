"""YAML that is read without a parser is what the parser reads."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from cardmaker import assets
from cardmaker.yaml12.plain import PlainDocument, read_plain
from cardmaker.yaml12.reader import Reader, StopReading
from cardmaker.yaml12.scalars import bad_character

FOLDERS = (
    *map(assets.templates, ("plans", "exercises", "stocks", "themes", "wording")),
    Path(__file__).parents[1],
)
FILES = [path for folder in FOLDERS for path in sorted(folder.rglob("*.yaml"))]
PIECES = (
    *(
        "a",
        "key",
        "6 km",
        "3x8",
        "é",
        "“",
        "0123",
        "-5",
        "1.5",
        "null",
        "~",
        "yes",
        "<<",
        "it's",
        "a:b",
        "a: b",
    ),
    *(
        "- ",
        "-",
        ": ",
        ":",
        " ",
        "  ",
        "\n",
        "\n  ",
        "\n- ",
        "\n  - ",
        "\n    - ",
        "\nkey: ",
        "\n  k2: ",
        "\n\n",
    ),
    *(
        "#",
        " #",
        "'",
        '"',
        "''",
        "[",
        "]",
        "{",
        "}",
        ", ",
        ",",
        "&a",
        "*a",
        "!",
        "|",
        ">",
        "%",
        "@",
        "`",
        "\\",
    ),
    *("--- ", "...", "?", "=", "(", ")", "/", "+", "\u00a0", "k: ", "note: hi"),
)


def read(text: str) -> tuple[Reader, object]:
    """What the parser reads, and the reader, which has its lines and what is wrong."""
    reader = Reader(text, "plan.yaml")
    return reader, reader.document()


def as_read(node: Any, marks: dict[int, Any]) -> Any:
    """Data with its types, spellings and lines, to compare."""
    if isinstance(node, dict):
        return "map", marks[id(node)], [(key, as_read(value, marks)) for key, value in node.items()]
    if isinstance(node, list):
        return "list", marks[id(node)], [as_read(value, marks) for value in node]
    return type(node), str(node), getattr(node, "text", None)


def assert_same(plain: PlainDocument, text: str) -> None:
    reader, data = read(text)
    assert as_read(plain.data, plain.marks) == as_read(data, reader.marks)
    assert (plain.first, reader.problems) == (reader.first, [])


def test_most_files_are_read_as_the_parser_reads_them() -> None:
    texts = [path.read_text("utf-8") for path in FILES]
    read_plainly = [(text, plain) for text in texts if (plain := read_plain(text))]
    assert len(read_plainly) > 0.6 * len(texts) > 100
    for text, plain in read_plainly:
        assert_same(plain, text)


def test_nearly_all_bundled_plans_need_no_parser() -> None:
    plans = list(assets.templates("plans").glob("*.yaml"))
    assert sum(read_plain(path.read_text("utf-8")) is not None for path in plans) >= len(plans) - 1


@settings(deadline=None, max_examples=300)
@given(st.sampled_from(("", "k: ", "k:\n  - ")), st.lists(st.sampled_from(PIECES), min_size=1, max_size=12))
def test_what_is_read_plainly_is_what_the_parser_reads(begin: str, pieces: list[str]) -> None:
    text = begin + "".join(pieces)
    plain = None if bad_character(text) else read_plain(text)
    if plain is not None:
        assert_same(plain, text)


@pytest.mark.deep
@settings(deadline=None, max_examples=5_000)
@given(st.sampled_from([path for path in FILES if path.parent.name == "plans"]), st.data())
def test_plans_with_something_else_in_them_are_read_as_the_parser_reads_them(
    path: Path, data: st.DataObject
) -> None:
    text = path.read_text("utf-8")
    at = data.draw(st.integers(0, len(text)))
    text = text[:at] + data.draw(st.sampled_from(PIECES)) + text[at + data.draw(st.integers(0, 2)) :]
    if (plain := read_plain(text)) is not None:
        assert_same(plain, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "- a",
        "a",
        "a: b\n c",
        "a: 'b\n  c'",
        'a: "\\n"',
        "a: 'it''s'",
        "a: |\n  b",
        "a: &b c",
        "a: *b",
        "a: !!str 1",
        "a: [b,\n  c]",
        "a: [b: c]",
        "a: {b}",
        "a: b: c",
        "a: b:",
        "a: 1\na: 2",
        "'a': b",
        "? a",
        "--- \na: b",
        "a: b\n---\nc: d",
        "%YAML 1.1",
        "\ta: b",
        "a:\tb",
        "<<: b",
        "a: -",
        "a:\n  - ",
        "a: b\n  c: d",
        "a:\n    b: c\n  d: e",
    ],
)
def test_anything_else_is_left_to_the_parser(text: str) -> None:
    assert read_plain(text) is None


def test_limits_of_depth_and_length_are_the_parsers() -> None:
    assert read_plain("\n".join("  " * depth + "a:" for depth in range(100))) is None
    assert read_plain("a: " + "[" * 50 + "]" * 50) is None
    assert read_plain("\n".join(f"a{number}: b" for number in range(6_000))) is None


def test_a_refusal_is_worded_by_the_parser() -> None:
    for text in ("a: [b", "a: 'b", "a: @b"):
        assert read_plain(text) is None
        with pytest.raises((yaml.YAMLError, StopReading)):
            read(text)
