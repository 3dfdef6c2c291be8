"""Placeholders: fields of a thing, then of what it stands in; what an absent field does to its text."""

import pytest

from cardmaker.handout import CardCue, LogRow, Rich, Variation
from cardmaker.layout.scope import Scope, present

SQUAT = {
    "name": "Squat",
    "load": "",
    "easier": Variation("Sit down", "07"),
    "harder": None,
    "sets": 3,
    "none": 0,
}


def scope(content: object = SQUAT) -> Scope:
    """A card's fields, with the labels outside."""
    return Scope(content, Scope({"t": {"load": "Load", "video": "Video"}}))


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{name}", "Squat"),
        ("{name}: {sets}", "Squat: 3"),
        ("{easier.text} ({easier.card})", "Sit down (07)"),
        ("{t.load}: {name}", "Load: Squat"),
        ("{t.load}", "Load"),
        ("no placeholders", "no placeholders"),
        ("{load}", ""),
        ("{t.load}: {load}", ""),
        ("{load} of {name}", " of Squat"),
        ("{harder.text}", ""),
        ("{t.video} {harder.card}", ""),
        ("{none}", ""),
        ("{Name}", "{Name}"),
        ("{}", "{}"),
    ],
)
def test_fill(template: str, text: str) -> None:
    assert scope().fill(template) == text


def test_values_are_not_read_again() -> None:
    assert scope({"name": "{load} {t.load}"}).fill("{name}") == "{load} {t.load}"


def test_raw_is_the_field_itself() -> None:
    assert scope().raw("{easier}") is SQUAT["easier"]
    assert scope().raw("{sets}") == 3
    assert scope().raw("easy") == "easy"
    assert scope().raw("{name}!") == "Squat!"


def test_members_see_their_own_fields_first_and_then_the_cards() -> None:
    inner = scope({"text": "outer", "name": "Squat"}).inside(CardCue("Sit back", "Back"))
    assert inner.fill("{text}|{short}|{name}|{t.load}") == "Sit back|Back|Squat|Load"


def test_text_of_a_member_without_such_a_field() -> None:
    assert scope().inside("plain").fill("{text}") == "plain"
    assert scope().inside(7).fill("{text}") == "7"
    rich = Rich((("a", True), ("b", False)))
    assert scope().inside(rich).value("text") is rich
    assert scope().inside(rich).fill("{text}") == "ab"


@pytest.mark.parametrize("name", ["title", "format", "count", "index", "join"])
def test_methods_of_a_text_are_not_its_fields(name: str) -> None:
    with pytest.raises(KeyError):
        scope().inside("plain").value(name)
    assert scope({name: "outer"}).inside("plain").value(name) == "outer"


def test_no_such_field() -> None:
    with pytest.raises(KeyError):
        scope().value("nothing")
    with pytest.raises(AttributeError):
        scope().value("easier.nothing")


@pytest.mark.parametrize("value", ["", None, (), 0, 0.0, False, Rich(()), Rich((("", True),))])
def test_absent(value: object) -> None:
    assert not present(value)


@pytest.mark.parametrize("value", ["0", " ", ("",), 1, True, Rich((("a", False),)), LogRow("", ())])
def test_present(value: object) -> None:
    assert present(value)
