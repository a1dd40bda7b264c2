"""The networks of one sealed graph, each made once: with its release, or when first asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path

from kg.analysis.measures import stored
from kg.analysis.measures.measured import Measured, measured
from kg.analysis.measures.views import View, view
from kg.analysis.networks.bridges import Bridge, bridges
from kg.analysis.networks.groups import Interlocks, interlocks
from kg.analysis.networks.mergers import Mergers, mergers
from kg.analysis.networks.pairs import pairs
from kg.analysis.networks.shared import SharedTenure, longest
from kg.analysis.networks.tenures import CARRY
from kg.questions.library import Library
from kg.store.base import Store

KEPT = 32
"""Of how many days each kind of answer is kept."""


class Networks:
    """What can be asked of a graph's networks; days are ISO days.

    A graph that is written to must not be asked through one that was made before: its answers are
    kept. `measures` is the file with those of all days, where there is one.
    """

    def __init__(self, store: Store, library: Library, measures: Path | None = None) -> None:
        self.store, self.library, self.measures = store, library, measures
        self._interlocks = lru_cache(KEPT)(self._read_interlocks)
        self._bridges = lru_cache(KEPT)(self._read_bridges)
        self._view = lru_cache(KEPT)(self._read_view)
        self._measured = lru_cache(KEPT)(self._read_measured)
        self._mergers = lru_cache(1)(lambda: mergers(store, library))
        self._longest = lru_cache(1)(lambda: longest(pairs(store, library)))

    def interlocks(
        self, on: str, *, carry: int = CARRY, kind: str = "ccg", published_by: str = ""
    ) -> Interlocks:
        """The bodies of a kind that shared officers on a day; see `kg.analysis.networks.groups`."""
        return self._interlocks(on, carry, kind, published_by)

    def bridges(self, on: str = "", *, carry: int = CARRY, kind: str = "ccg") -> Sequence[Bridge]:
        """Who bridged what, on a day or ever; see `kg.analysis.networks.bridges`."""
        return self._bridges(on, carry, kind)

    def mergers(self) -> Mergers:
        """Whether sharing an officer came before each merger."""
        return self._mergers()

    def longest(self) -> Sequence[SharedTenure]:
        """Officers whom bodies shared, the longest attested first."""
        return self._longest()

    def view(self, name: str, on: str = "", *, carry: int = CARRY) -> View:
        """A named view, on a day or of all days; raises `UnknownThing` for another name."""
        return self._view(name, on, carry)

    def measured(
        self, name: str, on: str = "", *, carry: int = CARRY, backend: str = ""
    ) -> Measured:
        """A view's measures; raises `BadParameter` for a networkx backend that is not there."""
        return self._measured(name, on, carry, backend)

    def _read_interlocks(self, on: str, carry: int, kind: str, by: str) -> Interlocks:
        return interlocks(self.store, self.library, on, carry=carry, kind=kind, published_by=by)

    def _read_bridges(self, on: str, carry: int, kind: str) -> Sequence[Bridge]:
        return bridges(self.store, self.library, on, carry=carry, kind=kind)

    def _read_view(self, name: str, on: str, carry: int) -> View:
        return view(self.store, self.library, name, on, carry=carry)

    @cached_property
    def _stored(self) -> Mapping[str, Measured]:
        return stored.read(self.measures) if self.measures else {}

    def _read_measured(self, name: str, on: str, carry: int, backend: str) -> Measured:
        if name in self._stored and not (on or backend):
            return self._stored[name]
        return measured(self._view(name, on, carry), backend)
