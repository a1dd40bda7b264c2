"""A graph many times as large as a release: written out, loaded by the engine, and sealed."""

from __future__ import annotations

import gzip
import re
import shutil
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.model.names import ID, RDFS_LABEL, cot
from kg.model.terms import Iri
from kg.release.opened import OpenRelease
from kg.store.base import Store
from kg.store.oxigraph import OxigraphStore

_THING = re.compile(f"<{re.escape(ID)}([^>]*)>")
_LINE = re.compile(r"(\S+) (\S+) (.*) <[^>]*> \.")
_NUMBER: Final = "\0"
_OWN: Final = {f"<{cot(each)}>" for each in ("name", "odsCode", "gssCode", "recordName")}
_NOT_ASKED: Final = {f"<{cot('corpus')}>"}
"""What no view of the graph asks for, and is a quarter of it."""


def grown(release: OpenRelease, folder: Path, times: int) -> Store:
    """A graph of so many worlds like that of a release, each with bodies, changes, offices and
    claims of its own, with their own names and codes; thing 7 of a kind ends in `~7`.

    The country, its regions and who speaks of everything are the same for all of them, so what is
    a hub grows with the graph.
    """
    place = folder / f"{release.name}-{times}"
    if not place.exists():
        graph = release.paths.adjacency
        hubs = {graph.keys[place] for place in range(len(graph)) if graph.hub[place]}
        lines = sorted(_templates(release.folder / "graph.nq.gz", hubs))
        whole, work = (folder / f"{place.name}.{each}" for each in ("nt", "work"))
        with whole.open("w", encoding="utf-8") as sink:
            for number in range(times):
                sink.writelines(line.replace(_NUMBER, str(number)) + "\n" for line in lines)
        shutil.rmtree(work, ignore_errors=True)  # what was broken off
        store = ox.Store(str(work))
        store.bulk_load(path=str(whole), format=ox.RdfFormat.N_TRIPLES)
        store.optimize()  # as a release is sealed: else each look-up searches many files
        store.flush()
        del store
        work.rename(place)
        whole.unlink()
    return OxigraphStore.sealed(place)


def _templates(graph: Path, shared: Collection[str]) -> Iterator[str]:
    """The statements of a graph, each once, with a mark where the number of a world goes."""
    seen = set()
    with gzip.open(graph, "rt", encoding="utf-8") as lines:
        for line in lines:
            found = _LINE.fullmatch(line.rstrip("\n"))
            assert found is not None  # a release is written in this form
            subject, predicate, value = found.groups()
            if predicate in _NOT_ASKED:
                continue
            value = _THING.sub(lambda each: _own(each, shared), value)
            here = _THING.sub(lambda each: _own(each, shared), subject)
            is_own = predicate in _OWN or predicate == f"<{RDFS_LABEL}>"
            if is_own and value.startswith('"') and here != subject:
                value = _named(predicate, value)
            told = f"{here} {predicate} {value} ."
            if told not in seen:
                seen.add(told)
                yield told


def _named(predicate: str, value: str) -> str:
    """A name before which stands the number of its world, and a code behind which it stands."""
    if predicate.endswith("Code>"):
        return f'{value[:-1]}~{_NUMBER}"' if value.endswith('"') else value
    return f'"{_NUMBER} {value[1:]}'


def _own(found: re.Match[str], shared: Collection[str]) -> str:
    key = found[1]
    return found[0] if key in shared else f"<{ID}{key}~{_NUMBER}>"


def world_of(thing: Iri | str) -> str:
    """The number of the world of a thing; nothing for what all worlds share."""
    return thing.rpartition("~")[2] if "~" in thing else ""
