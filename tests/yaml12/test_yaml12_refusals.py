"""Broken, hostile and puzzling YAML: one line that says where, what and the remedy."""

import pytest
import yaml

from cardmaker.errors import PlanError, TemplateError
from cardmaker.yaml12 import DEPTH_LIMIT, NODE_LIMIT, load_yaml, parse_yaml, reader
from cardmaker.yaml12.faults import explain


@pytest.fixture(params=["libyaml", "Python"])
def either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML has two parsers, which fail at the same places and not in the same words."""
    monkeypatch.setattr(
        reader, "_Parser", yaml.CSafeLoader if request.param == "libyaml" else yaml.SafeLoader
    )


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
        ('a: "\\xZZ"', 1, "use single quotes"),
        ("a: - b", 1, "put its '- ' on a line of its own"),
        ("a:\n  - b\n  c: 1", 3, "goes on without '- '"),
        ("a: 1\n<<: words", 2, "<< takes a mapping"),
        ("a: &a [1]\n<<: *a", 2, "<< takes a mapping"),
        ("[1]: 2", 1, "a key must be a word"),
        ("a: *b", 1, "*b has no &b before it"),
        ("a: *b*", 1, "a text can't begin with '&' or '*'; put it in quotes"),
        ("a: & b", 1, "a text can't begin with '&' or '*'; put it in quotes"),
        ("a: |x\n  y", 1, "only a line break may follow '|' or '>'"),
        ("a: 1\nb: 2\nc\nd: 3", 3 + 1, "a ':' is missing after the name"),
        ("a: }", 1, "closed here that was never opened; put text that begins with '}' in quotes"),
        ("a: [1, 2}", 1, "never closed"),
        ("a: 'x' y", 1, "more text after a value that had ended; put the whole text in quotes"),
        ("%x\na: 1", 1, "a text can't begin with '%'; put it in quotes"),
        ("a: !<x y", 1, "a text can't begin with '!'; put it in quotes"),
        ("{a: 1}\nb: 2", 2, "after the document's end"),
        ("a: !new x", 1, "the tag '!new' isn't known"),
        ("a: !!python/object:os.system x", 1, "isn't known"),
        ("a: !!int x", 1, "!!int doesn't go with 'x'; leave it out"),
        ("a: !!map x", 1, "!!map doesn't go with 'x'; leave it out"),
        ("a: !!seq x", 1, "!!seq doesn't go with 'x'; leave it out"),
        ("a: !!str [x]", 1, "!!str doesn't go with a list; leave it out"),
        ("a: !!seq {x: 1}", 1, "!!seq doesn't go with a mapping; leave it out"),
        ("a: x\n\x07b: y", 2, "U+0007"),
        ('a: "x\\u0007"', 1, "U+0007"),
        ('a: "\\0"', 1, "U+0000"),
        ("a: x\ud800", 1, "U+D800"),
        ("a: 1\n\u2028b: 2", 2, "U+2028"),
        ("a: 1\nb:\n  c: 1\n\xa0 d: 2", 4, "an invisible blank is next to the name"),
    ],
)
@pytest.mark.usefixtures("either_parser")
def test_one_clear_line(text: str, line: int, words: str) -> None:
    (message,) = refusal(text)
    assert message.startswith(f"p.yaml:{line}: ")
    assert words in message


def test_a_colon_without_a_blank() -> None:
    """libyaml alone refuses it."""
    assert "':' here needs a blank after it" in refusal("a: {b: c,d:e:,}")[0]


def test_the_parser_s_own_words_are_never_passed_on() -> None:
    """What it may say in another version, about anything: the line is right, and the words are ours."""
    text = "a: 1\nb: 2\n"
    mark = yaml.Mark("", 5, 1, 0, None, 0)
    for kind in (yaml.scanner.ScannerError, yaml.parser.ParserError, yaml.YAMLError):
        marked = kind("in new words", mark, "something nobody has heard of", mark)
        for fault in (marked, kind("nobody has heard of this")):
            line, words = explain(fault, text)
            assert line == (2 if getattr(fault, "problem_mark", None) else 1)
            assert "heard" not in words and "new words" not in words and ";" in words


def test_all_double_keys_are_reported_at_once_with_their_paths() -> None:
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


def test_double_keys_are_reported_next_to_a_later_fault() -> None:
    assert len(refusal("a: 1\na: 2\nb: [")) == 2


@pytest.mark.parametrize("text", ["a: &x [*x]", "a: &x {b: *x}", "a: &x [1, [2, {c: *x}]]"])
def test_an_alias_inside_its_own_anchor(text: str) -> None:
    assert refusal(text)[0].endswith("*x is inside &x itself, which would never end; write it out")


def test_aliases_cannot_explode() -> None:
    rows = ["x0: &x0 [" + ", ".join("1" * 10) + "]"]
    rows += [f"x{n}: &x{n} [" + ", ".join([f"*x{n - 1}"] * 10) + "]" for n in range(1, 10)]
    (message,) = refusal("\n".join(rows))
    assert message.startswith("p.yaml:5: x4.")
    assert message.endswith(f"more than {NODE_LIMIT:,} values, counting what aliases repeat; split the file")


def test_values_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "NODE_LIMIT", 100)
    assert refusal(f"[{'1,' * 100}]")[0].endswith(
        "more than 100 values, counting what aliases repeat; split the file"
    )
    assert len(load_yaml(f"[{'1,' * 99}]", "x")[0]) == 99


def test_a_few_aliases_are_fine() -> None:
    rows = ["x: &x [1, 2, 3]", *(f"k{n}: *x" for n in range(1000))]
    assert len(load_yaml("\n".join(rows), "x")[0]) == 1001


@pytest.mark.parametrize(
    "text",
    ["[" * 10_000, "- " * 10_000 + "x", "{a: " * 5000, "\n".join(" " * n + "a:" for n in range(200))],
    ids=["flow", "block", "mappings", "indented"],
)
@pytest.mark.usefixtures("either_parser")
def test_nesting_is_capped(text: str) -> None:
    (message,) = refusal(text)
    assert f"nested more than {DEPTH_LIMIT} deep; look for brackets that aren't closed" in message


def test_nesting_up_to_the_cap_is_fine() -> None:
    assert load_yaml("[" * DEPTH_LIMIT + "]" * DEPTH_LIMIT, "x")[0]


def test_a_long_word_is_fine() -> None:
    assert load_yaml(f"a: {'x' * 10_000}", "x")[0] == {"a": "x" * 10_000}


def test_the_caller_chooses_the_error() -> None:
    with pytest.raises(PlanError):
        load_yaml("a: [", "p.yaml", PlanError)


def test_each_event_of_the_parser_is_taken_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The reader's work grows with the text, not with its square."""
    taken = 0

    class Counting(yaml.CSafeLoader):
        def get_event(self) -> yaml.Event | None:
            nonlocal taken
            taken += 1
            return super().get_event()

    monkeypatch.setattr(reader, "_Parser", Counting)
    load_yaml("\n".join(f"k{n}: [a, b]" for n in range(100)), "x")
    assert taken == 5 + 1 + 100 * 5
