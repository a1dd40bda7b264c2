from __future__ import annotations

from collections.abc import Callable

import pytest

Found = Callable[[str], list[str]]
MERGER = """
id:body/a a cot:Organisation ; cot:odsCode "A1" ; cot:organisationType cotv:type-ccg ;
  cot:start "2013-04-01"^^xsd:date ; cot:earliestStart "2013-04-01"^^xsd:date ;
  cot:latestStart "2013-04-01"^^xsd:date ; cot:end "2020-03-31"^^xsd:date ;
  cot:earliestEnd "2020-03-31"^^xsd:date ; cot:latestEnd "2020-03-31"^^xsd:date .
id:body/b a cot:Organisation ; cot:odsCode "A1" ; cot:organisationType cotv:type-ccg ;
  cot:earliestStart "2020-04-01"^^xsd:date ; cot:latestStart "2020-04-01"^^xsd:date .
id:event/m a cot:ChangeEvent ; cot:changeType cotv:change-merger ;
  cot:effectiveDate "2020-04-01"^^xsd:date ; cot:original id:body/a ; cot:resulting id:body/b .
"""


def test_a_sound_graph_has_no_findings(findings: Found) -> None:
    assert findings(MERGER) == []


@pytest.mark.parametrize(
    ("was", "now", "lines"),
    [
        (
            'cot:end "2020-03-31"',
            'cot:end "2020-03-30"',
            [
                "id:body/a in graph:register/test: its end is 2020-03-30, its earliest end is"
                " 2020-03-31. Mend the dates.",
                "id:body/a in graph:register/test: its end is 2020-03-30, its latest end is"
                " 2020-03-31. Mend the dates.",
            ],
        ),
        (
            'cot:latestStart "2013-04-01"^^xsd:date ;',
            "",
            [
                "id:body/a in graph:register/test: its start is 2013-04-01, its latest start is"
                " missing. Mend the dates."
            ],
        ),
        (
            "2020-04-01",
            "2020-05-01",
            [
                "id:event/m in graph:register/test: id:body/a should end on 2020-04-30, and does"
                " 2020-03-31. An original ends the day before a change takes effect, a result"
                " starts on the day."
            ],
        ),
        (
            'cot:earliestStart "2020-04-01"^^xsd:date ; cot:latestStart "2020-04-01"',
            'cot:earliestStart "2020-04-02"^^xsd:date ; cot:latestStart "2020-04-30"',
            [
                "id:event/m in graph:register/test: id:body/b should start on 2020-04-01, and does"
                " between 2020-04-02 and 2020-04-30. An original ends the day before a change"
                " takes effect, a result starts on the day."
            ],
        ),
        (
            'cot:earliestStart "2020-04-01"^^xsd:date ; cot:latestStart "2020-04-01"',
            'cot:earliestStart "2020-03-31"^^xsd:date ; cot:latestStart "2020-03-31"',
            [
                "id:body/a in graph:register/test: it and id:body/b both are A1, cotv:type-ccg, on"
                " 2020-03-31. End one the day before the other starts, or make them one body.",
                "id:event/m in graph:register/test: id:body/b should start on 2020-04-01, and does"
                " 2020-03-31. An original ends the day before a change takes effect, a result"
                " starts on the day.",
            ],
        ),
        (
            'cot:end "2020-03-31"^^xsd:date ;\n  cot:earliestEnd "2020-03-31"^^xsd:date ;'
            ' cot:latestEnd "2020-03-31"^^xsd:date',
            "cot:name 'A'",
            [
                "id:body/a in graph:register/test: it and id:body/b both are A1, cotv:type-ccg, on"
                " 2020-04-01. End one the day before the other starts, or make them one body.",
                "id:event/m in graph:register/test: id:body/a should end on 2020-03-31, and does"
                " not. An original ends the day before a change takes effect, a result starts on"
                " the day.",
            ],
        ),
    ],
)
def test_a_merger_is_between_the_end_of_one_body_and_the_start_of_another(
    was: str, now: str, lines: list[str], findings: Found
) -> None:
    assert was in MERGER
    assert findings(MERGER.replace(was, now)) == lines


@pytest.mark.parametrize(
    "text",
    [
        # Bodies of other kinds may share a code, and a year's precision may cross at the inside.
        MERGER.replace("type-ccg ;\n  cot:earliestStart", "type-icb ;\n  cot:earliestStart"),
        MERGER.replace("change-merger", "change-functionTransfer").replace(
            "2020-04-01", "2020-07-01"
        ),
        MERGER.replace("cot:resulting id:body/b", "cot:resulting id:body/b , id:body/a"),
        MERGER.replace("cot:original id:body/a", "cot:original id:group/a")
        + "id:group/a a cot:AgentGroup .",
        'id:body/c a cot:Organisation ; cot:earliestStart "2018-01-01"^^xsd:date ;'
        ' cot:latestStart "2018-12-31"^^xsd:date ; cot:earliestEnd "2018-01-01"^^xsd:date ;'
        ' cot:latestEnd "2018-12-31"^^xsd:date .',
        'id:body/c a cot:Organisation ; cot:latestStart "2013-01-01"^^xsd:date ;'
        ' cot:earliestEnd "2015-03-31"^^xsd:date .',
        'id:tenure/1 a cot:Tenure ; cot:earliestStart "2013-01-01"^^xsd:date ;'
        ' cot:latestEnd "2015-03-31"^^xsd:date .',
        MERGER + "id:tenure/1 a cot:Tenure ; cot:organisation id:body/a .",  # no day is attested
    ],
)
def test_what_only_looks_wrong_is_let_be(text: str, findings: Found) -> None:
    assert findings(text) == []


@pytest.mark.parametrize(
    ("bounds", "message"),
    [
        (
            "latestStart 2013-01-01",
            "it is a tenure without cot:earliestEnd, so it would never end",
        ),
        (
            "latestStart 2013-01-01 latestEnd 2014-01-01",
            "it has cot:latestEnd 2014-01-01 and no cot:earliestEnd",
        ),
        (
            "earliestStart 2013-02-01 latestStart 2013-01-01 earliestEnd 2014-01-01",
            "cot:earliestStart 2013-02-01 is after cot:latestStart 2013-01-01",
        ),
        (
            "earliestEnd 2014-02-01 latestEnd 2014-01-01",
            "cot:earliestEnd 2014-02-01 is after cot:latestEnd 2014-01-01",
        ),
        (
            "earliestStart 2014-02-01 latestEnd 2014-01-01",
            "cot:earliestStart 2014-02-01 is after cot:latestEnd 2014-01-01",
        ),
    ],
)
def test_bounds_that_contradict_each_other_are_found(
    bounds: str, message: str, findings: Found
) -> None:
    words = bounds.split()
    facts = "".join(
        f' ; cot:{name} "{day}"^^xsd:date'
        for name, day in zip(words[::2], words[1::2], strict=True)
    )

    assert findings(f"id:tenure/1 a cot:Tenure {facts} .") == [
        f"id:tenure/1 in graph:register/test: {message}. Mend the dates."
    ]


@pytest.mark.parametrize(
    ("end", "until"),
    [
        ("", "without an end"),
        ('; cot:earliestEnd "2020-04-01"^^xsd:date', "until 2020-04-01"),
        (
            '; cot:earliestEnd "2020-03-31"^^xsd:date ; cot:latestEnd "2020-12-31"^^xsd:date',
            "until 2020-12-31",
        ),
    ],
)
def test_a_link_does_not_outlive_its_body(end: str, until: str, findings: Found) -> None:
    start = 'cot:latestStart "2014-04-01"^^xsd:date'
    link = f"id:link/1 a cot:Affiliation ; cot:fromOrganisation id:body/a ; {start} {end} ."

    assert findings(MERGER + link) == [
        f"id:link/1 in graph:register/test: it goes on {until}, id:body/a ended by 2020-03-31."
        " Bounds never outlive the body: end it with the body."
    ]
