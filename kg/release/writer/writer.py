"""The one who writes: work in order, all of it in one release, which is current before it is told.

execute → merge → history → snapshot → rename → pointer → tell
"""

from __future__ import annotations

import errno
import logging
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain, pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import Forbidden, KgError, NoSpace
from kg.release import sums
from kg.release.catalogue import Catalogue, base_of, sequence_of
from kg.release.live import Live
from kg.release.writer.desk import Desk
from kg.release.writer.policy import Policy
from kg.release.writer.work import Done, Put, Withdraw, Work
from kg.store.freed import clear, freed
from kg.store.oxigraph import OxigraphStore
from kg.store.writable import WritableStore

if TYPE_CHECKING:
    from kg.release.writer.large.loading import Document, Told

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
    release of its own. With `durable`, what `commit` has returned outlives a loss of power;
    `shacl` is what becomes of writes that break the shapes, as `Policy.read` reads it. An error
    that it raises or tells holds nothing of the store, which is free once the writer is closed.
    """

    _release: Path
    _desk: Desk

    def __init__(
        self, folder: Path, *, durable: bool = True, keep: int = 5, shacl: str = "off"
    ) -> None:
        self._live = Live(Catalogue(folder))
        self._policy = Policy.read(shacl)
        self._durable, self._keep = durable, keep
        self._unsettled = self._broken = False
        self._held = ExitStack()
        if not self._held.enter_context(self._live.locked()):
            raise Forbidden(
                "Another process writes to this folder.", hint="End it, or send your request to it."
            )
        self._base = base_of(self._live.catalogue.current().name)
        try:
            self._begin()
        except BaseException:
            self.close()
            raise

    @property
    def release(self) -> Path:
        """The folder of the release that shows every commit so far."""
        return self._release

    @property
    def base(self) -> str:
        """The name of the release that was built, of which writes make others."""
        return self._base

    @property
    def sequence(self) -> int:
        """The number of the last commit."""
        return self._desk.sequence

    @property
    def derived(self) -> int:
        """The last commit that the derived graphs take in."""
        return self._desk.standing.derived

    @freed
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
                self._open(self._base)  # whatever was begun is gone
            return self._commit(works, begins, planned)
        except OSError as error:
            self._broken = True
            if _is_full(error):
                return [NoSpace() for _ in works]
            raise
        except BaseException:
            self._broken = True
            raise

    @freed
    def load(self, document: Document, told: Told) -> Done:
        """Add a document of any size, and publish one release that shows it with all that follows.

        All of it is done or nothing. Raises `InvalidWrite` where it breaks the shapes.
        """
        from kg.release.writer.large import loading  # what makes so much takes its time to load

        with self._whole():
            done = loading.load(self._desk, document, told)
            if done.added:
                told.step("Publishing")
                self._publish(f"{self.base}+{self.sequence}")
        return replace(done, release=self._release.name)

    @freed
    def commit_whole(self, works: Iterable[Work]) -> list[Done]:
        """Do the work in order, all of it or nothing, and publish one release that shows it.

        A piece is asked for when the one before is done and nothing is seen of any until the last
        is, so `works` may make more than can be held in memory. Raises what a piece is refused
        for, and at the end `InvalidWrite` for documents that break the shapes all together.
        """
        with self._whole():
            before = self.sequence
            done, graphs = list[Done](), set[str]()
            for work, following in pairwise(chain(works, [None])):
                assert work
                is_alone = following is None and not done
                done.append(self._do(work, judged=is_alone))
                self._desk.store.flush()  # else the engine holds what it has not yet written
                if isinstance(work, Put) and work.graph and not is_alone:
                    graphs.add(work.graph)
            self._desk.judge(graphs)
            if self.sequence > before:
                self._publish(f"{self.base}+{self.sequence}")
        return [replace(each, release=self._release.name) for each in done]

    def settle(self) -> None:
        """Have everything that was committed on disk, where a commit does not see to that."""
        if not self._durable and self._unsettled:
            self._live.settle(self._release)
            self._unsettled = False

    def close(self) -> None:
        """Let go of the folder."""
        vars(self).pop("_desk", None)  # the engine closes what nobody holds
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
                clear(error)  # who keeps it keeps nothing of the store
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

    def _do(self, work: Work, *, judged: bool = True) -> Done:
        if isinstance(work, Withdraw) and self._desk.is_large(work.sequence):
            from kg.release.writer.large import loading

            try:
                return loading.withdraw(self._desk, work)
            except KgError:
                self._broken = True
                raise
        return self._desk.do(work, judged=judged)

    @contextmanager
    def _whole(self) -> Iterator[None]:
        """What is done here is done whole, or leaves nothing."""
        try:
            if self._broken:
                self._open(self._base)
            yield
        except OSError as error:
            self._broken = True
            if _is_full(error):
                raise NoSpace from None
            raise
        except BaseException:
            self._broken = True
            raise

    def _publish(self, name: str) -> None:
        work, desk = self._live.workplace(), self._desk
        try:
            desk.store.backup(work / "store")
            desk.standing.write(work, desk.store)
            desk.info = replace(
                desk.info,
                name=name,
                built=datetime.now(UTC).date().isoformat(),
                base=self.base,
                sequence=self.sequence,
                derived=self.derived,
                graphs=len(desk.store.graph_names()),
            )
            self._release = self._live.publish(
                work, self._release, desk.info, durable=self._durable
            )
            desk.published(self._release)
            self._unsettled = True
        finally:
            shutil.rmtree(work, ignore_errors=True)
        self._live.retire(self._keep)

    def _begin(self) -> None:
        sums.check(self._live.current(self._base))
        self._open(self._base)
        self._take_over()

    def _open(self, base: str) -> None:
        """What was published, and nothing beside it, to be worked on."""
        vars(self).pop("_desk", None)  # the engine closes what nobody holds
        self._release = self._live.current(base)
        if sequence_of(self._release.name):
            self._live.catalogue.point(self._release.name)
        self._desk = Desk(
            self._live, self._release, self._policy, self._live.sequence(), durable=self._durable
        )
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
        theirs -= self._desk.runner.shipped
        self._desk.take_over(old.quads_of(theirs), newest.name)
        self._publish(f"{self.base}+{self.sequence}")
        LOG.info("The graphs of users were taken over from release %s", newest.name)


def _is_full(error: OSError) -> bool:
    return error.errno in _FULL or "No space left" in str(error)
