"""The counts as step lines, with what sources say as numbered marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

from matplotlib.axes import Axes

from kg.analysis.plots.counts import KINDS, START, Counts, Said, Step, spoken
from kg.analysis.plots.labels import Box, first_free
from kg.analysis.plots.page import MARGIN, Page
from kg.analysis.plots.theme import Theme

_WIDTH, _PLOT = 1080.0, 430.0
_SIZE: Final = 9.5
_LINE: Final = 15.0
_AGREES, _DIFFERS = "o", "D"
_MOVES: Final = [
    (right, down)
    for far in (0, 10, 20, 32, 46, 60)
    for right, down in ((0, -far), (far, -far), (-far, -far), (far, 0), (0, far + 16))
]


def draw_counts(found: Counts, theme: Theme) -> Page:
    """The page: time to the right, numbers of bodies from zero upwards."""
    rows = (len(found.drawn) + 1) // 2
    page = Page(found.told, theme, _WIDTH, _PLOT + 52 + rows * _LINE)
    area = Box(page.body.left + 34, page.body.top + 8, page.body.right - 8, page.body.top + _PLOT)
    axes = page.axes(area)
    axes.set_xlim(day_of(START), day_of(found.until))
    most = max(*(each.count for each in found.steps), *(each.value or 0 for each in found.drawn), 1)
    axes.set_ylim(0, most * 1.12)
    apart = 50 if most > 100 else 10
    axes.set_yticks(range(0, int(most * 1.12) + 1, apart))
    axes.set_ylabel("bodies", color=theme.quiet, fontsize=10)
    years(axes, theme)
    colors = dict(zip(KINDS, theme.series, strict=False))
    taken = [box for kind in KINDS for box in _drawn(page, axes, found, kind, colors[kind])]
    marks = _marks(page, axes, found.drawn, colors, taken)
    _values(page, axes, found, [*taken, *marks])
    _key(page, found.drawn, area.bottom + 44)
    return page


def day_of(day: str) -> float:
    """An ISO day as a number on an axis."""
    return float(date.fromisoformat(day).toordinal())


def years(axes: Axes, theme: Theme) -> None:
    """Mark the first of April of each year, on which the NHS begins its own."""
    first, last = axes.get_xlim()
    span = range(date.fromordinal(int(first)).year, date.fromordinal(int(last)).year + 1)
    found = [(date(year, 4, 1).toordinal(), f"Apr {year}") for year in span]
    seen = [each for each in found if first <= each[0] <= last]
    axes.set_xticks([day for day, _ in seen], [told for _, told in seen])
    axes.tick_params(axis="x", labelsize=9)
    axes.grid(visible=True, color=theme.line, linewidth=0.7)
    axes.set_axisbelow(True)


def at(page: Page, axes: Axes, day: str, value: float) -> tuple[float, float]:
    """Where a day and a number are on the page."""
    x, y = axes.transData.transform((day_of(day), value))
    return float(x), page.height - float(y)


def _runs(found: Counts, kind: str) -> Iterator[tuple[Step, str]]:
    """Each step of a kind above zero, with the day on which it gives way to the next."""
    steps = [each for each in found.steps if each.kind == kind]
    ends = [*(each.day for each in steps), found.until][1:]
    yield from ((each, end) for each, end in zip(steps, ends, strict=True) if each.count)


def _drawn(page: Page, axes: Axes, found: Counts, kind: str, color: str) -> Iterator[Box]:
    """Draw a kind; the boxes that its lines take."""
    before: Step | None = None
    for step, end in _runs(found, kind):
        first, last = day_of(step.day), day_of(end)
        axes.plot(
            [first, last], [step.count] * 2, color=color, linewidth=2.4, solid_capstyle="butt"
        )
        if before is not None:
            axes.plot([first] * 2, [before.count, step.count], color=color, linewidth=1.2)
            x, y = at(page, axes, step.day, step.count)
            top = at(page, axes, step.day, before.count)[1]
            yield Box(x - 1, min(y, top), x + 1, max(y, top))
        x, y = at(page, axes, step.day, step.count)
        yield Box(x, y - 2, at(page, axes, end, step.count)[0], y + 2)
        before = step


def _marks(
    page: Page, axes: Axes, drawn: Sequence[Said], colors: dict[str, str], lines: Sequence[Box]
) -> list[Box]:
    """Mark what sources say; numbers that stand at one place share a mark and a label."""
    places: dict[tuple[str, str, float, str], list[int]] = {}
    for each in drawn:
        key = (each.kind, each.day, each.value or 0, each.verdict)
        places.setdefault(key, []).append(each.number)
    dots = []
    for kind, day, value, verdict in places:
        shape = _AGREES if verdict == "agrees" else _DIFFERS
        fill = colors[kind] if verdict == "agrees" else page.theme.ground
        axes.plot(
            [day_of(day)], [value], shape, color=colors[kind], markerfacecolor=fill, markersize=7,
            markeredgewidth=1.8, zorder=5, clip_on=False,
        )  # fmt: skip
        x, y = at(page, axes, day, value)
        dots.append(Box(x - 5, y - 5, x + 5, y + 5))
    taken = [*lines, *dots]
    for (_, day, value, _), numbers in places.items():
        label = ", ".join(map(str, numbers))
        frame = {"boxstyle": "round,pad=0.25", "facecolor": page.theme.ground,
                 "edgecolor": page.theme.quiet, "linewidth": 0.6}  # fmt: skip
        box = _set(page, axes, label, (day, value), taken, weight="bold", bbox=frame)
        taken.append(Box(box.left - 4, box.top - 3, box.right + 4, box.bottom + 3))
    return taken[len(lines) :]


def _values(page: Page, axes: Axes, found: Counts, taken: list[Box]) -> None:
    """Each count over the beginning of its step, the first with the name of the kind."""
    for kind, (name, _) in KINDS.items():
        runs = list(_runs(found, kind))
        for step, end in runs:
            named = f"{step.count} {name}" if step is runs[0][0] else str(step.count)
            if kind == "nhsRegion" and step is not runs[0][0] and step is not runs[-1][0]:
                continue  # a few bodies for a few months each: the table has them
            taken.append(_over(page, axes, named, (step, end), taken))


def _over(page: Page, axes: Axes, label: str, run: tuple[Step, str], taken: Sequence[Box]) -> Box:
    """Set a label over a run, or as near to its beginning as may be; the box that it takes."""
    step, end = run
    x, y = at(page, axes, step.day, step.count)
    room = at(page, axes, end, step.count)[0] - x
    width = page.measured(label, _SIZE)
    wanted = Box(x + 2, y - 6 - _SIZE, x + 2 + width, y - 5)
    along = [(right, 0.0) for right in range(0, max(int(room - width), 1), 3)]
    box = first_free(wanted, along, taken)
    if box is None:
        return _set(page, axes, label, (step.day, step.count), taken, color=page.theme.quiet)
    page.text(box.left, box.bottom - 1, label, _SIZE, color=page.theme.quiet)
    return box


def _set(
    page: Page, axes: Axes, label: str, place: tuple[str, float], taken: Sequence[Box], **given: Any
) -> Box:
    """Set a label near a place, clear of what is taken; the box that it takes."""
    x, y = at(page, axes, *place)
    width = page.measured(label, _SIZE) * (1.12 if given else 1)
    wanted = Box(x + 2, y - 8 - _SIZE, x + 2 + width, y - 6)
    box = first_free(wanted, _MOVES, taken) or wanted
    page.text(box.left, box.bottom - 2, label, _SIZE, **given)
    if max(abs(box.bottom - wanted.bottom), abs(box.left - wanted.left)) > 8:
        middle = (box.left + box.right) / 2
        near = box.bottom if box.bottom < y else box.top
        line = [(middle, page.height - near), (x, page.height - y)]
        points = axes.transData.inverted().transform(line)
        axes.plot(points[:, 0], points[:, 1], color=page.theme.quiet, linewidth=0.6, zorder=4)
    return box


def _key(page: Page, drawn: Sequence[Said], top: float) -> None:
    """What each mark is, in two columns."""
    half = (page.width - 2 * MARGIN) / 2
    head = "Numbers of sources: filled where they agree with the register, hollow where they differ"
    page.text(MARGIN, top, head, 10, weight="bold")
    rows = (len(drawn) + 1) // 2
    for place, each in enumerate(drawn):
        x = MARGIN + half * (place // rows)
        y = top + _LINE * (1.2 + place % rows)
        page.text(x + 16, y, str(each.number), 9, weight="bold", ha="right")
        page.text(x + 22, y, page.shortened(spoken(each), 9, half - 34), 9, color=page.theme.quiet)
