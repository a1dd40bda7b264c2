"""Which things a command of a log means."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, zip_longest
from typing import Any, Final

import orjson

from kg.analysis.paths.adjacency import Adjacency
from kg.analysis.paths.search import Wish
from kg.errors import BadParameter, BadQuery
from kg.model.names import ID, keyed
from kg.model.terms import Iri
from kg.questions.ask import ask
from kg.questions.bind import parse
from kg.release.opened import OpenRelease
from kg.release.things import check_known, resolved, unknown
from server.explore import around
from server.explore.log import MOST, RING, USUAL, Command
from server.explore.view import View
from server.graphql import answer as graphql
from server.readers.protocol import Reply, Request
from server.sparql import answer as sparql

_ID: Final = re.compile(rf"<({re.escape(ID)}[^>]+)>")
_PATHS: Final = 3


@dataclass
class Reached:
    """The things that a command adds, of how many, what each was reached from, and a remark."""

    things: Sequence[int]
    total: int
    anchors: Mapping[int, int] = field(default_factory=dict)
    remark: str = ""


def reached(release: OpenRelease, request: Request, made: View, command: Command) -> Reached:
    """The things of a command that adds some."""
    return _STARTS[command.verb](release, request, made, command.args)


def _add(release: OpenRelease, _: Request, made: View, args: Sequence[str]) -> Reached:
    found = [_place(release, made.graph, each) for each in args]
    return Reached(found, len(found))


def _more(release: OpenRelease, _: Request, made: View, args: Sequence[str]) -> Reached:
    place = _place(release, made.graph, args[0])
    count = _count(args[3]) if len(args) > 3 else USUAL
    wanted = (args[1], args[2])
    kind = next((k for k in around.kinds(made.graph, place) if (k.term, k.way) == wanted), None)
    if kind is None:
        return Reached([], 0, {}, "There is nothing by that link.")

    found = _ranked(made, kind)
    return Reached(found[:count], len(found), dict.fromkeys(found, place))


def _near(release: OpenRelease, _: Request, made: View, args: Sequence[str]) -> Reached:
    place = _place(release, made.graph, args[0])
    count = _count(args[1]) if len(args) > 1 else RING
    groups = around.by_telling(around.kinds(made.graph, place))
    turns = chain(*(zip_longest(*(_ranked(made, kind) for kind in group)) for group in groups))
    found = list(dict.fromkeys(each for turn in turns for each in turn if each is not None))
    return Reached(found[:count], len(found), dict.fromkeys(found, place))


def _ranked(made: View, kind: around.Kind) -> list[int]:
    """What a kind of link leads to: of the days first, then perhaps of them, then the best borne
    out."""

    def rank(other: int) -> tuple[bool, bool, int, str, str]:
        links = kind.things[other]
        now, perhaps = any(map(made.holds, links)), any(map(made.may_hold, links))
        most = max(each.documents for each in links)
        return (
            not now,
            not perhaps,
            -most,
            min(each.start for each in links),
            made.graph.keys[other],
        )

    return sorted(kind.things, key=rank)


def _path(release: OpenRelease, _: Request, made: View, args: Sequence[str]) -> Reached:
    here, there = (_iri(release, each) for each in args[:2])
    most = _count(args[2], 10) if len(args) > 2 else _PATHS
    told = release.paths.between(here, there, Wish(most=most, on=made.on, published_by=made.by))
    anchors: dict[int, int] = {}
    found: dict[int, None] = {}
    for path in told.paths:
        for hop in path.hops:
            ends = made.graph.place(hop.here), made.graph.place(hop.there)
            for each in ends:
                if each is not None:
                    found[each] = None
            if ends[0] is not None and ends[1] is not None:
                anchors.setdefault(ends[1], ends[0])
    return Reached(list(found), len(found), anchors, told.note)


def _question(release: OpenRelease, _: Request, made: View, args: Sequence[str]) -> Reached:
    asked = release.library[args[0]]
    given = dict(each.split("=", 1) for each in args[1:] if "=" in each)
    values = parse(asked.sparql, resolved(release, asked.sparql, given))
    rows = ask(release.store, asked, values).rows.rows
    return _among(made.graph, (str(each) for row in rows for each in row if isinstance(each, Iri)))


def _sparql(release: OpenRelease, request: Request, made: View, args: Sequence[str]) -> Reached:
    reply = Reply()
    accept = {"accept": "text/tab-separated-values, application/n-triples;q=0.9, */*;q=0.1"}
    asked = Request("", {"allowed": request.texts("allowed")}, args[0].encode(), accept)
    sparql.answer(release, asked, reply)
    return _among(made.graph, _ID.findall(reply.body.decode("utf-8", "replace")))


def _graphql(release: OpenRelease, _: Request, made: View, args: Sequence[str]) -> Reached:
    reply = Reply()
    try:
        variables = json.loads(args[1]) if len(args) > 1 and args[1] else {}
    except ValueError:
        raise BadParameter("variables", "they are not JSON") from None
    asked = {"query": args[0], "variables": variables}
    graphql.answer(release, Request("", {}, orjson.dumps(asked)), reply)
    response = orjson.loads(reply.body)
    if "data" not in response:
        raise BadQuery(str(response["errors"][0]["message"]))
    return _among(made.graph, _texts(response["data"]))


def _texts(data: Any) -> Iterator[str]:
    """The things of an answer: what stands under `id` and `iri`."""
    if isinstance(data, dict):
        for name, each in data.items():
            if name in ("id", "iri") and isinstance(each, str):
                yield ID + each.removeprefix(ID)
            else:
                yield from _texts(each)
    elif isinstance(data, list):
        for each in data:
            yield from _texts(each)


def _among(graph: Adjacency, names: Iterable[str]) -> Reached:
    """The things of an answer; what only joins two things brings these."""
    found: dict[int, None] = {}
    left: set[str] = set()
    for name in dict.fromkeys(names):
        place = graph.place(name)
        ends = [place] if place is not None else _ends(graph, name)
        found.update(dict.fromkeys(ends))
        if not ends:
            left.add(name)
    some = "One thing" if len(left) == 1 else f"{len(left):,} things"
    have = "has" if len(left) == 1 else "have"
    remark = f"{some} of the answer {have} no place in a picture." if left else ""
    return Reached(list(found), len(found), {}, remark)


def _ends(graph: Adjacency, owner: str) -> list[int]:
    number = graph.owned(owner)
    if number is None:
        return []
    return [graph.link_source[number], graph.link_target[number]]


def _iri(release: OpenRelease, key: str) -> Iri:
    name = keyed(key)
    check_known(release, name)
    return name


def _place(release: OpenRelease, graph: Adjacency, key: str) -> int:
    place = graph.place(key.removeprefix("id:"))
    if place is not None:
        return place
    name = _iri(release, key)
    error = unknown(release.search.find, name)
    error.hint = "It is part of something else, or joined to nothing: there is no picture of it."
    raise error


def _count(text: str, most: int = MOST) -> int:
    if not text.isdecimal() or not 1 <= int(text[:6]) <= most:
        raise BadParameter("do", f"'{text}' is not a number from 1 to {most:,}")
    return int(text)


_STARTS: Final[Mapping[str, Callable[[OpenRelease, Request, View, Sequence[str]], Reached]]] = {
    "add": _add,
    "more": _more,
    "near": _near,
    "path": _path,
    "question": _question,
    "sparql": _sparql,
    "graphql": _graphql,
}
