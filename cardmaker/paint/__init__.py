"""Pages → the bytes of a PDF: the only package that knows ReportLab."""

from cardmaker.paint.document import write_pdf, write_press_pdf
from cardmaker.paint.outline import outline

__all__ = ["outline", "write_pdf", "write_press_pdf"]
