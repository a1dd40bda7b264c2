"""The ratios of a run as a picture: a bar for each comparison and peer, on a log axis."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from html import escape
from io import StringIO
from pathlib import Path
from typing import Any, Final

import matplotlib as mpl
from matplotlib.figure import Figure

_BETTER, _WORSE, _FREE, _INK = "#2b6a6c", "#b4532a", "#8a8f98", "#22262b"
TITLE: Final = "Times better than the peer"
_SORTS: Final = re.compile(r"cold|warm|look-ups|scans|memory|disk|nothing kept|p50|p95|p99")
Told = dict[str, Any]


@dataclass(frozen=True)
class Bar:
    """The ratios of a comparison to a peer with one aim: their mean, the least and the most."""

    comparison: str
    label: str
    mean: float
    least: float
    most: float
    wanted: float | None
    count: int
    missed: int


def bars(suite: Told) -> list[Bar]:
    """The bars of a run, in the order of its table. Means are geometric."""
    groups: dict[tuple[str, str, str, float | None], list[Told]] = {}
    for comparison in suite["comparisons"]:
        for row in comparison["rows"]:
            key = (comparison["name"], row["peer"], _sort(row), row["wanted"])
            if row["ratio"]:
                groups.setdefault(key, []).append(row)
    return [_bar(*key, rows) for key, rows in groups.items()]


def _sort(row: Told) -> str:
    """What sets rows of one peer apart: whether they are cold or warm, where the graph is, …"""
    return ", ".join(dict.fromkeys(_SORTS.findall(f"{row['what']} {row['aim']}")))


def _bar(comparison: str, peer: str, sort: str, wanted: float | None, rows: list[Told]) -> Bar:
    ratios = [row["ratio"] for row in rows]
    mean = math.exp(sum(map(math.log, ratios)) / len(ratios))
    what = rows[0]["what"] if len(rows) == 1 else sort
    label = f"{what} : {peer}" if what else peer
    missed = sum(row["met"] is False for row in rows)
    return Bar(comparison, label, mean, min(ratios), max(ratios), wanted, len(rows), missed)


def words(suite: Told) -> str:
    """The picture in words, for those who cannot see it."""
    told = "; ".join(
        f"{each.comparison}, {each.label}: {each.mean:.3g}"
        + (f" ({each.missed} of {each.count} less than wanted)" if each.missed else "")
        for each in bars(suite)
    )
    return f"{TITLE}, as means of ratios. {told}."


def write(suite: Told, path: Path) -> None:
    """Write the picture as SVG, or as PNG where the path ends so."""
    figure = _drawn(suite)
    if path.suffix == ".png":
        figure.savefig(path, dpi=110)
        return
    sink = StringIO()
    with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": "bench"}):
        figure.savefig(sink, format="svg", metadata={"Date": None})
    told = f"<title>{escape(TITLE)}</title><desc>{escape(words(suite))}</desc>"
    drawn = sink.getvalue()
    head = re.search(r"<svg\b[^>]*", drawn)
    assert head is not None
    named = f'{head[0]} role="img">{told}'
    path.write_text(drawn.replace(f"{head[0]}>", named, 1), encoding="utf-8")


def _drawn(suite: Told) -> Figure:
    shown = bars(suite)
    places, headings = _places(shown)
    lowest = max(places, default=0) + 1
    figure = Figure(figsize=(11, 1.6 + 0.27 * lowest))
    axes = figure.subplots()
    for place, bar in zip(places, shown, strict=True):
        _draw(axes, place, bar)
    axes.axvline(1, color=_INK, linewidth=1)
    axes.set_xscale("log")
    axes.set_xlim(*_limits(shown))
    axes.set_ylim(lowest, -1)
    axes.set_yticks(places, [bar.label for bar in shown], fontsize=8.5, color=_INK)
    for place, name in headings:
        axes.text(-0.01, place, name, transform=axes.get_yaxis_transform(), ha="right", va="center",
                  fontsize=9.5, fontweight="bold", color=_INK)  # fmt: skip
    _dress(axes, figure, suite)
    return figure


def _places(shown: list[Bar]) -> tuple[list[float], list[tuple[float, str]]]:
    """Where each bar is, from above, and where the name of each comparison stands."""
    places: list[float] = []
    headings: list[tuple[float, str]] = []
    at = 0.0
    for bar in shown:
        if not headings or headings[-1][1] != bar.comparison:
            at += 0.4 if headings else 0
            headings.append((at, bar.comparison))
            at += 1
        places.append(at)
        at += 1
    return places, headings


def _draw(axes: Any, place: float, bar: Bar) -> None:
    colour = _FREE if bar.wanted is None else _WORSE if bar.missed else _BETTER
    axes.barh(place, bar.mean - 1, left=1, height=0.66, color=colour, linewidth=0)
    if bar.count > 1:
        axes.plot([bar.least, bar.most], [place, place], color=_INK, linewidth=0.8, alpha=0.75)
    if bar.wanted is not None:
        axes.plot([bar.wanted] * 2, [place - 0.42, place + 0.42], color=_INK, linewidth=2.2)
    end = max(bar.most, bar.mean, bar.wanted or 0, 1)
    told = f"{bar.mean:.2g}" if bar.mean < 10 else f"{bar.mean:,.0f}"
    missed = f"  {bar.missed} of {bar.count} less than wanted" if bar.missed else ""
    axes.annotate(told + missed, (end, place), xytext=(5, 0), textcoords="offset points",
                  va="center", fontsize=8, color=_WORSE if bar.missed else _INK)  # fmt: skip


def _limits(shown: list[Bar]) -> tuple[float, float]:
    """A little beyond the least and the most; to the right there is room for words."""
    least = min([0.5, *(min(each.least, each.wanted or 1) for each in shown)])
    most = max([2.0, *(max(each.most, each.wanted or 1) for each in shown)])
    return least / 1.3, most * (most / least) ** 0.28


def _dress(axes: Any, figure: Figure, suite: Told) -> None:
    machine = suite["machine"]
    axes.xaxis.set_major_formatter(lambda value, _: f"{value:,.10g}×")
    axes.grid(axis="x", color="#d9dce0", linewidth=0.7)
    axes.set_axisbelow(True)
    axes.tick_params(axis="y", length=0)
    axes.tick_params(axis="x", labelsize=8.5, colors=_INK)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    height = figure.get_figheight()
    figure.subplots_adjust(left=0.34, right=0.98, top=1 - 0.8 / height, bottom=0.75 / height)
    figure.text(
        0.02, 1 - 0.22 / height, TITLE, fontsize=13, fontweight="bold", color=_INK, va="top"
    )
    figure.text(
        0.02, 1 - 0.5 / height,
        "Bar: mean of ratios; thin line: least to most; thick mark: what is wanted. "
        "Green: all as wanted; orange: not all; grey: nothing is wanted.",
        fontsize=8.5, color=_INK, va="top",
    )  # fmt: skip
    figure.text(
        0.02, 0.18 / height,
        f"coterminous {suite['version']}, release {suite['release']}, {suite['size']} run; "
        f"{machine['processor']}, {machine['cores']} cores, {machine['memory MiB']:,} MiB",
        fontsize=8, color=_INK,
    )  # fmt: skip
