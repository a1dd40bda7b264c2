"""Labels for blank nodes made of what is said of them, so that two data sets can be compared.

RDFC-1.0 numbers all blank nodes of a data set through, so one that comes gives others new labels.
Here each group of blank nodes that hang together is labelled by itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any

import pyoxigraph as ox

_DIGITS = 24
"""Hexadecimal digits of a group's digest that its labels keep."""


def settled(lines: Iterable[str]) -> list[str]:
    r"""The same N-Quads, sorted, with labels that are the same wherever the same is said.

    Of several groups of which the same is said each has labels of its own.

    >>> one = settled(['_:x <urn:p> "1" .\n'])
    >>> one == settled(['_:y <urn:p> "1" .\n']) != settled(['_:x <urn:p> "2" .\n'])
    True
    >>> len(settled(['_:x <urn:p> "1" .\n', '_:y <urn:p> "1" .\n']))
    2
    """
    quads = list(ox.parse("".join(lines), ox.RdfFormat.N_QUADS))
    seen: Counter[str] = Counter()
    found: list[str] = []
    for group in _groups(quads):
        data = ox.Dataset(group)
        data.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
        canonical = "".join(sorted(f"{each} .\n" for each in data))
        digest = sha256(canonical.encode()).hexdigest()[:_DIGITS]
        seen[digest] += 1
        prefix = f"b{digest}x{seen[digest]}"
        found += (f"{_renamed(each, prefix)} .\n" for each in data)
    return sorted(found)


def _groups(quads: list[ox.Quad]) -> Iterator[list[ox.Quad]]:
    """The quads that share blank nodes, directly or by way of others, together."""
    parent: dict[str, str] = {}

    def root(label: str) -> str:
        while parent.setdefault(label, label) != label:
            parent[label] = label = parent[parent[label]]
        return label

    for quad in quads:
        first, *others = _labels(quad)
        for other in others:
            parent[root(other)] = root(first)
    together: dict[str, list[ox.Quad]] = {}
    for quad in quads:
        together.setdefault(root(next(_labels(quad))), []).append(quad)
    yield from together.values()


def _labels(quad: ox.Quad | ox.Triple) -> Iterator[str]:
    for term in quad:
        if isinstance(term, ox.BlankNode):
            yield term.value
        elif isinstance(term, ox.Triple):
            yield from _labels(term)


def _renamed(quad: ox.Quad, prefix: str) -> ox.Quad:
    subject, predicate, value, graph = quad
    return ox.Quad(_own(subject, prefix), predicate, _own(value, prefix), _own(graph, prefix))


def _own(term: Any, prefix: str) -> Any:
    if isinstance(term, ox.BlankNode):
        return ox.BlankNode(prefix + term.value)
    if isinstance(term, ox.Triple):
        subject, predicate, value = term
        return ox.Triple(_own(subject, prefix), predicate, _own(value, prefix))
    return term
