"""A document's graph in the release: written, replaced, taken out; and what follows of it."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.documents.record.shelf import FOLDER
from kg.documents.review.desk import Desk
from kg.errors import Forbidden, KgError, UnknownGraph
from kg.model.names import graph
from kg.release.catalogue import Catalogue
from kg.release.documents.planned import Plan as Plan
from kg.release.documents.planned import is_committed
from kg.release.documents.planned import plan as plan
from kg.release.live import EMPTY, Live
from kg.release.opened import OpenRelease, ReleaseInfo
from kg.release.writer.follow import derive
from kg.release.writer.work import Done, Drop, Follow, Put, Work
from kg.release.writer.writer import Writer

WITHDRAWN: Final = "withdrawn"
"""The reason of a decision that takes back what was accepted."""
_MADE: Final = "following-"


@dataclass(frozen=True)
class Committed:
    """What a commit came to: the release that shows it, and the triples that came and went.

    With `violations` nothing was written. `left_out` are accepted candidates that are not in the
    graph yet, each with what is to be settled first.
    """

    document: str
    release: str
    added: int
    removed: int
    violations: tuple[str, ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()


def commit_document(
    store: Path, document: str, *, who: str = "", dry_run: bool = False
) -> Committed:
    """Write what was accepted of a document to its graph, in place of what that has.

    When this returns the release is current, and what the rules derive of it is in it. Committing
    the same again changes nothing. A dry run tells what would change. Raises `Forbidden` where
    another process, such as a service that takes writes, has the folder open for writing.
    """
    review = Desk(store / FOLDER).open(document)
    id = review.record.id  # noqa: A001 - the field's word
    if dry_run:
        made = plan(OpenRelease(Catalogue(store).current()), review)
        return _told(id, Catalogue(store).current().name, made)
    with writing(store) as writer:
        made = plan(OpenRelease(writer.release), review)
        if not made.violations:
            work = Put(made.graph, made.data, "application/n-triples", who=who)
            _do(writer, work if made.statements else Drop(made.graph, who=who))
    return _told(id, writer.release.name, made)


def withdraw_document(store: Path, document: str, *, who: str = "") -> Committed:
    """Take a document's graph out of the release; its text and the decisions on it stay."""
    id = Desk(store / FOLDER).shelf.whole(document)  # noqa: A001
    with writing(store) as writer:
        done = _do(writer, Drop(graph(f"source/{id}"), who=who))
    return Committed(id, writer.release.name, 0, done.removed if done else 0)


def withdraw_candidate(
    store: Path, candidate: str, *, document: str = "", who: str = ""
) -> Committed:
    """Reject what was accepted, and commit its document again without it if it is committed."""
    desk = Desk(store / FOLDER)
    found = desk.shelf.whole(document or desk.document_of(candidate))
    desk.decide(found, candidate, "reject", WITHDRAWN, reviewer=who)
    release = OpenRelease(Catalogue(store).current())
    if not is_committed(release, found):
        return Committed(found, release.name, 0, 0)
    return commit_document(store, found, who=who)


def catch_up(store: Path) -> None:
    """Have the derived graphs of the current release take in what users wrote, after a build.

    Where a service has the folder open for writing, that does it.
    """
    info = ReleaseInfo.read(Catalogue(store).current())
    if info.derived < info.sequence and info.base != EMPTY:
        with suppress(Forbidden), writing(store):
            pass  # what follows is made on the way out


@contextmanager
def writing(store: Path) -> Iterator[Writer]:
    """The writer of a store folder, alone; what is derived follows before it is let go."""
    try:
        writer = Writer(store)
    except Forbidden as error:
        hint = "A service that takes writes has it: name the service with --to URL, or end it."
        raise Forbidden("Another process writes to this folder.", hint=hint) from error
    try:
        yield writer
        follow(store, writer)
    finally:
        writer.close()


def _do(writer: Writer, work: Work) -> Done | None:
    (outcome,) = writer.commit([work])
    if isinstance(outcome, UnknownGraph):
        return None  # what is to be taken out is not there
    if isinstance(outcome, KgError):
        raise outcome
    return outcome


def follow(store: Path, writer: Writer) -> None:
    """Have the derived graphs take in what was written, now or by one who was ended meanwhile."""
    live = Live(Catalogue(store)).folder
    for left in live.glob(f"{_MADE}*"):
        shutil.rmtree(left, ignore_errors=True)
    if writer.derived < writer.sequence:
        with tempfile.TemporaryDirectory(dir=live, prefix=_MADE) as folder:
            derive(writer.release, Path(folder))
            _do(writer, Follow(folder, who="the rules"))


def _told(document: str, release: str, made: Plan) -> Committed:
    return Committed(document, release, made.added, made.removed, made.violations, made.left_out)
