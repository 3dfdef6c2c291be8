"""Turn a training plan into paper: a week sheet, pocket exercise cards and gym cards."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cardmaker.api import Athlete, Finding, Job, Order, Plan, Workshop, build, check, load
    from cardmaker.errors import CardmakerError

__version__ = "0.1.0"
__all__ = [
    "Athlete",
    "CardmakerError",
    "Finding",
    "Job",
    "Order",
    "Plan",
    "Workshop",
    "build",
    "check",
    "load",
]


def __getattr__(name: str) -> Any:
    """What `cardmaker.api` has, imported when it is first asked for, so that a start costs nothing."""
    if name not in __all__:
        raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
    return getattr(import_module("cardmaker.errors" if name == "CardmakerError" else "cardmaker.api"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
