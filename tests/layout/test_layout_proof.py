"""Faces and sheets read against theme, content and labels: all that is bundled is sound, each mistake is reported."""

import copy
from collections.abc import Callable
from typing import Any

import pytest
import yaml
from pydantic import TypeAdapter

from cardmaker import assets
from cardmaker.handout import CardCue, ExerciseCard, Figure, GymCard, Handout, WeekSheet
from cardmaker.layout.fields import Fields, NoFieldError
from cardmaker.layout.proof import proofread
from cardmaker.pipeline.products import PRODUCTS
from cardmaker.theme.face import Face, Sheet
from cardmaker.theme.shelf import Shelf
from cardmaker.wording.wording import load_wording, wording_names

FACES = sorted(path.stem for path in assets.templates("faces").glob("*.yaml"))
SHEETS = sorted(path.stem for path in assets.templates("sheets").glob("*.yaml"))
THEMES = sorted(path.stem for path in assets.templates("themes").glob("*.yaml"))
ADDED = {
    "block_legend_bright",
    "unit_distance",
    "unit_total",
    "unit_longest",
    "km_done",
    "bars_head",
}  # which follow the plan's units


def labels(language: str = "en") -> dict[str, str]:
    """A language's labels, with those that resolving adds."""
    return {**load_wording(language).labels, **dict.fromkeys(ADDED, "x")}


# Bundled ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", THEMES)
def test_bundled_templates_name_nothing_that_is_missing(theme: str) -> None:
    shelf = Shelf()
    templates: list[Face | Sheet] = [*map(shelf.face, FACES), *map(shelf.sheet, SHEETS)]
    found = {
        (template.id, language): proofread(
            template, PRODUCTS[template.kind].content, shelf.theme(theme), words
        )
        for language, words in ((language, labels(language)) for language in wording_names())
        for template in templates
    }
    assert {place: faults for place, faults in found.items() if faults} == {}


def test_labels_that_are_added_are_those_resolving_adds() -> None:
    from tests.layout.layout_kit import deck

    made: Handout = deck(["squat"])
    assert set(made.labels) - set(load_wording("en").labels) == ADDED


def test_every_label_of_a_language_is_on_some_paper() -> None:
    texts = "".join(
        path.read_text("utf-8")
        for kind in ("faces", "screens", "sheets", "parts")
        for path in assets.templates(kind).glob("*.yaml")
    )
    drawn = {"figure_start", "figure_finish"}  # by the figure itself
    legends = {"legend_easy", "legend_long", "legend_tempo", "legend_fast"}
    chosen = {"rest", "key_log_text", "key_log_last", *legends}  # by what is printed
    unused = {name for name in load_wording("en").labels if f"{{t.{name}}}" not in texts} - drawn - chosen
    assert not unused


# Mistakes --------------------------------------------------------------------------------------------

FACE = yaml.safe_load("""
name: Mine
kind: exercise
suits: {width: [60, 80], height: [80, 110]}
margin: 5
type: card
front:
  body:
    stack:
      - {text: "{name}", style: name, role: H1, id: name}
      - {list: cues, id: cues, style: cue, item: "{text} ({short})"}
      - {figure: "{figure}", alt: "{figure_alt}", keys: cues}
      - {panel: {text: ["{easier.text}", {text: "{t.load}", style: muscle, colour: signal}]}, surface: rest, if: easier}
      - {rule: rule, stroke: hair, unless: link}
      - {tab: "{tab}", slot: "{slot}", slots: "{slots}"}
      - row: [{chip: "{number}", note: "{of}", surface: chip-outline}]
      - {strip: [{value: "{sets}", label: "{sets_label}"}], lead_width: 20}
      - {mark: disc, colour: signal, value: "{cues}"}
      - {text: "{wrong}: {instead}", style: cue, each: mistakes}
  ladder:
    - {drop: [name], short: [cues], restyle: {cue: cue-small}, figure: 30, limit: {cues: 2}, shrink: {name: 4}}
""")


def reported(change: Callable[[dict[str, Any]], object], base: dict[str, Any] = FACE) -> list[str]:
    """What is said of a face after a change to it: 'path: message'."""
    data = copy.deepcopy(base)
    change(data)
    faults = proofread(
        TypeAdapter(Face).validate_python(data), ExerciseCard, Shelf().theme("classic"), labels()
    )
    return [f"{'.'.join(map(str, fault.path))}: {fault.message}" for fault in faults]


def box(index: int, **options: object) -> Callable[[dict[str, Any]], object]:
    """A change of a box's options."""
    return lambda data: data["front"]["body"]["stack"][index].update(options)


def rung(**options: object) -> Callable[[dict[str, Any]], object]:
    """A change of the ladder's rung."""
    return lambda data: data["front"]["ladder"][0].update(options)


def test_sound_face() -> None:
    assert reported(lambda data: None) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (
            box(0, style="nmae"),
            "front.body.stack.0.style: no style 'nmae' in the theme's type for 'card'; did you mean 'name'?",
        ),
        (box(0, text="{nmae}"), "front.body.stack.0.text: no field 'nmae' here; did you mean 'name'?"),
        (
            box(0, text="{Name}"),
            "front.body.stack.0.text: '{Name}' names no field; write a name in small letters",
        ),
        (
            box(0, text="{cues}"),
            "front.body.stack.0.text: 'cues' can't be put in words; repeat the box with 'each', or use 'list'",
        ),
        (box(0, text="{figure}"), "front.body.stack.0.text: 'figure' can't be put in words"),
        (box(0, text="{t.laod}"), "front.body.stack.0.text: no label 't.laod'; did you mean 't.load'?"),
        (
            box(0, text="{easier.txet}"),
            "front.body.stack.0.text: 'easier' has no 'txet'; did you mean 'text'?",
        ),
        (
            box(0, text="{easier.zzz}"),
            "front.body.stack.0.text: 'easier' has no 'zzz'; there are card or text",
        ),
        (box(0, role="Heading"), "front.body.stack.0.role: no role 'Heading'"),
        (
            box(0, colour="sginal"),
            "front.body.stack.0.colour: the theme has no colour 'sginal'; did you mean 'signal'?",
        ),
        (box(0, **{"if": "nmae"}), "front.body.stack.0.if: no field 'nmae' here; did you mean 'name'?"),
        (box(0, unless="nmae"), "front.body.stack.0.unless: no field 'nmae' here; did you mean 'name'?"),
        (box(0, each="nmae"), "front.body.stack.0.each: no field 'nmae' here; did you mean 'name'?"),
        (
            box(1, list="mistaeks"),
            "front.body.stack.1.list: no field 'mistaeks' here; did you mean 'mistakes'?",
        ),
        (box(1, item="{wrong}"), "front.body.stack.1.item: no field 'wrong' here"),
        (
            box(2, figure="{name}"),
            "front.body.stack.2.figure: 'name' is of another kind than this box shows",
        ),
        (
            box(2, figure="{figure} of"),
            "front.body.stack.2.figure: takes one field alone, such as '{figure}', not '{figure} of'",
        ),
        (box(2, keys="name"), "front.body.stack.2.keys: 'name' is no list"),
        (
            box(3, surface="rset"),
            "front.body.stack.3.surface: the theme has no surface 'rset'; did you mean 'rest'?",
        ),
        (
            box(4, stroke="hiar"),
            "front.body.stack.4.stroke: the theme has no stroke 'hiar'; did you mean 'hair'?",
        ),
        (
            box(4, rule="rlue"),
            "front.body.stack.4.rule: the theme has no colour 'rlue'; did you mean 'rule'?",
        ),
        (box(5, slot="{tab}"), "front.body.stack.5.slot: 'tab' is of another kind than this box shows"),
        (
            box(5, others=True),
            "front.body.stack.5.style: no style 'tab-other' in the theme's type for 'card'; did you mean",
        ),
        (
            box(7, strip=[{"value": "{sets}", "label": "{lable}"}]),
            "front.body.stack.7.strip.0.label: no field 'lable' here",
        ),
        (box(8, mark="swatch", value="esay"), "front.body.stack.8.value: the theme has no surface 'esay'"),
        (box(8, value="{ceus}"), "front.body.stack.8.value: no field 'ceus' here; did you mean 'cues'?"),
        (rung(drop=["nmae"]), "front.ladder.0.drop: no box has the id 'nmae'; did you mean 'name'?"),
        (rung(short=["name"]), "front.ladder.0.short: 'name' is no list; only lists take 'short'"),
        (rung(limit={"name": 2}), "front.ladder.0.limit: 'name' is no list; only lists take 'limit'"),
        (rung(shrink={"head": 2}), "front.ladder.0.shrink: no box has the id 'head'"),
        (
            rung(restyle={"cue": "cue-smal"}),
            "front.ladder.0.restyle.cue: no style 'cue-smal' in the theme's type for 'card'; did you mean 'cue-small'?",
        ),
    ],
)
def test_mistake(change: Callable[[dict[str, Any]], object], message: str) -> None:
    [said] = reported(change)
    assert said.startswith(message)


def test_rung_for_a_figure_needs_one() -> None:
    assert reported(box(2, figure="{figure}")) == []
    [said] = reported(lambda data: data["front"]["body"]["stack"].pop(2))
    assert said == "front.ladder.0.figure: there is no figure on this side"


def test_figure_needs_type_for_its_labels_and_numbers() -> None:
    said = reported(lambda data: data.update(type="gym"))
    assert any("no style 'figure-label'" in one for one in said)
    assert any("no style 'callout'" in one for one in said)


def test_type_group_of_the_back() -> None:
    def add_back(data: dict[str, Any]) -> None:
        data["back"] = {"type": "back", "body": {"text": "{hint}", "style": "hint"}}

    assert reported(add_back) == []

    def wrong_type(data: dict[str, Any]) -> None:
        data["back"] = {"body": {"text": "{hint}", "style": "hint"}}

    [said] = reported(wrong_type)
    assert said.startswith("back.body.style: no style 'hint' in the theme's type for 'card'")


def test_all_mistakes_at_once() -> None:
    def break_much(data: dict[str, Any]) -> None:
        box(0, style="a", text="{b}")(data)
        rung(drop=["c"])(data)

    assert len(reported(break_much)) == 3


# Fields ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("name", str),
        ("slot", int),
        ("figure", Figure),
        ("easier.card", str),
        ("cues", tuple[CardCue, ...]),
        ("t.card", str),
        ("text", str),
    ],
)
def test_kind_of_a_field(path: str, kind: object) -> None:
    assert Fields((ExerciseCard,), {"card": "card"}).kind(path) == kind


def test_members_of_a_list_see_their_own_fields() -> None:
    fields = Fields((WeekSheet,), {})
    days = fields.inside(fields.member("days"))
    assert days.kind("work") is bool, "properties count"
    assert days.kind("tab") is str, "and what they stand in"
    runs = days.inside(days.member("runs"))
    assert runs.kind("km") is float
    with pytest.raises(NoFieldError, match=r"'name' is no list"):
        days.member("name")
    with pytest.raises(NoFieldError, match=r"no field 'letter' here"):
        days.kind("letter")
    assert Fields((GymCard,), {}).inside(Fields((GymCard,), {}).member("rows")).kind("letter") is str
