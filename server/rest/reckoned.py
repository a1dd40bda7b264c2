"""What is reckoned of a release, answered in a reader process: `kg.release.answers` over HTTP.

`/name` says which answer, `/key` what the address names, `/format` how it is sent.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from kg.analysis.paths.search import LONGEST, Wish
from kg.analysis.plots.asked import Wish as Shown
from kg.errors import BadParameter
from kg.model.dates import day_of
from kg.model.names import graph
from kg.model.terms import Iri
from kg.release.answers import audits, connections, networks, pictures, releases, words
from kg.release.answers.answer import Answer
from kg.release.answers.evidence import evidence
from kg.release.answers.holdings import holdings
from kg.release.answers.since import asked as answered
from kg.release.answers.since import since
from kg.release.answers.statements import statements
from kg.release.catalogue import Catalogue
from kg.release.deposit.citing import Citation
from kg.release.differences import Totals, differences
from kg.release.opened import OpenRelease
from kg.release.things import named
from kg.store.formats import by_name
from server.lineage.within import groups_in
from server.readers.protocol import Reply, Request
from server.rest.formats import CITED, EXPORTS, MODEL, PLOTTED, RECKONED, headers, send
from server.rest.sheets import send_answer, written

if TYPE_CHECKING:
    from kg.analysis.plots.catalogue import Form
    from kg.store.base import Sink

CARRY: Final = 12
"""For how many months an office is carried where nothing is said."""
_MONTHS: Final = 60
_PATHS: Final = 50
_TRUTHS: Final = {"": False, "false": False, "true": True}


def answer(release: OpenRelease, request: Request, reply: Reply) -> None:
    """An answer as JSON or as CSV; raises `BadParameter` and `UnknownThing`."""
    name = request.text("/name")
    found = _ANSWERS[name](release, request)
    send_answer(release, reply, by_name(request.text("/format"), RECKONED), name, found)


def model(release: OpenRelease, request: Request, reply: Reply) -> None:
    """The model: its own statements as RDF; its classes and their properties as JSON and CSV."""
    format_ = by_name(request.text("/format"), MODEL)
    if not format_.rows and format_.name != "json":
        reply.head(200, headers(format_))
        release.store.dump(graph("schema"), cast("Sink", reply), format_)
        return
    send_answer(release, reply, format_, "schema", words.schema(release.ontology))


def citation(release: OpenRelease, request: Request, reply: Reply) -> None:
    """How to cite the release."""
    told, format_ = Citation.of(release.info), by_name(request.text("/format"), CITED)
    if format_.name == "json":
        send(reply, format_, written(told.json))
        return
    texts = {"cff": told.cff(), "bib": told.bibtex(), "txt": told.sentence + "\n"}
    send(reply, format_, texts[format_.name].encode())


def export(release: OpenRelease, request: Request, reply: Reply) -> None:
    """The view `/key` in a format of networks, of tables, or of RDF."""
    from kg.analysis.measures.export import export as exported  # networkx takes its time to load

    asked, format_ = release.networks, by_name(request.text("/format"), EXPORTS)
    view = asked.view(request.text("/key"), day_of("on", request.text("on")))
    send(reply, format_, exported(view, format_.name, asked.store, asked.library))


def plot(release: OpenRelease, request: Request, reply: Reply) -> None:
    """The plot `/key` as a picture, or the same in words and as a table."""
    wish = Shown(
        day_of("on", request.text("on")),
        request.text("region"),
        dark=_truth(request, "dark"),
        published_by=day_of("publishedBy", request.text("publishedBy")),
    )
    name, format_ = request.text("/key"), by_name(request.text("/format"), PLOTTED)
    if format_.name in ("svg", "png"):
        made = pictures.drawn(release, name, wish, cast("Form", format_.name))
        send(reply, format_, made.data)
        return
    found = pictures.told(release, name, wish)
    send_answer(release, reply, format_, f"plots/{name}", found)


def difference(release: OpenRelease, request: Request, reply: Reply) -> None:
    """What `before`, another release that is kept here, and this one do not have in common.

    Raises `BadParameter` without `before`, `UnknownRelease`, and `RetiredRelease`.
    """
    name = request.text("before")
    if not name:
        raise BadParameter("before", "an earlier release is wanted", "/readyz names the current.")
    catalogue = Catalogue(Path(release.folder).parent.parent)
    one = release.beside(catalogue.find(name))
    totals = Totals()
    found = totals.count(differences(one.folder, release.folder, request.text("graph")))
    reply.head(200, {"Content-Type": "application/json"})
    for part in releases.written(found, totals, one, release):
        reply.write(part.encode())


def _interlocks(release: OpenRelease, request: Request) -> Answer:
    on = day_of("on", request.text("on"))
    if not on:
        raise BadParameter("on", "there is no day", "Try /interlocks.json?on=2018-11-01.")
    by, area = day_of("publishedBy", request.text("publishedBy")), request.text("area").strip()
    found = release.networks.interlocks(on, **_held(request), published_by=by)
    groups = groups_in(release, found.groups, area, on)
    told = networks.interlocks(replace(found, groups=groups))
    kept = {"area": area, "publishedBy": by}
    return Answer({name: text for name, text in kept.items() if text} | told.json, told.table)


def _bridges(release: OpenRelease, request: Request) -> Answer:
    on = day_of("on", request.text("on"))
    return networks.bridges(release.networks.bridges(on, **_held(request)), on)


def _held(request: Request) -> dict[str, Any]:
    kind = networks.check_kind(request.text("kind") or "ccg")
    return {"carry": _number(request, "carry", CARRY, 0, _MONTHS), "kind": kind}


def _measures(release: OpenRelease, request: Request) -> Answer:
    on = day_of("on", request.text("on"))
    return networks.measures(release.networks.measured(request.text("/key"), on))


def _statements(release: OpenRelease, request: Request) -> Answer:
    thing = _thing(release, request)
    told = statements(release, thing)
    return Answer({"iri": str(thing), **told.json}, told.table)


def _evidence(release: OpenRelease, request: Request) -> Answer:
    return evidence(release, _thing(release, request))


def _thing(release: OpenRelease, request: Request) -> Iri:
    return named(release, request.text("/key").strip(), day_of("on", request.text("on")))


def _paths(release: OpenRelease, request: Request) -> Answer:
    by = request.text("by") or "length"
    if by not in ("length", "evidence"):
        raise BadParameter("by", f"'{by}' is not length or evidence")
    wish = Wish(
        most=_number(request, "most", Wish.most, 1, _PATHS),
        longest=_number(request, "longest", Wish.longest, 1, LONGEST),
        by="evidence" if by == "evidence" else "length",
        on=day_of("on", request.text("on")),
        published_by=day_of("publishedBy", request.text("publishedBy")),
        through=frozenset(filter(None, request.texts("through"))),
        kinds=frozenset(filter(None, request.texts("kind"))),
        hubs=_truth(request, "hubs"),
    )
    here, there = (_end(release, request, name, wish.on) for name in ("from", "to"))
    return connections.connections(release.paths.between(here, there, wish))


def _end(release: OpenRelease, request: Request, name: str, on: str) -> Iri:
    if not request.text(name):
        hint = "Try /paths.json?from=26A&to=06M: codes, names and ids are taken."
        raise BadParameter(name, "a thing is wanted", hint)
    return named(release, request.text(name).strip(), on, name)


def _since(release: OpenRelease, request: Request) -> Answer:
    day = day_of("since", request.text("since"))
    if not day:
        raise BadParameter("since", "there is no day", "Try /since/QMM.json?since=2019-01-01.")
    area = named(release, request.text("/key"), day, "area")
    return since(area, day, answered(release, area, day))


def _number(request: Request, name: str, default: int, least: int, most: int) -> int:
    text = request.text(name) or str(default)
    if not text.isdecimal() or not least <= int(text[:6]) <= most:
        raise BadParameter(name, f"'{text}' is not a number from {least} to {most}")
    return int(text)


def _truth(request: Request, name: str) -> bool:
    text = request.text(name)
    if text not in _TRUTHS:
        raise BadParameter(name, f"'{text}' is neither true nor false")
    return _TRUTHS[text]


_ANSWERS: Final[Mapping[str, Callable[[OpenRelease, Request], Answer]]] = {
    "interlocks": _interlocks,
    "interlocks/bridges": _bridges,
    "interlocks/longest": lambda release, _: networks.longest(release.networks.longest()),
    "interlocks/mergers": lambda release, _: networks.mergers(release.networks.mergers()),
    "measures": _measures,
    "paths": _paths,
    "audits": lambda release, _: audits.summary(release),
    "audit": lambda release, request: audits.audit(release, request.text("/key")),
    "since": _since,
    "statements": _statements,
    "evidence": _evidence,
    "plots": lambda *_: pictures.listed(),
    "glossary": lambda release, _: words.glossary(release.ontology),
    "about/data": lambda release, _: holdings(release),
}
"""The answers by the name of their address."""
