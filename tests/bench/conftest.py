"""Deep tests here run only when they are asked for: pytest -m deep."""

import pytest


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave deep tests out unless the marker expression speaks of them."""
    if "deep" in config.option.markexpr:
        return
    here = [
        item for item in items if "tests/bench" in item.path.as_posix() and item.get_closest_marker("deep")
    ]
    config.hook.pytest_deselected(items=here)
    items[:] = [item for item in items if item not in here]
