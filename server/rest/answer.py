"""What is answered in a reader process at the plain addresses."""

from __future__ import annotations

from typing import IO, Any, cast
from urllib.parse import quote, urlencode

import orjson

from kg.errors import BadParameter
from kg.model.dates import day_of
from kg.model.names import ID, mint
from kg.questions.ask import ask
from kg.questions.bind import bind, parse
from kg.release.answers.answer import answer as answered
from kg.release.answers.found import COLUMNS, found
from kg.release.answers.statements import statements
from kg.release.opened import OpenRelease
from kg.release.things import by_code, resolved, spelt
from kg.store.formats import ROWS, TRIPLES, by_name
from server.readers.protocol import Reply, Request
from server.rest import described, openapi, rows
from server.rest.formats import ANSWER, JSON, RECKONED, THING, headers, send
from server.rest.sheets import send_answer

NOT_ASKED = frozenset({"release", "format"})
"""What a query string may hold beside a question's own parameters. What the front adds begins with
a slash, so it never meets a parameter's name."""


def thing(release: OpenRelease, request: Request, reply: Reply) -> None:
    """A thing in a format other than a page; `/kind` and `/key` say which, `/format` how."""
    name = spelt(release, request.text("/kind"), request.text("/key"))
    format_ = by_name(request.text("/format"), THING)
    if format_.name == "csv":
        send_answer(release, reply, format_, "thing", statements(release, name))
        return
    query = bind(release.library.inside("describe"), {"thing": name})
    if format_ in TRIPLES:
        reply.head(200, headers(format_))
        release.store.write(query, _sink(reply), ROWS[0], format_)
        return
    triples = release.store.triples(query)
    if format_.name == "ntriples":
        lines = sorted({f"{s.nt()} {p.nt()} {o.nt()} .\n" for s, p, o in triples})
        send(reply, format_, "".join(lines).encode())
        return
    write = described.json_ld if format_.name == "jsonld" else described.plain
    send(reply, format_, _json(write(release.ontology, name, triples)))


def code(release: OpenRelease, request: Request, reply: Reply) -> None:
    """From a code to the body that used it: on a day, or the only one; else to a search."""
    wanted, on = request.text("/key"), request.text("on")
    found = by_code(release, wanted, day_of("on", on))
    only = found[0] if len(found) == 1 else None
    asked = {} if only else {"q": wanted}
    if request.text("release"):
        asked["release"] = request.text("release")
    place = "/doc/" + only.removeprefix(ID) if only else "/search"
    place += f"?{urlencode(asked, quote_via=quote)}" if asked else ""
    reply.head(303, {"Location": place})


def question(release: OpenRelease, request: Request, reply: Reply) -> None:
    """The answer of a named question, in a format other than a page."""
    format_ = by_name(request.text("/format"), ANSWER)
    wanted = release.library[request.text("/name")]
    values = parse(wanted.sparql, resolved(release, wanted.sparql, texts(request)))
    if format_ in ROWS or format_.name == "results":
        reply.head(200, headers(format_))
        written = ROWS[0] if format_.name == "results" else format_
        query = bind(wanted.sparql, values)
        release.store.write(query, _sink(reply), written, TRIPLES[0])
        return
    answer = ask(release.store, wanted, values)
    source = mint("question", *answer.question.name.split("/"))
    variables, found = answer.rows.variables, answer.rows.rows
    if format_.name == "turtle":
        send(reply, format_, "".join(rows.as_turtle(source, variables, found)).encode())
        return
    if format_.name == "jsonld":
        send(reply, format_, _json(rows.as_json_ld(source, variables, found)))
        return
    send(reply, format_, _json(rows.as_json(answer, release)))


def questions(release: OpenRelease, request: Request, reply: Reply) -> None:
    """The questions there are, by theme, with their parameters and columns."""
    listed = [openapi.told(each) for each in release.library.values()]
    columns = ("name", "theme", "title", "question", "address")
    table = [[each[name] for name in columns] for each in listed]
    format_ = by_name(request.text("/format"), RECKONED)
    told = answered({"questions": listed}, columns, table)
    send_answer(release, reply, format_, "questions", told)


def search(release: OpenRelease, request: Request, reply: Reply) -> None:
    """What a search found, best first."""
    first = _first(request.text("first", "20"))
    text, kind = request.text("q"), request.text("kind")
    hits = found(release, text, first=first, kind=kind)
    rows = [list(each.values()) for each in hits]
    told = answered({"q": text, "hits": hits}, COLUMNS, rows)
    send_answer(release, reply, by_name(request.text("/format"), RECKONED), "search", told)


def described_by(release: OpenRelease, request: Request, reply: Reply) -> None:
    """The OpenAPI description of the plain addresses, made from the questions there are."""
    send(reply, JSON, _json(openapi.description(release.library)))


def texts(request: Request) -> dict[str, str]:
    """The question's parameters in a request; those left empty keep their defaults."""
    return {
        name: request.text(name)
        for name in request.params
        if name not in NOT_ASKED and not name.startswith("/") and request.text(name)
    }


def _first(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text[:6]) <= 100:
        raise BadParameter("first", f"'{text}' is not a number from 1 to 100")
    return int(text)


def _sink(reply: Reply) -> IO[bytes]:
    return cast("IO[bytes]", reply)  # a store only writes and flushes


def _json(content: dict[str, Any]) -> bytes:
    return orjson.dumps(content, option=orjson.OPT_INDENT_2) + b"\n"
