"""What follows from the graph, layer by layer: rules of a layer run side by side.

All rules of a layer are told the graph as it was before the layer, however many run at once. So
what comes of them does not depend on the cores.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Final

from kg.derive import rules as derivation
from kg.derive.layers import layers
from kg.derive.rules import Rule
from kg.release.making import processes
from kg.release.making.memory import give_back
from kg.release.making.reading import Reading
from kg.store.bulk import BulkStore

FEW: Final = 300_000
"""Up to so many statements rules are done sooner than processes have started."""
MANY: Final = 100_000
"""Statements after which what the engine has freed is worth giving back, which takes a while."""
Written = Iterator[tuple[Rule, Path]]


def derive(
    ordered: Sequence[Rule], store: BulkStore, read: Reading, work: Path, few: int = FEW
) -> Iterator[tuple[Rule, int]]:
    """Add what all rules say; each rule with how many statements that is, as it is added.

    Raises `InvalidInput` for a rule that cannot be run, and `ProcessEnded`.
    """
    found = layers(ordered)
    if read.count <= few or processes.cores() < 2:
        for layer in found:
            yield from _taken(_in_turn(layer, store, work), read)
        return
    since = 0
    with processes.pool() as pool:
        for layer in found:
            for rule, count in _taken(_side_by_side(pool, layer, store, work), read):
                yield rule, count
                since += count
                if since > MANY:
                    give_back()
                    since = 0


def _taken(written: Iterable[tuple[Rule, Path]], read: Reading) -> Iterator[tuple[Rule, int]]:
    for rule, path in written:
        with path.open("rb") as file:
            lines = derivation.lines(rule, file, of_users=read.of_users)
            count = read.take(lines, merge=rule.merged)
        path.unlink()
        yield rule, count


def _in_turn(layer: Sequence[Rule], store: BulkStore, work: Path) -> Written:
    for rule in layer:
        derivation.write(rule, store, _path(rule, work))
    for rule in layer:
        yield rule, _path(rule, work)


def _side_by_side(
    pool: ProcessPoolExecutor, layer: Sequence[Rule], store: BulkStore, work: Path
) -> Written:
    """A rule is taken in while others are still told the graph, of which they have a snapshot."""
    snapshot = work / "snapshot"
    store.snapshot(snapshot)
    try:
        waiting = [
            (rule, pool.submit(_said, rule.construct, snapshot, _path(rule, work)))
            for rule in layer
        ]
        for rule, each in waiting:
            with derivation.naming(rule):
                each.result()
            yield rule, _path(rule, work)
    finally:
        shutil.rmtree(snapshot)


def _said(construct: str, snapshot: Path, path: Path) -> None:
    BulkStore.sealed(snapshot).construct(construct, path)
    give_back()


def _path(rule: Rule, work: Path) -> Path:
    return work / f"derived-{rule.name}.nt"
