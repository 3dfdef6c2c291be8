"""The usual normal forms of a run, such as '2 km wu / 6 x 400 m @ 5k w/ 200 m jog' → Run, without the grammar.

A run in normal form reads back as the same run; so what is read here is right if it is written as the text. A plan
that says no more than this does without seventy modules, a twentieth of a first build.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from cardmaker.plan.quantity import Quantity
from cardmaker.plan.runs.efforts import AIMED, EFFORTS, RESTING
from cardmaker.plan.runs.record import Part, Repeat, Step
from cardmaker.plan.runs.run import Run

_AMOUNT: Final = re.compile(r"(\d{1,4}(?:\.\d\d?)?) (km|mi|m|min|s)(?: (.+))?", re.ASCII)
_REPEAT: Final = re.compile(r"(\d\d?) x (.+)", re.ASCII)
_LEAST: Final = {"km": 1, "mi": 1, "m": 100, "min": 1, "s": 10}
_MOST: Final = {"km": 45, "mi": 30, "m": 5000, "min": 240, "s": 300}
_LONGEST_REPEAT: Final = {"km": 3, "mi": 2, "m": 3000, "min": 20, "s": 300}
"""What is more, or less, the grammar may ask about."""
_MOST_REPEATS, _LONGEST = 20, 120
_ASKED: Final = ("rest", "strides", "interval", "repetition")
_ROLES: Final = {"wu": "warm-up", "cd": "cool-down"}
_EFFORTS: Final = {f"@ {effort}" if effort in AIMED else effort: effort for effort in EFFORTS}


@lru_cache(1024)
def simple_run(text: str) -> Run | None:
    """What a text is read as, '[2 km wu /] what is trained [/ 2 km cd]'; None if that takes the grammar."""
    parts = [_repeat(piece) if " x " in piece else _step(piece) for piece in text[:_LONGEST].split(" / ")]
    before, behind = len(parts) > 1 and _is_easy(parts[0]), len(parts) > 1 and _is_easy(parts[-1])
    main = parts[before : len(parts) - behind]
    if len(main) != 1 or not _is_trained(main[0], alone=not behind):
        return None
    run = Run(tuple(part for part in parts if part))
    return run if str(run) == text else None


def _is_easy(part: Part | None) -> bool:
    """Whether a part is a warm-up or a cool-down, whether it says so or not."""
    return isinstance(part, Step) and part.effort in ("easy", "walk")


def _is_trained(part: Part | None, *, alone: bool) -> bool:
    """Whether a part is what else is run, and clear; '@ 5k' may go on behind a slash."""
    if isinstance(part, Step):
        return part.effort not in _ASKED and not part.role and (alone or part.effort not in AIMED)
    return isinstance(part, Repeat)


def _repeat(text: str) -> Repeat | None:
    found = _REPEAT.fullmatch(text)
    if found is None or not 1 < int(found[1]) <= _MOST_REPEATS:
        return None
    work, sign, rest = found[2].partition(" w/ ")
    step, recovery = _step(work, most=_LONGEST_REPEAT), _step(rest, "recovery", _LONGEST_REPEAT)
    if step is None or step.role or step.effort in RESTING:
        return None
    if sign and (recovery is None or recovery.effort not in RESTING):
        return None
    return Repeat(int(found[1]), (step,), recovery)


def _step(text: str, usual: str = "", most: Mapping[str, int] = _MOST) -> Step | None:
    found = _AMOUNT.fullmatch(text)
    if found is None or not _LEAST[found[2]] <= float(found[1]) <= most[found[2]]:
        return None
    amount, said = Quantity(float(found[1]), found[2]), found[3] or ""
    if said in _ROLES:
        return Step(amount, "easy", role=_ROLES[said])  # type: ignore[arg-type]
    if said and said not in _EFFORTS:
        return None
    return Step(amount, _EFFORTS.get(said, usual))  # type: ignore[arg-type]
