"""The whole way from a plan to documents: read, resolve, lay out, put on paper."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cardmaker.pipeline.job import Job, JobPart
    from cardmaker.pipeline.order import Order
    from cardmaker.pipeline.paper import one_document
    from cardmaker.pipeline.products import PARTS
    from cardmaker.pipeline.workshop import JobMaker, make

__all__ = ["PARTS", "Job", "JobMaker", "JobPart", "Order", "make", "one_document"]

_WHERE = {
    "PARTS": "products",
    "Order": "order",
    "Job": "job",
    "JobPart": "job",
    "one_document": "paper",
    "JobMaker": "workshop",
    "make": "workshop",
}


def __getattr__(name: str) -> Any:
    """What is exported, imported when it is asked for: an order is light, and most of the rest is not."""
    if name not in _WHERE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_WHERE[name]}"), name)
