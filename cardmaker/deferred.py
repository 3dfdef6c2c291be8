"""The name of a module → the module, read when somebody first looks into it: what a package imports and needn't have.

ReportLab imports Pillow for pictures that it is given; ours come encoded, so most documents do without it.
"""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property, partial
from importlib import import_module
from types import ModuleType
from typing import Any

_compile = re.compile


def defer(name: str) -> None:
    """Let imports of a module be fast; nothing happens if it has been imported."""
    if name in sys.modules:
        return
    package, _, own = name.rpartition(".")
    module = sys.modules[name] = _Deferred(name)
    if package:
        setattr(import_module(package), own, module)


class _Deferred(ModuleType):
    """What is there instead of a module: whoever looks into it finds what is in the module."""

    def __getattr__(self, name: str) -> Any:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return getattr(import_module(self.__name__), name)


@contextmanager
def patterns_deferred() -> Iterator[None]:
    """While this lasts, patterns are compiled when they are first used: for packages that bring what few need."""
    re.compile = _DeferredPattern  # type: ignore[assignment]
    try:
        yield
    finally:
        re.compile = _compile


class _DeferredPattern:
    """What is there instead of a pattern: whoever looks into it finds what is in the pattern."""

    def __init__(self, *given: Any, **named: Any) -> None:
        self._make = partial(_compile, *given, **named)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return self._make()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pattern, name)
