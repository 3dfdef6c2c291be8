"""The rules by which exercises get harder, in the words of cards and logs."""

import pytest

from cardmaker.plan.progression.rules import progress_from
from cardmaker.plan.sets.written import sets_from
from cardmaker.plan.workouts import Entry
from cardmaker.resolve.rulewords import SaidRule, said_rule, together
from cardmaker.resolve.setwords import SetWords
from cardmaker.wording.wording import load_wording


def said(sets: str, rule: str, language: str = "en", units: str = "metric") -> str:
    words = SetWords(load_wording(language), units)
    entry = Entry(exercise="squat", sets=sets_from(sets), progress=progress_from(rule))
    return said_rule(words, entry, None).sentence(words).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("sets", "rule", "words"),
    [
        ("3x8-12 40 kg", "then +2.5 kg", "All 3 × 12? Next time 3 × 8, +2.5 kg"),
        ("3x8 40 kg", "then +2.5 kg", "All 3 × 8? Next time +2.5 kg"),
        ("3x5 60 kg", "+2.5 kg a week", "+2.5 kg a week"),
        ("3x5 60 kg", "+2.5 kg every 2 weeks, to 80 kg", "+2.5 kg every 2 weeks, up to 80 kg"),
        ("3x5 60 kg", "+2.5 kg each time", "Next time: +2.5 kg"),
        ("3x5 60 kg", "+5 kg a cycle", "+5 kg each cycle"),
        ("3x5 60 kg", "+5 kg every second cycle", "+5 kg every 2 cycles"),
        ("3x5 @ 70% TM", "+2.5 kg a cycle", "Training max +2.5 kg each cycle"),
        ("3x5 @ 70% TM", "+1 rep a cycle", "+1 rep each cycle"),
        ("3x8 60 kg", "+1 rep a week", "+1 rep a week"),
        ("3x8 60 kg", "+1 set a week", "+1 set a week"),
        ("3x5 60 kg", "+5% load a week", "Load +5 % a week"),
        ("3x30 s", "+5 s a week", "+5 s a week"),
        ("3x5 -20 kg", "-5 kg a week", "−5 kg a week"),
        ("3x8", "repeat", ""),
    ],
)  # fmt: skip
def test_rules_in_english(sets: str, rule: str, words: str) -> None:
    assert said(sets, rule) == words


@pytest.mark.parametrize(
    ("sets", "rule", "words"),
    [
        ("3x8-12 40 kg", "then +2.5 kg", "Alle 3 × 12? Nächstes Mal 3 × 8, +2,5 kg"),
        ("3x5 60 kg", "+2.5 kg every 2 weeks, to 80 kg", "+2,5 kg alle 2 Wochen, bis 80 kg"),
        ("3x8 60 kg", "+1 set a week", "+1 Satz pro Woche"),
        ("3x5 @ 70% TM", "+2.5 kg a cycle", "Trainings\xadmaximum +2,5 kg je Zyklus"),
    ],
)
def test_rules_in_german(sets: str, rule: str, words: str) -> None:
    assert said(sets, rule, "de") == words


@pytest.mark.parametrize("rule", ["then +2.5 kg", "+2.5 kg each time"])
def test_a_week_of_fewer_sets_asks_for_no_more(rule: str) -> None:
    words = SetWords(load_wording("en"), "metric")
    weeks = tuple(map(sets_from, ("3x8-12 40 kg", "2x8-12 40 kg", "2x5 50 kg")))
    entry = Entry(exercise="squat", weeks=weeks, progress=progress_from(rule))
    said = [said_rule(words, entry, week).words for week in range(3)]
    assert [bool(one) for one in said] == [True, False, True]


@pytest.mark.parametrize("unit", ["% TM", " kg"])
@pytest.mark.parametrize(("light", "asks"), [(60, False), (71, False), (72, True), (95, True)])
def test_a_light_week_of_a_wave_says_nothing_of_the_next(light: int, asks: bool, unit: str) -> None:
    words = SetWords(load_wording("en"), "metric")
    written = (
        f"{heads} @ {steps}{unit}"
        for heads, steps in (("5/3/1+", "75/85/95"), ("5/5/5", f"40/50/{light}"), ("5/5/5+", "65/75/85"))
    )
    entry = Entry(
        exercise="squat", weeks=tuple(map(sets_from, written)), progress=progress_from("+5 kg a cycle")
    )
    said = [said_rule(words, entry, week).words for week in range(3)]
    assert [bool(one) for one in said] == [True, asks, True]


def test_steps_are_in_the_readers_unit() -> None:
    assert said("3x5 60 kg", "+2.5 kg a week", units="imperial") == "+5 lb a week"


def test_the_coachs_own_words_go_first() -> None:
    words = SetWords(load_wording("en"), "metric")
    entry = Entry(
        exercise="squat", sets=sets_from("3x5, next time harder"), progress=progress_from("then +2 kg")
    )
    assert said_rule(words, entry, None) == SaidRule("harder")


def test_rules_of_several_sessions_each_have_theirs() -> None:
    words = SetWords(load_wording("en"), "metric")
    rules = [(SaidRule("+2.5 kg"), "A"), (SaidRule("harder"), "B")]
    assert together(words, rules) == "Next time: A: +2.5 kg; B: harder"
    assert (
        together(words, [*rules, (SaidRule("+1 rep a week", True), "C")])
        == "A: +2.5 kg; B: harder; C: +1 rep a week"
    )
