"""A function that is not known gives an error where it is called, and the query goes on."""

import pytest

from kg.errors import BadQuery
from kg.model.terms import Literal
from kg.store.oxigraph import FUNCTIONS, OxigraphStore


def test_a_function_that_is_not_known_has_no_value() -> None:
    found = OxigraphStore.memory().select(
        "SELECT ?x (COALESCE(<urn:g>(?x), 'none') AS ?y) { BIND(<urn:f>(1) AS ?x) }"
    )

    assert found.rows == [(None, Literal("none"))]


def test_a_query_of_many_such_functions_is_refused() -> None:
    calls = " ".join(f"BIND(<urn:f{each}>() AS ?v{each})" for each in range(FUNCTIONS + 1))

    with pytest.raises(BadQuery, match=r"^The query cannot be answered: The custom function"):
        OxigraphStore.memory().ask(f"ASK {{ {calls} }}")
