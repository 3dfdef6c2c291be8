"""The list of rules: codes, names and sources, and which of them a plan leaves out."""

import re

import pytest

from cardmaker.coaching.catalogue import RULES, rule_named
from cardmaker.coaching.rule import weeks_in_words
from cardmaker.errors import NotFoundError
from tests.coaching.coaching_kit import advice, weeks

HARD = weeks("{mon-sun: {run: 6 km tempo}}", workouts="")
PRINCIPLES = {
    "start small",
    "balance your workouts",
    "full-body workouts",
    "focus on form",
    "recovery time",
    "progress gradually",
    "listen to your body",
    "consistency is key",
    "professional guidance",
}


def test_codes_and_names_are_unique_and_in_order() -> None:
    codes = [rule.code for rule in RULES]
    assert codes == sorted(set(codes))
    assert all(re.fullmatch(r"CM[1-3]\d\d", code) for code in codes)
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_a_rule_says_why_what_to_do_and_on_what_evidence() -> None:
    for rule in RULES:
        assert all((rule.title, rule.why, rule.remedy, rule.source)), rule.code
        assert (rule.evidence in ("strong", "moderate", "weak")) == bool(
            re.search(r"\d{4}", rule.source)
        ) or (
            rule.code == "CM201"  # a habit, which a trial found to make no difference
        )


def test_the_article_has_nine_principles_that_a_plan_can_be_held_against() -> None:
    assert {rule.principle for rule in RULES if rule.principle} == PRINCIPLES


def test_no_rule_speaks_of_medical_advice_to_an_athlete() -> None:
    for rule in RULES:
        assert "injur" not in rule.title + rule.why + rule.remedy


@pytest.mark.parametrize("ignored", ["CM204", "hard-days", "cm204", "[rest-day, CM204]"])
def test_a_plan_ignores_rules(ignored: str) -> None:
    assert "CM204" in {one.rule for one in advice(HARD)}
    assert "CM204" not in {one.rule for one in advice(f"{HARD}ignore: {ignored}\n")}


def test_a_rule_that_is_not_there() -> None:
    with pytest.raises(NotFoundError, match=r"no rule 'hard-day'; did you mean 'hard-days'\?"):
        rule_named("hard-day")
    with pytest.raises(NotFoundError, match="'cardmaker rules' lists them"):
        rule_named("xyzzyxyzzy")


@pytest.mark.parametrize(
    ("numbers", "words"),
    [([0], "week 1"), ([0, 1], "weeks 1 and 2"), ([0, 1, 2], "weeks 1 to 3"), ([0, 2], "weeks 1 and 3"),
     ([0, 1, 2, 4, 6], "weeks 1 to 3, 5 and 7")],
)  # fmt: skip
def test_weeks_in_words(numbers: list[int], words: str) -> None:
    assert weeks_in_words(numbers) == words
