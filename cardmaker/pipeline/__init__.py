"""The whole way from a plan file to documents: read, resolve, lay out, put on paper."""

from cardmaker.pipeline.order import PARTS, Job, Order, Part
from cardmaker.pipeline.paper import one_document
from cardmaker.pipeline.run import make

__all__ = ["PARTS", "Job", "Order", "Part", "make", "one_document"]
