"""What became of bodies, answered in a reader process: `replaced`, `lineage`, `coterminosity`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import orjson

from kg.analysis.lineage.bodies import Plan, Step
from kg.analysis.lineage.following import Lineage
from kg.analysis.lineage.plain import replaced_json, step_json
from kg.analysis.lineage.replaced import Replaced
from kg.analysis.lineage.sentences import called, told_day
from kg.analysis.plots.told import Cell
from kg.analysis.recode.coterminosity import Coterminosity, course
from kg.analysis.recode.coterminosity import coterminosity as measured
from kg.errors import BadParameter, UnknownThing
from kg.model.dates import day_of
from kg.release.answers.answer import answer as answered
from kg.release.answers.answer import joined
from kg.release.opened import OpenRelease
from kg.store.formats import by_name
from server.lineage.asked import asked, followed, picture
from server.readers.protocol import Reply, Request
from server.rest.formats import LINEAGE, RECKONED, TOLD, send
from server.rest.sheets import send_answer


def replaced(release: OpenRelease, request: Request, reply: Reply) -> None:
    """What replaced the body that `q` means on the day `on`: whole, in rows, or a sentence."""
    told = asked(release, request)
    format_ = by_name(request.text("/format"), TOLD)
    if format_.name != "txt":
        found = answered(replaced_json(told), _SUCCESSORS, _successors(told))
        send_answer(release, reply, format_, "replaced", found)
        return
    lines = [told.sentence, *announced(told.announced)]
    send(reply, format_, "".join(f"{each}\n" for each in lines).encode())


def lineage(release: OpenRelease, request: Request, reply: Reply) -> None:
    """The lineage of the body `/key`, whole, as a picture, a network or text, or a row a step."""
    found = followed(release, request)
    format_ = by_name(request.text("/format"), LINEAGE)
    if format_.name in _WRITTEN:
        send(reply, format_, _WRITTEN[format_.name](release, found))
        return
    steps = [[each[name] for name in _STEP] for each in map(_step, found.steps)]
    send_answer(release, reply, format_, "lineage", answered(found.json(), _STEP, steps))


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
    told = {"areas": [each.json() for each in found]}
    sheet = answered(told, (*_COLUMNS, "districts", "divided"), _rows(found))
    send_answer(release, reply, format_, "coterminosity", sheet)


_COLUMNS: Final = (
    "area", "code", "name", "day", "members", "edition", "carried", "index", "upperTierLeast",
    "upperTierMost", "note",
)  # fmt: skip


def _rows(found: list[Coterminosity]) -> Iterator[Sequence[Cell]]:
    for each in found:
        told = each.json()
        counts = (len(each.overlaps), len(each.divided)) if each.overlaps else (None, None)
        yield [*(told[name] for name in _COLUMNS), *counts]


_SUCCESSORS: Final = ("asked", "on", "body", "bodyName", "successor", "successorName", "kind",
                      "code", "share", "part", "evidence")  # fmt: skip


def _successors(told: Replaced) -> Iterator[Sequence[Cell]]:
    of, name = (told.body.iri, told.body.name) if told.body else (None, None)
    for each in told.successors:
        share = None if each.share is None else float(each.share)
        yield (
            told.asked, told.on or None, of, name, each.body.iri, each.body.name, each.body.kind,
            each.body.code or None, share, each.part or None, joined(told.evidence),
        )  # fmt: skip


_STEP: Final = ("from", "to", "kind", "day", "whole", "part", "share", "basis", "event", "evidence",
                "through", "inferred", "warnings")  # fmt: skip


def _step(step: Step) -> dict[str, Cell]:
    told = step_json(step)
    return told | {name: joined(told[name]) for name in ("evidence", "warnings")}


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
