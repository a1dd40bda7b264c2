"""The bodies that shared officers on a day, beside what sources say of how many did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import networkx as nx

from kg.analysis.asking import rows, text
from kg.analysis.networks.bipartite import Graph, bipartite, of_kind, shared
from kg.analysis.networks.tenures import CARRY, Held, Tenure, bodies, held_on, published, tenures
from kg.analysis.sources import Source, sources_of
from kg.model.names import cotv
from kg.model.terms import Iri
from kg.questions.library import Library
from kg.store.base import Store


@dataclass(frozen=True)
class Office:
    """An office that joins a body to its group: attested that day, or carried from one near it."""

    person: Iri
    person_name: str
    body: Iri
    body_name: str
    held: Held
    tenures: Sequence[Iri]
    sources: Sequence[Source]


@dataclass(frozen=True)
class Group:
    """Bodies that hang together by their officers: IRIs and names, in the order of the names."""

    bodies: Sequence[tuple[Iri, str]]
    officers: Sequence[tuple[Iri, str]]
    offices: Sequence[Office]

    @property
    def held(self) -> Held:
        """Attested if it hangs together by attested offices alone."""
        return "attested" if all(each.held == "attested" for each in self.offices) else "carried"


@dataclass(frozen=True)
class Count:
    """How many bodies shared an officer, in how many groups, by how many officers; and of how many
    bodies any officer is known that day."""

    bodies: int
    officers: int
    groups: int
    known: int


@dataclass(frozen=True)
class Counted:
    """What a source says of how many shared an officer, in our words."""

    claim: Iri
    text: str
    known: str
    asserter: str
    sources: Sequence[Source]


@dataclass(frozen=True)
class Interlocks:
    """The groups of a day.

    `standing` is how many bodies of the kind stood. `attested` counts without, `carried` with the
    offices that are carried; the groups are those of the latter, the largest first. `counted` is
    what sources say of all bodies, and `said` the groups that texts speak of without a list.
    """

    on: str
    kind: str
    carry: int
    standing: int
    attested: Count
    carried: Count
    groups: Sequence[Group]
    counted: Sequence[Counted]
    said: Sequence[Counted]

    @property
    def coverage(self) -> str:
        """How far the counts can be trusted, as a sentence."""
        known = self.carried.known
        return (
            f"An officer is known of {known} of the {self.standing} bodies that stood on {self.on} "
            f"({self.attested.known} attested that day): the counts are lower bounds."
        )


def interlocks(  # noqa: PLR0913 - what may be asked are its parameters
    store: Store, library: Library, on: str, *, carry: int = CARRY, kind: str = "ccg",
    published_by: str = "",
) -> Interlocks:  # fmt: skip
    """The bodies of a kind that shared chief officers on a day, an ISO day.

    `carry` is how many months an office is carried beyond a day that a source attests. With
    `published_by`, an ISO day, only offices count of which a source was out by then.
    """
    found = published(store, library, tenures(store, library, kind), published_by)
    stood = {each.iri for each in bodies(store, library, kind) if each.stood(on)}
    sure, held = (_standing(found, on, months, stood) for months in (0, carry))
    graph = shared(bipartite(held))
    needed = sorted(each for edge in graph.edges for each in graph.edges[edge]["tenures"])
    borne = sources_of(store, library, needed)
    groups = sorted(
        (_group(graph.subgraph(part), borne) for part in nx.connected_components(graph)),
        key=lambda group: (-len(group.bodies), group.bodies),
    )
    return Interlocks(
        on=on,
        kind=kind,
        carry=carry,
        standing=len(stood),
        attested=_count(sure),
        carried=_count(held),
        groups=groups,
        counted=list(_said(store, library, "interlocks-counted", kind)),
        said=list(_said(store, library, "interlocks-said", kind)),
    )


def _standing(
    found: Sequence[Tenure], on: str, carry: int, stood: set[Iri]
) -> list[tuple[Tenure, Held]]:
    return [each for each in held_on(found, on, carry) if each[0].body in stood]


def _count(held: Sequence[tuple[Tenure, Held]]) -> Count:
    graph = shared(bipartite(held))
    return Count(
        bodies=len(of_kind(graph, "body")),
        officers=len(of_kind(graph, "person")),
        groups=nx.number_connected_components(graph),
        known=len({each.body for each, _ in held}),
    )


def _group(part: Graph, borne: Mapping[str, Sequence[Source]]) -> Group:
    named: dict[str, list[tuple[Iri, str]]] = {"body": [], "person": []}
    for thing, said in part.nodes(data=True):
        named[said["kind"]].append((thing, said["label"]))
    for things in named.values():
        things.sort(key=lambda each: (each[1], each[0]))
    offices = [
        Office(
            person=person,
            person_name=name,
            body=body,
            body_name=part.nodes[body]["label"],
            held=said["held"],
            tenures=said["tenures"],
            sources=tuple(place for each in said["tenures"] for place in borne.get(each, ())),
        )
        for person, name in named["person"]
        for body, said in sorted(part[person].items())
    ]
    return Group(named["body"], named["person"], offices)


def _said(store: Store, library: Library, name: str, kind: str) -> Iterator[Counted]:
    found = rows(store, library, name, {"kind": cotv(f"type-{kind}")})
    borne = sources_of(store, library, [Iri(text(row["claim"])) for row in found])
    for row in found:
        claim = Iri(text(row["claim"]))
        said, known, who = (text(row[each]) for each in ("text", "known", "asserter"))
        yield Counted(claim, said, known, who, borne.get(claim, ()))
