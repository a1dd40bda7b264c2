"""The shapes of the ontology checked by this project and by pySHACL, on the same graph.

    uv run python -m tests.bench.validation [--triples 20000] [--rounds 3]

The graph is a made one of the register's kind (`scale_world`), with faults planted, and the
ontology. Both have it loaded and give all their findings; how many things each finds at fault is
told, for a ratio of two that find different faults says nothing.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Iterator
from importlib import metadata
from itertools import islice

import pyshacl
import rdflib

from kg.model import rdf
from kg.model.names import PREFIXES
from kg.model.terms import Blank, Iri, Statement, Triple
from kg.resources import folder
from kg.store.oxigraph import OxigraphStore
from kg.validate.shapes import check
from tests.bench.scale_world import families

FAULTS = 0.05
Figures = dict[str, float]


def lines(triples: int, seed: int = 9) -> Iterator[str]:
    """So many statements of a made world with faults, or a few less, as N-Quads."""
    made = (line for family in families(seed, FAULTS) for line in family)
    return islice(made, triples)


def measured(triples: int, rounds: int) -> Figures:
    """Seconds of each, and how many things each finds at fault."""
    text = "".join(lines(triples))
    schema = [
        each for path in sorted(folder("ontology").rglob("*.ttl")) for each in rdf.triples(path)
    ]
    world = rdflib.Dataset(default_union=True).parse(data=text, format="nquads")
    plain = "\n".join(sorted({f"{s.n3()} {p.n3()} {o.n3()} ." for s, p, o, _ in world.quads()}))
    store = OxigraphStore.memory(_statements(rdf.parse(plain, "application/n-triples", "made")))
    store.load(_statements(schema))
    theirs = _graph(plain) + _graph_of(schema)
    shapes = _graph_of(schema)
    times: dict[str, list[float]] = {"ours": [], "theirs": []}
    sh = rdflib.Namespace(PREFIXES["sh"])
    for _ in range(rounds):
        began = time.perf_counter()
        ours = {each.focus for each in check(store, schema)}
        times["ours"].append(time.perf_counter() - began)
        began = time.perf_counter()
        _, report, _ = pyshacl.validate(theirs, shacl_graph=shapes, inplace=True)
        times["theirs"].append(time.perf_counter() - began)
    results = report.objects(None, sh.result)  # those inside another are its details
    found = {str(report.value(each, sh.focusNode)) for each in results}
    return {
        "triples": len(store),
        "ours s": statistics.median(times["ours"]),
        "pySHACL s": statistics.median(times["theirs"]),
        "ours at fault": len(ours),
        "pySHACL at fault": len(found),
        "only one finds": len({str(each) for each in ours} ^ found),
    }


def _statements(triples: list[Triple]) -> list[Statement]:
    graph = Iri("https://w3id.org/coterminous/graph/register/bench")
    return [
        Statement(subject, predicate, value, graph)
        for subject, predicate, value in triples
        if isinstance(subject, Iri) and not isinstance(value, Blank)
    ]


def _graph(text: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=text, format="nt")


def _graph_of(triples: list[Triple]) -> rdflib.Graph:
    return _graph("\n".join(f"{s.nt()} {p.nt()} {o.nt()} ." for s, p, o in triples))


def main() -> None:
    """Measure, and print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("--triples", type=int, default=20_000)
    options.add_argument("--rounds", type=int, default=3)
    given = options.parse_args()
    sys.stdout.write(f"pySHACL {metadata.version('pyshacl')}\n")
    for name, each in measured(given.triples, given.rounds).items():
        sys.stdout.write(f"{name}: {each:g}\n")


if __name__ == "__main__":
    main()
