"""What the validator does not check it refuses: nothing is passed over in silence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.errors import InvalidInput
from kg.model.terms import Triple
from kg.store.oxigraph import OxigraphStore
from kg.validate.shapes import check


@pytest.mark.parametrize(
    ("constraint", "reason"),
    [
        ("sh:closed true", "cots:Claim: sh:closed is not checked here"),
        (
            "sh:property [ sh:path cot:by ; sh:uniqueLang true ]",
            "a shape without a name: sh:uniqueLang is not checked here",
        ),
        ("sh:sparql [ sh:select 'SELECT' ]", "cots:Claim: sh:sparql is not checked here"),
        ("sh:targetNode cot:x", "cots:Claim: sh:targetNode is not checked here"),
        ("sh:minCount 1", "cots:Claim: a demand on values stands without sh:path"),
        (
            "sh:property [ sh:path ( cot:a cot:b ) ]",
            "a shape without a name: the path is not one that is checked here",
        ),
        (
            "sh:property [ sh:path [ sh:alternativePath ( cot:a cot:b ) ] ]",
            "a shape without a name: the path is not one that is checked here",
        ),
        ("sh:property cots:Nowhere", "cots:Nowhere: the shape is named and not written"),
        (
            "sh:property [ sh:path cot:by ; sh:minCount 'one' ]",
            "a shape without a name: sh:minCount is not a whole number",
        ),
        (
            "sh:property [ sh:path cot:by ; sh:class 'Person' ]",
            "a shape without a name: sh:class is not an IRI",
        ),
        (
            "sh:property [ sh:path cot:by ; sh:datatype xsd:token ]",
            "xsd:token: sh:datatype is not known",
        ),
        (
            "sh:property [ sh:path cot:by ; sh:nodeKind sh:Node ]",
            "sh:Node: sh:nodeKind has no such kind",
        ),
        (
            "sh:not [ sh:path cot:by ; sh:minCount 3 ]",
            "cot:by: sh:minCount 3 stands inside another shape",
        ),
        (
            "sh:property [ sh:path cot:by ; sh:node cots:X ]",
            "cots:X: sh:node names no node shape",
        ),
        (
            "sh:property [ sh:path cot:by ; sh:node cots:Claim ]",
            "cots:Claim: the shape leads to itself",
        ),
        (
            "sh:node cots:Claim",
            "cots:Claim: sh:node names a shape that is not written, or leads back to itself",
        ),
        (
            "sh:name 'claim' . cots:Lost sh:path cot:by ; sh:minCount 1",
            "cots:Lost: sh:path is in a shape that no node shape reaches",
        ),
        ("a owl:Class", "cots:Claim: the shape is also a class"),
        ("sh:or cots:Nil", "cots:Claim: a list has no proper end"),
        ("sh:not 'x'", "cots:Claim: the text 'x' stands for a shape"),
    ],
)
def test_a_shape_that_cannot_be_checked_is_refused(
    constraint: str, reason: str, shapes: Callable[[str], list[Triple]]
) -> None:
    # There is nothing to check in the store: what is refused does not depend on the data.
    with pytest.raises(InvalidInput) as caught:
        check(OxigraphStore.memory(), shapes(constraint))

    assert str(caught.value) == reason
    assert caught.value.hint
