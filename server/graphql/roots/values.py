"""Terms of an answer as the values of a response, and a query of `queries/inside` asked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from kg.model.terms import Iri, Literal, Term
from kg.questions.bind import bind, bind_rows
from server.graphql.execution.assemble import BadValue, plain, value
from server.graphql.planning.plan import Asking
from server.graphql.render.parts import NOBODY

Found = Mapping[str, Term | None]


def ask(asking: Asking, name: str, **values: Term) -> list[Found]:
    """The rows of a query of `queries/inside`, by variable, with these values of its parameters."""
    return rows(asking, bind(asking.release.library.inside(name), values))


def ask_of(asking: Asking, name: str, **lists: Iterable[Term]) -> list[Found]:
    """The same, asked of lists of things: each is the rows of the VALUES clause of that name."""
    query = asking.release.library.inside(name)
    for variable, terms in lists.items():
        # rdflib cannot read a clause without rows.
        query = bind_rows(query, [variable], [[each] for each in terms] or [[NOBODY]])
    return rows(asking, query)


def labels(asking: Asking, things: Iterable[Iri]) -> dict[Iri, str | None]:
    """What these things are called, by one query; of what nothing is said, nothing is there."""
    found = ask_of(asking, "path-labels", thing=things)
    return {each["thing"]: text(each["label"]) for each in found if isinstance(each["thing"], Iri)}


def rows(asking: Asking, query: str) -> list[Found]:
    """The rows of a query, by variable."""
    found = asking.select(query)
    return [dict(zip(found.variables, row, strict=True)) for row in found.rows]


def is_known(row: Found, published: str | None) -> bool:
    """Whether what a row tells was known by a day: `?known` is when a document that says so was
    out. What has no such variable is there whether or not anybody writes of it."""
    if published is None or "known" not in row:
        return True
    day = text(row["known"])
    return day is not None and day <= published


def iri(term: Term | None) -> Iri | None:
    """The thing, if it is one."""
    return term if isinstance(term, Iri) else None


def text(term: Term | None) -> str | None:
    """The text of a literal, the IRI of a thing."""
    return term.text if isinstance(term, Literal) else None if term is None else str(term)


def truth(term: Term | None) -> bool | None:
    """The truth of a literal, if it is one."""
    return term.text in ("true", "1") if isinstance(term, Literal) else None


def number(term: Term | None) -> str | BadValue | None:
    """An exact number as the response writes it, or the error that it is none.

    >>> number(Literal("0.250")), number(Literal("740000")), number(None)
    ('0.25', '740000', None)
    """
    found: str | BadValue | None = None if term is None else value(term, "Decimal")
    return found


def exact(value: Decimal | float) -> str:
    """A number that was reckoned, as the response writes it.

    >>> exact(0.25), exact(1e-07), exact(Decimal("1.50"))
    ('0.25', '0.0000001', '1.5')
    """
    return plain(value if isinstance(value, Decimal) else Decimal(str(value)))


def distinct(terms: Iterable[Term | None]) -> list[Iri]:
    """The things among these, each once, in the order in which they come."""
    return list(dict.fromkeys(each for each in terms if isinstance(each, Iri)))


def grouped(
    rows: Iterable[Found], *names: str
) -> Iterator[tuple[tuple[Term | None, ...], list[Found]]]:
    """Rows by what they have of these variables, in the order in which the groups come."""
    groups: dict[tuple[Term | None, ...], list[Found]] = {}
    for row in rows:
        groups.setdefault(tuple(row[name] for name in names), []).append(row)
    yield from groups.items()


def listed(nodes: Sequence[Any], page: tuple[int, int]) -> dict[str, Any]:
    """A page of a list: `totalCount` and `nodes`."""
    first, offset = page
    return {"totalCount": len(nodes), "nodes": nodes[offset : offset + first]}
