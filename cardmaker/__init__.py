"""Turn a training plan into paper: a week sheet, pocket exercise cards and gym cards."""

__version__ = "0.1.0"
