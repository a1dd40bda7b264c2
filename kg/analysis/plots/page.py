"""A page to draw on: its words above and below, measured text, and the page as SVG or PNG.

A page is counted in points from its upper left corner, downwards; on the screen a point of an SVG
is as large as its viewer makes it, and a PNG has two dots for each.
"""

from __future__ import annotations

import io
import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from html import escape
from typing import Any, Final, Literal

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.text import Text

from kg.analysis.plots.labels import Box
from kg.analysis.plots.theme import Theme
from kg.analysis.plots.told import Told
from kg.model.names import slug

Form = Literal["svg", "png"]

MARGIN: Final = 28.0
_DOTS: Final = 2
_LEADING: Final = 1.45
_TITLE, _SUB, _FOOT = 18.0, 11.5, 9.0
_BOLD: Final = _TITLE * 1.12  # what is as wide as a bold title
_SETTINGS: Final[Mapping[Any, Any]] = {
    "svg.fonttype": "none",  # words stay words, to be read aloud and searched
    "text.parse_math": False,
    "svg.hashsalt": "coterminous",
    "font.family": ["DejaVu Sans", "sans-serif"],
    "font.sans-serif": ["DejaVu Sans"],
    "hatch.linewidth": 0.7,
}
# What matplotlib is set to is one for all threads.
_ALONE: Final = threading.RLock()


@contextmanager
def settled() -> Iterator[None]:
    """Draw with our settings, whatever the person's own are; one thread at a time."""
    with _ALONE, mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(_SETTINGS)
        yield


class Page:
    """A page with its title above and its sources below; `body` is the box between them."""

    def __init__(self, told: Told, theme: Theme, width: float, height: float) -> None:
        self.told, self.theme, self.width = told, theme, width
        self._ruler = Figure(dpi=72)
        FigureCanvasAgg(self._ruler)
        head = self._head()
        foot = [*told.notes, told.asked, told.source]
        lines = [line for each in foot for line in self.wrapped(each, _FOOT, width - 2 * MARGIN)]
        top = MARGIN + sum(size * _LEADING for _, size, _ in head) + 10
        self.body = Box(MARGIN, top, width - MARGIN, top + height)
        self.height = top + height + 14 + len(lines) * _FOOT * _LEADING + MARGIN - 8
        self.figure = Figure(figsize=(width / 72, self.height / 72), dpi=72, facecolor=theme.ground)
        FigureCanvasAgg(self.figure)
        self._set(MARGIN, head)
        self._set(self.body.bottom + 14, [(line, _FOOT, "normal") for line in lines])

    def _head(self) -> list[tuple[str, float, str]]:
        room = self.width - 2 * MARGIN
        return [
            *((each, _TITLE, "bold") for each in self.wrapped(self.told.title, _BOLD, room)),
            *((each, _SUB, "normal") for each in self.wrapped(self.told.subtitle, _SUB, room)),
        ]

    def _set(self, top: float, lines: Sequence[tuple[str, float, str]]) -> None:
        for line, size, weight in lines:
            ink = self.theme.ink if weight == "bold" else self.theme.quiet
            self.text(MARGIN, top + size, line, size, weight=weight, color=ink)
            top += size * _LEADING

    def text(self, x: float, y: float, text: str, size: float = 10, **given: Any) -> Text:
        """Text of a size whose base line is at `y`, in ink unless another colour is given."""
        said = {"color": self.theme.ink, "va": "baseline", **given}
        return self.figure.text(x / self.width, 1 - y / self.height, text, fontsize=size, **said)

    def measured(self, text: str, size: float) -> float:
        """How wide a line of text is."""
        made = Text(0, 0, text, fontsize=size)
        made.set_figure(self._ruler)
        return float(made.get_window_extent().width)

    def wrapped(self, text: str, size: float, width: float) -> list[str]:
        """The text in lines of that width at most; a longer word has a line of its own."""
        lines: list[str] = []
        for word in text.split():
            longer = f"{lines[-1]} {word}" if lines else word
            if lines and self.measured(longer, size) <= width:
                lines[-1] = longer
            else:
                lines.append(word)
        return lines

    def shortened(self, text: str, size: float, width: float) -> str:
        """The text, or as much of its beginning as fits, with a sign that more follows."""
        if self.measured(text, size) <= width:
            return text
        kept = text
        while kept and self.measured(kept + "…", size) > width:
            kept = kept[:-1].rstrip(" ,–-")
        return kept + "…"

    def axes(self, box: Box) -> Axes:
        """Axes over a part of the page, with a quiet frame."""
        drawn = self.figure.add_axes(self._place(box), facecolor="none")
        drawn.tick_params(colors=self.theme.quiet, labelsize=10, length=3)
        for side in ("top", "right", "left", "bottom"):
            drawn.spines[side].set_color(self.theme.line)
        return drawn

    def sheet(self) -> Axes:
        """Axes over the whole page that count as the page does."""
        drawn = self.figure.add_axes((0, 0, 1, 1), xlim=(0, self.width), ylim=(self.height, 0))
        drawn.set_axis_off()
        return drawn

    def _place(self, box: Box) -> tuple[float, float, float, float]:
        return (
            box.left / self.width,
            1 - box.bottom / self.height,
            (box.right - box.left) / self.width,
            (box.bottom - box.top) / self.height,
        )

    def boxes(self) -> list[tuple[str, Box]]:
        """Every label that can be seen, with the box that it takes on the page."""
        with settled():
            self.figure.draw_without_rendering()
            found = [each for each in self.figure.findobj(Text) if isinstance(each, Text)]
            return [(each.get_text(), self._box(each)) for each in found if _is_seen(each)]

    def _box(self, text: Text) -> Box:
        found = text.get_window_extent()
        sides = (found.x0, self.height - found.y1, found.x1, self.height - found.y0)
        return Box(*map(float, sides))

    def saved(self, form: Form) -> bytes:
        """The page as a file; the same page is always the same bytes."""
        with settled():
            written = io.BytesIO()
            made = {"Title": self.told.title, "Description": self.told.description}
            about: Mapping[str, str | None] = made | {
                "Source": f"{self.told.asked} {self.told.source}"
            }
            if form == "png":
                about = {**about, "Software": None}
                self.figure.savefig(written, format="png", dpi=72 * _DOTS, metadata=about)
                return written.getvalue()
            about = {**about, "Date": None, "Creator": None}
            self.figure.savefig(written, format="svg", metadata=about)
        return self._readable(written.getvalue().decode()).encode()

    def _readable(self, svg: str) -> str:
        """The SVG with a title and a description that a screen reader finds."""
        key = slug(self.told.title)
        told = escape(self.told.description, quote=False)
        svg = re.sub(
            r"<title>(.*?)</title>",
            lambda found: (
                f'<title id="{key}-title">{found[1]}</title>\n <desc id="{key}-desc">{told}</desc>'
            ),
            svg,
            count=1,
            flags=re.DOTALL,
        )
        named = f'role="img" aria-labelledby="{key}-title {key}-desc"'
        return svg.replace("<svg ", f"<svg {named} ", 1)


def _is_seen(text: Text) -> bool:
    return bool(text.get_visible() and text.get_text().strip())
