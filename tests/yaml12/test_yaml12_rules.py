"""The YAML 1.2 core rules, and the lines of fields."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cardmaker.errors import TemplateError
from cardmaker.yaml12 import load_yaml, written


def value(text: str) -> object:
    return load_yaml(f"v: {text}", "x.yaml")[0]["v"]


@pytest.mark.parametrize("word", ["no", "No", "NO", "yes", "on", "off", "y", "n", "nei", "ja"])
def test_words_that_yaml_1_1_reads_as_booleans_are_text(word: str) -> None:
    assert value(word) == word


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("12", 12),
        ("-3", -3),
        ("0o17", 15),
        ("0x1F", 31),
        ("1.5", 1.5),
        (".5", 0.5),
        ("1e3", 1000.0),
        ("tRUE", "tRUE"),
        ("1:30", "1:30"),
        ("1_000", "1_000"),
        ("0b11", "0b11"),
        ("2027-03-01", "2027-03-01"),
        ("2027-03-01 10:00:00", "2027-03-01 10:00:00"),
        ("=", "="),
        ("1.2.3", "1.2.3"),
        ("+", "+"),
        ("'12'", "12"),
        ('"true"', "true"),
        ("!!str 12", "12"),
        ("!!int 12", 12),
        ("! 12", "12"),
        ("3x10", "3x10"),
        ("6 x 800 m @ 5k w/ 400 m jog", "6 x 800 m @ 5k w/ 400 m jog"),
    ],
)
def test_core_scalars(text: str, expected: object) -> None:
    found = value(text)
    assert found == expected
    assert type(found) is type(expected) or isinstance(found, int | float)


def test_infinity_and_not_a_number() -> None:
    assert value(".inf") == math.inf
    assert value("-.INF") == -math.inf
    assert math.isnan(value(".nan"))  # type: ignore[arg-type]


@pytest.mark.parametrize("text", ["0123456789", "+4712345678", "2026.10", "007", "1e1000", ".inf", "0x1F"])
def test_numbers_remember_how_they_are_written(text: str) -> None:
    number = value(text)
    assert isinstance(number, int | float)
    assert written(number) == text


@pytest.mark.parametrize("number", [0, 7, -3, 2.5])
def test_plain_numbers_are_plain(number: float) -> None:
    found = value(str(number))
    assert type(found) is type(number)
    assert written(found) == str(number)


def test_a_number_of_ten_thousand_digits_is_text() -> None:
    assert value("9" * 10_000) == "9" * 10_000


def test_keys_are_text() -> None:
    assert load_yaml("5: a\nno: b\ntrue: c\n1.50: d", "x")[0] == {
        "5": "a",
        "no": "b",
        "true": "c",
        "1.50": "d",
    }


@pytest.mark.parametrize("text", ["", "# only a remark\n", "---\n", "~"])
def test_a_document_with_nothing_in_it_is_none(text: str) -> None:
    assert load_yaml(text, "x")[0] is None


def test_line_ends_and_byte_order_mark() -> None:
    assert load_yaml("\ufeffa: 1\r\nb:\r\n  - 2\r\n", "x")[0] == {"a": 1, "b": [2]}
    assert load_yaml("a: 1\rb: 2\r", "x")[0] == {"a": 1, "b": 2}


def test_lines_of_fields() -> None:
    text = "# head\na: 1\n\nb:\n  - x\n  - c: 2\n    d: {e: 3,\n        f: [4,\n  5]}\n"
    _, lines = load_yaml(text, "x")
    assert lines.at(()) == 2
    assert lines.at(("a",)) == 2
    assert lines.at(("b",)) == 4
    assert lines.at(("b", 1)) == 6
    assert lines.at(("b", 1, "d")) == 7
    assert lines.at(("b", 1, "d", "f")) == 8
    assert lines.at(("b", 1, "d", "f", 1)) == 9


def test_an_unknown_field_has_the_line_of_its_parent() -> None:
    _, lines = load_yaml("a:\n  b: 1\nc: 2\n", "x")
    assert lines.at(("a", "missing")) == 1
    assert lines.at(("a", "b", "deeper", 3)) == 2
    assert lines.at(("a", 7)) == 1


def test_lines_below_a_field() -> None:
    _, lines = load_yaml("a:\n  b:\n    c: 1\n", "x")
    below = lines.below(("a", "b"))
    assert below.at(()) == 2
    assert below.at(("c",)) == 3


def test_aliases_share_what_they_name() -> None:
    data, lines = load_yaml("a: &day\n  - rest\nb: *day\n&k c: *k\n", "x")
    assert data == {"a": ["rest"], "b": ["rest"], "c": "c"}
    assert lines.at(("b", 0)) == 2


def test_a_redefined_anchor_is_the_last_one() -> None:
    assert load_yaml("[&a 1, *a, &a 2, *a]", "x")[0] == [1, 1, 2, 2]


scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**9), 10**9),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cn"]), max_size=20),
)
trees = st.recursive(
    scalars,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.text("abcd", min_size=1), inner, max_size=4)
    ),
)


@given(trees)
def test_json_reads_as_yaml(tree: object) -> None:
    import json

    assert load_yaml(json.dumps(tree, ensure_ascii=False), "x")[0] == tree


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_in_one_line_a_mistake(text: str) -> None:
    try:
        load_yaml(text, "x.yaml")
    except TemplateError as error:
        assert error.problems
        assert all(
            "\n" not in str(problem) and str(problem).startswith("x.yaml:") for problem in error.problems
        )


def test_merge_keys_fill_in_what_is_not_written() -> None:
    text = """base: &base
  a: 1
  b: {c: 2}
other: &other {a: 5, d: 6}
one:
  <<: *base
  a: 3
two:
  <<: [*other, *base]
quoted: {"<<": x}
"""
    data, lines = load_yaml(text, "x")
    assert data["one"] == {"a": 3, "b": {"c": 2}}
    assert data["two"] == {"a": 5, "d": 6, "b": {"c": 2}}
    assert data["quoted"] == {"<<": "x"}
    assert [lines.at(path) for path in (("one", "a"), ("one", "b"), ("one", "b", "c"), ("two", "d"))] == [
        7,
        3,
        3,
        4,
    ]


def test_an_alias_may_say_two_arrows() -> None:
    assert load_yaml("a: &x '<<'\n*x : 1", "x")[0] == {"a": "<<", "<<": 1}
