"""One piece of work on the store: worked out, checked against what may be written, done.

The graphs of a release may not be written. What an update calls the default graph is one graph of
the user's own, since the default graph that queries see is the merge of all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import partial
from itertools import pairwise
from typing import Any

from kg.errors import BadQuery, Forbidden, UnknownGraph
from kg.model.names import graph
from kg.model.terms import Iri
from kg.release.writer.parts import check
from kg.release.writer.text import (
    CHANGEABLE,
    Block,
    Operation,
    operations,
    refuse_services,
    refuse_two_datasets,
)
from kg.release.writer.work import Create, Drop, Loaded, Patch, Put, Update
from kg.store.base import Dataset
from kg.store.changes import Changes
from kg.store.writable import Seen, WritableStore

HOME = graph("user/default")
"""What an update that names no graph writes."""
HISTORY = graph("user/history")
"""Where commits are told; only the writer writes it."""


class Runner:
    """Does work on a store that has graphs which are `shipped`, and left as they are.

    Those `apart` are not merged into the default graph.
    """

    home: Iri | None = HOME
    """The graph that is written where none is named; nothing for the default graph."""

    def __init__(
        self, store: WritableStore, shipped: Collection[str], apart: Collection[str] = ()
    ) -> None:
        self.shipped = frozenset[str](shipped)
        self._store = store
        self._apart = frozenset(apart)
        self._frozen = self.shipped | {HISTORY}
        self._merged = Changes()
        self._loaded: dict[str, Loaded] = {}

    def run(self, work: Update | Patch | Put | Drop | Create) -> Changes:
        """Do it, and tell what it changed. Where this raises, nothing has been changed."""
        if isinstance(work, Update):
            self._loaded = {each.source: each for each in work.loaded}
            return self._update(work.text, work.base, work.using)
        if isinstance(work, Patch):
            return self._patch(work)
        if isinstance(work, Put):
            return self.apply(self._put(work))
        if isinstance(work, Drop):
            if work.graph and not self._store.has_graph(work.graph):
                raise UnknownGraph(work.graph)
            return self.apply(self._emptied(work.graph or self.home, drop=True))
        return self.apply(self._created(work.graph, silent=False))

    def apply(self, changes: Changes) -> Changes:
        """Make a change, and have the default graph follow."""
        self._store.apply(changes)
        follows = self._store.merge(changes, self._apart)
        self._store.apply(follows)
        self._merged.follow(follows)
        return changes

    def taken(self) -> Changes:
        """What the default graph has gained and lost since this was last asked."""
        merged, self._merged = self._merged, Changes()
        return merged

    def _update(self, text: str, base: str, using: Dataset | None) -> Changes:
        check(text, base)
        refuse_services(text)
        text = f"BASE {Iri(base).nt()}\n{text}" if base else text
        whole = Changes()
        try:
            for each in operations(text):
                whole.follow(self.apply(self._operation(each, using)))
        except BaseException:
            self.apply(whole.inverse())
            raise
        return whole

    def _patch(self, work: Patch) -> Changes:
        check(work.text, work.base)
        home, target = self.home, work.graph or self.home
        for each in operations(work.text):
            named = [block.graph for block in (*each.deletes, *each.inserts) if block.graph]
            if each.kind != "MODIFY" or each.scope or each.using or each.named or named:
                raise BadQuery(
                    "An update that is sent by PATCH is of one graph, and names none.",
                    hint="Leave out GRAPH, WITH and USING, or send it to /update.",
                )
        self.home = target
        try:
            # The default graph of foreign data is none that USING could name.
            using = Dataset((target,)) if target else None
            return self._update(work.text, work.base, using)
        finally:
            self.home = home

    def _operation(self, operation: Operation, using: Dataset | None) -> Changes:
        if operation.kind == "MODIFY":
            return self._modify(operation, using)
        if operation.kind == "LOAD":
            return self._load(operation)
        if operation.kind in ("CLEAR", "DROP"):
            return self._cleared(operation)
        targets = [self._graph(operation, each) for each in operation.targets]
        if operation.kind == "CREATE":
            return self._created(targets[0], silent=operation.silent)
        return self._copied(operation, *targets)

    def _load(self, operation: Operation) -> Changes:
        source, *into = operation.targets
        (address,) = self._store.resolved(operation.prologue, [source])
        target = self._graph(operation, into[0]) if into else self.home
        self._writable(target)
        found = self._loaded.get(address)
        if found is None or found.problem:
            if operation.silent:
                return Changes()
            if found:
                raise BadQuery(f"<{address}> was not loaded: {found.problem}")
            raise Forbidden("LOAD is not followed here.", hint="Send the document itself.")
        triples = self._store.parsed(found.triples.encode(), "application/n-triples", None)
        return self._store.change([(target, each) for each in triples], [])

    def _put(self, work: Put) -> Changes:
        target = self._writable(work.graph or self.home)
        triples = self._store.parsed(work.data, work.media, work.base or target)
        old = self._store.triples_of(target) if work.replace else []
        changes = self._store.change(
            ((target, each) for each in triples), ((target, each) for each in old)
        )
        if target and not self._store.has_graph(target):
            changes.made.add(target)
        return changes

    def _modify(self, operation: Operation, using: Dataset | None) -> Changes:
        if using:
            refuse_two_datasets(operation)
        both = (*operation.deletes, *operation.inserts)
        refuse_what_cannot_be_split(operation, both)
        resolved = partial(self._store.resolved, operation.prologue)
        scope = self._graph(operation, operation.scope) if operation.scope else None
        seen = _seen(operation, using, resolved, scope)
        made = [list(self._made(operation, each, scope, seen)) for each in both]
        removed = [each for block in made[: len(operation.deletes)] for each in block]
        added = [each for block in made[len(operation.deletes) :] for each in block]
        return self._store.change(added, removed)

    def _made(
        self, operation: Operation, block: Block, scope: Iri | None, seen: Seen
    ) -> Iterable[tuple[Iri | None, Any]]:
        """The triples of a block, each with the graph that it is for."""
        target = self._target(operation, block, scope)
        made = self._store.made(operation.prologue, block.triples, operation.where, seen)
        return ((target, each) for each in made)

    def _target(self, operation: Operation, block: Block, scope: Iri | None) -> Iri | None:
        if block.graph.startswith(("?", "$")):
            raise BadQuery(
                f"The graph that is written may not be a variable, as {block.graph} is.",
                hint="Write one operation for each graph, and name it.",
            )
        if not block.graph:
            return self._writable(scope or self.home)
        return self._writable(self._graph(operation, block.graph))

    def _cleared(self, operation: Operation) -> Changes:
        target, drop = operation.targets[0], operation.kind == "DROP"
        if target in ("NAMED", "ALL"):
            whole = Changes()
            for each in self._store.graph_names():
                if each not in self._frozen:
                    whole.follow(self._emptied(each, drop=drop))
            return whole
        name = self._graph(operation, target)
        if target != "DEFAULT" and name and not self._store.has_graph(name):
            if operation.silent:
                return Changes()
            raise UnknownGraph(name)
        return self._emptied(name, drop=drop)

    def _emptied(self, name: Iri | None, *, drop: bool) -> Changes:
        self._writable(name)
        changes = self._store.change([], ((name, each) for each in self._store.triples_of(name)))
        if drop and name and self._store.has_graph(name):
            changes.dropped = {name}
        return changes

    def _created(self, name: Iri | None, *, silent: bool) -> Changes:
        changes = Changes()
        self._writable(name)
        if name and not self._store.has_graph(name):
            changes.made = {name}
        elif not silent:
            raise BadQuery(f"There is a graph <{name}> already.")
        return changes

    def _copied(self, operation: Operation, source: Iri | None, target: Iri | None) -> Changes:
        self._writable(target)
        if operation.kind == "MOVE":
            self._writable(source)
        if source and source != self.home and not self._store.has_graph(source):
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

    def _graph(self, operation: Operation, name: str) -> Iri | None:
        if name == "DEFAULT":
            return self.home
        (found,) = self._store.resolved(operation.prologue, [name])
        return found

    def _writable(self, name: Iri | None) -> Iri | None:
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


def refuse_what_cannot_be_split(operation: Operation, blocks: Iterable[Block]) -> None:
    """Raise `BadQuery` for an operation that must be done at once.

    The graphs of a template are filled one after the other, each by asking its pattern."""
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
