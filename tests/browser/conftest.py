"""A real Chromium through Playwright, the service that it is shown, and axe.

`page` is a new page of its own. Its test fails at its end where the page asked another machine for
anything, broke the policy that is sent with it, or raised an error.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, Request, expect, sync_playwright

from kg.release.build import ensure
from kg.settings import store_folder
from server.assets.building import SOURCE, ensure_built
from tests.conftest import serving
from tests.server.conftest import small_folder

__all__ = ["small_folder"]
NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
OPTIONS = [
    "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]  # fmt: skip
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
PATIENCE = 90_000.0
"""Milliseconds that Playwright waits for what a test expects."""


@pytest.fixture(scope="session")
def front_end() -> None:
    """The islands are built of what is in the checkout; without Node there are none to test."""
    said: list[str] = []
    if not ensure_built(said.append):
        (pytest.fail if shutil.which("npm") else pytest.skip)(said[-1])


@pytest.fixture(scope="session")
def site(small_folder: Path, front_end: None) -> Iterator[str]:
    """The address of a service over the small world."""
    with serving(small_folder, workers=1) as service:
        yield service.url


@pytest.fixture(scope="session")
def whole(front_end: None) -> Iterator[str]:
    """The address of a service over the release that ships."""
    ensure(store_folder())
    with serving(store_folder(), workers=2, deadline=30.0) as service:
        yield service.url


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    """The browser of this machine, if it has one.

    It ends with this folder's tests: while it is there, no other test could use asyncio.
    """
    program = next((found for name in NAMES if (found := shutil.which(name))), None)
    if program is None:
        pytest.skip(f"no browser: none of {', '.join(NAMES)} is installed")
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=program, args=OPTIONS, chromium_sandbox=False
        )
        yield browser
        browser.close()


@contextmanager
def opened(chromium: Browser, **options: Any) -> Iterator[Page]:
    """A page in a profile of its own, watched as `page` is; options of `new_context`."""
    context = chromium.new_context(**options)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    asked: list[str] = []
    wrong: list[str] = []

    def ask(request: Request) -> None:
        asked.append(request.url)

    context.on("request", ask)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda told: wrong.append(told.text) if _is_refused(told.text) else None)
    try:
        yield page
    finally:
        context.close()
    assert [url for url in asked if not _is_ours(url)] == []
    assert wrong == []


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A new page, 1200 pixels wide, in light colours, without animations."""
    view: Any = {"width": 1200, "height": 900}
    with opened(chromium, viewport=view, reduced_motion="reduce") as made:
        yield made


@pytest.fixture
def plain_page(chromium: Browser) -> Iterator[Page]:
    """A new page in a browser that runs no scripts."""
    with opened(chromium, java_script_enabled=False) as made:
        yield made


Violations = Callable[..., list[str]]


@pytest.fixture(scope="session")
def violations(front_end: None) -> Violations:
    """What axe finds on a page against WCAG 2.2 A and AA: `rule: element`, a line each.

    In light colours everything is looked at, in dark ones the colours; in a `scheme` that is given
    everything. It comes in beside the page's policy, so that the page stays as it is sent.
    """
    source = (SOURCE / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")

    def found(page: Page, scheme: Literal["light", "dark"], rules: list[str]) -> list[str]:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        options = json.dumps({"runOnly": rules, "resultTypes": ["violations"]})
        return [
            f"{rule['id']}: {node['html'][:160]}"
            for rule in page.evaluate(f"axe.run(document, {options})")["violations"]
            for node in rule["nodes"]
        ]

    def find(page: Page, scheme: Literal["light", "dark"] | None = None) -> list[str]:
        page.evaluate(source)
        if scheme:
            return found(page, scheme, WCAG)
        return [*found(page, "dark", ["color-contrast"]), *found(page, "light", WCAG)]

    return find


def _is_refused(told: str) -> bool:
    return "Content Security Policy" in told or "violates the following" in told


def _is_ours(url: str) -> bool:
    return url.startswith(("http://127.0.0.1:", "data:", "blob:", "about:"))
