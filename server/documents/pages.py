"""The pages of documents, made in a reader process of what the desk tells."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any, Final

from kg.documents.record.given import kinds
from kg.documents.record.model import TextRecord
from kg.documents.review import words
from kg.documents.review.state import Review
from kg.model.names import RDF_TYPE
from kg.model.terms import Iri
from kg.release.documents.planned import Plan
from kg.release.opened import OpenRelease
from server.documents.planned import is_committed
from server.pages import render
from server.pages.reviewed import page as reviewed
from server.pages.words.names import Link, names_of
from server.readers.protocol import Request

_TOLD: Final = (
    "Document", "Claim", "OfficeClaim", "Restatement", "ChangeProposal", "ChangeEvent",
    "JointArrangement", "Figure", "Person", "AgentGroup", "Organisation",
)  # fmt: skip
"""The classes whose things a page tells after a commit; the others belong to these."""
_WORD: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")


def documents(release: OpenRelease, reviews: Iterable[Review], request: Request) -> str:
    """The list of documents, with a form to add one."""
    rows = [reviewed.row(each, is_committed(release, each.record.id)) for each in reviews]
    page = {
        "rows": rows,
        "kinds": [(each, _WORD.sub(" ", each).lower()) for each in kinds()],
        "reviewer": request.text("/reviewer"),
    }
    return _html(release, "documents.html", page)


def document(
    release: OpenRelease, review: Review, near_ones: Iterable[TextRecord], request: Request
) -> str:
    """A document: what is known of it, what was read, and its text."""
    page = reviewed.page(review, "", request.text("/reviewer"), is_plain=True)
    committed = is_committed(release, review.record.id)
    near = [(each.id, reviewed.title_of(each)) for each in near_ones]
    withdrawn = "" if committed else request.text("withdrawn")
    return _html(
        release, "document.html", page, near=near, is_committed=committed, withdrawn=withdrawn
    )


def review(release: OpenRelease, review: Review, request: Request) -> str:
    """The text with its marks, and the card of one candidate."""
    page = reviewed.page(
        review,
        request.text("at"),
        request.text("/reviewer"),
        request.text("find").strip(),
        request.text("body").strip(),
    )
    return _html(release, "review.html", page)


def commit(release: OpenRelease, review: Review, made: Plan, request: Request) -> str:
    """What a commit changes, or what it has changed."""
    committed = request.text("committed")
    groups = _things(release, made) if committed else _accepted(review)
    page = {
        "id": review.record.id,
        "title": reviewed.title_of(review.record),
        "progress": review.progress,
        "committed": committed,
        "is_committed": is_committed(release, review.record.id),
        "added": made.added,
        "removed": made.removed,
        "violations": made.violations,
        "left_out": [
            (f"/documents/{review.record.id}/review?at={name}", _sentence(review, name), reason)
            for name, reason in made.left_out
        ],
        "groups": list(groups.items()),
    }
    return _html(release, "commit.html", page)


def _accepted(review: Review) -> dict[str, list[Link]]:
    """What is accepted, by kind, each leading to where it can be looked at again."""
    groups: dict[str, list[Link]] = {}
    for each in review.accepted:
        told = _sentence(review, each.id)
        place = f"/documents/{review.record.id}/review?at={each.id}"
        groups.setdefault(words.KINDS[each.candidate.type], []).append(Link(told, place))
    return groups


def _sentence(review: Review, name: str) -> str:
    item = review.by_id.get(name)
    return words.sentence(item.candidate.type, item.value) if item else name


def _things(release: OpenRelease, made: Plan) -> dict[str, list[Link]]:
    """The things that the graph has of it, by their kind, each leading to its page."""
    names, ontology = names_of(release), release.ontology
    groups: dict[str, list[Link]] = {}
    for each in made.statements:
        if each.predicate != RDF_TYPE or not isinstance(each.object, Iri):
            continue
        kind = ontology.class_by_iri.get(each.object)
        if kind and kind.name in _TOLD:
            groups.setdefault(kind.label, []).append(names.link(each.subject))
    return groups


def _html(release: OpenRelease, template: str, page: Any, **more: object) -> str:
    return render.html(template, release=release.info, place="/documents", page=page, **more)
