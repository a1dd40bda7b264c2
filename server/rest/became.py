"""What became of bodies, answered in a reader process: `replaced`, `lineage`, `coterminosity`."""

from __future__ import annotations

import csv
from io import StringIO
from typing import Final

import orjson

from kg.analysis.lineage.bodies import Plan
from kg.analysis.lineage.following import Lineage
from kg.analysis.lineage.plain import replaced_json
from kg.analysis.lineage.sentences import called, told_day
from kg.analysis.recode.coterminosity import Coterminosity, course
from kg.analysis.recode.coterminosity import coterminosity as measured
from kg.errors import BadParameter, UnknownThing
from kg.model.dates import day_of
from kg.release.opened import OpenRelease
from kg.store.formats import by_name
from server.lineage.asked import asked, followed, picture
from server.readers.protocol import Reply, Request
from server.rest.formats import CSV, LINEAGE, RECKONED, TOLD, send


def replaced(release: OpenRelease, request: Request, reply: Reply) -> None:
    """What replaced the body that `q` means on the day `on`, as JSON or as a sentence."""
    told = asked(release, request)
    format_ = by_name(request.text("/format"), TOLD)
    if format_.name == "json":
        send(reply, format_, _json(replaced_json(told) | {"release": release.name}))
        return
    lines = [told.sentence, *announced(told.announced)]
    send(reply, format_, "".join(f"{each}\n" for each in lines).encode())


def lineage(release: OpenRelease, request: Request, reply: Reply) -> None:
    """The lineage of the body `/key`, as JSON, SVG, GraphML or text."""
    found = followed(release, request)
    format_ = by_name(request.text("/format"), LINEAGE)
    send(reply, format_, _WRITTEN[format_.name](release, found))


def announced(plans: tuple[Plan, ...]) -> list[str]:
    """A sentence for each plan that changed nothing so far."""
    known = dict.fromkeys((each.name, each.status, each.day) for each in plans)
    return [
        f"Announced only: {name} ({status}{f', {told_day(day)}' if day else ''})."
        for name, status, day in known
    ]


def coterminosity(release: OpenRelease, request: Request, reply: Reply) -> None:
    """How areas lay over councils: all of the day `on`, or one `area` over time."""
    on, area = request.text("on"), request.text("area").strip().upper()
    if bool(on) == bool(area):
        hint = "Try /coterminosity?on=2021-04-01."
        raise BadParameter("on", "one of 'on' and 'area' is wanted", hint)
    dag = release.lineage
    found = list(course(dag, area)) if area else measured(dag, day_of("on", on))
    if area and not found:
        raise UnknownThing(area, [each.code for each in dag.bodies.values() if each.kind == "icb"])
    format_ = by_name(request.text("/format"), RECKONED)
    if format_ is CSV:
        send(reply, format_, _rows(found))
        return
    told = {"areas": [each.json() for each in found], "release": release.name}
    send(reply, format_, _json(told))


_COLUMNS: Final = (
    "area", "code", "name", "day", "members", "edition", "carried", "index", "upperTierLeast",
    "upperTierMost", "note",
)  # fmt: skip


def _rows(found: list[Coterminosity]) -> bytes:
    written = StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow([*_COLUMNS, "districts", "divided"])
    for each in found:
        told = each.json()
        counts = (len(each.overlaps), len(each.divided)) if each.overlaps else ("", "")
        writer.writerow([*(told[name] for name in _COLUMNS), *counts])
    return written.getvalue().encode()


def _json(content: object) -> bytes:
    return orjson.dumps(content, option=orjson.OPT_INDENT_2) + b"\n"


def _plain(release: OpenRelease, found: Lineage) -> bytes:
    return _json(found.json() | {"release": release.name})


def _drawn(release: OpenRelease, found: Lineage) -> bytes:
    return picture(release, found).encode()


def _network(release: OpenRelease, found: Lineage) -> bytes:
    # Only here, because networkx takes longer to import than all the rest to run.
    from kg.analysis.graphml import graphml
    from kg.analysis.lineage.network import network

    about = {"title": f"Lineage of {called(found.of)}", "release": release.name}
    return graphml(network(found.bodies, found.links, **about))


def _sentences(_: OpenRelease, found: Lineage) -> bytes:
    warnings = [f"{each}." for each in found.warnings]
    lines = [called(found.of), found.sentence, *announced(found.plans), *warnings]
    return "".join(f"{each}\n" for each in lines).encode()


_WRITTEN: Final = {
    "json": _plain, "svg": _drawn, "graphml": _network, "txt": _sentences,
}  # fmt: skip
