"""The same answers by what others would write: graphene and strawberry, over the same store.

`Prefetched` asks the same few queries as we do and leaves the rest to the executor; `PerField` asks
the store in the resolver of each field, which is what most tutorials show.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import SimpleNamespace
from typing import Any

import graphene as untyped
import orjson

from kg.model.names import RDF_TYPE, RDFS_LABEL, cot
from kg.model.terms import Iri, Literal, Term
from kg.store.base import Store
from server.graphql.identity import short

graphene: Any = untyped
Row = Mapping[str, Any]
FIELDS = ("name", "odsCode", "latestStart", "inRegister")
FLAT = "{ organisations { nodes { id name odsCode latestStart inRegister } } }"
DEEP = """{ organisations { totalCount nodes { id name claims { totalCount nodes { id text
  evidence { totalCount nodes { id recordedIn } } } } } } }"""


def per_field(store: Store, number: int) -> Callable[[], bytes]:
    """A call that answers the flat list with graphene and a query for each field."""

    def read(name: str) -> Callable[[Any, Any], Any]:
        def resolve(body: Iri, _info: object) -> Any:
            rows = store.select(f"SELECT ?v {{ {body.nt()} {cot(name).nt()} ?v }}").rows
            return value(rows[0][0]) if rows else None

        return resolve

    def bodies(_root: object, _info: object) -> list[Any]:
        label = f"OPTIONAL {{ ?n {RDFS_LABEL.nt()} ?label }}"
        rows = store.select(
            f"SELECT ?n {{ ?n {RDF_TYPE.nt()} {cot('Organisation').nt()} {label} }}"
            f" ORDER BY STR(?label) STR(?n) LIMIT {number}"
        ).rows
        return [row[0] for row in rows]

    fields = {name: graphene.Field(_scalar(name), resolver=read(name)) for name in FIELDS}
    fields["id"] = graphene.Field(graphene.ID, resolver=lambda body, _: short(body))
    return _asked(_schema(fields, bodies), FLAT)


def prefetched(store: Store, query: str, number: int) -> Callable[[], bytes]:
    """A call that answers the flat list with graphene, from the rows of one query."""

    def bodies(_root: object, _info: object) -> list[Row]:
        return rows_of(store, query, number)

    fields = {name: graphene.Field(_scalar(name)) for name in ("id", *FIELDS)}
    return _asked(_schema(fields, bodies), FLAT)


def strawberry_on_dicts(store: Store, query: str, number: int) -> Callable[[], bytes] | None:
    """The same with strawberry; nothing where it is not installed."""
    try:
        import strawberry as found  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        return None
    strawberry: Any = found
    kinds: dict[str, Any] = {"id": strawberry.ID, **dict.fromkeys(FIELDS, str), "inRegister": bool}
    kind = type(
        "Organisation", (), {"__annotations__": {each: kinds[each] | None for each in kinds}}
    )
    body: Any = strawberry.type(kind)
    nodes = {"__annotations__": {"nodes": list.__class_getitem__(body)}}
    page: Any = strawberry.type(type("Bodies", (), nodes))

    def organisations() -> Any:
        return page(nodes=[SimpleNamespace(**row) for row in rows_of(store, query, number)])

    organisations.__annotations__["return"] = page
    query_type = type("Query", (), {"organisations": strawberry.field(resolver=organisations)})
    config = strawberry.schema.config.StrawberryConfig(auto_camel_case=False)
    schema = strawberry.Schema(strawberry.type(query_type), config=config)

    def ask() -> bytes:
        result = schema.execute_sync(FLAT)
        assert result.errors is None, result.errors
        return orjson.dumps({"data": result.data})

    return ask


def nested(store: Store, queries: Sequence[tuple[str, bool, str]]) -> Callable[[], bytes]:
    """A call that answers the nested lists with graphene, from rows that were grouped before.

    The queries are ours: where they hang, whether they are for totals, and their texts.
    """

    class Citation(graphene.ObjectType):  # type: ignore[misc]
        id = graphene.ID()
        recordedIn = graphene.String()  # noqa: N815 - it is the name of the field

    pages: dict[str, Any] = {"Citation": Citation}

    def page(kind: str) -> Any:
        fields = {
            "totalCount": graphene.Int(),
            "nodes": graphene.List(pages[kind]),
        }
        return type(f"{kind}s", (graphene.ObjectType,), fields)

    claim = {
        "id": graphene.ID(),
        "text": graphene.String(),
        "evidence": graphene.Field(page("Citation")),
    }
    pages["Claim"] = type("Claim", (graphene.ObjectType,), claim)
    body = {"id": graphene.ID(), "name": graphene.String(), "claims": graphene.Field(page("Claim"))}
    pages["Organisation"] = type("Organisation", (graphene.ObjectType,), body)

    def organisations(_root: object, _info: object) -> Any:
        return _grouped(store, queries)

    root = {"organisations": graphene.Field(page("Organisation"), resolver=organisations)}
    schema = graphene.Schema(
        query=type("Query", (graphene.ObjectType,), root), auto_camelcase=False
    )
    return _asked(schema, DEEP)


def _grouped(store: Store, queries: Sequence[tuple[str, bool, str]]) -> Row:
    found = {(at, is_total): store.select(text).rows for at, is_total, text in queries}
    names = {"organisations": "name", "organisations.nodes.claims": "text"}
    below: Any = {}
    for at in reversed(dict.fromkeys(at for at, _ in found)):
        rows, totals = found[at, False], found[at, True]
        below = _pages(rows, totals, names.get(at, "recordedIn"), below, at)
    return next(iter(below.values()))


def _pages(rows: Any, totals: Any, name: str, below: Any, at: str) -> Any:
    is_root = at == "organisations"
    pages: dict[Any, dict[str, Any]] = {}
    for row in totals:
        pages[None if is_root else row[0]] = {"totalCount": int(row[-1].text), "nodes": []}
    most = {"organisations": 50, "organisations.nodes.claims": 3}.get(at, 2)
    inner = {"organisations": "claims", "organisations.nodes.claims": "evidence"}.get(at, "")
    for row in rows:
        parent, thing = (None, row[0]) if is_root else row[:2]
        nodes = pages[parent]["nodes"]
        if len(nodes) < most:
            literals = [value(each) for each in row if isinstance(each, Literal)]
            shown = {"id": short(thing), name: literals[-1]}
            empty = {"totalCount": 0, "nodes": []}
            nodes.append(shown | ({inner: below.get(thing, empty)} if inner else {}))
    return pages


def rows_of(store: Store, query: str, number: int) -> list[Row]:
    """The bodies of our own query for the flat list, which is for one more, as dicts."""
    found = store.select(query)
    at = len(found.variables) - len(FIELDS)
    return [
        {"id": short(str(row[0])), **dict(zip(FIELDS, map(value, row[at:]), strict=True))}
        for row in found.rows[:number]
    ]


def value(term: Term | None) -> Any:
    """A term as a Python value."""
    if not isinstance(term, Literal):
        return None if term is None else str(term)
    return term.text == "true" if term.datatype.endswith("#boolean") else term.text


def _scalar(name: str) -> Any:
    return {"id": graphene.ID, "inRegister": graphene.Boolean}.get(name, graphene.String)


def _schema(fields: Mapping[str, Any], bodies: Callable[[Any, Any], Any]) -> Any:
    body = type("Organisation", (graphene.ObjectType,), dict(fields))
    page = type("Bodies", (graphene.ObjectType,), {"nodes": graphene.List(body)})
    found = graphene.Field(page, resolver=lambda root, info: {"nodes": bodies(root, info)})
    root = {"organisations": found}
    return graphene.Schema(query=type("Query", (graphene.ObjectType,), root), auto_camelcase=False)


def _asked(schema: Any, document: str) -> Callable[[], bytes]:
    def ask() -> bytes:
        result = schema.execute(document)
        assert result.errors is None, result.errors
        return orjson.dumps({"data": result.data})

    return ask
