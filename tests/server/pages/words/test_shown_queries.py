"""What a view shows is what its questions give, in SPARQL and in GraphQL."""

import json
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise
from urllib.parse import parse_qs, urlsplit

import pytest

from kg.analysis.lineage.dag import rounded
from kg.analysis.networks.tenures import CARRY, Bounds
from kg.analysis.plots.officers import carried
from kg.model.names import ID
from kg.model.terms import Literal
from kg.questions.ask import ask
from kg.questions.bind import parse
from kg.questions.twin import plain, rows
from kg.release.build import ensure
from kg.release.opened import OpenRelease
from kg.settings import store_folder
from server.graphql.execution.execute import execute
from server.pages.bodies import areas, became, interlocked, since
from server.pages.over_time import national, timeline
from server.pages.words.names import Names
from server.pages.words.queries import Asked, Shown, shown
from server.readers.protocol import Request

Answer = list[dict[str, str]]


@pytest.fixture(scope="module")
def release() -> OpenRelease:
    return OpenRelease(ensure(store_folder()))


@pytest.fixture(scope="module")
def names(release: OpenRelease) -> Names:
    return Names(release)


def asked(**texts: str) -> Request:
    return Request("", texts)


def answer(release: OpenRelease, part: Shown) -> Answer:
    """What the addresses of both editors give: the same, and what the question's page gives."""
    path, _, query = part.question.removeprefix("/questions/").partition("?")
    question = release.library[path]
    given = {key: texts[0] for key, texts in parse_qs(query).items()}
    sparql = parse_qs(urlsplit(part.sparql).query)["query"][0]
    graphql = {key: texts[0] for key, texts in parse_qs(urlsplit(part.graphql).query).items()}
    found = plain(release.store.select(sparql).rows)
    told = execute(release, graphql["query"], json.loads(graphql["variables"]))
    assert told.get("errors", []) == []
    assert rows(told["data"], question.header.columns) == found
    page = ask(release.store, question, parse(question.sparql, given)).rows
    assert plain(page.rows) == found
    return [
        {name: cell or "" for name, cell in zip(page.variables, row, strict=True)} for row in found
    ]


def of(parts: Iterable[Shown], question: str) -> list[Shown]:
    return [each for each in parts if each.question.startswith(f"/questions/{question}")]


def place(iri: str) -> str:
    return "/doc/" + iri.removeprefix(ID)


@pytest.mark.parametrize("on", ["", "2019-04-01"])
def test_the_national_picture_shows_what_its_questions_give(
    release: OpenRelease, names: Names, on: str
) -> None:
    flowing = national.page(release, names, asked(on=on)).flowing
    assert flowing
    stood = [
        {place(row["body"]) for row in answer(release, each)}
        for each in of(flowing.queries, "bodies/open-on-day")
    ]
    between = of(flowing.queries, "lineage/between-days")
    days = [parse_qs(urlsplit(each.question).query) for each in between]
    lines = [
        {(place(row["body"]), place(row["later"])) for row in answer(release, each)}
        for each in between
    ]
    (moved,) = of(flowing.queries, "lineage/transfers")
    parts = [
        (row["on"], place(row["giver"]), board(release, row["taker"], row["on"]))
        for row in answer(release, moved)
        if row["whole"] == "false" and "/region" not in row["giver"]
    ]

    drawn = [
        {each.href for each in flowing.drawn.boxes if each.key.startswith(f"{column}-")}
        for column in range(len(flowing.columns))
    ]
    assert drawn == stood
    for (before, after), day, line, part in zip(
        pairwise(stood), days, lines, flowing.parts, strict=True
    ):
        remained = {(each, each) for each in before & after}
        went = {(giver, taker) for on, giver, taker in parts if day["from"][0] < on <= day["to"][0]}
        bands = [(row.before.href, row.after.href) for row in part.rows]
        assert sorted(bands) == sorted(line | remained | went)


def board(release: OpenRelease, body: str, on: str) -> str:
    """A body, or of a sub-ICB location the board in which it lay on a day."""
    question = release.library["areas/of-body-on-day"]
    if not body.endswith("/sub-icb-location"):
        return place(body)
    values = parse(question.sparql, {"body": body, "on": on})
    found = ask(release.store, question, values).rows
    at = found.variables.index("area")
    return next(place(str(row[at])) for row in found.rows if str(row[at]).endswith("/icb"))


def test_the_count_line_shows_what_its_questions_give(release: OpenRelease, names: Names) -> None:
    page = national.page(release, names, asked())
    assert page.flowing
    assert page.counted
    (counted,) = of(page.flowing.queries, "bodies/counts-by-year")
    (said,) = of(page.flowing.queries, "figures/audited")
    stops = page.counted.drawn.stops
    kinds = {"countCcg": "CCGs", "countIcb": "ICBs"}

    for row in answer(release, counted):
        if row["quantity"] in kinds:
            standing = [each.counts for each in stops if each.day <= row["day"]][-1]
            assert f"{row['count']} {kinds[row['quantity']]}" in standing
    known = {(row["day"], row["said"], row["verdict"]) for row in answer(release, said)}
    assert len(page.counted.said) == len(page.counted.drawn.marks) == 8
    assert {(each.day, each.words, each.verdict) for each in page.counted.said} <= known


def test_the_storyline_and_the_matrix_show_what_their_questions_give(
    release: OpenRelease, names: Names
) -> None:
    page = timeline.page(release, names, asked(on="2019-04-01"))
    assert page.story
    assert page.shared
    shared = answer(release, page.shared.queries[0])
    led = answer(release, page.story.queries[0])

    held = {(place(row["ccg"]), place(row["officer"])): row["holding"] for row in shared}
    officers = [each.href for each in page.shared.matrix.officers]
    assert {
        (body.href, officer): cell
        for body, cells in page.shared.matrix.rows
        for officer, cell in zip(officers, cells, strict=True)
        if cell
    } == held
    together = {ccg for ccg, _ in held}
    drawn = [(row.href, bar.href) for row in page.story.drawn.rows for bar in row.bars]
    assert {body for body, _ in drawn} == together
    assert sorted(drawn) == sorted(
        (place(row["ccg"]), place(row["officer"]))
        for row in led
        if place(row["ccg"]) in together and row["confidence"] != "low" and carried(bounds(row))
    )
    assert f"carry={CARRY}" in page.shared.address


def bounds(row: dict[str, str]) -> Bounds:
    return Bounds(row["notBefore"], row["from"], row["to"], row["notAfter"])


@pytest.mark.parametrize("on", ["2021-04-01", "2022-07-01"])
def test_areas_lie_over_councils_as_their_question_tells(
    release: OpenRelease, names: Names, on: str
) -> None:
    page = areas.page(release, names, asked(on=on))
    (lying,) = page.queries
    lay: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    whole: dict[str, int] = defaultdict(int)
    for row in answer(release, lying):
        lay[place(row["area"])][place(row["district"])] += int(row["areas"])
        whole[place(row["district"])] += int(row["areas"])

    assert {each.body.href for each in page.areas} == set(lay)
    for each in page.areas:
        inside = lay[each.body.href]
        divided = {one for one, number in inside.items() if number != whole[one]}
        undivided = sum(number for one, number in inside.items() if one not in divided)
        share = areas.percent(rounded(Decimal(undivided) / sum(inside.values())))
        assert {council.href for council, _ in each.divided} == divided
        assert len(each.segments) == each.councils == len(inside)
        assert each.percent == share


@pytest.mark.parametrize("key", ["organisation/15D/ccg", "organisation/QHG/icb"])
def test_the_lineage_of_one_body_has_the_bodies_that_its_questions_give(
    release: OpenRelease, names: Names, key: str
) -> None:
    told = became.lineage_page(release, names, asked(**{"/key": key}))
    came, went, changes, moved = (answer(release, each) for each in told.queries)

    drawn = {end.href for row in told.rows for end in (row.old, row.new)}
    # That a CCG came after a PCT only their common ground tells.
    later = {each for each in drawn if not each.endswith("/pct")} - {place(ID + key)}
    line = {place(row["successor"]) for row in came} | {place(row["predecessor"]) for row in went}
    line |= {place(ID + key)}
    parts = {place(row["taker"]) for row in moved if place(row["giver"]) in line}
    assert later <= line | parts
    # The questions follow all parts of a body that divided, the picture those of this line.
    boards = {each for each in line if not each.endswith("/sub-icb-location")}
    assert boards - later - {place(ID + key)} <= parts
    assert len({row["event"] for row in changes}) >= 1


@pytest.mark.parametrize("on", ["2018-11-01", "2020-04-01"])
def test_the_groups_of_a_day_are_those_of_their_question(
    release: OpenRelease, names: Names, on: str
) -> None:
    page = interlocked.page(release, names, asked(on=on))
    (shared,) = page.queries

    told = {
        (led.officer.href, body.href, how)
        for group in page.groups
        for led in group.led
        for how, bodies in (("attested", led.attested), ("carried", led.carried))
        for body in bodies
    }
    assert told == {
        (place(row["officer"]), place(row["ccg"]), row["holding"])
        for row in answer(release, shared)
    }


def test_what_changed_since_a_day_is_what_its_questions_give(
    release: OpenRelease, names: Names
) -> None:
    page = since.page(release, names, asked(area="QKS", since="2019-04-01"))
    changes, officers, claims = (answer(release, each) for each in page.queries)

    told = [
        {cell.link.href for each in part.groups for cell in each.cells} for part in page.answers
    ]
    assert {place(row["event"]) for row in changes} <= told[0]
    assert len(page.answers[1].groups) == len({row["name"] for row in officers})
    assert {place(row["claim"]) for row in claims} <= told[2]


def test_what_replaced_a_body_is_among_what_its_questions_give(
    release: OpenRelease, names: Names
) -> None:
    page = became.page(release, names, asked(q="06W"))
    assert page.lineage
    came = {place(row["successor"]) for row in answer(release, page.lineage.queries[0])}

    assert page.places
    assert {each.body.href for each in page.places} <= came


def test_a_question_that_a_release_does_not_have_is_not_shown(release: OpenRelease) -> None:
    assert shown(release, [Asked("Nothing", "lineage/no-such-question")]) == []
    (found,) = shown(release, [Asked("Those of a day", "bodies/open-on-day", {"on": "2014-01-01"})])
    assert found.question == "/questions/bodies/open-on-day?on=2014-01-01"
    assert Literal.date("2014-01-01").nt() in parse_qs(urlsplit(found.sparql).query)["query"][0]
