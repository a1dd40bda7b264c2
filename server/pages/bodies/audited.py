"""The page of audits: what sources say, set against what can be counted and against each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple
from urllib.parse import quote

from kg.analysis.audits.contradictions import KINDS, Contradiction, Side, contradictions
from kg.analysis.audits.figures import Audit, figure_audits
from kg.analysis.audits.middle_tier import Reading, Stretch, middle_tier
from kg.model.names import cotv
from kg.model.terms import Iri, Literal, Term
from kg.questions.ask import ask
from kg.release.opened import OpenRelease
from server.pages.questions.question import told
from server.pages.words import dates
from server.pages.words.names import Link, Names, local
from server.readers.protocol import Request

_ORDER: Final = ("borneOut", "partlyBorneOut", "notBorneOut", "open", "notComparable", "")
"""The verdicts on a prediction, in the order in which they are told."""
_WORDS: Final = {"notComparable": "not comparable", "": "names no number"}
DRIFT: Final = "policy/drift"
PREDICTIONS: Final = "predictions/audited"


class Number(NamedTuple):
    """A number of a source, and what came of counting again."""

    said: Link
    of: Link
    verdict: str
    words: str
    counted: str
    day: str
    reason: str
    documents: list[Link]
    recount: str


class Foretold(NamedTuple):
    """A prediction, who made it, and what became of it."""

    text: Link
    who: str
    said: str
    verdict: str
    words: str
    counted: str
    reason: str


class Facing(NamedTuple):
    """One side of a disagreement: what it says, who says so, and where."""

    says: Link
    who: list[Link]
    documents: list[Link]


class Dispute(NamedTuple):
    """Sides that do not go together, what kind of disagreement it is, and what it is about."""

    kind: str
    about: list[Link]
    sides: list[Facing]


class Rule(NamedTuple):
    """The rule of thumb in one reading: whether it holds, and the numbers in their order."""

    name: str
    sentence: str
    holds: bool
    stretches: list[tuple[str, str, str, str]]
    repeats: list[str]


class Page(NamedTuple):
    """What the page says."""

    numbers: list[Number]
    verdicts: list[tuple[str, int]]
    foretold: list[Foretold]
    drift: list[object]
    disputes: list[tuple[str, list[Dispute]]]
    rules: list[Rule]


def page(release: OpenRelease, names: Names, request: Request) -> Page:
    """All audits of a release."""
    found = figure_audits(release.store, release.library)
    disputes = [_dispute(names, each) for each in disagreements(release)]
    counted = Counter(each.verdict for each in found)
    return Page(
        numbers=[_number(release, names, each) for each in found],
        verdicts=[(_verdict(release, "auditVerdict", each), n) for each, n in counted.items()],
        foretold=_foretold(release, names),
        drift=[*told(release, names, ask(release.store, release.library[DRIFT]))],
        disputes=[
            (sentence, [each for each in disputes if each.kind == kind])
            for kind, sentence in KINDS.items()
        ],
        rules=[_rule(each) for each in middle_tier(release.store, release.library)],
    )


@lru_cache(maxsize=4)
def disagreements(release: OpenRelease) -> list[Contradiction]:
    """All disagreements of a release, kept between requests."""
    return contradictions(release.store, release.library)


def disputes_of(release: OpenRelease, names: Names, thing: Iri) -> list[Dispute]:
    """The disagreements that a thing is a side of, or that are about it."""
    return [
        _dispute(names, each)
        for each in disagreements(release)
        if thing in each.about or any(side.thing == thing for side in each.sides)
    ]


def _verdict(release: OpenRelease, scheme: str, code: str) -> str:
    codes = release.ontology.schemes[scheme].concepts
    return next((each.label for each in codes if each.notation == code), code)


def _number(release: OpenRelease, names: Names, audit: Audit) -> Number:
    of = names.link(cotv(f"qk-{audit.quantity}"))
    return Number(
        said=Link(audit.said, local(audit.figure)),
        of=of,
        verdict=audit.verdict,
        words=_verdict(release, "auditVerdict", audit.verdict),
        counted="" if audit.counted is None else f"{audit.counted:,f}",
        day=dates.day(audit.day) if audit.day else "",
        reason=audit.reason,
        documents=[names.link(each) for each in audit.documents],
        recount=f"/query/sparql?query={quote(audit.counting)}" if audit.counting else "",
    )


def _foretold(release: OpenRelease, names: Names) -> list[Foretold]:
    rows = ask(release.store, release.library[PREDICTIONS]).rows
    found: dict[Term | None, Foretold] = {}
    for cells in rows.rows:
        row = dict(zip(rows.variables, cells, strict=True))
        found[row["prediction"]] = _prediction(release, row)
    return sorted(found.values(), key=lambda each: (_place(each.verdict), each.text.text))


def _place(verdict: str) -> int:
    return _ORDER.index(verdict) if verdict in _ORDER else 0


def _prediction(release: OpenRelease, row: Mapping[str, Term | None]) -> Foretold:
    def text(name: str) -> str:
        term = row.get(name)
        return term.text if isinstance(term, Literal) else ""

    verdict = text("verdict") or ("notComparable" if text("said") else "")
    counted = text("counted")
    return Foretold(
        text=Link(text("text"), local(str(row["prediction"]))),
        who=text("saidBy"),
        said=text("said"),
        verdict=verdict,
        words=_WORDS.get(verdict) or _verdict(release, "verdict", verdict),
        counted=f"{Decimal(counted):,f}" if counted else "",
        reason=text("reason"),
    )


def _dispute(names: Names, found: Contradiction) -> Dispute:
    return Dispute(
        kind=found.kind,
        about=[names.link(each) for each in found.about],
        sides=[facing for side in found.sides for facing in _facing(names, found.kind, side)],
    )


def _facing(names: Names, kind: str, side: Side) -> Iterable[Facing]:
    documents = [names.link(each) for each in side.documents]
    # Two readers of one passage stand in one node: each of their readings is a side.
    words = (
        side.says if kind == "readings" else (" / ".join(side.says) or names.link(side.thing)[0],)
    )
    for number, each in enumerate(words, 1):
        who = [names.link(one) for one in side.said_by]
        if kind == "readings":
            who = [Link(f"reader {number}")]
        yield Facing(Link(each, local(side.thing)), who, documents)


def _rule(reading: Reading) -> Rule:
    return Rule(
        name=reading.name,
        sentence=reading.sentence,
        holds=reading.holds,
        stretches=[_stretch(each) for each in reading.stretches],
        repeats=[
            f"{each.first.number} {each.first.of} from {dates.day(each.first.since)}, then "
            f"{each.again.of} from {dates.day(each.again.since)}"
            for each in reading.repeats
        ],
    )


def _stretch(each: Stretch) -> tuple[str, str, str, str]:
    until = f"before {dates.day(each.until)}" if each.until else "to this day"
    return (dates.day(each.since), until, str(each.number), each.of)
