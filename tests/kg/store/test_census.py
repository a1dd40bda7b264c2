"""What is counted of a graph."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kg.model.terms import XSD, Iri, Literal, Statement
from kg.store.census import FILE, Census
from kg.store.oxigraph import OxigraphStore

PARTS = st.tuples(
    st.sampled_from(("2015", "0000", "-0001", "-2015", "12015", "02015", "0001", " 2015")),
    st.sampled_from(("-01-01", "-02-29", "-02-28", "-12-31", "-13-01", "-1-1")),
    st.sampled_from(("", "Z", "+00:00", "-00:00", "+14:00", "-14:00", "+14:01", "+01:00 ")),
)
TEXTS = st.lists(PARTS.map("".join) | st.text("0123456789-+:TZ", max_size=12), max_size=20)


@given(TEXTS, TEXTS)
def test_the_days_are_those_that_the_engine_gives_back_each_once(
    first: list[str], second: list[str]
) -> None:
    texts = [*first, *second]
    store = OxigraphStore.memory(
        Statement(Iri("urn:a"), Iri("urn:p"), Literal(each, XSD + "date"), Iri("urn:g"))
        for each in texts
    )
    rows = store.select("SELECT ?d { ?s ?p ?d }").rows
    kept = [row[0].text for row in rows if isinstance(row[0], Literal)]

    found = Census().with_days(first).with_days(second)

    assert sorted([*found.days, *found.others]) == sorted(kept)
    assert found.days == tuple(sorted(found.days))


def test_nothing_is_made_anew_of_days_that_are_known() -> None:
    known = Census().with_days(["2015-01-01", "2015-01-01Z"])
    assert known.with_days(["2015-01-01", "2015-01-01+00:00"]) is known


def test_it_is_read_as_it_was_written(tmp_path: Path) -> None:
    counted = Census({"urn:p": 3}, ("2015-01-01",), ("2015-01-01Z",))
    (tmp_path / FILE).write_text(counted.text(), encoding="utf-8")
    assert Census.read(tmp_path) == counted
