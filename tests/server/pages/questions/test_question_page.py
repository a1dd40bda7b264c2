"""The page of a question: its form, its answer in groups and rows, and its two languages."""

from collections.abc import Callable
from html import unescape

import pytest

from kg.model.names import cotv, mint
from kg.model.terms import Iri, Literal, Term
from kg.release.opened import OpenRelease
from server.pages.questions.companions import FAMILIES
from server.pages.questions.grouped import GROUPINGS, Cell, Grouping, Words, parts
from server.pages.questions.question import Option
from server.pages.questions.question import page as question_page
from server.pages.questions.starters import STARTERS
from server.pages.words.names import Link, names_of

ADAM, TWO = mint("person", "adam"), mint("person", "two")


def test_a_form_has_a_field_that_fits_each_parameter(small_release: OpenRelease) -> None:
    told = question_page(
        small_release, names_of(small_release), "people/sharing-count", {"on": "2019-04-01"}
    )

    fields = {field.name: field for field in told.fields}
    assert [(each.kind, each.value) for each in told.fields] == [
        ("date", "2019-04-01"), ("number", "12"), ("select", "cotv:corpus-all"),
    ]  # fmt: skip
    assert Option("cotv:corpus-annotated", "annotated texts") in fields["corpus"].options


def test_what_is_asked_stays_among_the_choices(small_release: OpenRelease) -> None:
    # A document may be asked for instead of a corpus; the list of codes does not have it.
    told = question_page(
        small_release,
        names_of(small_release),
        "people/ever-shared",
        {"corpus": "id:document/900"},
    )

    [field] = told.fields
    assert field.options[-1] == Option("id:document/900", "A letter about systems")


def test_the_rows_link_to_what_they_name(page: Callable[[str], str]) -> None:
    text = page("/questions/bodies/open-on-day?on=2020-03-31")

    assert '<a href="/doc/organisation/00N/ccg">NHS North Town CCG</a>' in text
    assert "<td>1 April 2013</td>" in text


def test_the_other_formats_are_asked_with_the_same_parameters(page: Callable[[str], str]) -> None:
    text = page("/questions/bodies/open-on-day?on=2020-03-31&kind=")

    assert '<a href="/questions/bodies/open-on-day.csv?on=2020-03-31">CSV</a>' in text


def test_the_query_is_shown_as_it_was_run(page: Callable[[str], str]) -> None:
    text = unescape(page("/questions/mergers/on-day?on=2021-04-01"))

    assert '("2021-04-01"^^<http://www.w3.org/2001/XMLSchema#date>)' in text


def test_the_main_questions_lead_to_those_beside_them(small_release: OpenRelease) -> None:
    def beside(name: str, **asked: str) -> list[str]:
        told = question_page(small_release, names_of(small_release), name, asked)
        return [each.href for each in told.companions]

    assert beside("people/shared-chief-officer", on="2019-04-01", carry="12") == [
        "/questions/people/sharing-count?on=2019-04-01&carry=12",
        "/questions/people/ever-shared",  # it has neither of the two
        "/questions/people/said-to-share",
    ]
    assert beside("mergers/pressed-mergers", corpus="cotv:corpus-cited") == [
        "/questions/mergers/pressed-proposals?corpus=cotv%3Acorpus-cited"
    ]
    assert beside("policy/one-ccg-rule") == [
        "/questions/policy/one-ccg-restatements", "/questions/areas/one-ccg",
        "/questions/areas/one-ccg-count", "/questions/areas/one-ccg-designated",
    ]  # fmt: skip
    assert beside("bodies/count-on-day") == []


def test_every_companion_is_a_question_of_one_family(small_release: OpenRelease) -> None:
    named = [name for family in FAMILIES for name in family]

    assert sorted(set(named)) == sorted(named)
    assert set(named) - set(small_release.library) == set()


def test_an_answer_that_is_empty_says_why(page: Callable[[str], str]) -> None:
    text = page("/questions/figures/disagreements")

    assert "No rows: No two sources do so far.." in text


@pytest.mark.parametrize("name", [*GROUPINGS, *STARTERS])
def test_every_grouping_is_of_a_question_and_its_columns(
    small_release: OpenRelease, name: str
) -> None:
    grouping = GROUPINGS[name]
    columns = {each.name for each in small_release.library[name].header.columns}

    used = {column for level in grouping.levels for column in level}
    used |= {*grouping.named, *grouping.named.values(), *grouping.codes}
    used |= {each for each in (grouping.rests, grouping.by) if each}
    assert used - columns == set()
    assert set(grouping.codes.values()) - set(small_release.ontology.schemes) == set()


def test_every_code_has_a_part_to_be_told_in(small_release: OpenRelease) -> None:
    for grouping in GROUPINGS.values():
        if grouping.parts:
            scheme = small_release.ontology.schemes[grouping.codes[grouping.by]]
            told = [code for codes in grouping.parts.values() for code in codes]
            # `none` is what a reading may say; the level that stands is never that.
            levels = {each.notation for each in scheme.concepts} - {"none"}
            assert sorted(told) == sorted(levels)


def test_rows_become_groups_each_told_once() -> None:
    grouping = Grouping(
        levels=(("who",), ("body", "level")), named={"who": "name"}, codes={"level": "pressure"},
        by="level", parts={"First": ("directed",), "Apart": ("objection", "imposed")},
    )  # fmt: skip
    words = Words(
        value=lambda term: Link(str(getattr(term, "text", term))),
        code=lambda scheme, code: Link(f"{scheme} {code}"),
        evidence=lambda thing: [],
    )

    def row(who: Iri, name: str, body: str, level: str) -> dict[str, Term | None]:
        return {"who": who, "name": Literal(name), "body": Literal(body), "level": Literal(level)}

    told = parts(
        [
            row(ADAM, "A", "one", "directed"),
            row(ADAM, "A", "two", "directed"),
            row(ADAM, "A", "one", "directed"),
            row(TWO, "B", "one", "objection"),
        ],
        grouping,
        words,
    )

    assert [part.title for part in told] == ["First", "Apart"]
    [first], [second] = (part.groups for part in told)
    assert first.cells == [Cell("", Link("A"))]
    assert [[cell.link.text for cell in each.cells] for each in first.within] == [
        ["one", "pressure directed"], ["two", "pressure directed"],
    ]  # fmt: skip
    assert [each.cells[0].link.text for each in second.within] == ["one"]


def test_a_code_is_told_by_its_label_and_its_definition(small_release: OpenRelease) -> None:
    link = names_of(small_release).link(cotv("pressure-directed"))

    assert link.text == "directed"
    assert link.hint
    assert link.href == "/glossary#word-pressure-directed"


def test_a_code_is_told_by_its_name_in_the_table_and_the_chart(small_release: OpenRelease) -> None:
    told = question_page(small_release, names_of(small_release), "bodies/counts-by-year", {})

    assert {row[0].text for row in told.rows} <= {
        each.label for each in small_release.ontology.schemes["qk"].concepts
    }
    assert all(row[0].href.startswith("/glossary#word-qk-") for row in told.rows)
    assert told.chart
    assert [bar.of.text for bar in told.chart.bars] == [
        f"{row[0].text}, {row[1].text}" for row in told.rows
    ]
