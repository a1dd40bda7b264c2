"""The whole lineage: what the graph says, followed forwards and back."""

import json
from typing import Any

import networkx
import pytest

from kg.analysis.lineage.bodies import Path
from kg.analysis.lineage.dag import Dag
from kg.analysis.lineage.following import lineage
from kg.analysis.lineage.network import network
from kg.errors import BadParameter
from kg.model.names import mint
from kg.model.terms import Iri
from kg.release.opened import OpenRelease
from tests.kg.analysis.lineage import tables


def body(key: str) -> Iri:
    return mint("organisation", *key.split("/"))


def codes(dag: Dag, path: Path) -> list[str]:
    return [dag.bodies[path[0].before].code, *(dag.bodies[step.after].code for step in path)]


def test_nothing_ever_comes_back_to_where_it_began(dag: Dag) -> None:
    assert networkx.is_directed_acyclic_graph(network(dag.bodies.values(), dag.steps))


def test_the_steps_are_the_rows_of_the_tables(dag: Dag) -> None:
    transfers = {(each["predecessor"], each["successor"]) for each in tables.rows("successions")}
    overlaps = {(each["pct"], each["ccg"]) for each in tables.rows("pct_overlaps")}
    boards = {(each["location"], each["icb"]) for each in tables.rows("icb_locations")}

    def found(*kinds: str) -> set[tuple[str, str]]:
        ends = ((each.before, each.after) for each in dag.steps if each.kind in kinds)
        return {
            (a.rpartition("organisation/")[2], b.rpartition("organisation/")[2]) for a, b in ends
        }

    assert found("overlap") == overlaps
    assert found("location") == boards
    assert found("merger", "succession", "continuation", "split", "boundaryChange") == transfers
    assert len([each for each in dag.steps if each.event]) == len(tables.rows("successions"))


@pytest.mark.parametrize(
    ("day", "number"),
    [("2013-04-01", 211), ("2014-04-01", 211), ("2015-04-01", 209), ("2016-04-01", 209),
     ("2017-04-01", 207), ("2018-04-01", 195), ("2019-04-01", 191), ("2020-04-01", 135),
     ("2021-04-01", 106), ("2022-04-01", 106), ("2022-07-01", 0)],
)  # fmt: skip
def test_so_many_ccgs_stood_on_each_1_april(dag: Dag, day: str, number: int) -> None:
    stood = [each for each in dag.bodies.values() if each.kind == "ccg" and each.life.holds(day)]

    assert len(stood) == number


def test_only_one_merged_ccg_merged_again(dag: Dag) -> None:
    mergers = [
        each
        for each in dag.steps
        if each.kind == "merger"
        and {dag.bodies[x].kind for x in (each.before, each.after)} == {"ccg"}
    ]

    again = {each.after for each in mergers} & {each.before for each in mergers}

    assert len(mergers) == 142
    assert len({each.after for each in mergers}) == 37
    assert [dag.bodies[each].code for each in again] == ["15D"]


def test_a_lineage_runs_from_a_trust_to_the_board_of_2026(dag: Dag) -> None:
    found = lineage(dag, body("5PR/pct"), "forward")

    assert [codes(dag, path) for path in found.forward] == [["5PR", "06M", "26A", "QMM", "T6Y0W"]]
    assert [(step.kind, step.day) for step in found.forward[0]] == [
        ("overlap", "2013-04-01"), ("merger", "2020-04-01"), ("succession", "2022-07-01"),
        ("merger", "2026-04-01"),
    ]  # fmt: skip
    assert [step.via for step in found.forward[0]] == [
        None, None, body("26A/sub-icb-location"), body("26A/sub-icb-location"),
    ]  # fmt: skip
    assert found.warnings == (
        "same code, different body: 26A is the code of NHS Norfolk and Waveney CCG and "
        "Norfolk and Waveney sub-ICB location",
    )


def test_a_board_that_divided_is_never_passed_as_a_whole(dag: Dag) -> None:
    for code in tables.ccgs():
        for path in lineage(dag, body(f"{code}/ccg"), "forward").forward:
            told = codes(dag, path)
            for place, board in enumerate(told[:-1]):
                if board in tables.DIVIDED_BOARDS and code not in tables.FRIMLEY:
                    assert told[place + 1] == tables.last_board(tables.ccg_on(code, "2022-06-30"))


def test_back_leads_to_each_body_from_which_forward_leads_there(dag: Dag) -> None:
    for target in ("T6Y0W/icb", "26A/ccg", "S0E4D/icb", "QHM/stp", "Y58/region"):
        back = {path[0].before for path in lineage(dag, body(target), "back").back}
        roots = [each for each in dag.bodies if each in dag.forward and each not in dag.backward]
        forward = {
            root
            for root in roots
            for path in lineage(dag, root, "forward").forward
            if body(target) in [step.after for step in path]
        }
        assert back == forward
        assert back


def test_steps_of_other_kinds_and_later_days_are_left_out(dag: Dag) -> None:
    merged = lineage(dag, body("10G/ccg"), "forward", kinds=["merger"])
    early = lineage(dag, body("10G/ccg"), "forward", until="2019-01-01")

    assert [codes(dag, path) for path in merged.forward] == [["10G", "15D", "D4U1Y"]]
    assert [codes(dag, path) for path in early.forward] == [["10G", "15D"]]
    with pytest.raises(BadParameter, match="'marriage' is no kind of change"):
        lineage(dag, body("10G/ccg"), kinds=["marriage"])


def test_json_has_every_path_as_places_among_its_steps(dag: Dag) -> None:
    found = lineage(dag, body("99M/ccg"))

    told: dict[str, Any] = json.loads(json.dumps(found.json()))

    assert [[found.steps[place] for place in path] for path in told["forward"]] == [
        list(path) for path in found.forward
    ]
    assert {each["id"] for each in told["bodies"]} >= {
        end for step in told["steps"] for end in (step["from"], step["to"])
    }
    assert {step["part"] for step in told["steps"]} == {
        None, "North East Hampshire", "Farnham and Surrey Heath",
    }  # fmt: skip
    assert all(step["evidence"] for step in told["steps"])


def test_it_agrees_with_the_named_questions_that_ask_the_graph(
    dag: Dag, release: OpenRelease
) -> None:
    question = release.library["lineage/merged-again"]
    rows = release.store.select(question.sparql).rows

    assert {getattr(term, "text", "") for row in rows for term in row} >= {"15D"}
    assert release.lineage is dag  # read once for a release
