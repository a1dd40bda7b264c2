"""The live store in work: one piece after the other, each of them a commit."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from pathlib import Path

from kg.derive.rules import rules
from kg.errors import InvalidWrite, PreconditionFailed
from kg.release.catalogue import base_of
from kg.release.live import EMPTY, Live
from kg.release.opened import ReleaseInfo
from kg.release.writer.follow import Followed
from kg.release.writer.history import Bodies, ChangeSets, Commit
from kg.release.writer.plain import Plain, Uncounted
from kg.release.writer.policy import Judge, Policy
from kg.release.writer.run import Runner
from kg.release.writer.standing import Standing
from kg.release.writer.work import (
    Create,
    Done,
    Drop,
    Follow,
    Patch,
    Put,
    Update,
    Withdraw,
    Work,
    has_tag,
)  # fmt: skip
from kg.store.changes import Changes
from kg.store.oxigraph import OxigraphStore
from kg.store.writable import WritableStore


class Desk:
    """What a writer works on: a copy of a release, and all that is known of it.

    `sequence` is the number of the last commit, and `info` what its release is to say of itself.
    """

    def __init__(
        self, live: Live, release: Path, policy: Policy, sequence: int, *, durable: bool
    ) -> None:
        self.sequence = sequence
        self.base = base_of(release.name)
        self.info = ReleaseInfo.read(release)
        self.release = release
        self._durable = durable
        self._is_foreign = self.base == EMPTY
        self._sets = ChangeSets(live.changes)
        self._sets.forget(sequence)
        self._place = live.folder / "large"
        self._clear()
        self.base_folder = base = live.base(self.base)
        self.standing = Standing(release, self.info, base, derives=not self._is_foreign)
        self.judgement = Judge(policy, base / "ontology")
        self.store = WritableStore.opened(live.working_copy(release))
        self.runner: Runner
        if self._is_foreign:
            self.runner = Plain(self.store, counts=not policy.is_off)
        else:
            shipped = OxigraphStore.sealed(base / "store").graph_names()
            guesses = [each.graph for each in rules(base / "ontology" / "rules") if not each.merged]
            self.runner = Runner(self.store, shipped, guesses)

    def published(self, release: Path) -> None:
        """That release shows everything so far."""
        self.release = release
        self.standing.published(release, self.sequence)
        self._clear()

    def take_over(self, changes: Changes, digest: str) -> None:
        """A commit that brings graphs of users along from another base; it has no change set."""
        self.runner.apply(changes)
        self.sequence += 1
        self.standing.note(self.sequence, changes)
        self.count(digest, changes)

    def do(self, work: Work, *, judged: bool = True) -> Done:
        """Do one piece; raises what it is refused for, and then nothing was changed.

        The release that shows it is named by whoever publishes that. What is not `judged` by the
        shapes here is to be judged by `judge` when more was done.
        """
        self._check_condition(work)
        if isinstance(work, Follow):
            return self._follow(work)
        changes = self._changes(work)
        if not changes:
            return self.nothing()
        findings = self._judged(changes) if judged else ()
        is_known = not isinstance(changes, Uncounted)
        commit = Commit.of(self.sequence + 1, work, changes, findings, foreign=self._is_foreign)
        self._sets.write(commit, changes, durable=self._durable, whole=is_known)
        self._told(commit, changes, self.standing.note)
        created = isinstance(work, (Put, Patch)) and work.graph in changes.made
        counts = (len(changes.added), len(changes.removed)) if is_known else (-1, -1)
        return Done(self.sequence, "", created, *counts, findings, self.standing.derived)

    def _follow(self, work: Follow) -> Done:
        """Take in what was derived; it is told as a commit, and cannot be taken back."""
        folder = Path(work.folder)
        followed = Followed.read(folder)
        if followed.base == self.base and followed.sequence >= self.standing.began:
            changes = self.runner.apply(self.store.possible(followed.changes))
            commit = Commit.of(self.sequence + 1, work, changes)
            self._told(commit, changes, self.standing.record)
            self.standing.follow(folder, followed.sequence, self.sequence)
        return self.nothing()

    def nothing(self) -> Done:
        """What is told of work that changed nothing."""
        return Done(self.sequence, self.release.name, derived=self.standing.derived)

    def is_large(self, sequence: int) -> bool:
        """Whether a commit changed more than is to be held."""
        return self._sets.is_large(sequence)

    def pieces(self, sequence: int) -> Iterator[Changes]:
        """What a large commit changed, some at a time."""
        return self._sets.pieces(sequence)

    def told_large(
        self, commit: Commit, made: Collection[str], bodies: Bodies | None = None
    ) -> None:
        """One more commit, which was done; it can be taken back where its lines are given."""
        if bodies:
            self._sets.write_large(commit, made, bodies, durable=self._durable)
        told = self.runner.apply(self.store.possible(Changes.of(commit.nquads(), "")))
        self.sequence += 1
        self.standing.touched |= dict.fromkeys((*commit.graphs, *told.graphs()), self.sequence)
        self.count(commit.digest)

    def measure(self) -> None:
        """Have it counted how much the store holds."""
        self.info = replace(self.info, triples=self.store.merged_size(), statements=len(self.store))

    def workplace(self) -> Path:
        """A new folder for large work, which lasts until that is published."""
        place = self._place / str(self.sequence)
        place.mkdir(parents=True)
        return place

    def _clear(self) -> None:
        """Make room for large work; what was left there by who was killed is nothing."""
        shutil.rmtree(self._place, ignore_errors=True)

    def _told(self, commit: Commit, changes: Changes, note: Callable[..., None]) -> None:
        """One more commit: count it, and tell of it in the graph unless that is not ours."""
        made = [changes]
        if not self._is_foreign:
            told = self.store.possible(Changes.of(commit.nquads(), ""))
            made.append(self.runner.apply(told))
        elif isinstance(changes, Uncounted):
            changes.made |= set(self.store.graph_names())
        self.sequence += 1
        note(self.sequence, *made)
        self.count(commit.digest, *made)

    def _check_condition(self, work: Work) -> None:
        """What `If-Match` and `If-None-Match` ask; here nobody else comes between."""
        if not (work.match or work.none_match):
            return
        graph = work.graph if isinstance(work, (Put, Patch, Drop, Create)) else None
        tag = self.standing.tag(graph or "", self.sequence)
        there = graph is None or self.store.has_graph(graph)
        what = f"The graph <{graph}>" if graph else "The data"
        if work.match and not (there and has_tag(work.match, tag, weak=False)):
            raise PreconditionFailed(what, tag if there else "")
        if there and has_tag(work.none_match, tag, weak=True):
            raise PreconditionFailed(what, tag)

    def judge(self, graphs: Collection[str]) -> None:
        """Raise `InvalidWrite` where what is said in these graphs may not stay as it is."""
        if graphs and not self.judgement.is_off and not self._is_foreign:
            refused = self.judgement.refused(self.store, graphs)
            if refused:
                raise InvalidWrite(refused)

    def _judged(self, changes: Changes) -> tuple[str, ...]:
        """The shapes that are broken now; raises `InvalidWrite` where that may not be."""
        if self.judgement.is_off:
            return ()
        verdict = self.judgement.verdict(
            self.store.united() if self._is_foreign else self.store, changes
        )
        if verdict.refused:
            self.runner.apply(changes.inverse())
            raise InvalidWrite(verdict.refused)
        return tuple(verdict.warned)

    def _changes(self, work: Update | Patch | Put | Drop | Create | Withdraw) -> Changes:
        if isinstance(work, Withdraw):
            back = self._sets.read(work.sequence, foreign=self._is_foreign).inverse()
            return self.runner.apply(self.store.possible(back))
        return self.runner.run(work)

    def count(self, digest: str, *made: Changes) -> None:
        """Bring up to date what is told of the release: its digest, and how much it holds."""
        merged = self.runner.taken()
        self.standing.widen(*(made if self._is_foreign else (merged,)))
        chain = hashlib.sha256(f"{self.info.digest}\n{digest}".encode()).hexdigest()
        if any(isinstance(each, Uncounted) for each in made):
            triples, statements = self.store.merged_size(), len(self.store)
        else:
            grown = merged.growth + sum(each.merged_growth for each in made)
            triples = self.info.triples + grown
            statements = self.info.statements + sum(each.growth for each in made)
        self.info = replace(
            self.info, digest=f"sha256:{chain}", triples=triples, statements=statements
        )
