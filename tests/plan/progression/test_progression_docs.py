"""The guide's own examples: they are read as it says, and are as short as it promises."""

import re
from pathlib import Path

import pytest

from cardmaker.plan.load import check_plan
from cardmaker.plan.progression.notation import change_from
from cardmaker.plan.progression.rules import apart, progress_from
from cardmaker.plan.sets.weekly import is_weekly, weeks_listed
from cardmaker.plan.sets.written import sets_from
from cardmaker.plan.source import source_of
from cardmaker.resolve.names import open_catalogue

GUIDE = (Path(__file__).parents[3] / "docs" / "progression.md").read_text(encoding="utf-8")
TEN_K, WAVES = re.findall(r"```yaml\n(title.*?)```", GUIDE, flags=re.DOTALL)


@pytest.mark.parametrize(
    ("text", "weeks", "lines"), [(TEN_K, 8, 40), (WAVES, 12, 15)], ids=["10 km", "waves"]
)
def test_many_weeks_take_few_lines(text: str, weeks: int, lines: int) -> None:
    plan = check_plan(source_of(text, "plan.yaml", Path()), open_catalogue()).plan
    assert len(plan.weeks) == weeks
    assert len(text.strip().splitlines()) <= lines


def rows(heading: str) -> list[str]:
    """What is written in the first cells of a section's tables."""
    section = GUIDE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    cells = [row.split("|")[1] for row in section.splitlines() if row.startswith("| `")]
    return [one for cell in cells for one in re.findall(r"`([^`]+)`", cell)]


@pytest.mark.parametrize("text", [one for one in rows("Runs that change") if re.match(r"[+]|\d+,", one)])
def test_changes_are_read(text: str) -> None:
    assert not change_from(text).is_none


@pytest.mark.parametrize("text", rows("Lifts that change"))
def test_rules_of_lifts_are_read(text: str) -> None:
    sets, rule = apart(text.replace("-> …", "-> 5/3/1+ @ 75/85/95% TM"))
    assert progress_from(rule)
    assert weeks_listed(sets) if is_weekly(sets) else sets_from(sets)
