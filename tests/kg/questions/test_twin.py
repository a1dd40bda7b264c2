from kg.model.terms import XSD, Iri, Literal
from kg.questions.header import Column
from kg.questions.twin import plain, rows


def columns(**paths: str) -> list[Column]:
    return [Column(name, "", path) for name, path in paths.items()]


def test_sibling_lists_combine_and_an_empty_list_gives_no_row() -> None:
    data = {"a": [{"x": [1, 2], "y": ["p"]}, {"x": [3], "y": []}]}

    assert rows(data, columns(x="a.x", y="a.y")) == [("1", "p"), ("2", "p")]


def test_a_step_that_may_be_empty_keeps_the_row() -> None:
    data = {"a": [{"x": 3, "y": []}]}

    assert rows(data, columns(x="a.x", y="a.y?")) == [("3", None)]


def test_arithmetic_counts_and_adds_over_the_whole_result() -> None:
    data = {"a": {"nodes": [{"n": 2}, {"n": 3}, {"n": 3}], "totalCount": 9}}

    counted = columns(n="count(a.nodes.n)", s="sum(a.nodes.n)", t="a.totalCount")
    assert rows(data, counted) == [("2", "8", "9")]


def test_an_enum_is_compared_as_the_code_that_the_graph_holds() -> None:
    data = {"p": {"status": "VOTED_DOWN"}}

    assert rows(data, columns(s="code(p.status)")) == [("votedDown",)]


def test_numbers_truths_and_names_are_equal_however_they_are_written() -> None:
    told = rows({"a": [{"n": 1.50, "t": True, "i": "urn:a"}]}, columns(n="a.n", t="a.t", i="a.i"))

    assert told == plain(
        [(Literal("1.5", XSD + "decimal"), Literal("true", XSD + "boolean"), Iri("urn:a"))]
    )
