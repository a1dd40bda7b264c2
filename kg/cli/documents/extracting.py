"""What `extract` tells of documents: eight lists, or a line for each candidate."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from kg.cli.documents.shelf import record_of
from kg.cli.documents.side_by_side import Refusal, in_order
from kg.cli.failures import fail
from kg.documents.candidates import read_candidates
from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions
from kg.documents.summary import summarise
from kg.errors import BadParameter, KgError

_ENDS: Final = {"summary": ".json", "jsonl": ".jsonl", "turtle": ".ttl"}


class Job(NamedTuple):
    """A document to be read: an id or a file, how it is to be told, its day, and the store."""

    what: str
    form: str
    issued: str = ""
    store: Path | None = None


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
            fail(found.error)
        elif to is None:
            sys.stdout.buffer.write(_line(job, found) if len(jobs) > 1 else found)
        else:
            to.mkdir(parents=True, exist_ok=True)
            (to / name).write_bytes(found)
    sys.stdout.buffer.flush()
    return status


def each_read(jobs: Sequence[Job], workers: int | None = None) -> Iterator[bytes | Refusal]:
    """What each document says, in the order of the jobs, or why it was refused."""
    return in_order(read, jobs, __name__, workers)


def read(job: Job) -> bytes | Refusal:
    """What one document says, as it is printed; or why it was refused."""
    try:
        record = record_of(job.what, job.store)
    except KgError as error:
        return Refusal.of(error)
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
