"""Documents read side by side, in as many processes as there are processors."""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Final, NamedTuple

from kg.cli.documents.shelf import record_of
from kg.cli.failures import fail
from kg.documents.candidates import read_candidates
from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions
from kg.documents.summary import summarise
from kg.errors import BadParameter, InvalidInput, KgError

_ENDS: Final = {"summary": ".json", "jsonl": ".jsonl", "turtle": ".ttl"}
_AHEAD: Final = 4
"""So many documents for each process wait to be read, or to be told."""


class Job(NamedTuple):
    """A document to be read: an id or a file, how it is to be told, its day, and the store."""

    what: str
    form: str
    issued: str = ""
    store: Path | None = None


class Refusal(NamedTuple):
    """Why a document was not read: an error that can go from process to process."""

    told: str
    hint: str
    status: int


def tell(jobs: Sequence[Job], to: Path | None = None, workers: int | None = None) -> int:
    """Read the documents and print what they say, or write it to a folder, a file for each.

    The exit code: 2 where a file was refused, 1 where an id is none, else 0. What is wrong is
    printed, and the others are told.
    """
    names = _names(jobs, to)
    status = 0
    for job, name, found in zip(jobs, names, each_read(jobs, workers), strict=True):
        if isinstance(found, Refusal):
            status = max(status, found.status)
            fail(_error(found))
        elif to is None:
            sys.stdout.buffer.write(_line(job, found) if len(jobs) > 1 else found)
        else:
            to.mkdir(parents=True, exist_ok=True)
            (to / name).write_bytes(found)
    sys.stdout.buffer.flush()
    return status


def each_read(jobs: Sequence[Job], workers: int | None = None) -> Iterator[bytes | Refusal]:
    """What each document says, in the order of the jobs, or why it was refused.

    A document alone is read here; several in processes of their own, one for each processor.
    """
    count = min(workers or len(os.sched_getaffinity(0)), len(jobs))
    if count < 2:
        yield from map(read, jobs)
        return
    # A fork would share what this process has open; that the others are forked from has nothing.
    context = get_context("forkserver")
    context.set_forkserver_preload([__name__])
    with ProcessPoolExecutor(count, context) as pool:
        yield from _in_order(pool, jobs, count * _AHEAD)


def read(job: Job) -> bytes | Refusal:
    """What one document says, as it is printed; or why it was refused."""
    try:
        record = record_of(job.what, job.store)
    except KgError as error:
        return Refusal(str(error), error.hint, 2 if isinstance(error, InvalidInput) else 1)
    mentions = read_mentions(
        record.text,
        issued=job.issued or record.issued,
        publisher=record.publisher,
        furniture=record.furniture,
        wrapped=bool(record.pages),
    )
    facts = read_facts(record.text, mentions)
    if job.form == "summary":
        told = summarise(record.text, mentions, facts)
        return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()
    candidates = read_candidates(record, mentions, facts)
    if job.form == "turtle":
        from kg.documents.review.state import Review
        from kg.release.documents.annotations import unreviewed

        return unreviewed(Review(record, candidates, ()))
    return "".join(each.line() + "\n" for each in candidates).encode()


def _error(refusal: Refusal) -> KgError:
    error = KgError(refusal.told)
    error.hint = refusal.hint
    return error


def _in_order(pool: Executor, jobs: Sequence[Job], ahead: int) -> Iterator[bytes | Refusal]:
    """What is read, in order; no more is read ahead than is told soon."""
    rest = iter(jobs)
    waiting: list[Future[bytes | Refusal]] = [pool.submit(read, x) for x in islice(rest, ahead)]
    while waiting:
        done = waiting.pop(0).result()
        waiting += [pool.submit(read, each) for each in islice(rest, 1)]
        yield done


def _line(job: Job, told: bytes) -> bytes:
    """A summary of one of several: one line, with what it is of."""
    if job.form != "summary":
        return told
    whole = {"document": job.what, **json.loads(told)}
    return (json.dumps(whole, ensure_ascii=False) + "\n").encode()


def _names(jobs: Sequence[Job], to: Path | None) -> list[str]:
    """The name of the answer to each; BadParameter where two would be the same."""
    names = [Path(each.what).name + _ENDS[each.form] for each in jobs]
    twice = [name for name, count in Counter(names).items() if count > 1]
    if to and twice:
        raise BadParameter("--to", f"several documents are called {', '.join(sorted(twice))}")
    return names
