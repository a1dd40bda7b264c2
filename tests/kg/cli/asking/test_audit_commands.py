"""`coterminous audit` and `coterminous since` as a person types them, over the shipped release."""

import json
from functools import partial

import pytest

from tests.kg.cli.terminal import typed

coterminous = partial(typed, COLUMNS="220")


def test_all_audits_in_short() -> None:
    found = json.loads(coterminous("audit", "--json").stdout)["audits"]

    assert found["figures"]["differs"] == 1
    assert found["predictions"] == {"borneOut": 1, "notBorneOut": 1, "names no number": 12}
    assert found["middle-tier"]["between-kinds"] == "does not hold"
    assert found["drift"]["dropsQualifier"] == 2
    assert found["contradictions"]["against-register"] == 1
    assert "names no number" in coterminous("audit").stdout


def test_the_number_that_differs_is_told_with_what_was_counted() -> None:
    found = json.loads(coterminous("audit", "figures", "--json").stdout)

    [one] = [each for each in found["figures"] if each["verdict"] == "differs"]
    assert (one["said"], one["counted"], one["differsBy"], one["day"]) == (
        "150", 151, -1, "2012-12-31",
    )  # fmt: skip
    printed = coterminous("audit", "figures", "--queries").stdout
    assert "# id:figure/000/pcts: 150 (audits 1)\n# What is said\n" in printed
    assert "# Counted again\n# How many bodies of the kind" in printed


@pytest.mark.parametrize(
    ("what", "told"),
    [
        ("predictions", "Around 60-70"),
        ("middle-tier", "came back: 42 STPs and ICSs from 2018-06-07, ICBs from 2022-07-01"),
        ("drift", "Who passed this rule on, when, in what channel and to whom"),
        ("contradictions", "↔ To say that NHS England was behind the merger does it an injustice."),
    ],
)
def test_each_audit_is_printed_and_is_json(what: str, told: str) -> None:
    done = coterminous("audit", what)

    assert done.returncode == 0, done.stderr
    assert told in done.stdout
    assert json.loads(coterminous("audit", what, "--json").stdout)["audit"] == what


def test_an_audit_that_there_is_not_is_named() -> None:
    done = coterminous("audit", "wishes")

    assert done.returncode == 1
    assert "'wishes' is not one of figures, predictions" in done.stderr


def test_what_changed_in_an_area_since_a_day() -> None:
    found = json.loads(coterminous("since", "QMM", "2019-01-01", "--json").stdout)

    assert found["area"].endswith("/id/organisation/QMM/stp")
    assert [each["on"] for each in found["changes"]][:1] == ["2020-04-01"]
    assert {each["name"] for each in found["officers"]} == {"Melanie Craig", "Ed Garratt"}
    assert all(each["latest"] >= "2019-01-01" for each in found["claims"])


def test_an_area_in_which_nothing_changed_says_so() -> None:
    done = coterminous("since", "id:organisation/QMM/stp", "2026-05-01")

    assert done.returncode == 0, done.stderr
    assert done.stdout.count("Nothing is known.") == 3


def test_a_day_that_is_none_is_named() -> None:
    done = coterminous("since", "QMM", "last year")

    assert done.returncode == 1
    assert "last year" in done.stderr
