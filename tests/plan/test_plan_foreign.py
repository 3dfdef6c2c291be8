"""Plans in German: days, runs and sets are read as the English ones are, and nothing of a coach's own words is lost."""

import pytest

from cardmaker.api import check, load
from cardmaker.plan.foreign import ForeignWords, Translator
from cardmaker.plan.runs.notation import parse_run
from cardmaker.plan.runs.written import run_from
from cardmaker.plan.sets.grammar import parse_sets
from cardmaker.resolve.names import open_catalogue
from cardmaker.resolve.running import Runner
from cardmaker.wording.wording import load_wording

WORDS = open_catalogue().in_language("de").foreign_words()
assert WORDS
GERMAN = Translator(WORDS)
WORDING = load_wording("de")

RUNS = [line.strip().split(" = ") for line in """
    8 km locker = 8 km easy
    30 Minuten locker = 30 min easy
    1 Std. 15 Min. locker = 1 h 15 min easy
    7,5 km locker = 7.5 km easy
    45 Min. regenerativ = 45 min recovery
    10 km lockerer Dauerlauf = 10 km easy
    12 km MDL = 12 km steady
    8 km TDL = 8 km tempo
    30 km la. DL, letztes Drittel GA2 = 30 km easy finishing with [10 km steady]
    80 min DL lang, das letzte Viertel im Marathontempo = 80 min long finishing with [20 min @ marathon]
    16 km lang, die letzten 3 km etwas flotter = 16 km long finishing with [3 km steady]
    20 km locker, im Mittelteil 3×4 km im MRT mit je 1 km locker = 20 km easy with [3 x 4 km @ marathon w/ 1 km easy]
    45 min mit 6–8 Tempowechseln nach Gefühl = 45 min with [6-8 x surges “nach Gefühl”]
    8x 30 sek bergauf maximal, Geh-Pause runter = 8 x 30 s uphill all out w/ walk down
    Langsamer Dauerlauf Zeit: 25 min = 25 min easy
    25 min locker + 3 kurze Steigerungen = 25 min easy / 3 x strides
    20 min zügig (Tempo: 4:50-55 Min/km) = 20 min steady @ 4:50-4:55/km
    16 km zügig = 16 km steady
    16 km zuegig = 16 km steady
    20 km langer Lauf = 20 km long
    12 km im Marathontempo = 12 km @ MP
    24 km lang, davon die letzten 6 km im Marathontempo = 24 km long with the last 6 km @ MP
    12 km locker, die letzten 2 km zügig = 12 km easy, the last 2 km steady
    5 x 1000 m, 400 m Trabpause = 5 x 1000 m w/ 400 m jog
    2 km ein, 5 x 800 m in 3:10 / 3 min TP, 2 km aus = 2 km wu / 5 x 800 m in 3:10 w/ 3 min jog / 2 km cd
    10 km Testwettkampf, 3 km Ein- und 2 km Auslaufen = 3 km wu / 10 km race / 2 km cd
    3 km EL – 6 km @ HM-RT – 2 km AL = 3 km wu / 6 km @ HMP / 2 km cd
    12 km, ein/aus je 2 km = 2 km wu / 12 km / 2 km cd
    3 x 7 min Schwelle (2 min tr.) = 3 x 7 min threshold w/ 2 min jog
    9 km Tempo, davor und danach 2 km locker = 2 km wu / 9 km tempo / 2 km cd
    4 x 2000 m in 8:40, 3 min TP = 4 x 2000 m in 8:40 w/ 3 min jog
    Bahn: 4 x 400 m in 1:24, 90 s GP = Bahn: 4 x 400 m in 1:24 w/ 90 s walk
    30 km in 5:30, alle 5 km Gel = 30 km in 5:30 “every 5 km Gel”
    8 x 40 s bergauf, bergab traben = 8 x 40 s uphill w/ jog downhill
    3 x 7 min Schwelle + je 10 min Ein/Aus = 10 min wu / 3 x 7 min threshold / 10 min cd
    14 km, davon 6 km im GA2 = 14 km with [6 km ga2]
    8 x 300 m, Trabpause 300 m, je 2 km E/A = 2 km wu / 8 x 300 m w/ 300 m jog / 2 km cd
    20 Min: 2 Min laufen, 1 Min gehen im Wechsel = 20 min “2 min / 1 min walk”
    6 x 400 m im 5-km-Tempo mit 200 m Trab = 6 x 400 m @ 5k w/ 200 m jog
    6 mal 1000 m im 10er-Tempo, 90 s Trabpause = 6 x 1000 m @ 10k w/ 90 s jog
    2 km Einlaufen / 4 km Tempo / 2 km Auslaufen = 2 km wu / 4 km tempo / 2 km cd
    2 km EL, 6 x 800 m im 10-km-Tempo, 400 m TP, 2 km AL = 2 km wu, 6 x 800 m @ 10k w/ 400 m jog, 2 km cd
    Aufwärmen: 2 km / 5 km Tempo = 2 km wu / 5 km tempo
    8 km locker + 4 Steigerungen = 8 km easy / 4 strides
    10 x 200 m schnell, 200 m Gehpause = 10 x 200 m fast w/ 200 m walk
    3 x (5 x 200 m schnell, 100 m Trab), 3 min Serienpause = 3 x (5 x 200 m fast w/ 100 m jog), 3 min between sets
    3 x 2 km an der Schwelle, 3 min Pause = 3 x 2 km threshold w/ 3 min rest
    8 x 60 s bergauf, zurücktraben = 8 x 60 s uphill w/ jog back
    10 km in 5:30/km = 10 km @ 5:30/km
    90 min lang 600 Höhenmeter = 90 min long 600 m climb
    Ruhetag oder 5 km locker = rest or 5 km easy
    morgens 6 km locker, abends 8 km Tempo = AM 6 km easy, PM 8 km tempo
    8 km locker auf weichem Boden = 8 km easy “auf weichem Boden”
    12 km auf Asphalt und Wiese locker = 12 km easy “auf Asphalt und Wiese”
    10 km locker “sehr ruhig” = 10 km easy “sehr ruhig”
    8 km easy = 8 km easy
    4 x 2000 m @ HM-Tempo, TP 3 min = 4 x 2000 m @ half marathon pace w/ 3 min jog
    30 km, letzte 5 km im Marathonrenntempo = 30 km, last 5 km @ MP
    30 Minuten joggen = 30 min jog
    Hügelsprints 6 x 10 s = 6 x 10 s hill sprints
    6 x 1 km MRT / 1 km locker = 6 x 1 km @ MP w/ 1 km easy
    80 min DL 1 = 80 min easy
    10 min DL 1, dann 15 min DL 3, 5 min auslaufen = 10 min easy / 15 min tempo / 5 min cd
    12-mal 300 m, dazw. jew. 100 m traben = 12 x 300 m w/ 100 m jog
    10 km ruhiger Lauf, zwischendurch 8 x 200 m Sprint = 10 km conversational run with 8 x 200 m sprint
    3 x 1,5 km im 10 km-Renntempo = 3 x 1.5 km @ 10k race pace
    12 km locker, am Schluss einige Steigerungen = 12 km easy, finishing with strides
    4-mal 3.000 m in DL 3 = 4 x 3000 m @ tempo
    8 x 1 min im 5k-Wettkampftempo = 8 x 1 min @ 5k race pace
    60 Min. mit 70 bis 75 Prozent der VO2max = 60 min @ 70-75% VO2max
    1 min laufen und 1 min gehen, das Ganze 12 Mal = 12 x (1 min run / 1 min walk)
    5 min joggen, danach 2 min gehen, viermal wiederholen = 4 x (5 min jog / 2 min walk)
    fünf Steigerungsläufe = 5 strides
    Pyramidenlauf mit 1, 2, 1 km = pyramid with 1, 2, 1 km
    20 km, Beschleunigung auf den letzten 4 km = 20 km, accelerating over the last 4 km
    14 km, 20-30 Sekunden pro km schneller als Wettkampftempo = 14 km, 20-30 s /km faster than race pace
    25 km, nicht schneller als 5:40/km = 25 km, no faster than 5:40/km
    45 min Dauerlauf, gleichmäßiges Tempo = 45 min run, even tempo
    15 min leicht erhöhtes Tempo = 15 min steady
    10 x 300 m mit 100 m Trabpause, 92-96% HFmax = 10 x 300 m @ 92-96% HRmax w/ 100 m jog
    50 bis 65 min loDL = 50-65 min easy
    40 min DL im GA1-Bereich = 40 min ga1
    6 x 4 min, 2 min Joggingpausen = 6 x 4 min w/ 2 min jog
    35 min ruhiges Tempo = 35 min conversational pace
    7 km in lockerem Tempo = 7 km easy
    25 min im langsamen Tempo, 5 min flottes Tempo = 25 min easy / 5 min fast
    35 min im HM-Pace = 35 min @ half marathon pace
    Fahrtspiel 40 min mit 5 Tempoabschnitten von 2 min = 40 min fartlek with 5 efforts of 2 min
    acht- bis zehnmal 200 m schnell, 200 m Trab = 8-10 x 200 m fast w/ 200 m jog
    6 x 3 min (5 km-Renntempo), 2 min Trabpause = 6 x 3 min @ 5k w/ 2 min jog
    14 km, zw. 70 und 80 % HFmax = 14 km @ 70-80% HRmax
    9 km (davon 4 km im Ziel-Pace) = 9 km with 4 km @ goal pace
    6 x 800 m, 400 m TP, 11 km inkl. Ein- und Auslaufen = 6 x 800 m w/ 400 m jog (11 km total)
    18 km locker, am Ende sechs Steigerungen = 18 km easy, finishing with 6 strides
    50 Minuten locker; ca. 5:30 pro km = 50 min easy @ 5:30/km
    45 min DL 1-2 = 45 min easy
    45 min DL 1, dazwischen 4 x 3 min DL 3 = 45 min easy with 4 x 3 min tempo
    15 bis 20 min einlaufen, dann 3 km Tempo = 15-20 min wu / 3 km tempo
    8 x 800-m-Tempolauf in 3:12, zwischen den Tempoläufen 400 m traben = 8 x 800 m in 3:12 w/ 400 m jog
    10 x 200 m im Tempo meiner 1000-m-Zeit, 100 m Trab = 10 x 200 m @ “meiner 1000-m-Zeit” w/ 100 m jog
""".strip().splitlines()]  # fmt: skip

SETS = [line.strip().split(" = ") for line in """
    3 x 8 Wdh = 3x8
    3x8-12 Wdh., Pause 90 s = 3x8-12, rest 90 s
    3 Sätze à 10 Wiederholungen = 3x10
    3 Saetze à 10 Wdh = 3x10
    3 x 10 je Seite = 3x10/side
    3x10/Seite = 3x10/side
    3x30 s je Seite, 45 s Pause = 3x30 s/side, rest 45 s
    3 x 30 Sek. halten = 3x30 s
    3x8 bei 60 kg = 3x8 60 kg
    3x8, 17,5 kg = 3x8 17.5 kg
    3x8 @ RPE 7,5 = 3x8 @ RPE 7.5
    3x12 mit leichtem Band = 3x12 light band
    3x10 Körpergewicht = 3x10 bodyweight
    2 Aufwärmsätze x 5, dann 3x5 bei 80 kg = warm-up 2x5; 3x5 80 kg
    3x15, 2x täglich = 3x15, 2 times a day
    3x8, letzter Satz bis zum Versagen = 2x8, 1x8, to failure
    5 Runden auf Zeit = 5 rounds for time
    3x20 Schritte = 3x20 steps
    3x10, rest 60 s = 3x10, rest 60 s
    3 Sätze zu je 12 = 3x12
    3 Sätze mit je 8 Wiederholungen = 3x8
    3x10, je 5 s halten = 3x10, 5 s hold
    3x12 je 6 kg = 3x12 @ 6 kg each
    letzter Satz max.: 4x8 = 4x8, last set max
    4x9 + Drop-Set am letzten Satz = 4x9, last set drop set
    3x max. Wdh = 3x max reps
    5x5 60 kg, jede Woche 2,5 kg mehr = 5x5 60 kg, +2.5 kg a week
    5x5 60 kg, pro Woche um 2,5 kg steigern = 5x5 60 kg, +2.5 kg a week
    5x5 60 kg jede zweite Woche +1 Wdh. = 5x5 60 kg, +1 reps every 2 weeks
    5x5, jede Woche 2,5 kg mehr = 5x5, "jede Woche 2,5 kg mehr"
    3x10, 3-mal pro Woche = 3x10, 3 times per week
    3x8, 2-3x pro Woche = 3x8, 2-3 x per week
    3x8 bei 60 kg, nächstes Mal: 62,5 kg = 3x8 60 kg, next: 62,5 kg
    3x8, beim nächsten Mal 3x9, wenn alle Sätze sauber sind = 3x8, next time 3x9, wenn alle Sätze sauber sind
""".strip().splitlines()]  # fmt: skip


@pytest.mark.parametrize(("german", "english"), RUNS)
def test_a_run(german: str, english: str) -> None:
    assert str(parse_run(GERMAN.english("runs", german))) == str(parse_run(english))


@pytest.mark.parametrize(("german", "english"), SETS)
def test_sets(german: str, english: str) -> None:
    assert str(parse_sets(GERMAN.english("sets", german))) == str(parse_sets(english))


def test_what_changes_from_week_to_week_alone_is_no_run() -> None:
    with pytest.raises(ValueError, match="how far or how long"):
        parse_run(GERMAN.english("runs", "jede Woche +2,5 km"))
    assert parse_run(GERMAN.english("runs", "8 km locker, jede Woche 1 km mehr")).known_distance_m == 8000


def test_a_name_before_a_colon_is_kept() -> None:
    assert parse_run(GERMAN.english("runs", "Bergläufe: 8 x 90 s hart, zurücktraben")).title == "Bergläufe"


def test_what_is_written_out_is_read_too() -> None:
    written = {"repeat": 6, "run": "400 m schnell", "recovery": "200 m Trab", "note": "mit Pause", "n": 3}
    english = {"repeat": 6, "run": "400 m fast", "recovery": "200 m jog", "note": "mit Pause", "n": 3}
    assert GERMAN.english("runs", [written]) == [english]


def test_a_language_without_words_changes_nothing() -> None:
    none = Translator(ForeignWords({"days": {}, "runs": {}, "sets": {}}))
    assert none.english("runs", "8 km locker auf Sand") == "8 km locker auf Sand"


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("8 km gemütlich", "Gemütlich"),
        ("50 min Fahrtspiel", "Fahrtspiel"),
        ("8 km locker", "Lockerer Lauf"),
        ("20 km lang", "Langer Lauf"),
    ],
)
def test_the_coachs_own_word_is_printed(written: str, printed: str) -> None:
    assert Runner(WORDING, "metric").title(parse_run(GERMAN.english("runs", written))) == printed


def test_an_effort_without_a_word_of_the_coachs_is_ours() -> None:
    run = parse_run(GERMAN.english("runs", "2 km Einlaufen, 6 x 400 m im 5-km-Tempo, 200 m Trab"))
    lines = [str(line) for line in Runner(WORDING, "metric").lines(run)]
    assert [line.replace("\xa0", " ") for line in lines] == [
        "2 km einlaufen",
        "6 × 400 m im 5-km-Tempo, dazwischen 200 m traben",
    ]


PLAN = """title: Trainingswoche
language: de
start: 2027-03-01
weeks:
  - Mo bis Mi, Fr: {run: 8 km locker}
    Do: Ruhetag
    Wochenende: {run: "2 km Einlaufen / 5 x 1000 m, 400 m Trabpause / 2 km Auslaufen"}
  - montags: {strength: a}
    Dienstag und Do: {run: 30 Minuten locker im Wald}
    So: frei oder Yoga
workouts:
  a:
    duration: 45 Minuten
    exercises:
      - Kniebeugen: 3 x 8 Wdh., Pause 90 s
      - superset: [Klimmzug: 3 x 5, Liegestütze: 3 x max]
        rest: 60 Sekunden
      - Unterarmstütz: 3 x 30 s -> 3 x 40 s
      - calf raise: 3x12 je Seite
"""


@pytest.mark.parametrize(
    ("written", "note"),
    [
        ("10 km locker, danach Lauf-ABC und Gymnastik", "Lauf-ABC, Gymnastik"),
        ("8 km flott + 20 min Gymnastik", "20 min Gymnastik"),
        ("8 km locker, mobility", "mobility"),
    ],
)
def test_what_is_no_run_keeps_the_words_it_had(written: str, note: str) -> None:
    assert f"“{note}”" in str(run_from(GERMAN.english("runs", written)))


def test_words_of_a_kind_of_run_come_in_the_readers_language() -> None:
    run = run_from(GERMAN.english("runs", "12 km langsam + 5 Steigerungen GA1"))
    lines = [str(line).replace("\xa0", " ") for line in Runner(WORDING, "metric").lines(run)]
    assert lines == ["12 km locker", "5 × Steigerungen GA1"]


def test_a_whole_plan() -> None:
    plan = load(PLAN).plan
    first, second = plan.weeks
    assert [str(first.day(day)[0].run) for day in ("mon", "tue", "wed", "fri")] == ["8 km easy"] * 4
    assert first.day("thu")[0].kind == "rest"
    assert str(first.day("sun")[0].run) == "2 km wu / 5 x 1000 m w/ 400 m jog / 2 km cd"
    assert second.day("mon")[0].strength == "a"
    assert str(second.day("thu")[0].run) == "30 min easy “im Wald”"
    assert second.day("sun")[0].rest == "oder Yoga"
    names = [entry.exercise for entry in plan.workouts["a"].entries]
    assert names == ["squat", "pull-up", "push-up", "plank", "calf-raise"]
    assert [str(sets) for sets in plan.workouts["a"].entries[3].weeks] == ["3x30 s", "3x40 s"]
    assert not [one for one in check(PLAN) if "English" in str(one)]


@pytest.mark.parametrize(
    ("german", "report"),
    [("Di: {run: 8 km easy}", "Di"), ("mon: Ruhetag", "Ruhetag")],
)
def test_german_is_read_in_german_plans_alone(german: str, report: str) -> None:
    plan = f"title: Woche\nlanguage: LANGUAGE\nweeks:\n  - {german}\n"
    errors = [str(one) for one in check(plan.replace("LANGUAGE", "en")) if one.level == "error"]
    assert any(report in line for line in errors), errors
    assert not [one for one in check(plan.replace("LANGUAGE", "de")) if one.level == "error"]


def test_two_sessions_in_german_are_asked_about() -> None:
    with pytest.raises(ValueError, match="on one day, or one after the other"):
        parse_run(GERMAN.english("runs", "Zwei Einheiten von 20 Minuten"))
