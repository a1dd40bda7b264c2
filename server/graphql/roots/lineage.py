"""`lineage`: what became of a body and what it came from, step by step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from kg.errors import BadQuery
from kg.model.terms import Iri, Literal, Term
from server.graphql.identity import short
from server.graphql.interval import Bounds, holding
from server.graphql.planning.plan import Asking, Root
from server.graphql.planning.selections import name_of
from server.graphql.roots.field import RootField
from server.graphql.roots.guide import Guide
from server.graphql.roots.values import (
    Found,
    ask,
    ask_of,
    iri,
    is_known,
    labels,
    number,
    text,
    truth,
)

DEEPEST: Final = 20
_WAYS: Final = {"BACK": ("BACK",), "FORWARD": ("FORWARD",), "BOTH": ("BACK", "FORWARD")}
_TOLD: Final = ("sentence", "warnings")
# Which end of a step is known, and which is found.
_ENDS: Final = {"BACK": ("to", "from"), "FORWARD": ("from", "to")}


@dataclass(frozen=True)
class _Asked:
    """What is asked: `through` are kinds of change, all if none; `page` is first and offset; in
    sentences bodies are called by their names, which takes a query. `is_told` is whether the
    sentence or the warnings of the whole are selected."""

    named: Term
    ways: Sequence[str]
    through: frozenset[str]
    depth: int
    day: str | None
    months: int
    published: str | None
    page: tuple[int, int]
    has_sentences: bool
    is_told: bool


def lineage(field: RootField) -> Root:
    """One query finds the bodies, one more a way all the steps, and one the names for sentences;
    the walk itself is Python's."""
    args, page, has_sentences = field.args, field.page(), _has_sentences(field)
    asked = _Asked(
        _named(field),
        _WAYS[args.get("direction") or "BOTH"],
        frozenset(args.get("through") or ()),
        _depth(args.get("depth")),
        args.get("asOf"),
        field.scope.months,
        field.published,
        page,
        has_sentences,
        _is_told(field),
    )
    queries = 1 + len(asked.ways) + has_sentences
    return field.computed(lambda asking: _told(asking, asked), queries, wide=page[0])


def _is_told(field: RootField) -> bool:
    parts = field.selector.fields("Lineage", field.nodes).values()
    return any(name_of(part) in _TOLD for part in parts)


def _has_sentences(field: RootField) -> bool:
    selector = field.selector
    shared = selector.fields("Lineage", field.nodes).values()
    return any(
        name_of(part) == "sentence"
        for nodes in shared
        if name_of(nodes) == "sharedCodes"
        for part in selector.fields("SharedCode", nodes).values()
    )


def _named(field: RootField) -> Term:
    name, code = field.given("id"), field.args.get("odsCode")
    if (name is None) == (code is None):
        raise BadQuery("`lineage` wants one of `id` and `odsCode`.", hint="Give just one of them.")
    written = field.shown.types["Organisation"].fields["odsCode"].written
    return Literal(written(str(code))) if name is None else name


def _depth(depth: int | None) -> int:
    wanted = DEEPEST if depth is None else depth
    if not 1 <= wanted <= DEEPEST:
        raise BadQuery(f"`depth` is {wanted}; a lineage is followed 1 to {DEEPEST} steps.")
    return wanted


def _told(asking: Asking, asked: _Asked) -> dict[str, Any] | None:
    named = ask(asking, "lineage-of", named=asked.named)
    bodies = {iri(each["body"]): each for each in named if _is_meant(each, asked)}
    starts = [each for each in bodies if each is not None]
    steps: list[dict[str, Any]] = []
    guide = Guide.of(asking.release, starts, asked.ways, is_told=asked.is_told)
    for way in asked.ways:
        found = ask_of(asking, f"lineage-{way.lower()}", start=starts)
        wanted = guide.led([each for each in found if _is_wanted(each, asked)])
        steps += _walk(starts, way, wanted, asked)
    first, offset = asked.page
    shown = steps[offset : offset + first]
    shared = _shared(_codes(bodies.values(), steps))
    if asked.has_sentences:
        _warn(asking, shared)
    if not starts:
        return None
    return {
        "of": starts,
        "totalCount": len(steps),
        "steps": shown,
        "bodies": list(_bodies(shown)),
        "sharedCodes": shared,
        "sentence": guide.sentence,
        "warnings": guide.warnings,
    }


def _is_meant(row: Found, asked: _Asked) -> bool:
    """Whether a body is one that was asked about: by its code, one that stood on the day."""
    if asked.day is None or isinstance(asked.named, Iri):
        return True
    ends = ("opened", "begun", "ended", "closed")
    stood = holding(Bounds(*(text(row[each]) for each in ends)), asked.day, asked.months)
    return stood in ("attested", "carried")


def _is_wanted(row: Found, asked: _Asked) -> bool:
    if asked.through and iri(row["change"]) not in asked.through:
        return False
    day = text(row["day"])
    is_done = asked.day is None or (day is not None and day <= asked.day)
    return is_done and is_known(row, asked.published)


def _walk(
    starts: Sequence[Iri], way: str, rows: Iterable[Found], asked: _Asked
) -> Iterator[dict[str, Any]]:
    """The steps in the order in which they are reached, each once, from the nearest body."""
    known, found = _ENDS[way]
    leaving: dict[Iri | None, list[Found]] = {}
    for row in rows:
        leaving.setdefault(iri(row[known]), []).append(row)
    here, seen = list(starts), set(starts)
    for distance in range(1, asked.depth + 1):
        steps = [row for body in here for row in leaving.get(body, ())]
        yield from (_step(row, way, distance) for row in sorted(steps, key=_nearest))
        ends = (iri(row[found]) for row in steps)
        here = [each for each in dict.fromkeys(ends) if each is not None and each not in seen]
        seen.update(here)


def _nearest(row: Found) -> tuple[str, Decimal, str, str]:
    share = number(row["share"])
    size = Decimal(share) if isinstance(share, str) else Decimal(0)
    return text(row["day"]) or "", -size, str(row["from"]), str(row["to"])


def _step(row: Found, way: str, distance: int) -> dict[str, Any]:
    code = text(row["fromCode"])
    return {
        "direction": way,
        "distance": distance,
        "from": iri(row["from"]),
        "to": iri(row["to"]),
        "event": iri(row["event"]),
        "change": iri(row["change"]),
        "day": text(row["day"]),
        "wholeBody": truth(row["whole"]),
        "part": text(row["part"]),
        "share": number(row["share"]),
        "shareBasis": iri(row["basis"]),
        "record": iri(row["record"]),
        "sameCodeDifferentBody": code is not None and code == text(row["toCode"]),
        "_row": row,
    }


def _bodies(steps: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    seen = set()
    for step in sorted(steps, key=lambda each: (each["direction"], each["distance"])):
        body = step[_ENDS[step["direction"]][1]]
        if (body, step["direction"]) not in seen:
            seen.add((body, step["direction"]))
            told = {name: step[name] for name in ("direction", "distance")}
            yield told | {"body": body}


def _codes(
    bodies: Iterable[Found], steps: Iterable[dict[str, Any]]
) -> Iterator[tuple[str, str, Iri]]:
    """The codes of all bodies, each with the day on which the body opened, as far as known."""
    for each in bodies:
        yield from _coded(each["code"], each["opened"], each["body"])
    for step in steps:
        row = step["_row"]
        for end in ("from", "to"):
            yield from _coded(row[f"{end}Code"], row[f"{end}Opened"], row[end])


def _coded(
    code: Term | None, opened: Term | None, body: Term | None
) -> Iterator[tuple[str, str, Iri]]:
    if code is not None and isinstance(body, Iri):
        yield text(code) or "", text(opened) or "", body


def _shared(codes: Iterable[tuple[str, str, Iri]]) -> list[dict[str, Any]]:
    by_code: dict[str, dict[Iri, None]] = {}
    for code, _, body in sorted(codes):
        by_code.setdefault(code, {})[body] = None
    return [
        {"code": code, "bodies": list(bodies)}
        for code, bodies in by_code.items()
        if len(bodies) > 1
    ]


def _warn(asking: Asking, shared: Sequence[dict[str, Any]]) -> None:
    """Gives each code its sentence, in which bodies are called by their names."""
    bodies = dict.fromkeys(body for each in shared for body in each["bodies"])
    names = labels(asking, bodies)
    for each in shared:
        # Two of them may have one name, as a body and what took over from it often do.
        *told, last = (f"{names.get(body) or '?'} ({short(body)})" for body in each["bodies"])
        count, others = len(each["bodies"]), ", ".join(told)
        each["sentence"] = f"The code {each['code']} has meant {count} bodies: {others} and {last}."
