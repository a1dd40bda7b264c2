"""What changed in an area since a day: the named questions beside a walk of all statements."""

from collections import defaultdict

import pytest

from kg.model.names import ID, shorten
from kg.questions.ask import ask
from kg.questions.bind import parse
from kg.release.answers.since import QUESTIONS
from kg.release.opened import OpenRelease
from kg.release.statements import Said, lines

Facts = dict[str, dict[str, set[str]]]


@pytest.fixture(scope="module")
def facts(release: OpenRelease) -> Facts:
    """The values of each property of each thing, as they are written in the release."""
    found: Facts = defaultdict(lambda: defaultdict(set))
    for said in map(Said.read, lines(release.folder)):
        value = said.value[1:].partition('"')[0] if said.value[0] == '"' else said.value[1:-1]
        found[said.thing[1:-1]][shorten(said.property[1:-1])].add(value)
    return found


def bodies(facts: Facts, area: str, since: str) -> set[str]:
    """The area, what it was and became, and all that belonged to one of these since the day."""
    homes = {area} | facts[area]["cot:successor"]
    homes |= {each for each, of in facts.items() if area in of.get("cot:successor", ())}
    found = set(homes)
    for of in list(facts.values()):
        ends = of.get("cot:earliestEnd", {"9999"})
        if homes & of.get("cot:toOrganisation", set()) and min(ends) >= since:
            found |= of["cot:fromOrganisation"]
    return found


def changed(facts: Facts, found: set[str], since: str) -> dict[str, set[str]]:
    """The changes, tenures and claims that have to do with bodies since a day."""
    changes, officers, claims = set(), set(), set()
    for thing, of in list(facts.items()):
        part = of.get("cot:original", set()) | of.get("cot:resulting", set())
        if found & part and min(of.get("cot:effectiveDate", {""})) >= since:
            changes.add(thing)
        if found & of.get("cot:organisation", set()) and "cot:holder" in of:
            came = max(of.get("cot:latestStart", {""})) >= since
            left = max(of.get("cot:earliestEnd", {""})) >= since and "cot:latestEnd" in of
            officers |= {thing} if came or left else set()
        if found & of.get("cot:about", set()) and "cot:claimType" in of:
            documents = {x for each in of["cot:evidence"] for x in facts[each]["cot:inDocument"]}
            issued = {day for each in documents for day in facts[each]["cot:latestIssued"]}
            claims |= {thing} if any(day >= since for day in issued) else set()
    return {"changes": changes, "officers": officers, "claims": claims}


@pytest.mark.parametrize("since", ["2013-04-01", "2019-06-15", "2022-07-01"])
@pytest.mark.parametrize(
    "area", ["QMM/stp", "QNC/icb", "QNQ/stp", "QHM/stp", "Y56/region", "26A/ccg", "D7T5G/icb"]
)
def test_changes_officers_and_claims_are_those_of_a_plain_walk(
    area: str, since: str, facts: Facts, release: OpenRelease
) -> None:
    thing = f"{ID}organisation/{area}"
    wanted = changed(facts, bodies(facts, thing, since), since)

    told = {}
    for name, question in QUESTIONS.items():
        asked = release.library[question]
        values = parse(asked.sparql, {"area": thing, "since": since})
        told[name] = {str(row[0]) for row in ask(release.store, asked, values).rows.rows}

    assert told == wanted
