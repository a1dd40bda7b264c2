"""Annotations into statements, and what the shipped ones have to hold."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.errors import InvalidInput
from kg.ingest.annotations import read
from kg.ingest.load import register
from kg.model.names import PREFIXES, RDF_TYPE, cot, cotv, graph, mint, shorten
from kg.model.terms import Iri, Literal, Statement
from kg.resources import folder

PREFIX = """
@base <https://w3id.org/coterminous/id/> .
@prefix cot: <https://w3id.org/coterminous/def#> .
"""
SHARED = os.environ.get("COTERMINOUS_SHARED")
needs_shared = pytest.mark.skipif(
    not SHARED, reason="COTERMINOUS_SHARED is not set: the text and its gold are not at hand"
)


@pytest.fixture(scope="module")
def shipped() -> list[Statement]:
    return read(folder("kg.data.annotations"))


def _values(found: list[Statement], subject: Iri, name: str) -> set[str]:
    return {
        each.object.text if isinstance(each.object, Literal) else shorten(each.object)
        for each in found
        if each.subject == subject and each.predicate == cot(name)
    }


def test_a_document_becomes_its_source_graph_with_the_corpus_of_every_thing(tmp_path: Path) -> None:
    (tmp_path / "009.ttl").write_text(
        PREFIX
        + "<document/009> a cot:Document . <claim/009/1> a cot:Claim ; cot:about <area/x> .\n"
    )

    found = read(tmp_path)

    assert {f"{shorten(each.subject)} {shorten(each.predicate)}" for each in found} == {
        "id:document/009 rdf:type",
        "id:document/009 cot:corpus",
        "id:claim/009/1 rdf:type",
        "id:claim/009/1 cot:about",
        "id:claim/009/1 cot:corpus",
        "graph:source/009 rdf:type",
        "graph:source/009 cot:graphKind",
        "graph:source/009 dct:title",
        "graph:source/009 dct:license",
        "graph:source/009 prov:wasDerivedFrom",
    }
    corpora = {"cotv:corpus-all", "cotv:corpus-annotated", "id:document/009"}
    assert _values(found, mint("claim", "009", "1"), "corpus") == corpora
    assert {each.graph for each in found} == {graph("source/009")}


def test_an_authority_belongs_to_the_documents_of_its_evidence(tmp_path: Path) -> None:
    (tmp_path / "009.ttl").write_text(
        PREFIX + "<document/009> a cot:Document ."
        "<span/009/0-4> a cot:TextSpan ; cot:inDocument <document/009> .\n"
    )
    (tmp_path / "authority.ttl").write_text(
        PREFIX + "<person/a> a cot:Person ; cot:evidence <span/009/0-4> , <citation/authority/a> ."
        "<person/b> a cot:Person ; cot:evidence <citation/authority/a> ."
        "<citation/authority/a> a cot:Citation ; cot:inDocument <document/page> .\n"
    )

    found = read(tmp_path)

    cited = {"cotv:corpus-all", "cotv:corpus-cited", "id:document/page"}
    both = {*cited, "cotv:corpus-annotated", "id:document/009"}
    assert _values(found, mint("person", "a"), "corpus") == both
    assert _values(found, mint("person", "b"), "corpus") == cited
    assert _values(found, mint("citation", "authority", "a"), "corpus") == cited
    assert {each.graph for each in found if each.subject == mint("person", "a")} == {
        graph("editorial/authority")
    }


def test_a_file_without_its_document_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "010.ttl"
    path.write_text(PREFIX + "<document/009> a cot:Document .\n")

    with pytest.raises(InvalidInput) as caught:
        read(tmp_path)

    assert str(caught.value) == (
        f"{path}: it does not describe <https://w3id.org/coterminous/id/document/010>, "
        "the document that it is named after"
    )
    assert caught.value.hint == (
        "Name the file after its document, or give the document a type in it."
    )


def test_a_blank_node_is_refused(tmp_path: Path) -> None:
    (tmp_path / "009.ttl").write_text(PREFIX + "<document/009> a cot:Document ; cot:author [] .\n")

    with pytest.raises(InvalidInput, match="a blank node stands beside"):
        read(tmp_path)


def test_the_authority_graph_is_described_alike_by_the_tables_and_the_annotations(
    shipped: list[Statement],
) -> None:
    # Two readers write it; a title or a licence of its own from each would be two of what is one.
    name = graph("editorial/authority")
    both = [*register(folder("kg.data")), *shipped]
    for term in ("title", "license"):
        found = {
            each.object
            for each in both
            if each.subject == name and each.predicate == PREFIXES["dct"] + term
        }
        assert len(found) == 1


def test_what_the_annotations_refer_to_is_in_them_or_in_the_tables(
    shipped: list[Statement],
) -> None:
    both = [*register(folder("kg.data")), *shipped]
    typed = {each.subject for each in both if each.predicate == RDF_TYPE}
    wanted = {
        each.object
        for each in shipped
        if isinstance(each.object, Iri) and each.object.startswith(PREFIXES["id"])
    }

    assert wanted - typed == set()


def test_every_claim_has_a_speaker_and_words_and_is_about_something(
    shipped: list[Statement],
) -> None:
    kinds = {cot(each) for each in ("Claim", "Restatement", "Prediction", "OfficeClaim")}
    claims = {
        each.subject for each in shipped if each.predicate == RDF_TYPE and each.object in kinds
    }

    assert len(claims) > 150
    for claim in claims:
        for name in ("asserter", "evidence", "about", "text"):
            assert _values(shipped, claim, name), (claim, name)


def test_names_that_the_document_uses_are_kept_beside_the_real_ones(
    shipped: list[Statement],
) -> None:
    source = [each for each in shipped if each.graph == graph("source/003")]

    assert _values(source, mint("person", "simon-stevens"), "altName") == {"Mr Stevens"}
    assert _values(source, mint("organisation", "Y60", "region"), "altName") == {
        "NHS England/Improvement Midlands region"
    }
    assert _values(source, mint("organisation", "x", "staffordshire-lmc"), "altName") == {
        "local medical committee"
    }


def test_the_hedge_is_kept_or_dropped_as_the_document_says(shipped: list[Statement]) -> None:
    rule = mint("provision", "ltp-typically-one-ccg")
    restatements = [
        each.subject
        for each in shipped
        if each.predicate == cot("restates") and each.object == rule
    ]

    assert {
        (*_values(shipped, each, "asserter"), tuple(sorted(_values(shipped, each, "fidelity"))))
        for each in restatements
    } == {
        ("id:person/dave-west", ("cotv:fid-faithful",)),
        ("id:group/003/advocates-of-bigger-ccgs", ("cotv:fid-dropsQualifier",)),
        (
            "id:post/003/director-east-of-england",
            ("cotv:fid-addsDeadline", "cotv:fid-dropsQualifier", "cotv:fid-strengthensModality"),
        ),
        ("id:person/simon-stevens", ("cotv:fid-faithful",)),
        ("id:person/simon-stevens", ("cotv:fid-paraphrasesQualifier",)),
        ("id:group/004/authors-of-the-planning-guidance", ("cotv:fid-faithful",)),
    }
    assert _values(shipped, rule, "qualifierText") == {"typically"}
    plan = mint("document", "nhs-long-term-plan")
    assert _values(shipped, plan, "issuedDate") == {"2019-01-07"}


def test_a_reading_is_in_the_corpus_and_says_why(shipped: list[Statement]) -> None:
    readings = [
        each.subject
        for each in shipped
        if each.predicate == RDF_TYPE and each.object == cot("Identification")
    ]

    assert len(readings) > 100
    for reading in readings:
        # An ambiguous one is listed with its options and not guessed.
        options = _values(shipped, reading, "alternative")
        assert len(_values(shipped, reading, "identifies")) == 1 or len(options) > 1
        assert len(_values(shipped, reading, "matchReason")) == 1
        assert cotv("corpus-annotated") in {
            each.object for each in shipped if each.subject == reading
        }


@needs_shared
@pytest.mark.parametrize("name", ["000", "001", "002", "003", "004"])
def test_every_item_of_the_gold_has_a_span_that_covers_it(
    shipped: list[Statement], name: str
) -> None:
    start_of = PREFIXES["id"] + f"span/{name}/"
    spans = [
        [int(*_values(shipped, each.subject, bound)) for bound in ("startOffset", "endOffset")]
        for each in shipped
        if each.predicate == RDF_TYPE and each.subject.startswith(start_of)
    ]

    places = list(_gold_places(name))
    missing = [
        (item, start, end)
        for item, start, end in places
        if not any(first <= start and end <= last for first, last in spans)
    ]

    assert len(places) > 20  # or the gold was not read
    assert missing == []


def _gold_places(document: str) -> Iterator[tuple[str, int, int]]:
    gold = json.loads((Path(SHARED or "") / "extraction" / "seeds_gold.json").read_text("utf-8"))
    [found] = [each for each in gold["documents"] if each["file"].startswith(f"{document}_")]
    for name, items in found["gold"].items():
        for item in items:
            if not item.get("optional"):
                for place in _places(item):
                    yield name, place["start"], place["end"]


def _places(item: dict[str, Any]) -> list[dict[str, int]]:
    own = [each for each in (item, item.get("value_span", {})) if "start" in each]
    return [*own, *item.get("evidence", []), *item.get("mentions", [])]
