"""The desk: the one door through which documents are opened and decided on, by whatever screen."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from kg.documents.candidates import Candidate
from kg.documents.offered.kept import kept
from kg.documents.read import read_document
from kg.documents.record.model import TextRecord
from kg.documents.record.shelf import Shelf
from kg.documents.review.log import Decision, Log, Verdict
from kg.documents.review.state import (
    MISSED,
    Review,
    candidate_of,
    digest_of,
    kept_of,
    standing,
    support_of,
)
from kg.errors import BadParameter, UnknownThing

FIELDS: Final[Mapping[str, tuple[str, ...]]] = {
    "Organisation": ("name", "canonical", "type", "link"),
    "Person": ("name", "title", "link"),
    "Tenure": ("person", "post", "role", "body", "interim", "former", "incoming", "text"),
    "JointArrangement": ("person", "post", "role", "organisations", "text"),
    "ChangeProposal": ("changeType", "original", "resulting", "status", "date"),
    "ChangeEvent": ("changeType", "original", "resulting", "status", "date"),
    "Restatement": ("provision", "wording", "dropsQualifier", "qualifier", "holder", "text"),
    "Claim": ("speaker", "holder", "stance", "about", "direct", "text"),
    "Figure": ("value", "quantity", "quantityKind", "unit", "what", "low", "high", "approx",
               "comparator"),
}  # fmt: skip
"""What may be put right of each type of candidate, beside what its value has and a `note`."""
TYPES: Final = tuple(FIELDS)
_DECIDED: Final[Mapping[str, Verdict]] = {
    "accept": "accept", "reject": "reject", "unsure": "unsure",
}  # fmt: skip
_KEPT: Final = 16


class Desk:
    """The documents of a shelf, to be reviewed. Any number of people may work at once."""

    def __init__(self, shelf: Path) -> None:
        self.shelf = Shelf(shelf)
        self._read: dict[str, tuple[TextRecord, tuple[Candidate, ...]]] = {}

    def open(self, document: str) -> Review:
        """The review of a document as it stands; UnknownThing where there is no such document."""
        record = self.shelf.record(document)
        support = self.support()
        candidates = tuple(
            replace(each, support=dict(zip(("accepted", "rejected"), counted, strict=True)))
            if (counted := support.get(each.extractor["rule"]))
            else each
            for each in self._candidates(record)
        )
        return Review(record, candidates, self._log(record).decisions())

    def decide(  # noqa: PLR0913 - a decision has these parts
        self, document: str, candidate: str, verdict: str, reason: str = "",
        changes: Mapping[str, Any] | None = None, reviewer: str = "",
    ) -> Review:  # fmt: skip
        """Decide on a candidate: accept, reject or unsure; `changes` put its value right.

        Deciding the same again changes nothing. BadParameter for another verdict or for members
        that the value does not have, UnknownThing for a candidate that is not there.
        """
        review = self.open(document)
        if verdict not in _DECIDED:
            raise BadParameter("verdict", f"'{verdict}' is not one of {', '.join(_DECIDED)}")
        item = review.by_id.get(candidate)
        if item is None:
            raise UnknownThing(candidate, list(review.by_id), "`extract` lists the candidates.")
        now = next((each for each in review.candidates if each.id == candidate), item.candidate)
        given = dict(changes or {})
        _check_changes(now, given)
        before = standing(review.decisions).get(candidate, ())
        last = before[-1] if before else None
        same = (_DECIDED[verdict], reason, given, reviewer, digest_of(now))
        if not last or same != (
            last.verdict, last.reason, dict(last.changes), last.reviewer, last.digest,
        ):  # fmt: skip
            self._log(review.record).append(
                candidate, _DECIDED[verdict], reason=reason, changes=given, reviewer=reviewer,
                digest=digest_of(now), about=kept_of(now),
            )  # fmt: skip
        return self.open(document)

    def undo(self, document: str, reviewer: str = "") -> Review:
        """Take back the last decision of a reviewer, if there is one to take back."""
        review = self.open(document)
        undone = {each.changes.get("undoes") for each in review.decisions}
        for each in reversed(review.decisions):
            is_theirs = each.reviewer == reviewer and each.verdict != "undo"
            if is_theirs and each.sequence not in undone:
                self._log(review.record).append(
                    each.candidate, "undo", changes={"undoes": each.sequence}, reviewer=reviewer,
                    digest=each.digest,
                )  # fmt: skip
                return self.open(document)
        return review

    def missed(  # noqa: PLR0913 - what the rules would have told of a candidate
        self, document: str, start: int, end: int, type: str,  # noqa: A002 - the field's word
        value: Mapping[str, Any] | None = None, reviewer: str = "",
    ) -> Review:  # fmt: skip
        """Add what the rules missed: a thing of that type, said by the text from start to end.

        It is accepted by who adds it. BadParameter for a place that is not in the text, or for
        another type.
        """
        review = self.open(document)
        made = _missed(review.record, start, end, type, dict(value or {}))
        known = review.by_id.get(made.id)
        if (
            known is None
            or known.verdict != "accept"
            or digest_of(known.candidate) != digest_of(made)
        ):
            self._log(review.record).append(
                made.id, "missed", reviewer=reviewer, digest=digest_of(made), about=kept_of(made)
            )
        return self.open(document)

    def bring(self, document: str, decisions: Iterable[Decision]) -> int:
        """Add decisions on a document that were made elsewhere; tells how many were new."""
        return self._log(self.shelf.record(document)).bring(decisions)

    def support(self) -> dict[str, tuple[int, int]]:
        """How many candidates of each rule were accepted and rejected in all documents."""
        counted: dict[str, tuple[int, int]] = {}
        for each in self.shelf.ids():
            for rule, (yes, no) in support_of(Log(self.shelf.folder(each)).decisions()).items():
                before = counted.get(rule, (0, 0))
                counted[rule] = before[0] + yes, before[1] + no
        return counted

    def document_of(self, candidate: str) -> str:
        """The id of the document that a candidate was read in; UnknownThing if in none."""
        for record in self.shelf.records():
            review = Review(record, self._candidates(record), self._log(record).decisions())
            if candidate in review.by_id:
                return record.id
        raise UnknownThing(candidate, (), "`coterminous documents` lists the documents.")

    def _log(self, record: TextRecord) -> Log:
        return Log(self.shelf.folder(record.id))

    def _candidates(self, record: TextRecord) -> tuple[Candidate, ...]:
        """What is read in a document, and what was offered; what was opened lately is not read
        again."""
        known = self._read.pop(record.id, None)
        if known is None or known[0] != record:
            known = record, read_document(record)
        self._read[record.id] = known
        for oldest in list(self._read)[:-_KEPT]:
            self._read.pop(oldest, None)
        return (*known[1], *kept(self.shelf.folder(record.id)))


def _check_changes(candidate: Candidate, changes: Mapping[str, Any]) -> None:
    known = {*candidate.value, *FIELDS.get(candidate.type, ()), "note"} - {"key", "options"}
    for name in changes:
        if name not in known:
            has = ", ".join(sorted(known))
            raise BadParameter(name, f"a {candidate.type} has no '{name}'", f"It has {has}.")


def _missed(
    record: TextRecord, start: int, end: int, kind: str, value: dict[str, Any]
) -> Candidate:
    if kind not in TYPES:
        raise BadParameter("type", f"'{kind}' is not one of {', '.join(TYPES)}")
    if not 0 <= start < end <= len(record.text):
        raise BadParameter("start", f"{start}-{end} is no place in a text of {len(record.text):,}")
    exact = record.text[start:end]
    if kind in ("Organisation", "Person"):
        value.setdefault("name", " ".join(exact.split()))
    who = "|".join(str(value.get(name, "")) for name in ("name", "holder", "post"))
    said = f"{record.digest}|{MISSED}|{kind}|{start}-{end}|{who}"
    return candidate_of({
        "id": "m-" + sha256(said.encode()).hexdigest()[:12],
        "type": kind,
        "value": value,
        "evidence": [{"start": start, "end": end, "exact": exact, "role": "fact"}],
        "extractor": {"rule": MISSED, "version": "1.0", "model": None},
        "document": {"id": record.id, "sha256": record.digest},
        "support": {},
    })  # fmt: skip
