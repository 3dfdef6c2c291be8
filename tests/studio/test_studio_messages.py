"""What a page may ask, and what it is answered: plain data, bytes, or why not, and never a traceback."""

import json
from pathlib import Path

import pytest
from PIL import Image as Pillow

from cardmaker import assets
from cardmaker.studio.engine import Engine
from tests.studio.studio_kit import SMALL, ask, engine, plan, refused, said

TABLE = "Name\t10 km\tEmail\nRunner A\t49:30\ta@club.example\nRunner B\t49h\t\nRunner C\t55:00\t\n"


@pytest.mark.parametrize(
    "line", ["", "[]", "{", "null", '{"name": 3}', '{"name": "check", "args": []}', "[" * 100_000]
)
def test_what_is_no_message_is_refused(line: str) -> None:
    answer = json.loads(engine().call(line)[0])
    assert answer["error"]["message"].startswith("not a message") and not answer["error"]["fault"]


@pytest.mark.parametrize(
    ("name", "args", "words"),
    [
        ("chek", {}, "did you mean 'check'?"),
        ("check", {}, "text is missing"),
        ("check", {"text": None}, "should be a text"),
        ("check", {"txt": ""}, "did you mean 'text'?"),
        ("pages", {"text": SMALL, "order": {"thema": "low-ink"}}, "did you mean 'theme'?"),
        ("pages", {"text": SMALL, "order": {"bleed": "thick"}}, "bleed"),
        ("pages", {"text": SMALL, "order": {"single": "yes"}}, "no option 'single'"),
        ("pages", {"text": SMALL, "order": {"fold": "yes"}}, "true or false"),
        ("pages", {"text": SMALL, "order": {"stock": "/etc/own.yaml"}}, "not a file"),
        ("pages", {"text": SMALL, "order": {"output_intent": "/etc/passwd"}}, "no option"),
        ("pages", {"text": SMALL, "order": {"medium": "screen", "fold": True}}, "leave it out"),
        ("pages", {"text": SMALL, "athlete": {"row": 2}}, "athlete: should be"),
        ("pages", {"text": SMALL, "athlete": {"table": TABLE, "row": 3}}, "row 3"),
        ("pdf", {"text": SMALL, "form": "docx"}, "pdf, svg or png"),
        ("pdf", {"text": SMALL, "parts": ["covers"]}, "covers"),
        ("page", {"name": "cards-99"}, "no side"),
        ("reading", {"kind": "poem", "words": ""}, "no kind"),
        ("exercises", {"muscle": "glute maxi mum"}, "no muscle"),
        ("figure", {"exercise": "squt"}, "did you mean"),
        ("starter", {"name": "../plans"}, "no plan"),
        ("schema", {"of": "passwd"}, "no schema"),
        ("catalogue", {"language": "../../x"}, "no language"),
        ("put", {"name": "a.png"}, "bytes"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_one_line(name: str, args: dict[str, object], words: str) -> None:
    ask("pages", text=SMALL)
    message = refused(name, **args)
    assert words in message and "\n" not in message


def test_a_fault_of_the_program_is_said_to_be_one(tmp_path: Path) -> None:
    own = Engine(tmp_path)
    own.add({"broken": lambda: [][1]})
    answer = json.loads(own.call('{"name": "broken", "args": {}}')[0])
    assert answer["error"]["fault"] and "IndexError" not in answer["error"]["message"]


@pytest.mark.parametrize("name", ["hello", "catalogue", "schema", "pictures"])
def test_answers_are_one_line_of_json(name: str) -> None:
    line, blobs = engine().call(json.dumps({"name": name}))
    assert line.count("\n") == 1 and line.endswith("\n") and blobs == []
    assert json.loads(line)["ms"] >= 0


def test_halves_of_characters_are_no_trouble() -> None:
    line, _ = engine().call('{"name": "check", "args": {"text": "title: \\ud800\\nweeks: [{}]\\n"}}')
    line.encode("utf-8")
    assert "ok" in json.loads(line)


def test_the_catalogue_has_all_that_there_is() -> None:
    found = ask("catalogue")
    for kind, folder in (
        ("themes", "themes"),
        ("stocks", "stocks"),
        ("papers", "stocks/papers"),
        ("plans", "plans"),
    ):
        ids = {path.stem for path in assets.templates(folder).glob("*.yaml")}
        assert {one["id"] for one in found[kind]} == ids
    assert all(
        {"id", "name", "about"} <= one.keys() for kind in found if kind != "options" for one in found[kind]
    )
    assert {"theme", "paper", "weeks", "copies"} <= {one["name"] for one in found["options"]}
    german = {one["id"]: one["name"] for one in ask("catalogue", language="de")["muscles"]}
    assert german != {one["id"]: one["name"] for one in found["muscles"]}


def test_exercises_are_found_with_typos() -> None:
    assert ask("exercises", words="nordc curl")["found"][0]["id"] == "nordic-curl"
    assert ask("figure", exercise="squat")["svg"].startswith("<svg")


@pytest.mark.parametrize("name", ["plan", "exercise"])
def test_schemas_are_json_schemas(name: str) -> None:
    assert ask("schema", of=name)["schema"]["$defs"]


@pytest.mark.parametrize(
    ("kind", "words", "units", "km"),
    [
        ("run", "12 km with 6 km tempo", "", 12),
        ("run", "10 easy", "metric", 10),
        ("run", "10 easy", "imperial", 16.09),
        ("sport", "swim: 8 x 50 m on 1:05", "", 0.4),
        ("sets", "3x8-12 @ RPE 7, rest 90 s", "", None),
    ],
)
def test_a_line_is_read_with_its_bar(kind: str, words: str, units: str, km: float | None) -> None:
    found = ask("reading", kind=kind, words=words, units=units)
    assert found["right"] and found["lines"] and found["km"] == km
    shares = [one["share"] for one in found["bar"]]
    assert sum(shares) == pytest.approx(1 if kind != "sets" else 0, abs=0.01)


def test_weeks_that_follow_from_a_base_week_are_written_out() -> None:
    text = plan("half-marathon")
    weeks = ask("weeks", text=text)["weeks"]
    assert len(weeks) == 12
    assert weeks[4]["mon"][0] == {"run": "6.5 km easy"}
    assert weeks[11]["sat"] == "rest" and weeks[11]["sun"][0]["run"] == "half marathon race"
    assert ask("weeks", text=text.replace("weeks: 4", "weeks: soon", 1))["weeks"] == []


def test_totals_of_weeks_are_those_that_are_printed() -> None:
    weeks = "  - mon: {run: 8 km easy}\n    tue: {run: 30 min easy}\n  - mon: {run: 8 km easy}\n"
    text = f"title: Two weeks\nweeks:\n{weeks}"
    drafted = ask("pages", text=text)
    assert drafted["weeks"] == [{"number": 1, "total": "≈13 km"}, {"number": 2, "total": "8.0 km"}]
    assert ask("pages", text=text, order={"weeks": "2"})["weeks"] == [{"number": 2, "total": "8.0 km"}]


def test_a_line_in_another_language_is_read() -> None:
    assert ask("reading", kind="run", words="12 km locker", language="de")["figures"]["effort"] == "easy"


def test_a_wrong_line_has_its_fix() -> None:
    found = ask("reading", kind="sets", words="8")
    assert not found["right"] and found["fixes"] == [{"label": "3x8", "words": "3x8"}]
    assert ask("reading", kind="run", words="5 x banana")["fixes"] == []


@pytest.mark.parametrize(
    ("kind", "line", "meant"),
    [
        ("run", "5m easy", ["5 min easy", "5 mi easy", "5 km easy"]),
        ("run", "20 m", ["20 min", "20 mi", "20 metres"]),
        ("run", "10 easy", ["10 km easy", "10 mi easy", "10 min easy"]),
        ("run", "2 km wu / 5m cd", ["2 km wu / 5 min cd", "2 km wu / 5 mi cd", "2 km wu / 5 km cd"]),
        ("sets", "3x8 60", ["3x8 60 kg", "3x8 rest 60 s"]),
    ],
)
def test_what_can_be_read_two_ways_has_a_fix_for_each_that_keeps_all_other_words(
    kind: str, line: str, meant: list[str]
) -> None:
    assert [one["words"] for one in ask("reading", kind=kind, words=line)["fixes"]] == meant


@pytest.mark.parametrize(("kind", "line"), [("sets", "3x8-10 @ @"), ("run", "6x400m @ 5kk"), ("run", "")])
def test_an_example_is_no_fix(kind: str, line: str) -> None:
    assert ask("reading", kind=kind, words=line)["fixes"] == []


def test_a_table_of_athletes_is_a_roster_with_its_bad_cells() -> None:
    found = ask("table", text=TABLE)
    assert found["kind"] == "roster"
    assert [one["means"] for one in found["columns"]] == ["name", "10 km time", "email"]
    assert [(one["row"], one["name"], one["ready"]) for one in found["people"]] == [
        (2, "Runner A", True), (3, "Runner B", False), (4, "Runner C", True)
    ]  # fmt: skip
    ((fault,),) = (one["faults"] for one in found["people"] if one["faults"])
    assert fault["column"] == 1 and "49h" in fault["message"]


def test_a_table_of_days_is_a_plan() -> None:
    found = ask("table", text="Week\tMon\tTue\tWed\n1\trest\t5 km easy\t8 km\n2\trest\t6 km easy\tzzz?\n")
    assert found["kind"] == "plan" and found["weeks"] == 2
    assert not [one for one in ask("check", text=found["text"])["findings"] if one["level"] == "error"]
    assert ask("table", text="some words")["kind"] == "" and ask("table", text=" ")["message"]


def test_a_table_is_read_in_the_language_of_its_days_or_of_who_pastes_it() -> None:
    german = "Mo\t6 km locker\nDi\tRuhe\nMi\t6 x 400 m schnell mit 200 m Trab dazwischen"
    for language in ("en", "de"):
        found = ask("table", text=german, language=language)
        assert found["entries"] == 3 and "language: de" in found["text"]
        assert not [one for one in ask("check", text=found["text"])["findings"] if one["level"] == "error"]
    english = "Mon\t6 km easy\nTue\trest\nWed\t6 x 400 m @ 5k"
    assert "language" not in ask("table", text=english)["text"]
    assert "language: de" in ask("table", text=english, language="de")["text"]


def test_a_line_is_read_in_the_language_of_its_plan() -> None:
    line = "6 x 400 m schnell mit 200 m Trab dazwischen"
    assert not ask("reading", kind="run", words=line)["right"]
    found = ask("reading", kind="run", words=line, language="de")
    assert found["figures"]["repeats"] == 6 and found["figures"]["after_each"] == "200 m jog"


def test_pages_of_an_athlete_have_the_name() -> None:
    text = plan("runners-week")
    own = ask("pages", text=text, athlete={"table": TABLE, "row": 4})
    own_svg = ask("page", name=own["sides"][0]["name"])["svg"]
    assert "Runner C" in own_svg and own["sides"][0]["key"] != ask("pages", text=text)["sides"][0]["key"]


def test_pictures_are_put_and_dropped() -> None:
    data = (assets.illustrations() / "squat.svg").read_bytes()
    text = SMALL.replace("title: Spring", "title: Spring\nclub: {name: Club, logo: ours.svg}")
    assert ask("pages", text=text)["stale"]
    assert ask("put", data, name="ours.svg") == {"name": "ours.svg", "size": len(data)}
    assert not ask("pages", text=text)["stale"]
    ask("drop", name="ours.svg")
    assert ask("pictures")["pictures"] == [] and ask("pages", text=text)["stale"]


def test_without_pillow_pictures_are_taken_as_the_page_codes_them(monkeypatch: pytest.MonkeyPatch) -> None:
    from cardmaker.picture import own_picture
    from cardmaker.studio import engine
    from tests.picture.test_picture_plain import coded_plainly

    for module in (engine, own_picture):
        monkeypatch.setattr(module, "decodes_all", lambda: False)
    data = coded_plainly(Pillow.new("RGB", (30, 20), "navy"))
    assert ask("put", data, name="ours.png") == {"name": "ours.png", "size": len(data)}
    ask("drop", name="ours.png")
    answer, _ = said("put", b"GIF89a", name="ours.png")
    assert answer["error"]["message"] == "ours.png: this is a GIF picture; save it as SVG, PNG or JPEG"


@pytest.mark.parametrize(
    "line", ["library: ../own", "print: {stock: ../../etc/x.yaml}", "club: {logo: /etc/passwd}"]
)
def test_a_plan_names_nothing_outside_its_folder(line: str) -> None:
    found = ask("pages", text=f"{SMALL}{line}\n")["findings"]
    assert [one["line"] for one in found if one["level"] == "error"] == [SMALL.count("\n") + 1]


HOSTILE = {
    "empty": "",
    "word": "title",
    "open": "[[[[",
    "endless": "a: &a [*a]",
    "dashes": "- - - -",
    "deep": "{" * 3000,
    "number": "title: x\nweeks: 3",
    "null": "\x00",
    "not-a-run": "weeks: [{mon: {run: 9}}]",
    "script": "title: <script>alert(1)</script>\nweeks: [{mon: rest}]",
    "long": f"title: {'x' * 9999}\nweeks: [{{mon: rest}}]",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_plan_has_findings_and_no_faults(text: str) -> None:
    for message in ("check", "pages", "pdf"):
        answer, _ = said(message, text=text)
        assert "ok" in answer and isinstance(answer["ok"]["findings"], list)
    assert "<script" not in said("page", name="sheets-01-this-week")[0].get("ok", {}).get("svg", "")
