"""One piece of work on the store: worked out, checked against what may be written, done.

The graphs of a release may not be written. What an update calls the default graph is one graph of
the user's own, since the default graph that queries see is the merge of all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from itertools import pairwise

from kg.errors import BadQuery, Forbidden, UnknownGraph
from kg.model.names import graph
from kg.model.terms import Iri
from kg.release.writer.text import CHANGEABLE, Block, Operation, operations, refuse_two_datasets
from kg.release.writer.work import Create, Drop, Put, Update
from kg.store.base import Dataset
from kg.store.changes import Changes
from kg.store.oxigraph import OxigraphStore
from kg.store.writable import Seen, WritableStore

HOME = graph("user/default")
"""What an update that names no graph writes."""
HISTORY = graph("user/history")
"""Where commits are told; only the writer writes it."""


class Runner:
    """Does work on a store over what is `shipped`, whose graphs are left as they are.

    `merged` is what the default graph has gained and lost by it since it was last `taken`.
    """

    def __init__(self, store: WritableStore, shipped: OxigraphStore) -> None:
        self.shipped = frozenset[str](shipped.graph_names())
        self._store = store
        self._base = shipped
        self._frozen = self.shipped | {HISTORY}
        self._merged = Changes()

    def run(self, work: Update | Put | Drop | Create) -> Changes:
        """Do it, and tell what it changed. Where this raises, nothing has been changed."""
        if isinstance(work, Update):
            return self._update(work)
        if isinstance(work, Put):
            return self.apply(self._put(work))
        if isinstance(work, Drop):
            if work.graph and not self._store.has_graph(work.graph):
                raise UnknownGraph(work.graph)
            return self.apply(self._emptied(work.graph or HOME, drop=True))
        return self.apply(self._created(work.graph, silent=False))

    def apply(self, changes: Changes) -> Changes:
        """Make a change, and have the default graph follow."""
        self._store.apply(changes)
        follows = self._store.merge(changes, self._base, self.shipped)
        self._store.apply(follows)
        self._merged.follow(follows)
        return changes

    def taken(self) -> Changes:
        """What the default graph has gained and lost since this was last asked."""
        merged, self._merged = self._merged, Changes()
        return merged

    def _update(self, work: Update) -> Changes:
        self._store.check(work.text, work.base or None)
        text = f"BASE {Iri(work.base).nt()}\n{work.text}" if work.base else work.text
        whole = Changes()
        try:
            for each in operations(text):
                whole.follow(self.apply(self._operation(each, work.using)))
        except BaseException:
            self.apply(whole.inverse())
            raise
        return whole

    def _operation(self, operation: Operation, using: Dataset | None) -> Changes:
        if operation.kind == "MODIFY":
            return self._modify(operation, using)
        if operation.kind == "LOAD":
            raise Forbidden("LOAD is not followed here.", hint="Send the document itself.")
        if operation.kind in ("CLEAR", "DROP"):
            return self._cleared(operation)
        targets = [self._graph(operation, each) for each in operation.targets]
        if operation.kind == "CREATE":
            return self._created(targets[0], silent=operation.silent)
        return self._copied(operation, *targets)

    def _put(self, work: Put) -> Changes:
        target = self._writable(work.graph or HOME)
        triples = self._store.parsed(work.data, work.media, work.base or target)
        old = self._store.triples_of(target) if work.replace else []
        changes = self._store.change(
            ((target, each) for each in triples), ((target, each) for each in old)
        )
        if not self._store.has_graph(target):
            changes.made.add(target)
        return changes

    def _modify(self, operation: Operation, using: Dataset | None) -> Changes:
        if using:
            refuse_two_datasets(operation)
        both = (*operation.deletes, *operation.inserts)
        _refuse_what_cannot_be_split(operation, both)
        resolved = partial(self._store.resolved, operation.prologue)
        scope = self._graph(operation, operation.scope) if operation.scope else None
        seen = _seen(operation, using, resolved, scope)
        made = [
            (self._target(operation, each, scope), self._store.made(
                operation.prologue, each.triples, operation.where, seen
            ))
            for each in both
        ]  # fmt: skip
        quads = [[(target, each) for each in triples] for target, triples in made]
        removed = [each for block in quads[: len(operation.deletes)] for each in block]
        added = [each for block in quads[len(operation.deletes) :] for each in block]
        return self._store.change(added, removed)

    def _target(self, operation: Operation, block: Block, scope: Iri | None) -> Iri:
        if block.graph.startswith(("?", "$")):
            raise BadQuery(
                f"The graph that is written may not be a variable, as {block.graph} is.",
                hint="Write one operation for each graph, and name it.",
            )
        if not block.graph:
            return self._writable(scope or HOME)
        return self._writable(self._graph(operation, block.graph))

    def _cleared(self, operation: Operation) -> Changes:
        target, drop = operation.targets[0], operation.kind == "DROP"
        if target in ("NAMED", "ALL"):
            whole = Changes()
            for name in self._store.graph_names():
                if name not in self._frozen:
                    whole.follow(self._emptied(name, drop=drop))
            return whole
        name = self._graph(operation, target)
        if target != "DEFAULT" and not self._store.has_graph(name):
            if operation.silent:
                return Changes()
            raise UnknownGraph(name)
        return self._emptied(name, drop=drop)

    def _emptied(self, name: Iri, *, drop: bool) -> Changes:
        self._writable(name)
        changes = self._store.change([], ((name, each) for each in self._store.triples_of(name)))
        if drop and self._store.has_graph(name):
            changes.dropped = {name}
        return changes

    def _created(self, name: Iri, *, silent: bool) -> Changes:
        changes = Changes()
        if not self._store.has_graph(self._writable(name)):
            changes.made = {name}
        elif not silent:
            raise BadQuery(f"There is a graph <{name}> already.")
        return changes

    def _copied(self, operation: Operation, source: Iri, target: Iri) -> Changes:
        self._writable(target)
        if operation.kind == "MOVE":
            self._writable(source)
        if not self._store.has_graph(source) and source != HOME:
            if operation.silent:
                return Changes()
            raise UnknownGraph(source)
        if source == target:
            return Changes()
        triples = self._store.triples_of(source)
        old = [] if operation.kind == "ADD" else self._store.triples_of(target)
        changes = self._store.change(
            ((target, each) for each in triples), ((target, each) for each in old)
        )
        if operation.kind == "MOVE":
            changes.follow(self._emptied(source, drop=True))
        return changes

    def _graph(self, operation: Operation, name: str) -> Iri:
        if name == "DEFAULT":
            return HOME
        (found,) = self._store.resolved(operation.prologue, [name])
        return found

    def _writable(self, name: Iri) -> Iri:
        if name in self._frozen:
            raise Forbidden(
                f"The graph <{name}> belongs to the release and may not be written.", at=name
            )
        return name


def _seen(
    operation: Operation,
    using: Dataset | None,
    resolved: Callable[[tuple[str, ...]], list[Iri]],
    scope: Iri | None,
) -> Seen:
    """What the pattern sees (SPARQL 1.1 Update, 3.1.3; Protocol, 2.2.3)."""
    if using:
        return Seen(using.default, using.named)
    if operation.using or operation.named:
        return Seen(tuple(resolved(operation.using)), tuple(resolved(operation.named)))
    return Seen((scope,) if scope else None)


def _refuse_what_cannot_be_split(operation: Operation, blocks: Iterable[Block]) -> None:
    """The graphs of a template are filled one after the other, each by asking its pattern."""
    several = list(pairwise(blocks))
    if not several:
        return
    if CHANGEABLE.search(operation.where):
        raise BadQuery(
            "A pattern with a random value cannot fill several graphs at once.",
            hint="Write one operation for each graph.",
        )
    if sum("_:" in each.triples for each in operation.inserts) > 1:
        raise BadQuery("Several graphs may not share a blank node.", hint="Give the node an IRI.")
