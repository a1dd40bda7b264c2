"""What the entries of feeds are made of."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator

import orjson

from kg.model.names import ID, mint
from kg.model.terms import Iri
from kg.questions.ask import Answer
from kg.release.answers.latest import latest_source
from kg.release.answers.since import asked, since
from kg.release.opened import OpenRelease
from server.feeds.atom import Entry
from server.rest import rows

MOST = 100
"""How many entries a feed has, the latest."""
EVER = "2000-01-01"
"""Before anything that is told here."""
_SAID = {"changes": "Change", "officers": "Officer", "claims": "Said"}


def of_area(release: OpenRelease, area: Iri) -> list[Entry]:
    """Changes, officers and claims about an area, by their days, the latest first."""
    return _latest(release, area, None)


def of_body(release: OpenRelease, body: Iri) -> list[Entry]:
    """The same of a body itself: what it came of and became, who led it, what was said of it."""
    dag = release.lineage
    steps = (*dag.backward.get(body, ()), *dag.forward.get(body, ()))
    events = {str(each.event) for each in steps}
    return _latest(release, body, events)


def of_answer(release: OpenRelease, answer: Answer, address: str) -> Entry:
    """An answer as it is now; another answer is another entry. Its day is that of the latest source
    behind it, so that it does not look new because a release is."""
    found = [[rows.plain(cell) for cell in row] for row in answer.rows.rows]
    digest = hashlib.sha256(orjson.dumps([address, found])).hexdigest()[:16]
    latest = latest_source(release, answer.question.sparql)
    name = mint("question", *answer.question.name.split("/"))
    count = f"{len(found)} row{'' if len(found) == 1 else 's'}"
    return Entry(
        f"{name}#{digest}",
        f"{answer.question.header.title}: {count}",
        latest.day if latest else release.info.built,
        address,
        f"{answer.question.header.question} The answer has {count} by release {release.name}.",
    )


def _latest(release: OpenRelease, area: Iri, events: Collection[str] | None) -> list[Entry]:
    found = asked(release, area, EVER)
    told = since(area, EVER, found).json
    entries: dict[str, Entry] = {}
    for entry in _entries(release, told, area, events):
        entries.setdefault(entry.id, entry)
    return sorted(entries.values(), key=lambda each: (each.day, each.id), reverse=True)[:MOST]


def _entries(
    release: OpenRelease,
    told: dict[str, list[dict[str, str | None]]],
    area: Iri,
    events: Collection[str] | None,
) -> Iterator[Entry]:
    for what, word in _SAID.items():
        for row in told[what]:
            thing = row.get("event") or row.get("tenure") or row.get("claim") or ""
            if events is not None and thing not in events and row.get("body") != area:
                continue
            day = row.get("on") or row.get("from") or row.get("latest") or release.info.built
            about = (row.get("bodyName"), row.get("role"), row.get("saidBy"), row.get("document"))
            title = f"{word}: {row.get('name') or row.get('text')}"
            summary = ". ".join(each for each in about if each)
            yield Entry(thing, title, day, "/doc/" + thing.removeprefix(ID), summary)
