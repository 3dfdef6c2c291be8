"""A user's own language: taken before the bundled ones, and checked against English."""

from pathlib import Path

import pytest
import yaml

from cardmaker import assets
from cardmaker.errors import NotFoundError, TemplateError
from cardmaker.wording.wording import lacking_words, load_wording, wording_names

ENGLISH = (assets.templates("wording") / "en.yaml").read_text("utf-8")


def own(folder: Path, text: str, language: str = "xx") -> list[Path]:
    """A folder with a user's language in it."""
    (folder / "wording").mkdir(exist_ok=True)
    (folder / "wording" / f"{language}.yaml").write_text(text, "utf-8")
    return [folder]


def mistakes(folder: Path, text: str) -> list[str]:
    """What is said of a language that is wrong, a line each, without the path."""
    folders = own(folder, text)
    with pytest.raises(TemplateError) as caught:
        load_wording("xx", folders)
    return str(caught.value).replace(str(folder / "wording" / "xx.yaml"), "").splitlines()


def test_own_language(tmp_path: Path) -> None:
    folders = own(tmp_path, ENGLISH.replace("language: en", "language: xx").replace('of: "of', 'of: "z'))
    wording = load_wording("xx", folders)
    assert wording.say("of", count=3) == "z 3"
    assert wording_names(folders) == tuple(sorted({"xx", *wording_names()}))


def test_own_goes_before_the_bundled(tmp_path: Path) -> None:
    folders = own(tmp_path, ENGLISH.replace("name: English", "name: Club English"), "en")
    assert load_wording("en", folders).name == "Club English"
    assert load_wording("en").name == "English"


def test_more_labels_are_welcome(tmp_path: Path) -> None:
    folders = own(tmp_path, ENGLISH.replace("labels:", "labels:\n  motto: Run!", 1))
    assert load_wording("xx", folders).labels["motto"] == "Run!"


def test_what_is_missing_is_said_in_english_and_reported(tmp_path: Path) -> None:
    data = yaml.safe_load(ENGLISH)
    data["phrases"]["reps"] = "Wdh"
    del (
        data["phrases"]["rest_after"],
        data["muscles"]["quads"],
        data["labels"]["coach"],
        data["counts"]["weeks"],
    )
    del data["units"]
    folders = own(tmp_path, yaml.safe_dump(data, sort_keys=False))
    wording = load_wording("xx", folders)
    assert wording.say("reps") == "Wdh"
    assert wording.say("rest_after", rest="1 min") == "rest 1 min"
    assert wording.count("weeks", 2) == "2 weeks"
    assert (wording.labels["coach"], wording.units["km"]) == ("Coach", "km")
    reported = lacking_words("xx", folders)
    assert {
        "labels.coach: 'Coach'",
        "phrases.rest_after: 'rest {rest}'",
        "counts.weeks: '{count} weeks'",
        "muscles.quads: 'quads'",
        "units.km: 'km'",
    } <= set(reported)
    assert len(reported) == 4 + len(yaml.safe_load(ENGLISH)["units"])
    assert lacking_words("en", folders) == ()


@pytest.mark.parametrize(
    ("old", "new", "reported"),
    [
        (
            'rest_after: "rest {rest}"',
            'rest_after: "rest {pause}"',
            "phrases.rest_after: nothing is filled in for '{pause}'; there is {rest}",
        ),
        (
            'part: "{part} of {parts}"',
            'part: "{part.real} of {parts}"',
            "phrases.part: nothing is filled in for '{part.real}'; there are {part} or {parts}",
        ),
        (
            'part: "{part} of {parts}"',
            'part: "{part} of {parts!r:>9}"',
            "phrases.part: nothing is filled in for '{parts!r:>9}'; there are {part} or {parts}",
        ),
        ("reps: reps", 'reps: "{n} reps"', "phrases.reps: nothing is filled in for '{n}'"),
        (
            'of: "of {count}"',
            'of: "of {count"',
            "phrases.of: 'of {count' has a brace without its partner; write '{name}'",
        ),
        ("reps: reps", "reps: {other: reps}", "phrases.reps: should be text, not a mapping"),
        (
            'weeks: {one: "{count} week", other: "{count} weeks"}',
            'weeks: "{count} weeks"',
            "counts.weeks: should be a mapping (name: value), not '{count} weeks'",
        ),
        (
            'weeks: {one: "{count} week", other: "{count} weeks"}',
            'weeks: {one: "{count} week"}',
            "counts.weeks: should have a form 'other'",
        ),
        (
            'day_month: "{day} {month}"',
            'day_month: "{day} {mnth}"',
            "dates.day_month: nothing is filled in for '{mnth}'; there are {day}, {month}, {month_number}, "
            "{month_short} or {year}",
        ),
        ("[Mon, Tue,", "[Tue,", "dates.days: should have at least 7 entries, not 6"),
        ('decimal: "."', 'decimal: ""', "numbers.decimal: should have at least 1 character, not 0"),
    ],
)
def test_mistake_in_a_language(tmp_path: Path, old: str, new: str, reported: str) -> None:
    assert old in ENGLISH
    text = ENGLISH.replace(old, new, 1)
    line = 1 + text[: text.index(new)].count("\n")
    assert mistakes(tmp_path, text) == [f":{line}: {reported}"]


def test_unknown_language() -> None:
    with pytest.raises(NotFoundError, match=r"^no language 'zz'; there are: de, en"):
        load_wording("zz")
