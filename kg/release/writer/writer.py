"""The one who writes: work in order, all of it in one release, which is current before it is told.

execute → merge → history → snapshot → rename → pointer → tell
"""

from __future__ import annotations

import errno
import hashlib
import logging
import shutil
from collections.abc import Callable, Sequence
from contextlib import ExitStack, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from kg.errors import Forbidden, KgError, NoSpace
from kg.release import sums
from kg.release.catalogue import Catalogue, base_of, sequence_of
from kg.release.live import EMPTY, Live
from kg.release.opened import ReleaseInfo
from kg.release.writer.history import ChangeSets, Commit
from kg.release.writer.plain import Plain
from kg.release.writer.run import Runner
from kg.release.writer.work import Done, Put, Withdraw, Work
from kg.store.changes import Changes
from kg.store.oxigraph import OxigraphStore
from kg.store.writable import WritableStore

LOG = logging.getLogger("coterminous.writer")
Outcome = Done | KgError
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def take_over(folder: Path) -> Path:
    """The current release, with the graphs of users brought along from an older base.

    Where a service has the folder open for writing, that does it.
    """
    catalogue = Catalogue(folder)
    current = catalogue.current()
    newest = Live(catalogue).newest(base_of(current.name))
    if newest and newest.name != current.name:
        with suppress(Forbidden):
            Writer(folder).close()
    return catalogue.current()


class Writer:
    """Has the live store of a folder open; there can be one at a time.

    It begins from the newest release that was made of the current one's base. If the base is
    new, the graphs of users are taken over from the newest release on the old one, which makes a
    release of its own. With `durable`, what `commit` has returned outlives a loss of power.
    """

    base: str
    sequence: int
    _release: Path
    _info: ReleaseInfo
    _store: WritableStore
    _runner: Runner
    _shipped: OxigraphStore
    _sets: ChangeSets

    def __init__(self, folder: Path, *, durable: bool = True, keep: int = 5) -> None:
        self._live = Live(Catalogue(folder))
        self._durable, self._keep = durable, keep
        self._unsettled = self._broken = False
        self._held = ExitStack()
        if not self._held.enter_context(self._live.locked()):
            raise Forbidden(
                "Another process writes to this folder.", hint="End it, or send your request to it."
            )
        try:
            self._begin()
        except BaseException:
            self.close()
            raise

    @property
    def release(self) -> Path:
        """The folder of the release that shows every commit so far."""
        return self._release

    def commit(
        self,
        works: Sequence[Work],
        begins: Callable[[int], None] = lambda _: None,
        planned: Callable[[list[Outcome]], None] = lambda _: None,
    ) -> list[Outcome]:
        """Do the work in order and publish a release that shows all of it.

        An outcome is a `Done`, or the error for which that piece was left undone. `begins` is told
        the place of each piece, `planned` the outcomes just before they come to be.
        """
        try:
            if self._broken:
                self._reopen()
            return self._commit(works, begins, planned)
        except OSError as error:
            self._broken = True
            if error.errno in _FULL or "No space left" in str(error):
                return [NoSpace() for _ in works]
            raise
        except BaseException:
            self._broken = True
            raise

    def settle(self) -> None:
        """Have everything that was committed on disk, where a commit does not see to that."""
        if not self._durable and self._unsettled:
            self._live.settle(self._release)
            self._unsettled = False

    def close(self) -> None:
        """Let go of the folder."""
        for each in ("_store", "_runner", "_shipped"):
            vars(self).pop(each, None)
        self._held.close()

    def _commit(
        self,
        works: Sequence[Work],
        begins: Callable[[int], None],
        planned: Callable[[list[Outcome]], None],
    ) -> list[Outcome]:
        outcomes: list[Outcome] = []
        before = self.sequence
        for place, work in enumerate(works):
            begins(place)
            try:
                outcomes.append(self._do(work))
            except KgError as error:
                outcomes.append(error)
        if self.sequence > before:
            name = f"{self.base}+{self.sequence}"
            outcomes = [
                replace(each, release=name)
                if isinstance(each, Done) and each.sequence > before
                else each
                for each in outcomes
            ]
            planned(outcomes)
            self._publish(name)
        return outcomes

    def _do(self, work: Work) -> Done:
        if self.base == EMPTY:
            return self._do_plainly(work)
        changes = self._changes(work)
        if not changes:
            return Done(self.sequence, self._release.name)
        commit = Commit.of(self.sequence + 1, work, changes)
        self._sets.write(commit, changes, durable=self._durable)
        told = self._runner.apply(self._store.possible(Changes.of(commit.nquads(), "")))
        self.sequence += 1
        self._count(commit.digest, told, changes)
        created = isinstance(work, Put) and work.graph in changes.made
        return Done(self.sequence, "", created, len(changes.added), len(changes.removed))

    def _do_plainly(self, work: Work) -> Done:
        """With no graphs of ours there is nothing to merge, and no history in the data."""
        created = Plain(self._store).run(work)
        self.sequence += 1
        digest = Commit.of(self.sequence, work, Changes()).digest
        self._count(digest)
        return Done(self.sequence, "", created)

    def _changes(self, work: Work) -> Changes:
        if isinstance(work, Withdraw):
            back = self._sets.read(work.sequence).inverse()
            return self._runner.apply(self._store.possible(back))
        return self._runner.run(work)

    def _count(self, digest: str, *named: Changes) -> None:
        merged = self._runner.taken()
        chain = hashlib.sha256(f"{self._info.digest}\n{digest}".encode()).hexdigest()
        self._info = replace(
            self._info,
            digest=f"sha256:{chain}",
            triples=self._info.triples + merged.growth,
            statements=self._info.statements + sum(each.growth for each in named),
        )

    def _publish(self, name: str) -> None:
        work = self._live.workplace()
        try:
            self._store.backup(work / "store")
            self._info = replace(
                self._info,
                name=name,
                built=datetime.now(UTC).date().isoformat(),
                base=self.base,
                sequence=self.sequence,
                graphs=len(self._store.graph_names()),
            )
            self._release = self._live.publish(
                work, self._release, self._info, durable=self._durable
            )
            self._unsettled = True
        finally:
            shutil.rmtree(work, ignore_errors=True)
        self._live.retire(self._keep)

    def _begin(self) -> None:
        self.base = base_of(self._live.catalogue.current().name)
        self._shipped = OxigraphStore.sealed(self._live.base(self.base) / "store")
        self._sets = ChangeSets(self._live.changes)
        self._release = self._live.current(self.base)
        self.sequence = self._live.sequence()
        self._info = ReleaseInfo.read(self._release)
        sums.check(self._release)
        self._store, self._runner = self._opened()
        self._take_over()

    def _opened(self) -> tuple[WritableStore, Runner]:
        """What was published, and nothing beside it, to be worked on."""
        if sequence_of(self._release.name):
            self._live.catalogue.point(self._release.name)
        self._sets.forget(self.sequence)
        store = WritableStore.opened(self._live.working_copy(self._release))
        return store, Runner(store, self._shipped)

    def _reopen(self) -> None:
        """Back to what was published: whatever was begun is gone."""
        for each in ("_store", "_runner"):
            vars(self).pop(each, None)  # the engine closes what nobody holds
        self._release = self._live.current(self.base)
        self.sequence = self._live.sequence()
        self._info = ReleaseInfo.read(self._release)
        self._store, self._runner = self._opened()
        self._broken = False

    def _take_over(self) -> None:
        """Bring the graphs of users along from the newest release on an older base."""
        newest = self._live.newest(self.base)
        if newest is None or base_of(newest.name) == self.base:
            return
        old = WritableStore.sealed(newest / "store")
        theirs = set(old.graph_names())
        if self._live.catalogue.holds(base_of(newest.name)):
            shipped = OxigraphStore.sealed(self._live.base(newest.name) / "store")
            theirs -= set(shipped.graph_names())
        changes = self._runner.apply(old.quads_of(theirs - self._runner.shipped))
        self.sequence += 1
        self._count(newest.name, changes)
        self._publish(f"{self.base}+{self.sequence}")
        LOG.info("The graphs of users were taken over from release %s", newest.name)
