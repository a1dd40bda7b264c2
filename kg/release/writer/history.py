"""What every commit did: told in the graph (PROV), and kept on disk, so that it can go back."""

from __future__ import annotations

import gzip
import hashlib
import json
import shutil
from collections.abc import Collection, Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

from kg.errors import BadParameter
from kg.model.names import PREFIXES, RDF_TYPE, RDFS_LABEL, mint, slug
from kg.model.terms import XSD, Iri, Literal, Statement
from kg.release.live import sync
from kg.release.writer.run import HISTORY
from kg.release.writer.work import Work, digest
from kg.store.changes import Changes

FINDINGS = 100
"""How many broken shapes of one commit are told in the graph."""
PIECE = 50_000
"""How many statements of a large commit are taken back at a time."""
_REMOVED, _ADDED = "# removed\n", "# added\n"


@dataclass(frozen=True)
class Commit:
    """One commit: its number, when it was made and by whom, of what, and what it touched.

    `findings` are shapes that it broke; `foreign` is set where there are no graphs of a release.
    """

    sequence: int
    when: str
    who: str
    request_id: str
    digest: str
    graphs: tuple[str, ...]
    added: int
    removed: int
    findings: tuple[str, ...] = ()
    foreign: bool = False

    @classmethod
    def of(
        cls,
        sequence: int,
        work: Work,
        changes: Changes,
        findings: Sequence[str] = (),
        *,
        foreign: bool = False,
    ) -> Commit:
        """The commit of this work, made now."""
        return cls(
            sequence, _now(), work.who, work.request_id, digest(work), tuple(changes.graphs()),
            len(changes.added), len(changes.removed), tuple(findings), foreign,
        )  # fmt: skip

    @classmethod
    def large(
        cls, sequence: int, who: str, graphs: Sequence[str], added: int, removed: int
    ) -> Commit:
        """A commit of more than was held. Its digest is that of what is told of it."""
        told = json.dumps([sequence, who, list(graphs), added, removed])
        digested = hashlib.sha256(told.encode()).hexdigest()
        return cls(sequence, _now(), who, "", digested, tuple(graphs), added, removed)

    def nquads(self) -> str:
        """What the history graph says of it."""
        return "".join(f"{each.nq()}\n" for each in self._statements())

    def _statements(self) -> list[Statement]:
        node = mint("commit", str(self.sequence))
        counted = f"{self.added} added, {self.removed} removed"
        told: list[tuple[Iri, Iri | Literal]] = [
            (RDF_TYPE, _prov("Activity")),
            (RDFS_LABEL, Literal(f"Commit {self.sequence}: {counted}")),
            (_prov("endedAtTime"), Literal(self.when, XSD + "dateTime")),
            (Iri(PREFIXES["dct"] + "identifier"), Literal(f"sha256:{self.digest}")),
            *((_prov("generated"), Iri(each)) for each in self.graphs),
        ]
        rows = [Statement(node, *each, HISTORY) for each in told]
        if self.findings:
            no = Literal("false", XSD + "boolean")
            rows.append(Statement(node, Iri(PREFIXES["sh"] + "conforms"), no, HISTORY))
        for each in self.findings[:FINDINGS]:
            message = Iri(PREFIXES["sh"] + "resultMessage")
            rows.append(Statement(node, message, Literal(each), HISTORY))
        if slug(self.who):
            agent = mint("writer", slug(self.who))
            rows += [
                Statement(node, _prov("wasAssociatedWith"), agent, HISTORY),
                Statement(agent, RDF_TYPE, _prov("Agent"), HISTORY),
                Statement(agent, RDFS_LABEL, Literal(self.who), HISTORY),
            ]
        return rows


class Bodies(NamedTuple):
    """The sorted lines of a large commit, in files that gzip has packed; no file for no lines."""

    removed: Path | None = None
    added: Path | None = None


class ChangeSets:
    """The change sets of a folder, one file for each commit."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def write(self, commit: Commit, changes: Changes, *, durable: bool, whole: bool = True) -> None:
        """Keep what a commit changed; unless it is known in `whole`, only that there was one."""
        added, removed = changes.nquads()
        head = asdict(commit) | {
            "made": sorted(changes.made), "dropped": sorted(changes.dropped), "whole": whole,
        }  # fmt: skip
        text = f"# {json.dumps(head)}\n{_REMOVED}{removed}{_ADDED}{added}"
        place = self._place(commit.sequence)
        place.write_bytes(gzip.compress(text.encode(), 4, mtime=0))
        if durable:
            sync(place, self._folder)

    def write_large(
        self, commit: Commit, made: Collection[str], bodies: Bodies, *, durable: bool
    ) -> None:
        """Keep what a commit changed, of more than is to be held."""
        head = asdict(commit) | {
            "made": sorted(made), "dropped": [], "whole": True, "large": True,
        }  # fmt: skip
        place = self._place(commit.sequence)
        with place.open("wb") as file:  # what gzip has packed may follow one on the other
            file.write(gzip.compress(f"# {json.dumps(head)}\n{_REMOVED}".encode(), mtime=0))
            _copied(bodies.removed, file)
            file.write(gzip.compress(_ADDED.encode(), mtime=0))
            _copied(bodies.added, file)
        if durable:
            sync(place, self._folder)

    def is_large(self, sequence: int) -> bool:
        """Whether that commit is kept, and is to be read in `pieces`."""
        place = self._place(sequence)
        return place.exists() and bool(_head(place).get("large"))

    def pieces(self, sequence: int) -> Iterator[Changes]:
        """What a large commit changed, some at a time; the last piece has the graphs."""
        place = self._place(sequence)
        with gzip.open(place, "rt", encoding="utf-8", newline="\n") as written:
            told, removes = json.loads(written.readline().removeprefix("# ")), True
            while lines := list(islice(written, PIECE)):
                place_of = lines.index(_ADDED) if removes and _ADDED in lines else None
                removes, removed, added = _parted(lines, place_of, removes=removes)
                yield Changes.of("".join(added), "".join(removed))
        last = Changes()
        last.made, last.dropped = set(told["made"]), set(told["dropped"])
        yield last

    def commits(self) -> Iterator[Commit]:
        """The commits that are kept, oldest first."""
        known = {each.name for each in fields(Commit)}
        for each in sorted(self._folder.glob("*.nq.gz")):
            head = _head(each)
            yield Commit(**{name: _tuple(value) for name, value in head.items() if name in known})

    def read(self, sequence: int, *, foreign: bool = False) -> Changes:
        """What that commit changed; raises `BadParameter` where it is not kept.

        Commits to foreign data are another matter than those to a release.
        """
        try:
            text = gzip.decompress(self._place(sequence).read_bytes()).decode()
        except FileNotFoundError:
            raise BadParameter("sequence", f"no change set of commit {sequence} is kept") from None
        head, _, rest = text.partition("\n" + _REMOVED)
        removed, _, added = rest.partition(_ADDED)
        changes, told = Changes.of(added, removed), json.loads(head.removeprefix("# "))
        if not told.get("whole", True):
            raise BadParameter("sequence", f"of commit {sequence} only the engine knew the changes")
        if told.get("foreign", False) != foreign:
            raise BadParameter("sequence", f"commit {sequence} was made to other data")
        changes.made, changes.dropped = set(told["made"]), set(told["dropped"])
        return changes

    def forget(self, after: int) -> None:
        """Remove those of commits that never were: their writer was killed before the rename."""
        for each in self._folder.glob("*.nq.gz"):
            if int(each.name.partition(".")[0]) > after:
                each.unlink()

    def _place(self, sequence: int) -> Path:
        return self._folder / f"{sequence:08}.nq.gz"


def _head(place: Path) -> dict[str, Any]:
    with gzip.open(place, "rt", encoding="utf-8") as written:
        found: dict[str, Any] = json.loads(written.readline().removeprefix("# "))
    return found


def _parted(
    lines: list[str], place: int | None, *, removes: bool
) -> tuple[bool, list[str], list[str]]:
    """Whether what follows was removed, and what of these lines was removed, and was added."""
    if place is not None:
        return False, [each for each in lines[:place] if each != _REMOVED], lines[place + 1 :]
    if removes:
        return True, [each for each in lines if each != _REMOVED], []
    return False, [], lines


def _copied(body: Path | None, file: BinaryIO) -> None:
    if body:
        with body.open("rb") as packed:
            shutil.copyfileobj(packed, file)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _prov(name: str) -> Iri:
    return Iri(PREFIXES["prov"] + name)
