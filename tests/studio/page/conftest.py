"""A browser for all tests of the page, the service that it opens, and a visit to it that checks itself at its end."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.studio.page.browser_kit import CHROMIUM, SIZES, Visit, serving


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium of the system."""
    playwright = pytest.importorskip("playwright.sync_api", reason="the extra 'browser' isn't installed")
    with playwright.sync_playwright() as driver:
        opened = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the service answers."""
    with serving(tmp_path_factory.mktemp("plans")) as found:
        yield found


@pytest.fixture
def visit(browser: Any, address: str, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """A visit in a size of SIZES; no script may fail, and no request leave the origin."""
    width, height = SIZES[getattr(request, "param", "desktop")]
    context = browser.new_context(
        viewport={"width": width, "height": height}, locale="en-GB", accept_downloads=True
    )
    one = Visit(context, address)
    yield one
    assert one.faults == []
    assert one.left_the_origin == []
    context.close()
