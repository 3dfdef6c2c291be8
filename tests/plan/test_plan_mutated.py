"""A good plan, damaged at random: still a plan, or refused in lines that say where."""

import random
import re
from pathlib import Path

import pytest

from cardmaker.errors import PlanError
from cardmaker.plan.load import load_plan
from tests.plan.plan_names import SmallWorld
from tests.plan.test_plan_load import FULL

_JARGON = re.compile(
    r"pydantic|validat|input|Traceback|not YAML|NoneType|dict|tuple|<class|errors\.", re.IGNORECASE
)
_SCRAPS = (
    "rest", "3x10", "{", "}", "[", "]", ": ", "- ", "&a ", "*a", "\t", '"', "'", "#", "!!int ", "|\n", ">\n", "~",
    "null", ".nan", "1e999", "9" * 30, "-1", "\u2028", "5m", "superset", "exercise", "sets", "run", "note", "\n",
    "  ", "é", "true", "2027-03-01", "@", "%", "<<: ", "? ", "---\n", "x: ",
)  # fmt: skip


def damaged(text: str, chance: random.Random) -> str:
    """*text* with something put in, taken out, moved or doubled, one to four times."""
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(text))
        rows = text.split("\n")
        one, other = chance.randrange(len(rows)), chance.randrange(len(rows))
        match chance.choice(("put", "cut", "swap", "double")):
            case "put":
                text = text[:at] + chance.choice(_SCRAPS) + text[at:]
            case "cut":
                text = text[:at] + text[at + chance.randint(1, 30) :]
            case "swap":
                rows[one], rows[other] = rows[other], rows[one]
                text = "\n".join(rows)
            case "double":
                text = "\n".join([*rows[:one], rows[other], *rows[one:]])
    return text


@pytest.mark.parametrize("seed", range(4))
def test_a_damaged_plan_is_read_or_refused_line_by_line(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    path = tmp_path / "plan.yaml"
    (tmp_path / "club.svg").write_text("<svg/>")
    refused = 0
    for _ in range(100):
        text = damaged(FULL, chance)
        path.write_text(text, encoding="utf-8", newline="\n")
        try:
            load_plan(path, SmallWorld())
        except PlanError as error:
            refused += 1
            for problem in error.problems:
                assert 1 <= problem.line <= text.count("\n") + 1
                assert problem.message.strip()
                assert "\n" not in str(problem)
                assert not _JARGON.search(problem.message), problem
    assert refused > 50
