"""What differs between two releases: each tells a digest of what it says of each thing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b
from typing import Any, Final, NamedTuple

import orjson

from kg.model.terms import Iri
from kg.questions.bind import bind
from kg.questions.library import Library
from kg.release.opened import OpenRelease
from kg.store.formats import ROWS, by_name
from server.graphql.identity import short
from server.readers.protocol import Reply, Request

_DIGEST: Final = 12
_TRIPLES: Final = by_name("ntriples")


class Difference(NamedTuple):
    """A thing of which two releases do not say the same."""

    iri: str
    before: int
    now: int

    @property
    def change(self) -> str:
        """What became of it: added, removed or altered."""
        if not self.before:
            return "added"
        return "altered" if self.now else "removed"

    def told(self) -> dict[str, Any]:
        """The difference as the schema's `ChangedThing`."""
        return {
            "id": short(self.iri),
            "iri": self.iri,
            "change": self.change,
            "statements": self.now,
            "statementsBefore": self.before,
        }


class _Lines:
    """Takes N-Triples in and adds each line to what is said of its subject."""

    def __init__(self) -> None:
        self.counts: dict[bytes, int] = {}
        self.sums: dict[bytes, int] = {}
        self._rest = b""

    def write(self, data: bytes) -> int:
        """Take in bytes, which may end within a line."""
        *lines, self._rest = (self._rest + data).split(b"\n")
        for line in lines:
            subject, _, _ = line.partition(b" ")
            # A sum does not depend on the order in which an engine has the statements.
            digest = int.from_bytes(blake2b(line, digest_size=_DIGEST).digest(), "big")
            self.counts[subject] = self.counts.get(subject, 0) + 1
            self.sums[subject] = self.sums.get(subject, 0) + digest
        return len(data)

    def flush(self) -> None:
        """Nothing: what is complete was taken in."""

    def said(self) -> dict[str, tuple[int, str]]:
        """Of each thing that has an IRI, how many statements there are and a digest of them."""
        return {
            subject[1:-1].decode(): (count, f"{self.sums[subject]:x}")
            for subject, count in self.counts.items()
            if subject.startswith(b"<")
        }


def statements(release: OpenRelease, request: Request, reply: Reply) -> None:
    """Tell what a release says: of the things whose IRIs are in the body, or of all if it is null.

    The answer is a JSON object of `[count, digest]` by IRI; a thing of which nothing is said is
    left out.
    """
    wanted: list[str] | None = orjson.loads(request.body)
    lines = _Lines()
    library = Library()  # not that of the release, whose folder may be gone since it was opened
    if wanted is None:
        queries = [library.inside("statements")]
    else:
        query = library.inside("statements-of")
        queries = [bind(query, {"thing": Iri(each)}) for each in wanted]
    for each in queries:
        release.store.write(each, lines, ROWS[0], _TRIPLES)
    reply.write(orjson.dumps(lines.said()))


def differences(
    before: Mapping[str, Sequence[Any]], now: Mapping[str, Sequence[Any]]
) -> list[Difference]:
    """The things of which not the same is said, in the order of their IRIs.

    >>> differences({"urn:a": (1, "x"), "urn:b": (2, "y")}, {"urn:a": (1, "x"), "urn:b": (2, "z")})
    [Difference(iri='urn:b', before=2, now=2)]
    """
    both = before.keys() | now.keys()
    changed = sorted(each for each in both if before.get(each) != now.get(each))
    return [Difference(each, _count(before, each), _count(now, each)) for each in changed]


def summary(found: Iterable[Difference], now: str, before: str | None) -> dict[str, Any]:
    """What differs as the schema's `ChangedThings`."""
    things = [each.told() for each in found]
    kinds = [each["change"] for each in things]
    counts = {kind: kinds.count(kind) for kind in ("added", "altered", "removed")}
    head = {"release": now, "previous": before, "totalCount": len(things)}
    return {**head, **counts, "things": things}


def _count(said: Mapping[str, Sequence[Any]], iri: str) -> int:
    return int(said[iri][0]) if iri in said else 0
