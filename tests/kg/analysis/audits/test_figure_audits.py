"""The numbers of the sources, counted again by their own queries, and by hand from the tables."""

import os
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from kg.analysis.audits.figures import figure_audits
from kg.model.names import mint
from kg.model.terms import Literal
from kg.release.opened import OpenRelease
from tests.kg.analysis.lineage import tables
from tests.kg.analysis.networks import ledger

COUNTED = {
    "figure/000/pcts": ("predecessors", "pct"),
    "figure/003/current-ccgs": ("ccgs", ""),
    "figure/004/ccgs-before": ("ccgs", ""),
    "figure/004/ccgs-after": ("ccgs", ""),
    "figure/004/stps-of-2016": ("stps", ""),
    "figure/context/ccgs-april-2021": ("ccgs", ""),
    "figure/context/icbs-april-2026": ("icbs", ""),
}
"""Numbers of all bodies of a kind, and the table and the kind to count in."""


def in_tables(table: str, kind: str, day: str) -> int:
    """How many bodies of a table stood on a day: opened by then, not closed before."""
    return sum(
        1
        for each in tables.rows(table)
        if (not kind or each["kind"] == kind)
        and each["opened"].rpartition("/")[2] <= day <= (each["closed"] or day)
    )


def test_each_number_of_the_sources_has_a_verdict_and_a_reason(release: OpenRelease) -> None:
    found = figure_audits(release.store, release.library)

    asked = (
        "SELECT DISTINCT ?figure WHERE { VALUES ?corpus { cotv:corpus-annotated cotv:corpus-cited }"
        " ?figure a cot:Figure ; cot:corpus ?corpus }"
    )
    prefixes = (
        "PREFIX cot: <https://w3id.org/coterminous/def#> "
        "PREFIX cotv: <https://w3id.org/coterminous/def/v#> "
    )
    figures = {figure for [figure] in release.store.select(prefixes + asked).rows}
    assert {each.figure for each in found} == figures
    assert all(each.reason and each.rule and each.stated for each in found)
    verdicts = Counter(each.verdict for each in found)
    assert set(verdicts) == {"agrees", "differs", "notComparable"}
    assert [each.said for each in found if each.verdict == "differs"] == ["150"]


def test_the_query_of_an_audit_counts_what_the_audit_says(release: OpenRelease) -> None:
    for each in figure_audits(release.store, release.library):
        if each.counted is not None:
            counted = release.store.select(each.counting).rows[0][0]
            assert isinstance(counted, Literal)
            assert Decimal(counted.text) == each.counted, each.figure
        is_compared = each.verdict != "notComparable" or each.rule == "sharing-audits 1"
        assert bool(each.counting) == is_compared


@pytest.mark.parametrize("key", COUNTED)
def test_a_number_agrees_as_the_tables_say(key: str, release: OpenRelease) -> None:
    [audit] = [
        each
        for each in figure_audits(release.store, release.library)
        if each.figure == mint(*key.split("/")) and each.rule == "audits 1"
    ]

    counted = in_tables(*COUNTED[key], audit.day)

    assert audit.counted == counted
    said = {"Forty-four": 44}.get(audit.said) or int(audit.said)
    assert audit.verdict == ("agrees" if said == counted else "differs")
    assert audit.differs_by == (None if said == counted else Decimal(said - counted))


def test_what_is_said_of_shared_officers_stands_beside_what_the_table_of_officers_shows(
    release: OpenRelease,
) -> None:
    audits = figure_audits(release.store, release.library)
    beside = {each.day: each for each in audits if each.rule == "sharing-audits 1"}

    assert {day: each.said for day, each in beside.items()} == {
        "2016-09-01": "52", "2017-04-01": "83", "2018-11-01": "58%",
    }  # fmt: skip
    for day, audit in beside.items():
        attested, carried = (
            sum(len(bodies) for bodies, _ in ledger.groups(day, months)) for months in (0, 12)
        )
        standing = in_tables("ccgs", "", day)
        known = len({body for _, body in ledger.in_office(day, 12)})
        percent = f" ({100 * carried / standing:.1f} per cent)" if audit.said == "58%" else ""
        assert audit.verdict == "notComparable"
        assert audit.counted == (None if percent else carried)
        assert audit.reason == (
            f"Posts that sources date show {carried}{percent} of the {standing} CCGs of {day} "
            f"sharing a chief officer, {attested} of them attested that day and the others carried "
            f"by up to 12 months. Of {standing - known} no chief officer is known: this is a lower "
            "bound, and nothing is judged."
        )


def test_what_is_said_is_found_by_the_query_for_it(release: OpenRelease) -> None:
    for each in figure_audits(release.store, release.library):
        found = release.store.select(each.stated)
        assert {getattr(row[0], "text", "") for row in found.rows} == {each.said}


def test_the_words_of_the_annotated_texts_are_where_the_figures_say(release: OpenRelease) -> None:
    # The reader's own texts; they are no part of the project.
    texts = os.environ.get("COTERMINOUS_SHARED")
    if not texts:
        pytest.skip("COTERMINOUS_SHARED is not set")
    folder = Path(texts) / "seeds"
    held = {path.name[:3]: path.read_text(encoding="utf-8") for path in folder.glob("0*.txt")}
    checked = 0
    for each in figure_audits(release.store, release.library):
        number = each.figure.split("/id/figure/")[1].partition("/")[0]
        if number not in held:
            continue
        found = release.store.select(each.stated)
        places = [dict(zip(found.variables, row, strict=True)) for row in found.rows]
        spans = [
            held[number][int(place["startOffset"].text) : int(place["endOffset"].text)]  # type: ignore[union-attr]
            for place in places
        ]
        checked += 1
        assert any(each.said.casefold() in span.casefold() for span in spans), each.figure
    assert checked > 20
