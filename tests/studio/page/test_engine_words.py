"""The engine's words in other languages of the interface: all that a page can show, and what becomes of messages."""

import json
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.studio.page.engine_texts import (
    SHOWN,
    named_entries,
    normal,
    places,
    said_in_data,
    said_in_source,
    written_anywhere,
)
from tests.studio.page.page_kit import PAGE, needs_node

CATALOGUES = {
    path.stem: json.loads(path.read_text(encoding="utf-8"))
    for path in sorted((PAGE / "words/engine").glob("*.json"))
}
LANGUAGES = sorted(CATALOGUES)
WAITING = 0.01
"""Of the messages; those made last may wait for somebody who speaks the language, and are English until then."""
SOURCE_WORDS = re.compile(
    r"\b(the|is|are|write|should|could|printed|read|has|have|isn't|or|and|which|each)\b"
)
QUOTED = re.compile(r"„[^“]*“|'[^']*'|\"[^\"]*\"|\{[^{}]*\}|hier bekannt: .*")


def _known(language: str) -> dict[str, str]:
    return {**CATALOGUES[language]["messages"], **CATALOGUES[language]["joined"]}


def test_every_language_but_english_has_the_engines_words() -> None:
    assert set(LANGUAGES) == {path.stem for path in (PAGE / "words").glob("*.json")} - {"en"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_messages_that_a_page_can_show_are_translated(language: str) -> None:
    said = said_in_source()
    missing = sorted(f"{where}: {text}" for text, where in said.items() if text not in _known(language))
    assert len(said) > 600
    assert len(missing) <= WAITING * len(said), "\n".join(missing)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_describes_fields_and_templates_is_translated(language: str) -> None:
    said = [*said_in_data(), *(about for _, about in named_entries(*SHOWN) if about)]
    missing = [text for text in said if text not in _known(language)]
    assert len(said) > 200
    assert len(missing) <= WAITING * len(said), "\n".join(missing)


@pytest.mark.parametrize("language", LANGUAGES)
def test_places_for_values_are_those_of_english(language: str) -> None:
    for said, meant in _known(language).items():
        assert places(meant) == places(said), said
        for run in re.findall(r"(?:\{\d+\}){2,}", said):  # between which nothing shows where one ends
            assert run in meant, said


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_translated_that_nobody_says(language: str) -> None:
    messages = CATALOGUES[language]["messages"]
    gone = sorted(messages.keys() - written_anywhere())
    assert len(gone) <= WAITING * len(messages), "\n".join(gone)


def translated(texts: Sequence[str], language: str) -> list[str]:
    """What the page makes of messages."""
    script = """
      import { readFileSync } from "node:fs";
      const [module, file] = process.argv.slice(1);
      const { translator } = await import(module);
      const { text } = translator(JSON.parse(readFileSync(file, "utf8")));
      console.log(JSON.stringify(JSON.parse(readFileSync(0, "utf8")).map(text)));
    """
    module = (PAGE / "app/translate.mjs").as_uri()
    file = str(PAGE / f"words/engine/{language}.json")
    done = subprocess.run(
        ["node", "--input-type=module", "-e", script, module, file],
        input=json.dumps(texts),
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    found: list[str] = json.loads(done.stdout)
    return found


GERMAN = {
    "no workout 'legz'; did you mean 'legs'?": "kein Training „legz“; meinten Sie „legs“?",
    "'5m' could be 5 min, 5 mi or 5 km; write the one that is meant": (
        "„5m“ kann 5 min, 5 mi oder 5 km sein; schreiben, was gemeint ist"
    ),
    "should be text or a number, not a list": "sollte Text oder eine Zahl sein, nicht eine Liste",
    "is empty; write metric or imperial, or leave the line out": (
        "ist leer; metric oder imperial schreiben oder die Zeile weglassen"
    ),
    "unknown key 'aily'; known here: name, note, mon": "unbekannter Schlüssel „aily“; hier bekannt: name, note, mon",
    "write races as {10 km: '42:30'}, not 'fast'": "Rennen als {10 km: '42:30'} schreiben, nicht „fast“",
    "Monday and Thursday both have a hard run (weeks 2 and 3)": (
        "Montag und Donnerstag haben beide einen harten Lauf (Wochen 2 und 3)"
    ),
    "week 3 has 42.5 km of running after 36 km, 18% more": "Woche 3 hat 42,5 km Laufen nach 36 km, 18 % mehr",
    "plan.yaml:43: tips.0: sheet 'This week', and 1 more: no room for the tip 'Don't rush.'; larger paper has more": (
        "plan.yaml:43: tips.0: Blatt „This week“ und 1 weitere: kein Platz für Tipp: „Don't rush.“; "
        "auf größerem Papier ist mehr"
    ),
    "23 cards, 6 pages on 3 sheets of A4, two-sided (flip on long edge)": (
        "23 Karten, 6 Seiten auf 3 Bögen A4, zweiseitig (an der langen Kante wenden)"
    ),
    "12.5 km in all, hardest: threshold": "12,5 km insgesamt, am härtesten: Schwelle",
    "  6 times 400 m 5k, 200 m jog after each": "  6-mal 400 m 5k, 200 m Traben nach jeder",
    "  30 min easy “along the river”": "  30 min locker „along the river“",
    "note: not to failure": "Hinweis: not to failure",
    "something that no catalogue has": "something that no catalogue has",
    "Tempo and Threshold": "Tempo and Threshold",
}


@needs_node
def test_messages_lists_and_figures_in_german() -> None:
    assert dict(zip(GERMAN, translated([*GERMAN], "de"), strict=True)) == GERMAN


def _said_by_engine(folder: Path) -> list[str]:
    """What the engine says of lines and plans that are wrong, of starters, and of what doesn't go together."""
    from cardmaker import assets
    from cardmaker.studio.engine import Engine

    engine = Engine(folder)

    def asked(name: str, **args: Any) -> Any:
        answer = json.loads(engine.call(json.dumps({"name": name, "args": args}))[0])
        return answer.get("ok") or answer["error"]

    said: list[str] = []
    for kind, lines in {
        "run": ("5m easy", "6 x 400", "8", "3:20 tempo", "8 km easy / ", "6 x 400 m @ 5k w/ 200 m jog", "w/"),
        "sets": ("8", "3x", "3x8 @ 60", "3x8-12 @ RPE 12", "3x10, rest 90", "30x3", "3x8 x 2", "21s"),
    }.items():
        for line in lines:
            found = asked("reading", kind=kind, words=line)
            said += [found.get("message", ""), *found.get("lines", []), *found.get("notes", [])]
    text = (assets.templates("plans") / "half-marathon.yaml").read_text("utf-8")
    for right, wrong in {
        "units: metric": "units: meters",
        "phases:": "phasen:",
        "lighter: every": "lighter: often",
        "    duration: 40 min": "    duration: 40",
        "theme: classic": "theme: clasic",
        "race: {": "race: {week: 40, ",
        "weeks:": "weeks: 3",
        "  mon: rest": "  mon rest",
    }.items():
        broken = text.replace(right, wrong, 1)
        said += [one["message"] for one in asked("check", text=broken)["findings"]]
    for order in (
        {},
        {"stock": "mini", "weeks": "1"},
        {"theme": "night", "weeks": "1-2"},
        {"stock": "avery-5371", "weeks": "1"},
        {"weeks": "99"},
    ):
        made = asked("pages", text=text, order=order)
        said += [*made["notes"], *(one["takes"] for one in made["parts"])]
        said += [one["message"] for one in made["findings"]]
    return list(dict.fromkeys(filter(None, said)))


@needs_node
def test_little_of_what_the_engine_says_stays_english(tmp_path: Path) -> None:
    said = _said_by_engine(tmp_path)
    pairs = zip(said, translated(said, "de"), strict=True)
    left = [f"{one} → {other}" for one, other in pairs if SOURCE_WORDS.search(QUOTED.sub("", other))]
    assert len(said) > 40
    assert left == []


def test_what_joins_messages_is_no_part_of_them() -> None:
    assert normal("; did you mean '{0}'?") == "did you mean '{0}'?"
    assert places("{0?Tage:Tag} {1!} {2}") == ["0", "1", "2"]
