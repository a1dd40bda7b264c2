"""What every commit did: told in the graph (PROV), and kept on disk, so that it can go back."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kg.errors import BadParameter
from kg.model.names import PREFIXES, RDF_TYPE, RDFS_LABEL, mint, slug
from kg.model.terms import XSD, Iri, Literal, Statement
from kg.release.live import sync
from kg.release.writer.run import HISTORY
from kg.release.writer.work import Work, digest
from kg.store.changes import Changes

FINDINGS = 100
"""How many broken shapes of one commit are told in the graph."""
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
        now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        return cls(
            sequence, now, work.who, work.request_id, digest(work), tuple(changes.graphs()),
            len(changes.added), len(changes.removed), tuple(findings), foreign,
        )  # fmt: skip

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

    def commits(self) -> Iterator[Commit]:
        """The commits that are kept, oldest first."""
        known = {each.name for each in fields(Commit)}
        for each in sorted(self._folder.glob("*.nq.gz")):
            with gzip.open(each, "rt", encoding="utf-8") as written:
                head = json.loads(written.readline().removeprefix("# "))
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


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _prov(name: str) -> Iri:
    return Iri(PREFIXES["prov"] + name)
