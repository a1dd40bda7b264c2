"""What replaced each PCT, CCG, STP and SHA: by code and by every name, beside the tables."""

import csv
import os
import re
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pytest

from kg.analysis.lineage.dag import Dag
from kg.analysis.lineage.replaced import Replaced, replaced
from kg.analysis.lineage.sentences import called
from kg.model.names import mint
from tests.kg.analysis.lineage import tables


def successors(answer: Replaced) -> dict[str, Decimal | None]:
    return {each.body.code: each.share for each in answer.successors}


def test_every_ccg_ends_in_its_boards_of_today(dag: Dag) -> None:
    found = {code: replaced(dag, code, kind="ccg") for code in tables.ccgs()}

    assert len(found) == 248
    assert {each.outcome for each in found.values()} == {"replaced"}
    for code, answer in found.items():
        assert set(successors(answer)) == set(tables.boards(code)), code
        if code not in tables.IN_PARTS:
            assert successors(answer) == tables.boards(code), code


def test_the_shares_of_what_divided_in_2022_are_counted_in_small_areas(dag: Dag) -> None:
    sizes: dict[tuple[str, str], int] = defaultdict(int)
    for each in tables.rows("district_overlaps"):
        sizes[tables.code(each["body"]), each["edition"]] += int(each["lsoas"])
    for code, kept, gone in (("01Y", "QOP", "QJ2"), ("D2P2L", "QUA", "QHL")):
        share = Decimal(sizes[code, "2022-07"]) / sizes[code, "2021-04"]

        told = successors(replaced(dag, code, kind="ccg"))

        assert told == {kept: round(share, 4).normalize(), gone: round(1 - share, 4).normalize()}


def test_on_the_day_of_the_act_each_ccg_was_replaced_by_the_board_that_the_reference_names(
    dag: Dag,
) -> None:
    place = os.environ.get("COTERMINOUS_SHARED")
    if not place:
        pytest.skip("COTERMINOUS_SHARED is not set, so there are no reference tables to compare")
    with (Path(place) / "data" / "successions.csv").open(encoding="utf-8") as opened:
        links = list(csv.DictReader(opened))
    next_one = {each["predecessor_code"]: each["successor_code"] for each in links}

    for code in tables.ccgs():
        board = code
        while board in next_one and not board.startswith("Q"):
            board = next_one[board]
        told = replaced(dag, code, "2022-07-01", kind="ccg")
        whole = {each.body.code for each in told.successors if each.share in (None, 1)}
        most = max(told.successors, key=lambda each: each.share or 0).body.code
        assert board in whole | {most}, code


def test_every_pct_is_replaced_by_the_ccgs_of_the_table_with_their_shares(dag: Dag) -> None:
    assert len(tables.pct_shares()) == 151
    for code, shares in tables.pct_shares().items():
        told = successors(replaced(dag, code, "2016-06-01", kind="pct"))
        assert told == {ccg: share.normalize() for ccg, share in shares.items()}, code


def test_every_pct_ends_in_boards_of_today_with_the_shares_added_up(dag: Dag) -> None:
    for code, shares in tables.pct_shares().items():
        wanted: dict[str, Decimal | None] = {}
        for ccg, share in shares.items():
            for board, part in tables.boards(ccg).items():
                before = wanted.get(board, Decimal(0))
                wanted[board] = None if part is None or before is None else before + share * part
        told = successors(replaced(dag, code, kind="pct"))
        assert set(told) == set(wanted), code
        if not {"01Y", "D2P2L"} & set(shares) and not set(shares) & set(tables.IN_PARTS):
            for board, part in wanted.items():
                assert part is None or told[board] == pytest.approx(part, abs=Decimal("0.0001"))


def test_where_the_table_names_a_ccg_of_2015_those_of_2013_take_its_place_before(
    dag: Dag,
) -> None:
    assert set(successors(replaced(dag, "5D7", "2014-01-01"))) == {"00G", "00H"}
    assert successors(replaced(dag, "5KF", "2014-01-01")) == {"00F": 1}


def test_every_stp_is_replaced_by_the_board_of_its_code_or_by_those_that_divided_it(
    dag: Dag,
) -> None:
    gone = {
        tables.code(each["predecessor"]): tables.code(each["successor"])
        for each in tables.rows("successions")
        if each["predecessor"].endswith("/icb") and each["whole"] == "true"
    }
    codes = [each["ods_code"] for each in tables.rows("stps")]
    assert len(codes) == 45  # 44 of 2016, three of which became one more
    for code in codes:
        board = "QHM" if code in ("QVP", "QT8", "QMK") else code
        wanted = tables.DIVIDED_BOARDS.get(board) or {gone.get(board, board)}
        told = successors(replaced(dag, code, kind="stp"))
        assert set(told) == wanted, code
        assert sum(filter(None, told.values())) == 1, code


def test_no_body_is_said_to_have_replaced_an_sha_but_whose_area_it_was(dag: Dag) -> None:
    trusts = defaultdict(set)
    for each in tables.rows("memberships"):
        if each["member"].endswith("/pct") and each["whole"].endswith("/sha"):
            trusts[tables.code(each["whole"])].add(tables.code(each["member"]))
    assert len(trusts) == 10
    for code, members in trusts.items():
        ccgs = {ccg for trust in members for ccg in tables.pct_shares()[trust]}
        before = {"00F", "00G", "00H"} if "13T" in ccgs else set()
        answer = replaced(dag, code, "2013-04-01")
        assert (answer.outcome, answer.successors) == ("ended", ())
        assert {each.code for each in answer.area} == ccgs - {"13T"} | before, code


def plain(name: str) -> str:
    """A name for comparison, made here by other means: letters of its telling words."""
    name = re.sub(r"\b(nhs|ccg|pct|sha|stp|ics|icb|integrated care board|teaching)\b", " ",
                  name.casefold())  # fmt: skip
    return re.sub(r"[^a-z0-9]", "", name.replace("&", "and"))


def test_every_stored_name_finds_its_body_and_no_other(dag: Dag) -> None:
    meant = defaultdict(set)
    for name, code, kind in tables.stored_names():
        meant[plain(name)].add((code, kind))
    names = set(tables.stored_names())
    assert len(names) > 600
    for name, code, kind in names:
        answer = replaced(dag, name)
        found = [answer.body] if answer.body else list(answer.options)
        told = {(each.code, each.kind) for each in found if each}
        assert (code, kind) in told, name
        if answer.body:  # a kind in the name chooses among bodies of one name
            same = {each for each in meant[plain(name)] if each[1] == kind}
            assert same == {(code, kind)}, name


@pytest.mark.parametrize(
    "name", ["Somerset", "London", "Dorset", "26A", "QNC", "Devon", "E38000239"]
)
def test_a_name_or_code_of_several_bodies_is_never_guessed_at(dag: Dag, name: str) -> None:
    answer = replaced(dag, name)

    assert (answer.outcome, answer.successors, answer.body) == ("options", (), None)
    assert len(answer.options) > 1
    assert len({each.iri for each in answer.options}) == len(answer.options)


@pytest.mark.parametrize(
    "written",
    ["NHS Bath & North East Somerset CCG", "bath and north-east somerset ccg",
     "NHS BATH AND NORTH EAST SOMERSET CLINICAL COMMISSIONING GROUP", "11E", "11e", "11E ccg",
     "E38000009"],
)  # fmt: skip
def test_how_a_name_is_written_makes_no_difference(dag: Dag, written: str) -> None:
    answer = replaced(dag, written)

    assert answer.body is not None
    assert answer.body.code == "11E"


def test_every_ons_code_of_any_edition_finds_its_body(dag: Dag) -> None:
    coded = [(each["gss_code"], each["body"]) for each in tables.rows("gss_codes")]
    coded += [(each["gss_code"], each["body"]) for each in tables.rows("editions")]
    for table in ("predecessors", "icbs", "stps"):
        for each in tables.rows(table):
            kind = each.get("kind") or table.removesuffix("s")
            key = each.get("code") or each.get("ods_code")
            coded += [(code, f"{key}/{kind}") for code in each["gss_codes"].split("|")]
    coded = [(code, body) for code, body in coded if code]
    assert len({code for code, _ in coded}) > 500
    for code, body in coded:
        assert mint("organisation", *body.split("/")) in dag.names.meant(code), code


def test_a_body_is_found_by_what_it_is_called_in_an_answer(dag: Dag) -> None:
    for each in dag.bodies.values():
        if each.code:
            assert dag.names.meant(called(each)) == [each.iri], called(each)


def test_a_name_that_nobody_had_is_answered_by_near_names_and_not_by_a_body(dag: Dag) -> None:
    answer = replaced(dag, "Leedz CCG", near=lambda text: [f"like {text}"])

    assert (answer.outcome, answer.body, answer.near) == ("unknown", None, ("like Leedz CCG",))
    assert answer.sentence == (
        "No body is known by the code or name 'Leedz CCG'. Was one of these meant: like Leedz CCG?"
    )


def test_an_old_name_takes_in_what_left_the_body_later_and_the_new_name_does_not(
    dag: Dag,
) -> None:
    old, new = replaced(dag, "NHS Cumbria CCG"), replaced(dag, "NHS North Cumbria CCG")

    assert old.body == new.body
    assert set(successors(old)) == {"QHM", "QE1"}
    assert successors(new) == {"QHM": 1}


def test_it_is_told_in_sentences_with_days(dag: Dag) -> None:
    assert replaced(dag, "10G").sentence == (
        "NHS Thames Valley ICB (S0E4D) stands in the place of NHS Bracknell and Ascot CCG (10G), "
        "as far as is known. On 1 April 2018 NHS Bracknell and Ascot CCG merged with NHS Slough "
        "CCG (10T) and NHS Windsor, Ascot and Maidenhead CCG (11C) into NHS East Berkshire CCG "
        "(15D). On 1 April 2021 NHS East Berkshire CCG merged with NHS Surrey Heath CCG (10C) and "
        "NHS North East Hampshire and Farnham CCG (99M) into NHS Frimley CCG (D4U1Y). On 1 July "
        "2022 NHS Frimley ICB (QNQ) took over from NHS Frimley CCG; the area stayed on as sub-ICB "
        "location D4U1Y, with the same code but not the same body. On 1 April 2026 NHS Frimley ICB "
        "was divided: East Berkshire went to NHS Thames Valley ICB. That follows from the names."
    )
    assert replaced(dag, "26A", "2021-01-01", kind="ccg").sentence == (
        "NHS Norfolk and Waveney CCG (26A) stood on 1 January 2021."
    )
    assert replaced(dag, "D4U1Y", "2020-01-01", kind="ccg").sentence == (
        "NHS Frimley CCG (D4U1Y) did not stand on 1 January 2020: it opened on 1 April 2021."
    )


def test_on_a_day_of_which_nobody_knows_nothing_is_claimed(dag: Dag) -> None:
    before, between = replaced(dag, "5KF", "2010-01-01"), replaced(dag, "Y57", "2017-06-01")

    assert (before.outcome, before.sentence) == (
        "unsure",
        "It is not known whether Gateshead PCT (5KF) stood on 1 January 2010: "
        "it stood by 31 December 2012.",
    )
    assert (between.outcome, between.sentence) == (
        "unsure",
        "It is not known whether South of England region (Y57) stood on 1 June 2017: "
        "it ended between 31 December 2016 and 11 July 2018.",
    )


def test_what_did_not_go_to_the_board_of_a_partnership_is_told(dag: Dag) -> None:
    sentence = replaced(dag, "QF7", kind="stp").sentence

    assert sentence.endswith(
        "Not all of its area went there: NHS Bassetlaw CCG (02Q) went to NHS Nottingham and "
        "Nottinghamshire ICB (QT1)."
    )


def test_plans_and_clusters_are_announced_and_replace_nothing(dag: Dag) -> None:
    answer = replaced(dag, "QHL", kind="icb")

    assert answer.outcome == "stands"
    assert [each.status for each in answer.announced] == ["cluster"]


def test_every_step_to_a_successor_has_evidence(dag: Dag) -> None:
    for code in tables.ccgs():
        for successor in replaced(dag, code, kind="ccg").successors:
            for path in successor.paths:
                assert all(step.evidence for step in path), code
