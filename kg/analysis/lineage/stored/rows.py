"""The things of a lineage as rows: what they are found by, and the rest as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any, Final

from kg.analysis.lineage.bodies import Body, Life, Member, Plan, Step, core
from kg.analysis.lineage.names import Named
from kg.model.names import ID
from kg.model.terms import Iri

FILE: Final = "lineage.sqlite"
"""The file of a release that holds the lineage of all its bodies."""
FORM: Final = 1
"""Which form of the file this is; another is not read, and the lineage is read from the graph."""
SCHEMA: Final = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE form (number INTEGER NOT NULL);
CREATE TABLE body (place INTEGER PRIMARY KEY, key TEXT, told TEXT);
CREATE TABLE step (place INTEGER PRIMARY KEY, before TEXT, after TEXT, told TEXT);
CREATE TABLE member (place INTEGER PRIMARY KEY, member TEXT, whole TEXT, told TEXT);
CREATE TABLE name (place INTEGER PRIMARY KEY, body TEXT, code TEXT, core TEXT, what TEXT,
  told TEXT);
CREATE TABLE plan (place INTEGER PRIMARY KEY, before TEXT, after TEXT, told TEXT);
CREATE TABLE area (place INTEGER PRIMARY KEY, key TEXT, told TEXT);
CREATE TABLE people (place INTEGER PRIMARY KEY, key TEXT, told TEXT);
CREATE TABLE district (place INTEGER PRIMARY KEY, key TEXT, told TEXT);
"""
INDEXES: Final = """
CREATE UNIQUE INDEX body_key ON body (key);
CREATE INDEX step_before ON step (before);
CREATE INDEX step_after ON step (after);
CREATE INDEX member_member ON member (member);
CREATE INDEX member_whole ON member (whole);
CREATE INDEX name_code ON name (code) WHERE code IS NOT NULL;
CREATE INDEX name_core ON name (core) WHERE core IS NOT NULL;
CREATE INDEX name_held ON name (body) WHERE what = 'held';
CREATE INDEX name_gss ON name (body) WHERE what = 'gss';
CREATE INDEX plan_before ON plan (before);
CREATE INDEX plan_after ON plan (after);
CREATE UNIQUE INDEX area_key ON area (key);
CREATE UNIQUE INDEX people_key ON people (key);
CREATE UNIQUE INDEX district_key ON district (key);
"""
Row = tuple[str | None, ...]


def body_row(body: Body) -> Row:
    """A body, found by its IRI."""
    return key(body.iri), _json([body.name, body.kind, body.code, body.life, body.note])


def body_of(iri: str, told: str) -> Body:
    """The body of a row."""
    name, kind, code, life, note = json.loads(told)
    return Body(iri_of(iri), name, kind, code, Life(*life), note)


def step_row(step: Step) -> Row:
    """A step, found by its ends."""
    return key(step.before), key(step.after), _json([
        step.kind, step.day, step.whole, step.part,
        None if step.share is None else str(step.share), step.basis, key(step.event),
        [key(each) for each in step.evidence], step.until, step.warnings,
    ])  # fmt: skip


def step_of(before: str, after: str, told: str) -> Step:
    """The step of a row."""
    kind, day, whole, part, share, basis, event, evidence, until, warnings = json.loads(told)
    return Step(
        iri_of(before), iri_of(after), kind, day, whole, part,
        None if share is None else Decimal(share), basis, iri_of(event) if event else None,
        tuple(map(iri_of, evidence)), until=until, warnings=tuple(warnings),
    )  # fmt: skip


def member_row(member: Member) -> Row:
    """A membership, found by its ends."""
    rest = [member.kind, member.life, member.edition, member.interpolated, key(member.record)]
    return key(member.member), key(member.whole), _json(rest)


def member_of(member: str, whole: str, told: str) -> Member:
    """The membership of a row."""
    kind, life, edition, interpolated, record = json.loads(told)
    ends = iri_of(member), iri_of(whole)
    return Member(kind, *ends, Life(*life), edition, interpolated, iri_of(record))


def name_row(named: Named) -> Row:
    """A code or a name, found by it as it is compared, and by its body."""
    is_code = named.what in ("ods", "gss")
    code, alike = (named.text.upper(), None) if is_code else (None, core(named.text))
    rest = _json([named.text, named.life, named.edition])
    return key(named.body), code, alike, named.what, rest


def name_of(body: str, what: str, told: str) -> Named:
    """The code or name of a row."""
    text, life, edition = json.loads(told)
    return Named(iri_of(body), what, text, Life(*life), edition)


def plan_row(plan: Plan) -> Row:
    """A plan, found by what it changes."""
    return (
        key(plan.before),
        key(plan.after),
        _json([key(plan.iri), plan.name, plan.status, plan.day]),
    )


def plan_of(before: str, after: str | None, told: str) -> Plan:
    """The plan of a row."""
    iri, name, status, day = json.loads(told)
    return Plan(iri_of(iri), name, status, day, iri_of(before), iri_of(after) if after else None)


def area_row(body: Iri, editions: Mapping[str, Mapping[Iri, int]]) -> Row:
    """The small areas of a body, found by it."""
    told = [
        [edition, [[key(district), count] for district, count in counted.items()]]
        for edition, counted in editions.items()
    ]
    return key(body), _json(told)


def area_of(told: str) -> dict[str, dict[Iri, int]]:
    """The small areas of a row."""
    return {
        edition: {iri_of(district): count for district, count in counted}
        for edition, counted in json.loads(told)
    }


def plain_row(iri: Iri, told: Mapping[str, int] | Iterable[str]) -> Row:
    """What is JSON already, found by its thing."""
    return key(iri), _json(told)


def key(iri: Iri | None) -> str | None:
    """An IRI in short."""
    return None if iri is None else f"/{iri[len(ID) :]}" if iri.startswith(ID) else str(iri)


def iri_of(key: str) -> Iri:
    """The IRI that was written in short."""
    # It was one when it was written.
    return str.__new__(Iri, ID + key[1:] if key.startswith("/") else key)


def _json(told: Any) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))
