"""Bundled templates and exercises → records that the wheel brings along, so that they aren't read on each start."""

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
        from cardmaker.resolve.names import open_catalogue

        if version == "editable":
            open_catalogue().read_all()
            return
        self._folder = tempfile.TemporaryDirectory()
        with filling(Path(self._folder.name)):
            open_catalogue().read_all()
        build_data["force_include"][self._folder.name] = "cardmaker/made"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Once the wheel is there."""
        if version != "editable":
            self._folder.cleanup()
