"""What becomes of writes that break the shapes: nothing, a warning, or a refusal, by the graph."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from kg.errors import BadParameter
from kg.model import rdf
from kg.model.names import shorten
from kg.model.terms import Iri, Triple
from kg.store.base import Store
from kg.store.changes import Changes
from kg.store.writable import WritableStore
from kg.validate.shapes import Part, Touched, Violation, check
from kg.validate.shapes_compile import component
from kg.validate.shapes_known import Known

POLICIES = ("off", "warn", "refuse")


@dataclass(frozen=True)
class Policy:
    """A policy for all graphs of users, and others for some."""

    usual: str = "off"
    of_graph: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def read(cls, text: str) -> Policy:
        """The policy that a setting tells; raises `BadParameter`.

        >>> Policy.read("warn, refuse=urn:g").of("urn:g")
        'refuse'
        """
        usual, graphs = "off", {}
        for each in filter(None, (part.strip() for part in text.split(","))):
            policy, _, name = each.partition("=")
            if policy not in POLICIES:
                hint = "Write off, warn or refuse, and for one graph refuse=IRI, with commas."
                raise BadParameter("shacl", f"'{policy}' is no policy", hint)
            if name:
                graphs[name] = policy
            else:
                usual = policy
        return cls(usual, graphs)

    @property
    def is_off(self) -> bool:
        """Whether nothing is ever checked."""
        return {self.usual, *self.of_graph.values()} == {"off"}

    def of(self, graph: str | None) -> str:
        """The policy for a graph; `None` is the default graph of foreign data."""
        return self.of_graph.get(graph or "default", self.usual)


class Verdict(NamedTuple):
    """The lines of what is broken: for which the write is refused, and of which it is told."""

    refused: list[str]
    warned: list[str]


class Judge:
    """Checks what a commit says something about, as the shapes of an ontology demand."""

    def __init__(self, policy: Policy, ontology: Path) -> None:
        self._policy = policy
        self._ontology = ontology

    @property
    def is_off(self) -> bool:
        """Whether it never finds anything."""
        return self._policy.is_off

    def refuses(self, graph: Iri) -> bool:
        """Whether a write to that graph is refused for what it breaks."""
        return self._policy.of(graph) == "refuse"

    def verdict(self, store: Store, changes: Changes) -> Verdict:
        """What is broken in a store after a change, which was made."""
        by_policy: dict[str, set[str | None]] = {each: set() for each in POLICIES}
        for each in changes.written():
            by_policy[self._policy.of(each)].add(each)
        refused, warned = (
            self._broken(store, changes, by_policy[each]) if by_policy[each] else []
            for each in ("refuse", "warn")
        )
        return Verdict(refused, warned)

    def refused(self, store: WritableStore, graphs: Iterable[str]) -> list[str]:
        """What is broken of the things of those graphs for which a write is refused.

        The whole store is checked, so this is for graphs that are a good part of it.
        """
        strict = [Iri(each) for each in graphs if self._policy.of(each) == "refuse"]
        found = check(store, self._triples) if strict else []
        return _lines(
            each for each in found if any(store.tells(name, each.focus) for name in strict)
        )

    def _broken(self, store: Store, changes: Changes, graphs: Collection[str | None]) -> list[str]:
        things = changes.nodes(graphs) | self._shapes.around(store, changes.weakened(graphs))
        return _lines(self._shapes.check(store, things))

    @cached_property
    def _shapes(self) -> Touched:
        return Touched(self._triples)

    @cached_property
    def _triples(self) -> list[Triple]:
        paths = sorted(self._ontology.rglob("*.ttl"))
        return [each for path in paths for each in rdf.triples(path)]


def broken(store: Path, ontology: Path, graph: Iri, known: Known, part: Part) -> list[str]:
    """What is broken of the things of a graph, of a part of the shapes; of a sealed store."""
    sealed = WritableStore.sealed(store)
    shapes = [each for path in sorted(ontology.rglob("*.ttl")) for each in rdf.triples(path)]
    found = check(sealed, shapes, known, part)
    return _lines(each for each in found if sealed.tells(graph, each.focus))


def _lines(found: Iterable[Violation]) -> list[str]:
    return list(
        dict.fromkeys(
            f"{each.message} [{shorten(each.shape)}]"
            for each in found
            if each.path or each.component != component("node")  # told by what breaks it there
        )
    )
