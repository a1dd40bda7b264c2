"""What is answered of documents in a reader process, over the desk; nothing here may be kept.

A request comes with what the front knows: `/shelf`, the folder of the documents; `/document`;
`/reviewer`; `/html`, where a browser asks, which is led on to the next page (303).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import orjson

from kg.documents.record.model import TextRecord
from kg.documents.record.read import read_data
from kg.documents.review.desk import Desk
from kg.documents.review.parties import bodies
from kg.documents.review.state import Item, Review
from kg.documents.review.suggestions import suggested
from kg.errors import BadParameter
from kg.release.documents.planned import plan
from kg.release.opened import OpenRelease
from server.documents import pages, planned
from server.documents.decided import decide
from server.documents.sent import Sent, document
from server.readers.protocol import Reply, Request

PRIVATE: Final = {"Cache-Control": "no-store, private"}
_FACTS: Final = (
    "id", "title", "author", "issued", "publisher", "address", "kind", "media", "digest",
    "source_digest",
)  # fmt: skip


def add(release: OpenRelease, request: Request, reply: Reply) -> None:
    """Keep a document that was sent; 201 where it was not there before."""
    sent = document(request)
    added = desk(request).shelf.add(read_data(sent.data, sent.name, given=sent.given))
    place = f"/documents/{added.record.id}"
    if request.text("/html"):
        near = "".join(f"{'&' if at else '?'}near={each}" for at, each in enumerate(added.near[:5]))
        _lead(reply, place + near)
        return
    told = {**facts(added.record), "isNew": added.is_new, "near": list(added.near)}
    _json(reply, told, 201 if added.is_new else 200, {"Location": place})


def documents(release: OpenRelease, request: Request, reply: Reply) -> None:
    """All documents, each with how far its review is."""
    reviews = [desk(request).open(each) for each in desk(request).shelf.ids()]
    if request.text("/html"):
        _html(reply, pages.documents(release, reviews, request))
        return
    _json(reply, {"documents": [{**facts(each.record), **_progress(each)} for each in reviews]})


def one(release: OpenRelease, request: Request, reply: Reply) -> None:
    """A document with its text."""
    review = opened(request)
    if request.text("/html"):
        shelf = desk(request).shelf
        near = [shelf.record(each) for each in request.texts("near") if each in shelf.ids()]
        _html(reply, pages.document(release, review, near, request))
        return
    record = review.record
    told = {**facts(record), "bases": dict(record.bases), "text": record.text, **_progress(review)}
    _json(reply, told)


def review(release: OpenRelease, request: Request, reply: Reply) -> None:
    """The page on which a document is reviewed."""
    _html(reply, pages.review(release, opened(request), request))


def candidates(release: OpenRelease, request: Request, reply: Reply) -> None:
    """All candidates of a document with what was decided of them, in the order of review."""
    found = opened(request)
    _json(reply, {**_progress(found), "candidates": [told(found, each) for each in found.items]})


def decisions(release: OpenRelease, request: Request, reply: Reply) -> None:
    """Decide on a candidate, take the last decision back, or add what was missed."""
    sent = Sent.of(request)
    found, at = decide(desk(request), request.text("/document"), sent, request)
    following = found.next_after(at)
    if request.text("/html"):
        # What was added or taken back is looked at; from what is decided it goes on.
        stays = following is None or sent.text("verdict") in ("missed", "undo")
        name = at if stays or following is None else following.id
        _lead(reply, f"/documents/{found.record.id}/review?at={name}")
        return
    item = found.by_id.get(at)
    next_ = following.id if following else None
    _json(
        reply, {**_progress(found), "candidate": told(found, item) if item else None, "next": next_}
    )


def commit(release: OpenRelease, request: Request, reply: Reply) -> None:
    """What a commit would change; as N-Triples for the writer where `/write` asks for that."""
    found = opened(request)
    made = plan(release, found)
    if request.text("/write"):
        planned.check(made)
        reply.head(200, {"Content-Type": "application/n-triples", "X-Graph": made.graph})
        reply.write(made.data)
        return
    if request.text("/html"):
        _html(reply, pages.commit(release, found, made, request))
        return
    _json(reply, {"document": found.record.id, **planned.told(made)})


def graph(release: OpenRelease, request: Request, reply: Reply) -> None:
    """The graph of a document, and whether the release has it."""
    name = opened(request).record.id
    committed = planned.is_committed(release, name)
    _json(reply, {"graph": planned.graph_of(name), "isCommitted": committed})


def removable(release: OpenRelease, request: Request, reply: Reply) -> None:
    """Whether a document may be removed: a form is to say that it is meant."""
    opened(request)
    if request.text("/html") and Sent.of(request).text("sure") != "yes":
        raise BadParameter("sure", "the box is not ticked", "Tick it to remove the document.")


def removed(release: OpenRelease, request: Request, reply: Reply) -> None:
    """Take a document off the shelf."""
    desk(request).shelf.remove(opened(request).record.id)
    if request.text("/html"):
        _lead(reply, "/documents")
        return
    reply.head(204, PRIVATE)


def opened(request: Request) -> Review:
    """The review of the document that a request names; UnknownThing where there is none."""
    return desk(request).open(request.text("/document"))


def desk(request: Request) -> Desk:
    """The desk over the documents of this service; what it has read it keeps for a while."""
    return _desk(request.text("/shelf"))


def facts(record: TextRecord) -> dict[str, Any]:
    """What is known of a document, without its text."""
    known = {name: getattr(record, name) for name in _FACTS}
    known["sourceDigest"] = known.pop("source_digest")
    return {name: value for name, value in known.items() if value} | {"length": len(record.text)}


def told(review: Review, item: Item) -> dict[str, Any]:
    """A candidate as it was read, what was decided of it, and bodies that its name is near to."""
    return {
        **asdict(item.candidate),
        "verdict": item.verdict,
        "decided": dict(item.value) if item.is_edited else None,
        "by": item.by,
        "reason": item.reason,
        "when": item.when,
        "disagreement": [{"reviewer": who, "verdict": what} for who, what in item.disagreement],
        "isImplied": item.is_implied,
        "isStale": item.is_stale,
        "suggestions": [_body(each) for each in suggested(review, item)],
    }


def _body(key: str) -> dict[str, str]:
    found = bodies()[key]
    return {"key": key, "name": found.name, "opened": found.opened, "closed": found.closed}


Handler = Callable[[OpenRelease, Request, Reply], None]


@lru_cache(maxsize=2)
def _desk(shelf: str) -> Desk:
    return Desk(Path(shelf))


def _progress(found: Review) -> dict[str, Any]:
    return {"progress": asdict(found.progress)}


def _lead(reply: Reply, place: str) -> None:
    reply.head(303, PRIVATE | {"Location": place})


def _html(reply: Reply, page: str) -> None:
    reply.head(200, PRIVATE | {"Content-Type": "text/html; charset=utf-8"})
    reply.write(page.encode())


def _json(
    reply: Reply, told: Mapping[str, Any], status: int = 200, more: Mapping[str, str] | None = None
) -> None:
    reply.head(status, PRIVATE | {"Content-Type": "application/json"} | dict(more or {}))
    reply.write(orjson.dumps(told))
