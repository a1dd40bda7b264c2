"""For how long bodies shared an officer, as far as sources attest it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kg.analysis.networks.pairs import Pair
from kg.model.terms import Iri


@dataclass(frozen=True)
class SharedTenure:
    """A person and bodies that shared them between two days that sources attest, both counted."""

    person: Iri
    person_name: str
    bodies: Sequence[tuple[Iri, str]]
    start: str
    end: str

    @property
    def days(self) -> int:
        """How many days that is."""
        return (date.fromisoformat(self.end) - date.fromisoformat(self.start)).days + 1


def longest(found: Iterable[Pair]) -> list[SharedTenure]:
    """Shared tenures, the longest attested first. Only days between attested days count, so others
    may have shared as long without a source that says so."""
    spans: dict[tuple[Iri, str, str], list[Pair]] = defaultdict(list)
    for pair in found:
        start, end = pair.bounds.latest_start, pair.bounds.earliest_end
        if start and end and start <= end:
            spans[pair.person, start, end].append(pair)
    made = [
        SharedTenure(person, tied[0].person_name, _bodies(tied), start, end)
        for (person, start, end), tied in spans.items()
    ]
    return sorted(made, key=lambda each: (-each.days, each.person, each.bodies))


def _bodies(tied: Iterable[Pair]) -> Sequence[tuple[Iri, str]]:
    named = {
        body: name for pair in tied for body, name in zip(pair.bodies, pair.names, strict=True)
    }
    return sorted(named.items(), key=lambda each: (each[1], each[0]))
