"""Every plot as a file: it can be read, nothing covers anything, and it is the same each time."""

import csv
import io
import struct
import subprocess
import sys
import zlib
from functools import cache
from itertools import combinations
from xml.etree import ElementTree

import pytest

from kg.analysis.plots.asked import Graph, Wish
from kg.analysis.plots.catalogue import PLOTS, Form, page, plot
from kg.analysis.plots.labels import Box
from kg.analysis.plots.page import Page
from kg.analysis.plots.theme import DARK, LIGHT, Theme
from kg.errors import BadParameter, UnknownThing

SVG = "{http://www.w3.org/2000/svg}"
DC = "{http://purl.org/dc/elements/1.1/}"
WISHES = [
    ("counts", Wish()),
    ("counts", Wish(on="2020-03-31", dark=True)),
    ("counts", Wish(on="2013-03-31")),
    ("mergers", Wish()),
    ("mergers", Wish(region="South East", dark=True)),
    ("mergers", Wish(region="london", on="2019-04-01")),
    ("officers", Wish()),
    ("officers", Wish(on="2016-09-01")),
    ("officers", Wish(region="Midlands")),
    ("officers", Wish(on="2018-11-01", region="North East and Yorkshire", dark=True)),
    ("coterminosity", Wish()),
    ("coterminosity", Wish(region="North West", dark=True)),
    ("coterminosity", Wish(region="London")),  # where both indices are the same
    ("coterminosity", Wish(on="2018-04-01")),
]
asked = pytest.mark.parametrize(
    ("name", "wish"), WISHES, ids=lambda each: each if isinstance(each, str) else str(vars(each))
)


@cache
def drawn(graph: Graph, name: str, wish: Wish) -> Page:
    """The plot as a page, drawn once for all tests that only look at it."""
    return page(graph, name, wish)


def png_texts(data: bytes) -> dict[str, str]:
    """The texts of a PNG by their keywords, read by the specification of the format."""
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    found, at = {}, 8
    while at < len(data):
        size, kind = struct.unpack(">I4s", data[at : at + 8])
        body = data[at + 8 : at + 8 + size]
        assert (
            zlib.crc32(kind + body) == struct.unpack(">I", data[at + 8 + size : at + 12 + size])[0]
        )
        if kind == b"tEXt":
            key, text = body.split(b"\0", 1)
            found[key.decode()] = text.decode("latin-1")
        if kind == b"iTXt":
            key, rest = body.split(b"\0", 1)
            found[key.decode()] = rest[2:].split(b"\0", 2)[2].decode()
        at += size + 12
    return found


@asked
def test_no_label_covers_another_and_all_lie_on_the_page(
    graph: Graph, name: str, wish: Wish
) -> None:
    made = drawn(graph, name, wish)
    boxes = made.boxes()

    assert len(boxes) > 10
    whole = Box(0, 0, made.width, made.height)
    assert [text for text, box in boxes if not box.within(whole)] == []
    met = [(one, two) for (one, a), (two, b) in combinations(boxes, 2) if a.meets(b)]
    assert met == []


@asked
def test_an_svg_says_what_it_shows_what_was_asked_and_where_it_is_from(
    graph: Graph, name: str, wish: Wish
) -> None:
    made = drawn(graph, name, wish)
    written = made.saved("svg")
    root = ElementTree.fromstring(written)

    title, desc = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    assert title is not None
    assert desc is not None
    assert (title.text, desc.text) == (made.told.title, made.told.description)
    assert root.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
    source = root.find(f".//{DC}source")
    assert source is not None
    assert source.text == f"{made.told.asked} {made.told.source}"
    seen = " ".join(each.text or "" for each in root.iter(f"{SVG}text"))
    for words in (made.told.title, made.told.asked, made.told.subtitle, graph.release, graph.day):
        assert words in seen
    assert b"<script" not in written
    assert b"<image" not in written


@asked
def test_a_png_carries_the_same_words(graph: Graph, name: str, wish: Wish) -> None:
    made = drawn(graph, name, wish)

    assert png_texts(made.saved("png")) == {
        "Title": made.told.title,
        "Description": made.told.description,
        "Source": f"{made.told.asked} {made.told.source}",
    }


@pytest.mark.parametrize("form", ["svg", "png"])
@pytest.mark.parametrize("name", PLOTS)
def test_the_same_release_gives_the_same_bytes_and_others_in_the_dark(
    graph: Graph, name: str, form: Form
) -> None:
    region = "" if name == "counts" else "London"
    wish, dark = Wish(region=region), Wish(region=region, dark=True)
    one, two = plot(graph, name, wish, form), plot(graph, name, wish, form)

    assert one == two
    assert (one._repr_svg_(), one._repr_png_()) == (
        (one.data.decode(), None) if form == "svg" else (None, one.data)
    )
    assert plot(graph, name, dark, form).data != one.data


@asked
def test_the_table_is_csv_with_as_many_cells_in_each_row(
    graph: Graph, name: str, wish: Wish
) -> None:
    told = drawn(graph, name, wish).told
    rows = list(csv.reader(io.StringIO(told.table.csv().decode())))

    assert rows[0] == list(told.table.columns)
    assert {len(row) for row in rows} == {len(told.table.columns)}
    assert len(rows) == len(told.table.rows) + 1


def test_a_plot_that_is_not_there_and_a_region_that_is_not_are_told_with_those_that_are(
    graph: Graph,
) -> None:
    with pytest.raises(UnknownThing) as unknown:
        plot(graph, "count")
    assert (str(unknown.value), unknown.value.hint) == (
        "Nothing is known by 'count'.",
        "Did you mean 'counts'?",
    )
    with pytest.raises(UnknownThing) as elsewhere:
        plot(graph, "mergers", Wish(region="Wessex"))
    assert "South West" in elsewhere.value.hint


@pytest.mark.parametrize(
    ("name", "wish", "message"),
    [
        (
            "counts",
            Wish(region="London"),
            "Parameter 'region': the plot 'counts' is of all England",
        ),
        (
            "mergers",
            Wish(on="2013-03-31"),
            "Parameter 'on': the picture is of days from 2013-04-01 to {day}",
        ),
        ("counts", Wish(on="2012-07-01"), "Parameter 'on': the counts begin after 2012-07-01"),
        (
            "coterminosity",
            Wish(on="2013-04-01"),
            "Parameter 'on': there were no such areas by 2013-04-01",
        ),
        (
            "officers",
            Wish(on="2023-01-01"),
            "Parameter 'on': no officer is known whom CCGs shared on 2023-01-01",
        ),
    ],
)
def test_what_a_plot_does_not_take_is_refused(
    graph: Graph, name: str, wish: Wish, message: str
) -> None:
    with pytest.raises(BadParameter) as refused:
        plot(graph, name, wish)
    assert str(refused.value) == message.format(day=graph.day)


def test_matplotlib_is_not_loaded_before_something_is_drawn() -> None:
    code = "import sys, kg.cli.main; sys.exit(bool({'matplotlib', 'networkx'} & set(sys.modules)))"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


# How people with each deficiency see linear RGB (Machado, Oliveira and Fernandes 2009, severity 1).
SIGHT = {
    "usual": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}


def linear(color: str) -> list[float]:
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]


def seen(color: str, sight: str) -> tuple[float, float, float]:
    """A colour in CIELAB as it is seen."""
    plain = linear(color)
    mixed = [sum(a * b for a, b in zip(row, plain, strict=True)) for row in SIGHT[sight]]
    r, g, b = (min(max(each, 0.0), 1.0) for each in mixed)
    xyz = (
        (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047,
        0.2126 * r + 0.7152 * g + 0.0722 * b,
        (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883,
    )
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def contrast(one: str, two: str) -> float:
    weights = (0.2126, 0.7152, 0.0722)
    light, dark = sorted(
        (sum(a * b for a, b in zip(weights, linear(each), strict=True)) for each in (one, two)),
        reverse=True,
    )
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_series_differ_clearly_for_every_sight(theme: Theme, sight: str) -> None:
    colors = [seen(each, sight) for each in theme.series]
    apart = min(
        sum((x - y) ** 2 for x, y in zip(one, two, strict=True)) ** 0.5
        for one, two in combinations(colors, 2)
    )

    assert apart > 30  # a difference of 2 is just seen side by side


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_words_and_series_stand_out_from_the_ground(theme: Theme) -> None:
    assert min(contrast(each, theme.ground) for each in (theme.ink, theme.quiet)) > 4.5
    assert min(contrast(each, theme.ground) for each in (*theme.series, theme.plain)) > 2.9
