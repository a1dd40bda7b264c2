"""A view to take away: for programs that draw networks, for tables and as RDF.

Every file has inside it what the view shows, of which release and day its data are, where it can
be opened again, and which documents bear it out.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Mapping
from html import escape
from io import StringIO
from typing import TYPE_CHECKING, Final, NamedTuple

from kg.model.names import BASE, ID, PREFIXES
from kg.model.terms import Iri
from kg.release.opened import OpenRelease
from server.explore.told import Told

if TYPE_CHECKING:
    from kg.analysis.measures.drawn import Drawn


class File(NamedTuple):
    """A file: its media type and its bytes."""

    media: str
    data: bytes


def exported(release: OpenRelease, told: Told, form: str, address: str) -> File:
    """A view in a format of `FORMS`; `address` is where it can be opened again."""
    media, write = _WRITERS[form]
    return File(media, write(release, told, address))


def notes(told: Told, address: str) -> list[tuple[str, str]]:
    """What goes into every file: names and texts, a line each."""
    sources = [
        ", ".join(filter(None, (each.title, each.publisher, each.issued)))
        for each in told.documents.values()
    ]
    return [
        ("title", told.title),
        ("data", f"coterminous, release {told.release} of {told.built}"),
        ("view", address),
        *(("source", each) for each in sources),
    ]


def _csv(_: OpenRelease, told: Told, address: str) -> bytes:
    """The links that are told now, a line each, and whatever a reader must know under them."""
    labels = {each.id: each.label for each in told.things}
    sink = StringIO(newline="")
    write = csv.writer(sink).writerow
    write(("source", "source_label", "link", "target", "target_label", "start", "end", "documents",
           "stated_in", "note"))  # fmt: skip
    for each in told.now:
        ends = (ID + each.source, labels[each.source], each.words, ID + each.target)
        titles = "; ".join(told.documents[by].title for by in each.by if by in told.documents)
        write((*map(_safe, (*ends, labels[each.target], each.start, each.end, titles)),
               ID + each.owner, ""))  # fmt: skip
    for name, text in notes(told, address):
        write(("", "", "", "", "", "", "", "", "", _safe(f"{name}: {text}")))
    return sink.getvalue().encode()


def _safe(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return "'" + text if text[:1] in ("=", "+", "-", "@", "\t", "\r") else text


def _things(_: OpenRelease, told: Told, address: str) -> bytes:
    sink = StringIO(newline="")
    write = csv.writer(sink).writerow
    write(("id", "label", "kind", "type", "start", "end", "links", "x", "y", "note"))
    for t in told.things:
        write((ID + t.id, *map(_safe, (t.label, t.kind, t.type, t.start, t.end)), t.links, t.x, t.y,
               ""))  # fmt: skip
    for name, text in notes(told, address):
        write((*[""] * 9, _safe(f"{name}: {text}")))
    return sink.getvalue().encode()


def _network(form: str) -> Callable[[OpenRelease, Told, str], bytes]:
    def write(release: OpenRelease, told: Told, address: str) -> bytes:
        from kg.analysis.measures.export import export  # networkx takes its time to load

        made = export(_drawn(told), form, release.store, release.library)
        said = "\n".join(f"{name}: {text}" for name, text in notes(told, address))
        if form == "gexf":
            about = f"<meta><creator>coterminous</creator><description>{escape(said)}</description>"
            before, opened, after = made.partition(b"<graph ")
            start = before.partition(b"<meta")[0]
            return start + about.encode() + b"</meta>" + opened + after
        return made.replace(escape(told.title).encode(), escape(said).encode(), 1)

    return write


def _json_ld(release: OpenRelease, told: Told, address: str) -> bytes:
    """All that the graph states of the things and of what joins them, and of the view itself."""
    from kg.analysis.measures.export import export

    stated = json.loads(export(_drawn(told), "jsonld", release.store, release.library))
    dct = PREFIXES["dct"]
    itself = {
        "@id": BASE + address.lstrip("/"),
        dct + "title": [{"@value": told.title}],
        dct + "isVersionOf": [{"@value": f"{told.release} of {told.built}"}],
        dct + "source": [{"@id": ID + each} for each in told.documents],
    }
    if isinstance(stated, dict):
        stated.setdefault("@graph", []).append(itself)
    else:
        stated.append(itself)
    return json.dumps(stated, ensure_ascii=False, indent=1).encode() + b"\n"


def _drawn(told: Told) -> Drawn:
    """What is told now; of places the picture's y grows downward, as that of most programs."""
    from kg.analysis.measures.drawn import drawn

    nodes: dict[Iri, Mapping[str, str | int | float]] = {
        Iri(ID + t.id): {"label": t.label, "kind": t.kind, "type": t.type, "start": t.start,
                         "end": t.end, "x": t.x, "y": t.y}
        for t in told.things
    }  # fmt: skip
    titles = {each.id: each.title for each in told.documents.values()}
    edges = [
        (Iri(ID + e.source), Iri(ID + e.target), {
            "relation": e.words, "via": ID + e.owner, "start": e.start, "end": e.end,
            "documents": "; ".join(titles.get(by, by) for by in e.by),
        })
        for e in told.now
    ]  # fmt: skip
    return drawn("explore", told.title, nodes, edges)


_WRITERS: Final[Mapping[str, tuple[str, Callable[[OpenRelease, Told, str], bytes]]]] = {
    "csv": ("text/csv; charset=utf-8", _csv),
    "things.csv": ("text/csv; charset=utf-8", _things),
    "graphml": ("application/graphml+xml", _network("graphml")),
    "gexf": ("application/gexf+xml", _network("gexf")),
    "jsonld": ("application/ld+json", _json_ld),
}
FORMS: Final = tuple(_WRITERS)
"""The extensions of the files."""
