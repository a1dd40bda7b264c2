import pytest

from kg.errors import BadParameter
from kg.model.terms import XSD, Iri, Literal
from kg.questions.bind import bind, defaults, parse

QUERY = """SELECT ?body {
  VALUES (?body ?on ?most ?all ?word) {
    (<urn:north> "2020-04-01"^^xsd:date 12 true "a (b) \\"c\\"")
  }
}"""


def test_the_values_row_gives_names_types_and_defaults() -> None:
    assert defaults(QUERY) == {
        "body": Iri("urn:north"),
        "on": Literal("2020-04-01", XSD + "date"),
        "most": Literal("12", XSD + "integer"),
        "all": Literal("true", XSD + "boolean"),
        "word": Literal('a (b) "c"'),
    }


def test_a_bound_value_is_written_as_a_term_and_the_rest_keep_their_defaults() -> None:
    bound = bind(QUERY, {"on": Literal("2013-04-01", XSD + "date"), "word": Literal('"} DROP')})

    assert defaults(bound) == defaults(QUERY) | {
        "on": Literal("2013-04-01", XSD + "date"),
        "word": Literal('"} DROP'),
    }


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("on", "2020-13-01", "Parameter 'on': '2020-13-01' is not a day"),
        ("on", "2020-04", "Parameter 'on': '2020-04' is not a day"),
        ("most", "1e9", "Parameter 'most': '1e9' is not a whole number"),
        ("most", "-1", "Parameter 'most': '-1' is less than 0"),
        ("all", "yes", "Parameter 'all': 'yes' is not true or false"),
        ("body", "no scheme", "Parameter 'body': 'no scheme' is not an IRI"),
        ("who", "x", "Parameter 'who': the question has no such parameter"),
    ],
)
def test_a_value_that_cannot_be_read_says_why(name: str, text: str, message: str) -> None:
    with pytest.raises(BadParameter) as raised:
        parse(QUERY, {name: text})

    assert str(raised.value) == message
    assert raised.value.at == name


def test_a_whole_number_below_0_is_refused_however_it_is_given() -> None:
    # A negative number of months once carried nobody, and was answered as if none were in post.
    with pytest.raises(BadParameter) as raised:
        bind(QUERY, {"most": Literal("-12", XSD + "integer")})

    assert str(raised.value) == "Parameter 'most': '-12' is less than 0"
    assert raised.value.hint == "Give 0 or a greater number."


def test_prefixed_names_are_read_as_iris() -> None:
    [value] = parse(QUERY, {"body": "id:organisation/26A/ccg"}).values()

    assert value == "https://w3id.org/coterminous/id/organisation/26A/ccg"
