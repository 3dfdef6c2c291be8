"""A load that was worked out → the nearest one that the plan's bar, plates and dumbbells make."""

from collections.abc import Mapping
from typing import Any, Final, Literal

from cardmaker.plan.athlete import Weight, read_weight, read_weights
from cardmaker.plan.names import Checks
from cardmaker.plan.sets.record import Load, NumberRange
from cardmaker.training.plates import BAR, PLATES, STEP, on_bar, on_step

_LIGHTEST: Final = {"kg": 1.0, "lb": 2.0}
"""What a load that gets lighter keeps at least."""


class Plates:
    """What there is to load, as the plan says of its athlete; what most gyms have where it doesn't."""

    def __init__(self, data: Mapping[str, Any], checks: Checks) -> None:
        athlete = data.get("athlete")
        said: Mapping[str, Any] = athlete if isinstance(athlete, dict) else {}
        self._bar: Weight | None = _read(read_weight, said.get("bar"))
        self._plates: tuple[Weight, ...] = _read(read_weights, said.get("plates")) or ()
        self._checks = checks

    def rounded(self, exercise: str, load: Load, written: Load | None, *, free: bool) -> Load:
        """A load as there are weights for it; *written* is the one it began with, which is taken as it is.

        *free* loads come from adding the coach's own steps: they are rounded only where there are plates to know of.
        """
        amount, unit = load.amount, load.unit
        if amount is None or load == written or unit not in ("kg", "lb"):
            return load
        before = written.amount if written else None
        ends = [self._near(exercise, load, end, before.low if before else None, free=free) for end in amount]
        return Load(load.kind, NumberRange(*ends), unit, load.count, load.tool, load.words)

    def _near(self, exercise: str, load: Load, end: float, before: float | None, *, free: bool) -> float:
        unit: Literal["kg", "lb"] = "lb" if load.unit == "lb" else "kg"
        end = round(max(end, _LIGHTEST[unit]), 2)
        bar = self._bar.in_unit(unit) if self._bar else BAR[unit]
        single = load.kind == "weight" and load.count == 1 and load.tool in ("", "barbell", "total")
        if single and self._checks.takes_bar(exercise, heavy=end >= bar):
            return self._on_bar(end, before, bar, unit)
        return end if free else on_step(end, STEP[unit])

    def _on_bar(self, end: float, before: float | None, bar: float, unit: Literal["kg", "lb"]) -> float:
        """The nearest load of a bar; as it is where the one it began with says that there are other plates."""
        plates = [plate.in_unit(unit) for plate in self._plates] or PLATES[unit]
        others = not self._plates and not self._bar and before is not None
        if others and before is not None and abs(on_bar(before, bar, plates) - before) > 1e-6:
            return end
        return on_bar(end, bar, plates)


def _read(read: Any, value: object) -> Any:
    """What is read; None for what isn't right, which is reported with the whole plan."""
    try:
        return read(value)
    except ValueError:
        return None
