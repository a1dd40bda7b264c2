"""Colours that a system forces, and movement that a reader does not want."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import opened

PLACES = [
    "/",
    "/doc/organisation/00S/ccg",
    "/lineage/organisation/00N/ccg",
    "/lineage",
    "/timeline",
    "/schema",
    "/interlocks",
    "/explore?start=organisation/00T/ccg",
]
# Colours of words and lines in pictures that are none of the system's own, and words in the colour
# of the page: a list, to be empty.
FOREIGN = """(() => {
  const own = new Set(['CanvasText', 'Canvas', 'LinkText', 'Highlight', 'HighlightText', 'GrayText',
    'ButtonText', 'ButtonFace', 'VisitedText', 'Mark', 'MarkText', 'Field', 'FieldText']
    .map(name => { const made = document.createElement('i'); made.style.color = name;
      document.body.append(made); const told = getComputedStyle(made).color; made.remove();
      return told; }));
  const found = [...document.querySelectorAll('main svg text, main svg .rule, main svg .axis')]
    .map(each => [each, getComputedStyle(each)])
    .flatMap(([each, style]) => each.matches('text') ? [style.fill] : [style.stroke])
    .filter(colour => colour.startsWith('rgb') && !own.has(colour));
  const paper = getComputedStyle(document.body).backgroundColor;
  const hidden = [...document.querySelectorAll('a, button, summary, li, td, th, label')]
    .filter(each => each.innerText && getComputedStyle(each).color === paper)
    .map(each => each.outerHTML.slice(0, 80));
  return [...new Set([...found, ...hidden])];
})()"""
MOVING = """document.getAnimations()
  .filter(each => each.effect.getComputedTiming().duration > 1).length
  + [...document.querySelectorAll('*')].filter(each => {
    const style = getComputedStyle(each);
    return style.transitionDuration.split(',').some(time => parseFloat(time) > 0.01)
      && !style.transitionProperty.includes('none') }).length"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures_take_the_colours_that_are_forced(
    chromium: Browser, site: str, scheme: Any
) -> None:
    with opened(chromium, forced_colors="active", color_scheme=scheme) as page:
        found = {}
        for place in PLACES:
            page.goto(site + place)
            if place.startswith("/explore"):
                page.wait_for_selector("#explore[data-ready]")
            found[place] = page.evaluate(FOREIGN)

    assert {place: colours for place, colours in found.items() if colours} == {}


def test_nothing_moves_where_that_is_not_wanted(chromium: Browser, site: str) -> None:
    with opened(chromium, reduced_motion="reduce") as page:
        found = {}
        for place in PLACES:
            page.goto(site + place)
            if place.startswith("/explore"):
                page.wait_for_selector("#explore[data-ready]")
            found[place] = page.evaluate(MOVING)

    assert found == dict.fromkeys(PLACES, 0)
