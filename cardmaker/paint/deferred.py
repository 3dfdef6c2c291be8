"""The name of a module → the module, read when somebody first looks into it: what a package imports and needn't have.

ReportLab imports Pillow for pictures that it is given; ours come encoded, so most documents do without it.
"""

import sys
from importlib.util import LazyLoader, find_spec, module_from_spec


def defer(name: str) -> None:
    """Let imports of a module in a package be fast; nothing happens if it has been imported, or isn't there."""
    package, _, own = name.rpartition(".")
    if name in sys.modules or (spec := find_spec(name)) is None or spec.loader is None:
        return
    loader = spec.loader = LazyLoader(spec.loader)
    module = sys.modules[name] = module_from_spec(spec)
    loader.exec_module(module)
    setattr(sys.modules[package], own, module)
