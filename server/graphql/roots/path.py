"""`path`: how two things are connected, searched hop by hop from both ends."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Final, NamedTuple

from kg.errors import BadQuery, UnknownThing
from kg.model.definitions import Ontology
from kg.model.names import expand
from kg.model.terms import Iri
from server.graphql.identity import short, thing
from server.graphql.interval import Bounds, holding
from server.graphql.planning.plan import Asking, Root
from server.graphql.projection import Projection
from server.graphql.roots.field import RootField
from server.graphql.roots.values import Found, ask_of, iri, is_known, labels, text, truth

LONGEST: Final = 6
_LONG: Final = 4  # where `maxLength` is null
_WIDEST: Final = 5_000  # things that one hop is asked for
_ROWS: Final = 10_000  # the LIMIT of path-hop.rq
_CHAINS: Final = 10_000
_LEFT_OUT: Final = frozenset(
    expand(each)
    for each in (
        "cot:ancestor", "cot:asserter", "cot:corpus", "cot:descendant", "cot:evidence",
        "cot:graphKind", "cot:inDocument", "cot:predecessor", "cot:recordFor", "cot:registerRecord",
        "dct:license", "prov:used", "prov:wasDerivedFrom", "prov:wasGeneratedBy",
    )
)  # fmt: skip
"""Properties that connect nearly everything, or say again what others do. One paper says a thing
of each of two bodies: that connects them no more than being named in one document would."""


class Hop(NamedTuple):
    """A statement, read from `here` to `there`."""

    here: Iri
    term: Iri
    is_reversed: bool
    there: Iri

    def turned(self) -> Hop:
        """The same statement, read the other way."""
        return Hop(self.there, self.term, not self.is_reversed, self.here)


Chain = tuple[Hop, ...]


class _Words(NamedTuple):
    """What properties are called: in sentences, and in filters and fields."""

    ontology: Ontology
    properties: Mapping[Iri, str]


@dataclass(frozen=True)
class _Asked:
    """What is asked: between which things, along which terms, on which day."""

    ends: tuple[Iri, Iri]
    terms: Mapping[Iri, str]
    longest: int
    day: str | None
    published: str | None
    first: int


def path(field: RootField) -> Root:
    """One query a hop, asked whether or not the ends have met, and one each for ends and names."""
    args, (first, _) = field.args, field.page()
    longest = _LONG if args.get("maxLength") is None else args["maxLength"]
    if not 1 <= longest <= LONGEST:
        raise BadQuery(f"`maxLength` is {longest}; a path has 1 to {LONGEST} hops.")
    ends = thing(args["from"]), thing(args["to"])
    terms = _terms(field.shown, args.get("through"))
    asked = _Asked(ends, terms, longest, args.get("asOf"), field.published, first)
    ontology = field.shown.ontology
    return field.computed(
        lambda asking: _told(asking, asked, ontology), longest + 2, wide=first * longest
    )


def _terms(shown: Projection, through: Sequence[str] | None) -> Mapping[Iri, str]:
    """The terms that are followed, each with its name; raises `UnknownThing` for another name."""
    names: dict[str, set[Iri]] = {}
    for kind in shown.types.values():
        for each in kind.fields.values():
            if each.kind == "node" and not each.prop.inverse:
                names.setdefault(each.name, set()).add(each.prop.iri)
    for name in through or ():
        if name not in names:
            raise UnknownThing(name, list(names), "Give names of fields, such as 'holder'.")
    return {
        iri: name
        for name in sorted(names)
        for iri in sorted(names[name])
        if (iri not in _LEFT_OUT if through is None else name in through)
    }


def _told(asking: Asking, asked: _Asked, ontology: Ontology) -> dict[str, Any] | None:
    there = labels(asking, asked.ends)
    search = _Search(asking, asked)
    found = search.chains()
    shown = found[: asked.first]
    things = dict.fromkeys(end for chain in shown for hop in chain for end in (hop.here, hop.there))
    called = labels(asking, things)
    if not all(each in there for each in asked.ends):
        return None
    words = _Words(ontology, asked.terms)
    names = {each: called.get(each) or short(each) for each in things}
    return {
        "length": len(found[0]) if found else None,
        "totalCount": len(found),
        "isComplete": search.is_complete,
        "nodes": [_chain(each, names, words) for each in shown],
    }


@dataclass
class _Side:
    """What was reached from one end: the last to be reached, and by which hops each was."""

    edge: list[Iri]
    reached: dict[Iri, list[Hop]] = field(default_factory=dict)


class _Search:
    """A search from both ends; the one with less to ask about goes ahead."""

    def __init__(self, asking: Asking, asked: _Asked) -> None:
        self._asking, self._asked = asking, asked
        self._sides = [_Side([end], {end: []}) for end in asked.ends]
        self.is_complete = True

    def chains(self) -> list[Chain]:
        """The shortest chains, in the order of the things that they go through."""
        for _ in range(self._asked.longest):
            side = min(self._sides, key=lambda each: (len(each.edge), each is self._sides[1]))
            # Once they have met there is nothing to ask, but the number of queries was told.
            self._ahead(side, [] if self._met() else side.edge)
        found = list(islice(self._joined(), _CHAINS))
        self.is_complete &= len(found) < _CHAINS
        return sorted(found, key=lambda chain: [(hop.there, hop.term) for hop in chain])

    def _met(self) -> list[Iri]:
        here, there = self._sides
        return [each for each in here.reached if each in there.reached]

    def _ahead(self, side: _Side, edge: list[Iri]) -> None:
        self.is_complete &= len(edge) <= _WIDEST
        rows = ask_of(self._asking, "path-hop", here=edge[:_WIDEST], term=self._asked.terms)
        self.is_complete &= len(rows) < _ROWS
        if not edge:
            return
        found: dict[Iri, list[Hop]] = {}
        for hop in _hops(rows, self._asked):
            if hop.there not in side.reached:
                found.setdefault(hop.there, []).append(hop)
        side.reached |= found
        side.edge = list(found)

    def _joined(self) -> Iterator[Chain]:
        here, there = self._sides
        for middle in self._met():
            for start in _back(here, middle):
                for end in _back(there, middle):
                    yield (*reversed(start), *(hop.turned() for hop in end))


def _hops(rows: Iterable[Found], asked: _Asked) -> Iterator[Hop]:
    for row in rows:
        here, term, there = iri(row["here"]), iri(row["term"]), iri(row["there"])
        if here and term and there and (there in asked.ends or _is_told(row, asked)):
            yield Hop(here, term, bool(truth(row["isReversed"])), there)


def _is_told(row: Found, asked: _Asked) -> bool:
    """Whether what a hop leads to held on the day that is asked, and was known by the other."""
    if truth(row["isSaid"]) and not is_known(row, asked.published):
        return False
    day = asked.day
    start, end = text(row["start"]), text(row["end"])
    if day is None or (start is None and end is None):
        return True
    return holding(Bounds(None, start, end, None), day) == "attested"


def _back(side: _Side, place: Iri) -> Iterator[Chain]:
    """The hops from a place back to the side's end, the last hop first."""
    if not side.reached[place]:
        yield ()
    for hop in side.reached[place]:
        for rest in _back(side, hop.here):
            yield (hop, *rest)


def _chain(chain: Chain, names: Mapping[Iri, str], words: _Words) -> dict[str, Any]:
    hops = [_hop(each, names, words) for each in chain]
    told = [names[chain[0].here]] if chain else ["They are the same."]
    told += [
        part
        for hop, each in zip(chain, hops, strict=True)
        for part in (each["label"], names[hop.there])
    ]
    return {"hops": hops, "sentence": " – ".join(told)}


def _hop(hop: Hop, names: Mapping[Iri, str], words: _Words) -> dict[str, Any]:
    known = words.ontology.predicates[hop.term]
    label = known.inverse_label if hop.is_reversed else known.label
    return {
        "from": hop.here,
        "to": hop.there,
        "property": words.properties[hop.term],
        "iri": hop.term,
        "label": label,
        "isReversed": hop.is_reversed,
        "sentence": f"{names[hop.here]} – {label} – {names[hop.there]}",
    }
