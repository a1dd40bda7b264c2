"""An answer made so that it can be certified: by SPARQL 1.1 alone, each answer's digest kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, TypeVar

from kg.analysis.fanout import Fanout
from kg.errors import KgError
from kg.model.terms import Literal, Term
from kg.store.base import Rows, Store
from kg.store.cells import term
from server.graphql.execution.run import Runner
from server.graphql.execution.strategy import FEW
from server.graphql.explanation.certificate import VERSION, data_digest, literal, rows_digest
from server.graphql.planning.conditions import Way
from server.graphql.planning.plan import Level
from server.graphql.planning.prepare import Operation
from server.graphql.release import Release
from server.limits.sparql import check

CHUNKS: Final = (64, 16, 4, 1)
"""How many parents one query names: the most with which the SPARQL endpoint would take them all."""

EVERYTHING: Final = 10**9
T = TypeVar("T")


class NotCertified(KgError):
    """An answer whose queries are too large to be sent to the SPARQL endpoint."""

    code = "not-certified"
    hint = "Give smaller values of `first`, or fewer conditions."


class Portable:
    """A release asked by SPARQL 1.1 alone; `digests` are those of the answers, in order."""

    def __init__(self, release: Release, chunk: int) -> None:
        self._release = release
        self.digests: list[str] = []
        self.store: Store = _Portable(release, chunk, self.digests)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._release, name)


class _Portable:
    lateral = False
    keeps_order = False  # other engines need not

    def __init__(self, release: Release, chunk: int, digests: list[str]) -> None:
        self.chunk = chunk
        self._store = release.store
        self._fanout: Fanout | None = getattr(release, "fanout", None)
        self._digests = digests

    def has_few(self, level: Level) -> bool:
        """Whether few things are listed by a level: then one query for all is the fastest."""
        if self._fanout is None or level.step is None or isinstance(level.step, Way):
            return False
        step = level.step
        return self._fanout.most(step.predicate, EVERYTHING, inverse=step.inverse) <= FEW

    def cells(self, query: str) -> list[list[str]]:
        """See `Store.cells`."""
        check(query)
        found = self._store.cells(query)
        self._digests.append(rows_digest(map(_written, map(term, row)) for row in found))
        return found

    def select(self, query: str) -> Rows:
        """See `Store.select`."""
        check(query)
        found = self._store.select(query)
        self._digests.append(rows_digest(map(_written, row) for row in found.rows))
        return found

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)


def certifiable(release: Release, run: Callable[[Portable], T]) -> tuple[Portable, T]:
    """What `run` makes of the release, asked in chunks that the SPARQL endpoint would take.

    Raises `NotCertified` where there are none.
    """
    for chunk in CHUNKS:
        portable = Portable(release, chunk)
        try:
            return portable, run(portable)
        except KgError as error:
            refused = error
    raise NotCertified(f"The answer cannot be certified: {refused}") from refused


def certificate(
    portable: Portable, asked: Operation, runner: Runner, data: Any, errors: Iterable[Any]
) -> Mapping[str, Any]:
    """The certificate of an answer, as JSON has it."""
    queries = [
        {"at": each.at, "sparql": each.sparql, "rows": each.rows, "digest": digest}
        for each, digest in zip(runner.asked, portable.digests, strict=True)
    ]
    failed = list(errors)
    return {
        "version": VERSION,
        "release": portable.name,
        "releaseDigest": getattr(portable.info, "digest", ""),
        "document": data_digest(asked.document),
        "variables": data_digest({**asked.variables}),
        "operationName": asked.name,
        "data": data_digest(data),
        **({"errors": data_digest(failed)} if failed else {}),
        "endpoint": f"/sparql?release={portable.name}",
        "queries": queries,
    }


def _written(found: Term | None) -> str:
    if found is None:
        return ""
    if isinstance(found, Literal):
        return literal(*found)
    return found.nt()
