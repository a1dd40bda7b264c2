"""A lineage as a picture: SVG with a column for each day on which something changed."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from kg.analysis.lineage.bodies import KINDS, Body, Step
from kg.analysis.lineage.following import Lineage
from kg.analysis.lineage.layout import BOX, GAP, Layout, Place, arranged
from kg.analysis.lineage.plain import shown
from kg.analysis.lineage.replaced import lived
from kg.analysis.lineage.sentences import called, told_day, told_share
from kg.model.names import shorten, slug

_MARGIN: Final = 24.0
_HEAD: Final = 104.0
_FOOT: Final = 76.0
_LETTERS: Final = 29  # that fit into a box
_FONT: Final = 'font-family="\'Liberation Sans\',Arial,sans-serif" font-size="12" fill="#212b32"'
_LOOKS: Final = {
    "title": 'font-size="20" font-weight="bold"',
    "quiet": 'fill="#4c6272" font-size="11"',
    "day": 'font-weight="bold"',
    "box": 'fill="#f0f4f5" stroke="#4c6272"',
    "asked": 'fill="#fff3c4" stroke="#212b32" stroke-width="2"',
    "step": 'fill="none" stroke="#4c6272" stroke-width="1.5"',
    "step part": 'fill="none" stroke="#4c6272" stroke-width="1.5" stroke-dasharray="6 4"',
    "share": 'font-size="11" paint-order="stroke" stroke="#fff" stroke-width="4"',
}
"""How each class looks, as attributes: a page that forbids styles in a document shows them too,
and its own style sheet wins over them."""
SOURCE: Final = (
    "Contains public sector information licensed under the Open Government Licence v3.0. Sources: "
    "NHS England (Organisation Data Service) and Office for National Statistics; adapted."
)
"""Whom a picture has to name."""


def draw(lineage: Lineage, *, data_date: str, source: str) -> str:
    """The lineage as SVG: `data_date` is the ISO day of the data, `source` a line that names them.

    Sub-ICB locations have no boxes of their own: a line through one names it when pointed at.
    """
    ends = {lineage.of.iri, *(end for step in lineage.steps for end in (step.before, step.after))}
    bodies = [body for body in lineage.bodies if body.iri in ends]
    layout = arranged(bodies, lineage.links)
    width = max(2 * _MARGIN + len(layout.days) * BOX[0] + (len(layout.days) - 1) * GAP[0], 720)
    height = _HEAD + layout.height + _FOOT
    title = f"What {called(lineage.of)} came from and became"
    told = f"{title}. {lineage.sentence}"
    loops = any(place[0].column == place[-1].column for place in layout.runs.values())
    width += 140 if loops else 0
    key = slug(shorten(lineage.of.iri))
    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" class="lineage" role="img" '
        f'aria-labelledby="{key}-t" aria-describedby="{key}-d" {_FONT} '
        f'width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}">',
        f'<title id="{key}-t">{escape(title)}</title><desc id="{key}-d">{escape(told)}</desc>',
        '<rect width="100%" height="100%" fill="#fff"/>',
        _text(_MARGIN, 38, title, "title"),
        _text(_MARGIN, 58, f"As known on {told_day(data_date)}. {_LEGEND}", "quiet"),
        *_heads(layout),
        *_lines(layout),
        *(_box(layout.boxes[body.iri], body, asked=body == lineage.of) for body in bodies),
        *_foot(source, _HEAD + layout.height + 30, width),
        "</svg>",
    ]
    return shown("\n".join(drawn))


_LEGEND: Final = (
    "A line is a step; a broken line took only a part, with its share of the body that it left."
)


def _heads(layout: Layout) -> Iterator[str]:
    for column, day in enumerate(layout.days):
        yield _text(_x(column), _HEAD - 18, told_day(day) if day else "Opening not known", "day")


def _box(place: Place, body: Body, *, asked: bool) -> str:
    x, y = _x(place.column), _HEAD + place.y - place.height / 2
    lines = _wrapped(body)
    kind = "asked" if asked else "box"
    texts = [
        _text(x + 8, y + place.height / 2 - 7.5 * len(lines) + 10 + 15 * number, line, "")
        for number, line in enumerate(lines)
    ]
    told = f"{called(body)}: {KINDS[body.kind]}, {lived(body)}"
    return (
        f'<g><title>{escape(told)}</title><rect {_look(kind)} x="{x:g}" y="{y:g}" rx="4" '
        f'width="{BOX[0]:g}" height="{place.height:g}"/>{"".join(texts)}</g>'
    )


def _wrapped(body: Body) -> list[str]:
    """The name in three lines at most; of a longer one the end is left out, but not the code."""
    lines = textwrap.wrap(called(body), _LETTERS)
    if len(lines) <= 3:
        return lines
    code = f"… ({body.code})" if body.code else "…"
    return [*lines[:2], textwrap.shorten(lines[2], _LETTERS - len(code), placeholder="") + code]


def _lines(layout: Layout) -> Iterator[str]:
    """The lines, those within a column last, so that their labels lie over all others."""
    ports: dict[str, list[Step]] = {}
    for step, run in layout.runs.items():
        ports.setdefault(run[-1].key, []).append(step)
    drawn: list[tuple[bool, str]] = []
    for steps in ports.values():
        steps.sort(key=lambda step: (layout.runs[step][-2].y, step.before))
        for number, step in enumerate(steps):
            run = layout.runs[step]
            line = _line(step, run, (number + 0.5) / len(steps) - 0.5)
            drawn.append((run[0].column == run[-1].column, line))
    yield from (line for _, line in sorted(drawn, key=lambda each: each[0]))


def _line(step: Step, run: Sequence[Place], port: float) -> str:
    """A line, its share or part beside its end, and all that is known of it when pointed at."""
    end = (_x(run[-1].column), _HEAD + run[-1].y + port * (run[-1].height - 12))
    label = _label(step)
    if run[0].column == run[-1].column:
        return _loop(step, run, label)
    x, y = _x(run[0].column) + BOX[0], _HEAD + run[0].y
    path = [f"M{x:g} {y:g}"]
    for place in run[1:]:
        to = (_x(place.column), _HEAD + place.y) if place is not run[-1] else end
        bend = (x + to[0]) / 2
        path.append(f"C{bend:g} {y:g} {bend:g} {to[1]:g} {to[0]:g} {to[1]:g}")
        x, y = to
        if place is not run[-1]:
            x += BOX[0]
            path.append(f"H{x:g}")
    top = end[1] + 4 - 6.5 * (len(label) - 1)
    texts = [
        _text(end[0] - 6, top + 13 * number, line, "share", anchor="end")
        for number, line in enumerate(label)
    ]
    return _drawn(step, " ".join(path), "".join(texts))


def _loop(step: Step, run: Sequence[Place], label: Sequence[str]) -> str:
    """A part that went to a body in the same column: a bow on its right side."""
    x = _x(run[0].column) + BOX[0]
    y, to = _HEAD + run[0].y, _HEAD + run[-1].y
    lines = [*label, told_day(step.day)] if step.day else list(label)
    texts = [
        _text(x + 34, (y + to) / 2 + 14 * number - 7 * (len(lines) - 1) + 4, line, "share")
        for number, line in enumerate(lines)
    ]
    return _drawn(
        step, f"M{x:g} {y:g}C{x + 40:g} {y:g} {x + 40:g} {to:g} {x:g} {to:g}", "".join(texts)
    )


def _drawn(step: Step, path: str, text: str) -> str:
    kind = "step" if step.whole or step.share == 1 else "step part"
    day = f" on {told_day(step.day)}" if step.day else ""
    told = f"{step.kind}{day}" + (f", {step.part}" if step.part else "")
    return f'<g><title>{escape(told)}</title><path {_look(kind)} d="{path}"/>{text}</g>'


def _label(step: Step) -> list[str]:
    """The part that went and its share, a line each, as far as they are known."""
    part = textwrap.shorten(step.part, 26, placeholder="…")
    size = told_share(step.share) if step.share is not None and step.share != 1 else ""
    return [each for each in (part, size) if each]


def _foot(source: str, y: float, width: float) -> Iterator[str]:
    lines = textwrap.wrap(source, int(width / 6.2))
    for number, line in enumerate(lines):
        yield _text(_MARGIN, y + 15 * number, line, "quiet")


def _x(column: int) -> float:
    return _MARGIN + column * (BOX[0] + GAP[0])


def _text(x: float, y: float, text: str, kind: str, anchor: str = "start") -> str:
    chosen = f" {_look(kind)}" if kind else ""
    ends = f' text-anchor="{anchor}"' if anchor != "start" else ""
    return f'<text x="{x:g}" y="{y:g}"{chosen}{ends}>{escape(text)}</text>'


def _look(kind: str) -> str:
    return f'class="{kind}" {_LOOKS[kind]}'
