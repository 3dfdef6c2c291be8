"""What is read without pydantic is what pydantic makes of it."""

import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter

from cardmaker import assets, validation
from cardmaker.errors import CardmakerError
from cardmaker.library.exercise import Exercise
from cardmaker.plan.load import load_plan
from cardmaker.plan.model import Plan, Week
from cardmaker.theme.face import Face
from cardmaker.validation.plain import read_plainly
from cardmaker.yaml12 import load_yaml
from tests.plan.plan_names import SmallWorld
from tests.plan.test_plan_load import FULL
from tests.plan.test_plan_mutated import damaged


@pytest.fixture
def both(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[object]]:
    """What was read plainly while a test ran, each compared with what pydantic reads."""
    found: list[object] = []

    def compared(model: Any, data: object, context: object = None) -> Any:
        plain = read_plainly(model, data, context)
        assert plain == TypeAdapter(model).validate_python(data, context=context)
        found.append(plain)
        return plain

    monkeypatch.setattr(validation, "read_plainly", compared)
    yield found


@pytest.mark.parametrize("seed", range(4))
def test_plans_damaged_at_random(tmp_path: Path, seed: int, both: list[object]) -> None:
    chance = random.Random(seed)
    (tmp_path / "club.svg").write_text("<svg/>")
    path = tmp_path / "plan.yaml"
    for _ in range(100):
        path.write_text(damaged(FULL, chance), encoding="utf-8", newline="\n")
        try:
            load_plan(path, SmallWorld())
        except CardmakerError:
            continue
    assert both


@pytest.mark.parametrize("name", ["runners-week", "ten-k-build"])
def test_the_bundled_plans(name: str, both: list[object]) -> None:
    load_plan(assets.templates("plans") / f"{name}.yaml")
    assert len(both) == 1


def test_the_bundled_exercises() -> None:
    files = sorted(assets.templates("exercises").glob("*.yaml"))
    assert files
    for file in files:
        data = load_yaml(file.read_text(encoding="utf-8"), file.name)[0]
        assert read_plainly(Exercise, data) == TypeAdapter(Exercise).validate_python(data)


@pytest.mark.parametrize(
    ("model", "data"),
    [
        (Week, {"monday": "rest"}),
        (Week, {"mon": "swimm"}),
        (Week, "rest"),
        (Plan, {"weeks": [{}]}),
        (Plan, {"title": "x", "weeks": [{}], "start": "2027-03-02"}),
        (Plan, {"title": "x", "weeks": [{}], "units": "Metric"}),
        (Plan, {"title": "x", "weeks": [{}], "print": {"copies": 501}}),
        (Plan, {"title": "x", "weeks": [{}], "print": {"copies": True}}),
        (Plan, {"title": "x", "workouts": {"a": {"label": "ABCD", "exercises": ["squat"]}}}),
        (Plan, {"title": "x", "workouts": {"a": {"exercises": []}}}),
        (Plan, {"title": "x", "named_days": {}, "weeks": [{}]}),
        (Face, {"name": "Boxes are pydantic's"}),
    ],
)
def test_what_is_wrong_or_unclear_is_left_to_pydantic(model: type[Any], data: object) -> None:
    with pytest.raises(ValueError):
        read_plainly(model, data)
