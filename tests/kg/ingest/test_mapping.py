"""A mapping turns rows into statements; the small world shows all that it may say."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kg.ingest.load import register

World = Callable[..., Path]


def said(data: Path, name: str) -> list[str]:
    """What is said of the thing with that IRI, short: predicate, object and graph."""
    base = "https://w3id.org/coterminous/"
    return [
        f"{each.predicate.rpartition('#')[2].rpartition('/')[2]} "
        + each.object.nt().replace(base, "").replace("http://www.w3.org/2001/XMLSchema#", "")
        + f" @{each.graph.removeprefix(base + 'graph/')}"
        for each in register(data)
        if each.subject == base + name
    ]


def test_a_row_makes_its_things_with_type_corpora_evidence_dates_and_values(world: World) -> None:
    data = world()

    assert said(data, "id/organisation/16C/ccg") == [
        "type <def#Organisation> @register/groups",
        "corpus <def/v#corpus-all> @register/groups",
        "corpus <def/v#corpus-register> @register/groups",
        "corpus <id/document/list> @register/groups",
        "corpus <id/document/news> @register/groups",
        "evidence <id/citation/groups/16C/ccg> @register/groups",
        "evidence <id/citation/groups/16C/ccg/news> @register/groups",
        'earliestStart "2020-04-01"^^<date> @register/groups',
        'latestStart "2020-04-30"^^<date> @register/groups',
        'name "Tees Valley" @register/groups',
        "organisationType <def/v#type-ccg> @register/groups",
        "organisationType <def/v#type-ics> @register/groups",
        'altName "16C, Tees Valley" @register/groups',
        "predecessor <id/organisation/00C/ccg> @register/mergers",
        'note "took over from North" @register/mergers',
    ]


def test_a_day_that_is_known_is_written_as_such_and_as_both_bounds(world: World) -> None:
    found = [each for each in said(world(), "id/organisation/00C/ccg") if "date" in each]

    assert found == [
        'start "2013-04-01"^^<date> @register/groups',
        'earliestStart "2013-04-01"^^<date> @register/groups',
        'latestStart "2013-04-01"^^<date> @register/groups',
        'end "2020-03-31"^^<date> @register/groups',
        'earliestEnd "2020-03-31"^^<date> @register/groups',
        'latestEnd "2020-03-31"^^<date> @register/groups',
    ]


def test_each_source_of_a_row_is_a_citation_that_names_the_row(world: World) -> None:
    assert said(world(), "id/citation/groups/16C/ccg/news") == [
        "type <def#Citation> @register/groups",
        "corpus <def/v#corpus-all> @register/groups",
        "corpus <def/v#corpus-register> @register/groups",
        "corpus <id/document/news> @register/groups",
        "inDocument <id/document/news> @register/groups",
        'recordedIn "kg/data/register/groups.csv, 16C/ccg" @register/groups',
        'locator "code 16C" @register/groups',
    ]


def test_a_thing_whose_cell_is_empty_is_left_out(world: World) -> None:
    data = world()

    assert said(data, "id/figure/00C") == []
    # `asOf` is left out, since April 2020 is not a day.
    assert said(data, "id/figure/16C")[-2:] == [
        'value "700"^^<integer> @register/groups',
        'valueText "700" @register/groups',
    ]


def test_a_graph_is_described_in_itself(world: World) -> None:
    data = world()

    assert said(data, "graph/register/groups") == [
        "type <def#SourceGraph> @register/groups",
        "corpus <def/v#corpus-all> @register/groups",
        "corpus <def/v#corpus-register> @register/groups",
        "graphKind <def/v#graph-register> @register/groups",
        'title "Groups" @register/groups',
        "license <https://example.org/licence> @register/groups",
        'attribution "Thanks." @register/groups',
        "wasDerivedFrom <id/document/list> @register/groups",
        "wasDerivedFrom <id/document/news> @register/groups",
    ]
    # A mapping may say that its table has no licence; then it is not attributed either.
    assert said(data, "graph/register/mergers")[4:] == [
        'title "Mergers" @register/mergers',
        "wasDerivedFrom <id/document/news> @register/mergers",
    ]


def test_a_document_is_its_own_evidence(world: World) -> None:
    assert said(world(), "id/document/list")[3:] == [
        "corpus <id/document/list> @register/pages",
        "evidence <id/citation/pages/list> @register/pages",
        'title "A list" @register/pages',
        'textHeld "false"^^<boolean> @register/pages',
    ]
