"""What an engine says that it holds: which release, and what tells whether its graphs are whole.

The merged graph goes into a graph of its own under the release's name, the named graphs in place of
those before them. Last of all one small graph says which release the engine holds: whoever asks it
for the merged graph sees one release or the other. A query that names graphs may for a moment see
those of the new one with the old; what is said where hardly ever moves between releases.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from kg.model.names import BASE, PREFIXES, RDF_TYPE
from kg.model.terms import XSD, Iri, Literal, Term, Triple
from kg.release.opened import ReleaseInfo
from kg.store.remote.probe import PUBLISHED
from kg.store.remote.store import RemoteStore

_DCT, _VOID, _SCHEMA = PREFIXES["dct"], PREFIXES["void"], PREFIXES["schema"]
_SD: Final = "http://www.w3.org/ns/sparql-service-description#"


class Sum(NamedTuple):
    """What tells whether two graphs are the same: how many triples, and a digest of all of them.

    The digest is the sum of those of the lines, modulo 2^256, so that their order does not matter
    and none has to be kept.
    """

    triples: int = 0
    digest: str = "0" * 64

    @classmethod
    def of(cls, lines: Iterable[bytes]) -> Sum:
        """The sum of lines of canonical N-Triples, each given once.

        >>> Sum.of([b"a", b"b"]) == Sum.of([b"b", b"a"]) != Sum.of([b"a"])
        True
        """
        count = total = 0
        for each in lines:
            count += 1
            total += int.from_bytes(hashlib.sha256(each).digest(), "big")
        return cls(count, f"{total % (1 << 256):064x}")


@dataclass(frozen=True)
class Published:
    """What an engine says that it holds: a release, where its merged graph is, its graphs' sums."""

    info: ReleaseInfo
    merged: str
    sums: Mapping[str, Sum]

    @property
    def graphs(self) -> tuple[str, ...]:
        """The names of its named graphs, sorted."""
        return tuple(sorted(each for each in self.sums if each != self.merged))


def read(remote: RemoteStore) -> Published | None:
    """What an engine says that it holds; `None` where nobody has published a release to it."""
    told: dict[Term, dict[Term, list[Term]]] = {}
    for subject, predicate, value in remote.content(Iri(PUBLISHED)):
        told.setdefault(subject, {}).setdefault(predicate, []).append(value)
    found = next((each for each in told.values() if Iri(_DCT + "identifier") in each), None)
    if found is None:
        return None
    merged = str(found[Iri(_SD + "defaultGraph")][0])
    graphs = [merged, *map(str, found.get(Iri(_SD + "namedGraph"), ()))]
    sums = {each: _sum(told[Iri(each)]) for each in graphs}
    whole = _sum(found)
    statements = sum(each.triples for name, each in sums.items() if name != merged)
    info = ReleaseInfo(
        _text(found[Iri(_DCT + "identifier")]), _text(found[Iri(_DCT + "issued")]), whole.digest,
        whole.triples, statements, len(sums) - 1, 0, 0.0, 0,
    )  # fmt: skip
    return Published(info, merged, sums)


def statements(told: Published) -> Iterator[Triple]:
    """What an engine says as triples, which are all of the graph `PUBLISHED`."""
    info = told.info
    subject = Iri(f"{BASE}release/{info.name}")
    yield Triple(subject, RDF_TYPE, Iri(_VOID + "Dataset"))
    yield Triple(subject, Iri(_DCT + "identifier"), Literal(info.name))
    yield Triple(subject, Iri(_DCT + "issued"), Literal(info.built, XSD + "date"))
    yield from _told(subject, Sum(info.triples, info.digest))
    for name, each in told.sums.items():
        way = "defaultGraph" if name == told.merged else "namedGraph"
        yield Triple(subject, Iri(_SD + way), Iri(name))
        yield from _told(Iri(name), each)


def lines(told: Published) -> list[bytes]:
    """The same as lines of N-Triples."""
    return [" ".join((*(term.nt() for term in each), ".")).encode() for each in statements(told)]


def _told(subject: Iri, found: Sum) -> Iterator[Triple]:
    yield Triple(subject, Iri(_VOID + "triples"), Literal.of(found.triples))
    yield Triple(subject, Iri(_SCHEMA + "sha256"), Literal(found.digest))


def _sum(told: Mapping[Term, list[Term]]) -> Sum:
    return Sum(int(_text(told[Iri(_VOID + "triples")])), _text(told[Iri(_SCHEMA + "sha256")]))


def _text(values: list[Term]) -> str:
    value = values[0]
    return value.text if isinstance(value, Literal) else str(value)
