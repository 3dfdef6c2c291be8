"""Broken, hostile and puzzling YAML: one line that says where, what and the remedy."""

import pytest

from cardmaker.errors import PlanError, TemplateError
from cardmaker.yaml12 import load_yaml, parse_yaml
from cardmaker.yaml12.reader import DEPTH_LIMIT, NODE_LIMIT


def refusal(text: str) -> list[str]:
    with pytest.raises(TemplateError) as caught:
        load_yaml(text, "p.yaml")
    return str(caught.value).split("\n")


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: b: c", 1, "a second ': ' on one line"),
        ("a: 1\nb: [1, 2\nc: 3", 2, "never closed"),
        ("a: 'open\nb: 1", 1, "never closed"),
        ('a: "open\nb: 1', 1, "never closed"),
        ("a:\n\t- b", 2, "a tab in the indentation"),
        ("a: @x", 1, "can't begin with '@'"),
        ("a: `x`", 1, "can't begin with '`'"),
        ("a: %x", 1, "can't begin with '%'"),
        ("a: 1\n---\nb: 2", 2, "a second document begins here"),
        ('a: "C:\\quick"', 1, "use single quotes"),
        ("a:\n  - x\n b: c", 3, "out of step"),
        ("a: - b", 1, "a '- ' can't stand here"),
        ("a:\n  - b\n  c: 1", 3, "goes on without '- '"),
        ("<<: {a: 1}", 1, "merge keys"),
        ("[1]: 2", 1, "a key must be a word"),
        ("a: *b", 1, "*b has no &b before it"),
        ("a: *b*", 1, "put it in quotes"),
        ("{a: 1}\nb: 2", 2, "after the document's end"),
        ("a: !new x", 1, "the tag '!new' isn't known"),
        ("a: !!python/object:os.system x", 1, "isn't known"),
        ("a: !!int x", 1, "!!int doesn't go with 'x'"),
        ("a: x\n\x07b: y", 2, "U+0007"),
        ('a: "x\\u0007"', 1, "U+0007"),
        ('a: "\\0"', 1, "U+0000"),
        ("a: x\ud800", 1, "U+D800"),
        ("a: 1\n\u2028b: 2", 2, "U+2028"),
        ("a: 1\nb:\n  c: 1\n\xa0 d: 2", 4, "blank that can't be seen"),
        ("a: {b: c,d:e:,}", 1, "':' here needs a blank after it"),
    ],
)
def test_one_clear_line(text: str, line: int, words: str) -> None:
    (message,) = refusal(text)
    assert message.startswith(f"p.yaml:{line}: ")
    assert words in message


def test_all_double_keys_are_told_at_once_with_their_paths() -> None:
    assert refusal("a: 1\nb:\n  - c: 1\n    c: 2\na: 2\n") == [
        "p.yaml:4: b.0.c: this key is here twice; the first is on line 3",
        "p.yaml:5: a: this key is here twice; the first is on line 1",
    ]


def test_the_first_of_double_keys_counts_and_reading_goes_on() -> None:
    document = parse_yaml("a: {x: 1}\na: {y: 2}\nb: 3\n", "p.yaml")
    assert document.data == {"a": {"x": 1}, "b": 3}
    assert len(document.problems) == 1
    assert document.lines.at(("b",)) == 3


def test_text_and_number_keys_that_look_alike_are_double() -> None:
    assert "this key is here twice" in refusal('1: a\n"1": b')[0]


def test_double_keys_are_told_beside_a_later_fault() -> None:
    assert len(refusal("a: 1\na: 2\nb: [")) == 2


@pytest.mark.parametrize("text", ["a: &x [*x]", "a: &x {b: *x}", "a: &x [1, [2, {c: *x}]]"])
def test_an_alias_inside_its_own_anchor(text: str) -> None:
    assert refusal(text)[0].endswith("*x stands inside &x itself; this would never end")


def test_aliases_cannot_explode() -> None:
    rows = ["x0: &x0 [" + ", ".join("1" * 10) + "]"]
    rows += [f"x{n}: &x{n} [" + ", ".join([f"*x{n - 1}"] * 10) + "]" for n in range(1, 10)]
    (message,) = refusal("\n".join(rows))
    assert message.startswith("p.yaml:5: x4.")
    assert message.endswith(f"more than {NODE_LIMIT:,} values, counting what aliases repeat")


def test_values_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    from cardmaker.yaml12 import reader

    monkeypatch.setattr(reader, "NODE_LIMIT", 100)
    assert refusal(f"[{'1,' * 100}]")[0].endswith("more than 100 values, counting what aliases repeat")
    assert len(load_yaml(f"[{'1,' * 99}]", "x")[0]) == 99


def test_a_few_aliases_are_fine() -> None:
    rows = ["x: &x [1, 2, 3]", *(f"k{n}: *x" for n in range(1000))]
    assert len(load_yaml("\n".join(rows), "x")[0]) == 1001


@pytest.mark.parametrize(
    "text",
    ["[" * 100_000, "- " * 100_000 + "x", "{a: " * 5000, "\n".join(" " * n + "a:" for n in range(200))],
    ids=["flow", "block", "mappings", "indented"],
)
def test_nesting_is_capped(text: str) -> None:
    (message,) = refusal(text)
    assert message.endswith(f"nested more than {DEPTH_LIMIT} deep")


def test_nesting_up_to_the_cap_is_fine() -> None:
    assert load_yaml("[" * DEPTH_LIMIT + "]" * DEPTH_LIMIT, "x")[0]


def test_a_long_word_is_fine() -> None:
    assert load_yaml(f"a: {'x' * 10_000}", "x")[0] == {"a": "x" * 10_000}


def test_the_caller_chooses_the_error() -> None:
    with pytest.raises(PlanError):
        load_yaml("a: [", "p.yaml", PlanError)


def test_each_event_of_the_parser_is_taken_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader's work grows with the text, not with its square."""
    import yaml

    from cardmaker.yaml12 import reader

    taken = 0

    class Counting(yaml.CSafeLoader):
        def get_event(self) -> yaml.Event | None:
            nonlocal taken
            taken += 1
            return super().get_event()

    monkeypatch.setattr(reader, "_Parser", Counting)
    load_yaml("\n".join(f"k{n}: [a, b]" for n in range(100)), "x")
    assert taken == 5 + 1 + 100 * 5
