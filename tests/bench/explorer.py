"""How the Explorer holds up in a browser: until it can be used, its frames, a change of the day.

    uv run python -m tests.bench.explorer [--json]

The service serves the shipped release on this machine, and Chromium draws without a GPU. Times are
of the browser's own clock, in milliseconds; nothing is asserted. The budgets that are shown beside
them are those of the project. There is no peer: nobody else draws this graph.
"""

from __future__ import annotations

import argparse
import json
import shutil
from collections.abc import Sequence
from typing import Any, Final
from urllib.parse import quote

from playwright.sync_api import Page, ViewportSize, sync_playwright
from rich.console import Console
from rich.table import Table

from kg.release.build import ensure
from kg.settings import store_folder
from server.assets.building import ensure_built
from tests.browser.conftest import NAMES, OPTIONS
from tests.conftest import serving

SIZES: Final = (300, 2_000)
ASKED: Final = """PREFIX cot: <https://w3id.org/coterminous/def#>
SELECT DISTINCT ?thing WHERE {
  VALUES ?kind { cot:Organisation cot:ChangeEvent cot:Person cot:ChangeProposal cot:Claim
    cot:Document cot:Figure cot:RegisterRecord } ?thing a ?kind .
} LIMIT """
BUDGETS: Final = {"ready": 1_000, "frame p95": 110, "day": 100}
VIEW: Final[ViewportSize] = {"width": 1440, "height": 900}
READY: Final = "#explore[data-ready]"
FRAMES: Final = """async () => {
  const gaps = []; let last = performance.now(), on = true;
  const step = (now) => { gaps.push(now - last); last = now; if (on) requestAnimationFrame(step); };
  requestAnimationFrame(step);
  const place = document.querySelector("svg.picture");
  const box = place.getBoundingClientRect(), seen = new Set();
  for (let turn = 0; turn < 60; turn++) {
    place.dispatchEvent(new WheelEvent("wheel", { deltaY: turn % 20 < 10 ? -40 : 40,
      ctrlKey: true, bubbles: true, cancelable: true,
      clientX: box.x + box.width / 2, clientY: box.y + box.height / 2 }));
    await new Promise((done) => setTimeout(done, 16));
    seen.add(place.style.transform + place.querySelector("g").getAttribute("transform"));
  }
  on = false;
  if (seen.size < 10) throw new Error("it did not zoom: " + [...seen]);
  return gaps.slice(2); }"""
DAY: Final = """async (day) => {
  const field = document.querySelector("#day-on"), began = performance.now();
  let last = began;
  const seen = new MutationObserver(() => { last = performance.now(); });
  seen.observe(document.querySelector("svg.picture"), { subtree: true, attributes: true });
  field.value = day; field.dispatchEvent(new Event("change", { bubbles: true }));
  await new Promise((done) => setTimeout(done, 1500));
  seen.disconnect();
  return last - began; }"""
PLACES: Final = (
    "[...document.querySelectorAll('.thing')]"
    ".map(e => e.dataset.id + e.getAttribute('transform').split(' scale')[0]).join()"
)
DAYS: Final = ("2014-04-01", "2016-09-01", "2018-11-01", "2020-04-01", "2021-04-01")


def opened(page: Page, site: str, size: int) -> None:
    """Show a view of so many things."""
    query = (ASKED + str(size)).replace("~", "~0").replace(",", "~1").replace(";", "~2")
    page.goto(f"{site}/explore?do=sparql,{quote(query, safe='')}", timeout=120_000)
    page.wait_for_selector(READY, timeout=120_000)


def measured(page: Page, site: str, size: int) -> dict[str, Any]:
    """The figures of a view of so many things."""
    opened(page, site, size)
    ready = page.evaluate("performance.now()")
    things, edges = page.locator(".thing").count(), page.locator("g.line").count()
    frames = sorted(page.evaluate(FRAMES))
    before = page.evaluate(PLACES)
    days = sorted(page.evaluate(DAY, day) for day in DAYS)
    return {
        "things": things,
        "links": edges,
        "ready": round(ready),
        "frame p50": round(frames[len(frames) // 2]),
        "frame p95": round(frames[int(len(frames) * 0.95)]),
        "day": round(days[len(days) // 2]),
        "longest day": round(days[-1]),
        "still": page.evaluate(PLACES) == before,
    }


def rows(sizes: Sequence[int] = SIZES) -> list[dict[str, Any]]:
    """What was measured, a row a size; each first once for the service to have it at hand."""
    program = next(filter(None, map(shutil.which, NAMES)))
    ensure_built(print)
    ensure(store_folder())
    found: list[dict[str, Any]] = []
    with serving(store_folder(), workers=2, deadline=60.0) as service, sync_playwright() as player:
        browser = player.chromium.launch(
            executable_path=program, args=OPTIONS, chromium_sandbox=False
        )
        for size in sizes:
            with browser.new_page(viewport=VIEW) as page:
                opened(page, service.url, size)
            with browser.new_page(viewport=VIEW) as page:
                found.append(measured(page, service.url, size))
        browser.close()
    return found


def main() -> None:
    """Measure, and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--json", action="store_true", help="print JSON")
    given = asked.parse_args()
    found = rows()
    if given.json:
        print(json.dumps({"budgets": BUDGETS, "views": found}, indent=1))  # noqa: T201
        return
    drawn = Table(*found[0], title=f"The Explorer; budgets at 300 things: {BUDGETS}")
    for each in found:
        drawn.add_row(*(str(value) for value in each.values()))
    Console().print(drawn)


if __name__ == "__main__":
    main()
