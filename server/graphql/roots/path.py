"""`path`: how two things are connected, as `kg.analysis.paths` tells it, with the evidence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from kg.analysis.paths.search import LONGEST, Wish
from kg.analysis.paths.told import Answer, Hop, Path
from kg.errors import BadQuery, KgError
from kg.model.names import cot
from kg.model.terms import Iri
from server.graphql.identity import thing
from server.graphql.planning.plan import Asking, Root
from server.graphql.roots.analysed import paths_of
from server.graphql.roots.field import RootField
from server.graphql.roots.interlocks import evidence
from server.graphql.roots.values import labels

MOST: Final = 50
"""How many paths are told at most."""
_LONG: Final = 4  # where `maxLength` is null


def path(field: RootField) -> Root:
    """One query asks whether the ends are there; the hops of a release are read once.

    Raises `BadQuery` for more hops or paths than are followed.
    """
    ends = thing(field.args["from"]), thing(field.args["to"])
    wish = _wish(field.args, field.page()[0], field.published)

    def make(asking: Asking) -> dict[str, Any] | KgError | None:
        there = labels(asking, ends)
        if not all(each in there for each in ends):
            return None
        try:
            return _told(paths_of(asking.release).between(*ends, wish))
        except KgError as error:
            return error

    return field.computed(make, 1, wide=wish.most * wish.longest)


def _wish(args: Mapping[str, Any], first: int, published: str | None) -> Wish:
    longest = _LONG if args.get("maxLength") is None else args["maxLength"]
    if not 1 <= longest <= LONGEST:
        raise BadQuery(f"`maxLength` is {longest}; a path has 1 to {LONGEST} hops.")
    if not 1 <= first <= MOST:
        raise BadQuery(f"`first` is {first}; 1 to {MOST} paths are told.")
    return Wish(
        most=first,
        longest=longest,
        by="evidence" if args.get("by") == "EVIDENCE" else "length",
        on=args.get("asOf") or "",
        published_by=published or "",
        through=frozenset(args.get("through") or ()),
        kinds=frozenset(args.get("kinds") or ()),
        hubs=bool(args.get("hubs")),
    )


def _told(answer: Answer) -> dict[str, Any]:
    if answer.here == answer.there:
        same = {"hops": [], "sentence": "They are the same."}
        return _paths([same], answer)
    return _paths([_path(each) for each in answer.paths], answer)


def _paths(nodes: list[dict[str, Any]], answer: Answer) -> dict[str, Any]:
    return {
        "length": min((len(each["hops"]) for each in nodes), default=None),
        "totalCount": len(nodes),
        "isComplete": answer.is_complete,
        "note": answer.note or None,
        "nodes": nodes,
    }


def _path(found: Path) -> dict[str, Any]:
    return {"hops": [_hop(each) for each in found.hops], "sentence": found.sentence}


def _hop(hop: Hop) -> dict[str, Any]:
    return {
        "from": Iri(hop.here),
        "to": Iri(hop.there),
        "property": hop.term,
        "iri": cot(hop.term),
        "label": hop.label,
        "isReversed": hop.owner == hop.there,
        "sentence": hop.sentence,
        "record": Iri(hop.owner),
        "start": hop.start or None,
        "end": hop.end or None,
        "known": hop.known or None,
        "others": hop.others,
        "evidence": evidence(hop.sources),
    }
