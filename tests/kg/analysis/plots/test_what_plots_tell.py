"""The numbers behind the plots are those of the questions, and add up."""

from collections import defaultdict
from datetime import date, timedelta
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from kg.analysis.asking import text
from kg.analysis.networks.groups import interlocks
from kg.analysis.networks.tenures import CARRY, holding, tenures
from kg.analysis.plots.asked import Graph, Wish
from kg.analysis.plots.catalogue import plot
from kg.analysis.plots.counts import KINDS, counts
from kg.analysis.plots.flows import flows
from kg.analysis.plots.officers import carried, officers
from kg.analysis.plots.overlaps import overlaps
from kg.analysis.recode.coterminosity import coterminosity
from kg.analysis.recode.placing import Placer
from kg.model.names import cotv
from kg.model.terms import Literal, Term


def open_on(graph: Graph, kind: str, day: str) -> int:
    """How many bodies the question lists by name, which is not the one that the plot asks."""
    asked: dict[str, Term] = {"kind": cotv(f"type-{kind}"), "on": Literal.date(day)}
    return len(graph.ask("bodies/open-on-day", asked))


def day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def test_ccgs_are_counted_on_every_day_on_which_their_number_changed(graph: Graph) -> None:
    steps = [(each.day, each.count) for each in counts(graph, Wish()).steps if each.kind == "ccg"]

    assert steps == [
        ("2013-04-01", 211), ("2015-04-01", 209), ("2017-04-01", 207), ("2018-04-01", 195),
        ("2019-04-01", 191), ("2020-04-01", 135), ("2021-04-01", 106), ("2022-07-01", 0),
    ]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_every_count_is_that_of_the_bodies_listed_on_the_day_and_on_the_last_before_the_next(
    graph: Graph, kind: str
) -> None:
    steps = [each for each in counts(graph, Wish()).steps if each.kind == kind]

    assert steps
    for step, after in zip(steps, [*steps[1:], None], strict=True):
        last = day_before(after.day) if after else graph.day
        assert (open_on(graph, kind, step.day), open_on(graph, kind, last)) == (step.count,) * 2


def test_the_numbers_of_sources_are_those_of_the_audit_by_day(graph: Graph) -> None:
    found = counts(graph, Wish())
    audited = {
        (text(row["said"]), text(row["day"]), text(row["verdict"]), text(row["document"]))
        for row in graph.ask("figures/audited")
        if text(row["rule"]).startswith("audits ")
    }

    assert {(x.words, x.day, x.verdict, x.document) for x in found.drawn} == audited
    assert [each.number for each in found.drawn] == list(range(1, len(found.drawn) + 1))
    differ = [(x.value, x.counted, x.day) for x in found.drawn if x.verdict == "differs"]
    assert differ == [(150, 151, "2012-12-31")]
    assert all(each.reason for each in found.said)


def test_every_count_and_every_mark_is_written_in_the_picture(graph: Graph) -> None:
    found = counts(graph, Wish())
    root = ElementTree.fromstring(plot(graph, "counts").data)
    written = [each.text or "" for each in root.iter("{http://www.w3.org/2000/svg}text")]

    firsts = {each.kind: f"{each.count} {KINDS[each.kind][0]}" for each in reversed(found.steps)}
    assert set(firsts.values()) <= set(written)
    numbers = {part for each in written for part in each.split(", ") if part.isdigit()}
    assert {str(each.number) for each in found.drawn} <= numbers
    assert {"209", "207", "195", "191", "135", "106", "42", "36"} <= numbers


def test_the_columns_of_the_mergers_have_the_bodies_of_their_days(graph: Graph) -> None:
    found = flows(graph, Wish())

    columns = [(each.kind, each.day, len(each.bodies)) for each in found.columns]
    assert columns == [
        ("ccg", "2013-04-01", 211), ("ccg", "2022-06-30", 106),
        ("icb", "2022-07-01", 42), ("icb", "2026-04-01", 36),
    ]  # fmt: skip
    for kind, day, number in columns:
        assert open_on(graph, kind, day) == number


@pytest.mark.parametrize(
    ("on", "number"), [("2017-04-01", 207), ("2021-04-01", 106), ("2024-05-05", 42)]
)
def test_a_day_has_a_column_of_its_own_in_its_place(graph: Graph, on: str, number: int) -> None:
    found = flows(graph, Wish(on=on))

    days = [each.day for each in found.columns]
    assert days == sorted({"2013-04-01", "2022-06-30", "2022-07-01", "2026-04-01", on})
    assert len(found.columns[days.index(on)].bodies) == number


def test_a_part_that_left_before_a_day_does_not_leave_again_after_it(graph: Graph) -> None:
    # South Cumbria went from Cumbria to Morecambe Bay in 2017, and with it in 2022.
    found = flows(graph, Wish())

    cumbria = next(each.iri for each in found.columns[1].bodies if each.code == "01H")
    boards = [graph.lineage.bodies[x.after].code for x in found.flows[1] if x.before == cumbria]
    assert boards == ["QHM"]


def test_nothing_is_lost_between_columns_and_shares_of_a_body_add_up(graph: Graph) -> None:
    found = flows(graph, Wish())

    for column in found.columns:
        assert sum(column.sizes.values()) == pytest.approx(211, abs=0.01)
    unknown = set()
    for flow in found.flows:
        sums: dict[str, float] = defaultdict(float)
        for each in flow:
            sums[each.before] += float(each.share or 0)
            unknown |= {each.before} if each.share is None else set()
        assert {round(total, 3) for body, total in sums.items() if body not in unknown} == {1.0}
    # No table tells how much of Cumbria went to Morecambe Bay.
    assert [graph.lineage.bodies[each].code for each in unknown] == ["01H"]


def test_two_steps_of_the_mergers_lead_where_one_leads_in_the_lineage(graph: Graph) -> None:
    found = flows(graph, Wish())
    placer = Placer(graph.lineage, "2022-07-01")
    led = {
        each: {x.after for x in found.flows[0] if x.before == each}
        for each in found.columns[0].sizes
    }

    for body, middles in led.items():
        ends = {x.after for x in found.flows[1] if x.before in middles}
        assert {each.body for each in placer.of_body(body).targets} <= ends


def test_the_regions_of_the_mergers_have_every_ccg_once(graph: Graph) -> None:
    parts = [flows(graph, Wish(region=each)).columns[0].sizes for each in graph.regions.names]

    assert len(graph.regions.names) == 7
    assert sum(map(len, parts)) == 211
    assert len(set().union(*parts)) == 211


def test_an_office_is_drawn_on_exactly_the_days_on_which_it_holds(graph: Graph) -> None:
    days = [f"{year}-{month:02}-{day:02}" for year in range(2013, 2023) for month in range(1, 13)
            for day in (1, 15)]  # fmt: skip
    for each in tenures(graph.store, graph.library):
        drawn = carried(each.bounds)
        inside = {day for day in days if drawn and drawn.first <= day <= drawn.last}
        assert inside == {day for day in days if holding(each.bounds, day, CARRY)}


def test_the_bodies_that_shared_an_officer_are_those_of_the_interlocks(graph: Graph) -> None:
    found = officers(graph, Wish(on="2018-11-01"))
    groups = interlocks(graph.store, graph.library, "2018-11-01").groups

    assert {line.body.iri for line in found.lines} == {
        body for group in groups for body, _ in group.bodies
    }
    assert {person for group in groups for person, _ in group.officers} <= {
        bar.person for line in found.lines for bar in line.bars
    }


def test_bars_in_one_lane_do_not_overlap(graph: Graph) -> None:
    for line in officers(graph, Wish(region="Midlands")).lines:
        for lane in range(line.lanes):
            bars = [each.carried for each in line.bars if each.lane == lane]
            for one, two in pairwise(bars):
                assert one.last < two.first


def test_the_index_of_all_areas_is_the_mean_of_theirs_by_small_areas(graph: Graph) -> None:
    found = overlaps(graph, Wish())

    for each in found.national:
        known = [x for x in coterminosity(graph.lineage, each.day) if x.index is not None]
        assert each.known == len(known)
        if not known:
            assert (each.index, each.least) == (None, None)
            continue
        sizes = [sum(part.shared for part in x.overlaps) for x in known]
        mean = sum(float(x.index or 0) * size for x, size in zip(known, sizes, strict=True))
        assert float(each.index or 0) == pytest.approx(mean / sum(sizes), abs=1e-4)
    told = [(x.day, x.known, x.areas) for x in found.national if x.known]
    assert told == [("2021-04-01", 42, 42), ("2022-07-01", 42, 42), ("2026-04-01", 33, 36)]


def test_the_regions_of_the_index_have_every_area_of_a_day_once(graph: Graph) -> None:
    days = [each.day for each in overlaps(graph, Wish()).national]
    found: dict[str, int] = defaultdict(int)
    for region in graph.regions.names:
        for each in overlaps(graph, Wish(region=region)).national:
            found[each.day] += each.areas

    assert found == {day: len(coterminosity(graph.lineage, day)) for day in days}
