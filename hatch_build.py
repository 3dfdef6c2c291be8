"""Bundled templates, exercises and figures → records and forms that the wheel brings along, not made on each start."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class RecordsHook(BuildHookInterface[Any]):
    """Reads all bundled files; for an editable install into the checkout's own store, which renews itself later."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Before the wheel is put together."""
        sys.path.insert(0, self.root)
        from cardmaker.ready import filling

        if version == "editable":
            _make_all()
            return
        self._folder = tempfile.TemporaryDirectory()
        with filling(Path(self._folder.name)):
            _make_all()
        build_data["force_include"][self._folder.name] = "cardmaker/made"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Once the wheel is there."""
        if version != "editable":
            self._folder.cleanup()


def _make_all() -> None:
    from cardmaker.pipeline.readyforms import make_forms
    from cardmaker.resolve.names import open_catalogue

    open_catalogue().read_all()
    make_forms()
