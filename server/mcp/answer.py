"""What assistants ask, answered in a reader: a page of it, with the evidence of each statement."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import orjson

from kg.analysis.asking import rows_of, text
from kg.analysis.lineage.plain import body_json, replaced_json, step_json
from kg.analysis.sources import sources_of
from kg.errors import BadParameter
from kg.model.dates import day_of
from kg.model.names import ID, PREFIXES, RDF_TYPE, RDFS_LABEL, shorten
from kg.model.terms import Iri, Term
from kg.questions.ask import ask
from kg.questions.bind import parse
from kg.release.answers.statements import statements
from kg.release.opened import OpenRelease
from kg.release.things import named, resolved
from server.lineage.asked import asked, followed
from server.mcp.page import made, page
from server.pages.words.passages import passage
from server.readers.protocol import Reply, Request
from server.rest import openapi, rows
from server.rest.answer import texts

_PLACES: Final = 6
"""How many places bear out one row or statement here; `evidence` tells all."""
_BEARERS: Final = ("claim/", "figure/", "tenure/", "affiliation/", "influence/", "provision/")
"""What is said rather than what it is said of; its evidence is the nearer one."""
_NAMES: Final = (PREFIXES["skos"] + "prefLabel", str(RDFS_LABEL))
_LISTED: Final = ("name", "title", "question", "parameters", "columns")


def questions(release: OpenRelease, request: Request, reply: Reply) -> None:
    """The named questions of a `theme`, or with some `words` in what they ask."""
    theme, words = request.text("theme"), request.text("words").casefold().split()
    known = [openapi.told(each) for each in release.library.values()]
    themes = sorted({each["theme"] for each in known})
    if theme and theme not in themes:
        raise BadParameter("theme", f"there is no theme '{theme}'", f"Known: {', '.join(themes)}.")
    listed = [
        {name: each[name] for name in _LISTED}
        for each in known
        if theme in ("", each["theme"]) and _has(words, each)
    ]
    found = page(listed, *_cut(request))
    _send(release, reply, {"themes": themes, "questions": found.items, "page": found.told})


def question(release: OpenRelease, request: Request, reply: Reply) -> None:
    """The rows of the question `/name`, each with the places that bear it out."""
    wanted = release.library[request.text("/name")]
    values = parse(wanted.sparql, resolved(release, wanted.sparql, texts(request)))
    answer = ask(release.store, wanted, values)
    told = rows.as_json(answer, release)
    first, offset = _cut(request)
    chosen = range(len(answer.rows.rows))[offset : offset + first]
    things = {each: _bearers(answer.rows.rows[each]) for each in chosen}
    known = _sources(release, (iri for some in things.values() for iri in some))
    shown = (
        {"values": told["rows"][each], "evidence": _places(known, things[each])} for each in chosen
    )
    found = made(shown, len(answer.rows.rows), offset)
    _send(release, reply, told | {"rows": found.items, "page": found.told})


def show(release: OpenRelease, request: Request, reply: Reply) -> None:
    """What is stated of the thing that `/what` means, with evidence; as last known, or `on`."""
    thing = named(release, request.text("/what").strip(), day_of("on", request.text("on")))
    every = statements(release, thing).json["statements"]
    about = [each for each in every if each["direction"] == "out"]
    kinds = [each["value"] for each in about if each["property"] == RDF_TYPE]
    way = request.text("direction")
    listed = [each for each in every if way in ("", each["direction"])]
    first, offset = _cut(request)
    chosen = [_stated(each) for each in listed[offset : offset + first]]
    known = _sources(release, (iri for each in chosen for iri in each["evidence"]))
    shown = ({**each, "evidence": _places(known, each["evidence"])} for each in chosen)
    found = made(shown, len(listed), offset)
    told = {"iri": str(thing), "label": _label(about), "kinds": [shorten(each) for each in kinds]}
    _send(release, reply, told | {"statements": found.items, "page": found.told})


def evidence(release: OpenRelease, request: Request, reply: Reply) -> None:
    """The places in documents that bear out the thing that `/what` means, and its derivation."""
    thing = named(release, request.text("/what").strip(), day_of("on", request.text("on")))
    every = rows_of(release.store, release.library, "evidence-of-all", "thing", [thing])
    first, offset = _cut(request)
    found = made(map(_place, every[offset : offset + first]), len(every), offset)
    _send(release, reply, {"iri": str(thing), "evidence": found.items, "page": found.told})


def lineage(release: OpenRelease, request: Request, reply: Reply) -> None:
    """What became of the body `/key` and what it came from, step by step."""
    told = followed(release, request)
    first, offset = _cut(request)
    chosen = [step_json(each) for each in told.steps[offset : offset + first]]
    known = _sources(release, (iri for each in chosen for iri in each["evidence"]))
    shown = ({**each, "evidence": _places(known, each["evidence"])} for each in chosen)
    found = made(shown, len(told.steps), offset)
    met = {str(told.of.iri)}.union(*({each["from"], each["to"]} for each in found.items))
    bodies = [body_json(each) for each in told.bodies if str(each.iri) in met]
    about = {"of": str(told.of.iri), "sentence": told.sentence, "warnings": list(told.warnings)}
    _send(release, reply, about | {"bodies": bodies, "steps": found.items, "page": found.told})


def replaced(release: OpenRelease, request: Request, reply: Reply) -> None:
    """What replaced the body that `q` means, in a sentence and in parts, with evidence."""
    told = replaced_json(asked(release, request))
    known = _sources(release, told["evidence"])
    _send(release, reply, told | {"evidence": _places(known, told["evidence"])})


def _send(release: OpenRelease, reply: Reply, told: dict[str, Any]) -> None:
    reply.head(200, {"content-type": "application/json"})
    reply.write(orjson.dumps({"release": release.name} | told))


def _cut(request: Request) -> tuple[int, int]:
    return int(request.text("/first")), int(request.text("/offset"))


def _has(words: Sequence[str], told: Mapping[str, Any]) -> bool:
    said = f"{told['name']} {told['title']} {told['question']}".casefold()
    return all(each in said for each in words)


def _bearers(row: Sequence[Term | None]) -> list[str]:
    """The things of a row that may have evidence, what is said first."""
    things = {str(each) for each in row if isinstance(each, Iri) and each.startswith(ID)}
    return sorted(things, key=lambda each: (not each[len(ID) :].startswith(_BEARERS), each))


def _sources(release: OpenRelease, things: Iterable[str]) -> Mapping[str, list[dict[str, Any]]]:
    wanted = (Iri(each) for each in things)
    found = sources_of(release.store, release.library, wanted)
    return {
        thing: [
            {"of": thing} | {name: value or None for name, value in each._asdict().items()}
            for each in some
        ]
        for thing, some in found.items()
    }


def _places(
    known: Mapping[str, list[dict[str, Any]]], things: Iterable[str]
) -> list[dict[str, Any]]:
    return [place for each in things for place in known.get(each, [])][:_PLACES]


def _stated(told: Mapping[str, Any]) -> dict[str, Any]:
    places = [each for each in (told["evidence"] or "").split("; ") if each]
    kept = {name: value for name, value in told.items() if name != "thing"}
    return kept | {"evidence": places[:_PLACES]}


def _label(about: Iterable[Mapping[str, Any]]) -> str | None:
    found = {each["property"]: each["value"] for each in about if each["property"] in _NAMES}
    return next((found[name] for name in _NAMES if name in found), None)


_KEPT: Final = ("evidence", "document", "title", "issued", "address", "start", "end", "exact",
                "locator", "recordedIn")  # fmt: skip


def _place(row: Mapping[str, Term | None]) -> dict[str, Any]:
    told: dict[str, Any] = {name: text(row[name]) or None for name in _KEPT}
    start, end = told["start"] or "", told["end"] or ""
    words = None
    if start.isdecimal() and end.isdecimal():
        told |= {"start": int(start), "end": int(end)}
        words = passage(text(row["digest"]), int(start), int(end), text(row["spanDigest"]))
    return told | {"passage": words._asdict() if words else None}
