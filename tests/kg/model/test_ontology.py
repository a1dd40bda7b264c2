"""The ontology as the code sees it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InvalidInput
from kg.model.names import PREFIXES, cot, cotv, expand
from kg.model.ontology import Concept, Predicate, Property, load
from kg.model.terms import XSD, Iri

ONTOLOGY = load()
START = "".join(
    f"@prefix {name}: <{PREFIXES[name]}> .\n"
    for name in ("cot", "cotv", "cots", "owl", "rdfs", "sh", "skos", "xsd")
)
SMALL = """
<https://w3id.org/coterminous/def> a owl:Ontology ; owl:versionInfo "7" .
cot:Thing a owl:Class ; rdfs:label "thing"@en ; rdfs:comment "A thing."@en .
cot:Part a owl:Class ; rdfs:label "part"@en ; rdfs:comment "A part."@en ;
  rdfs:subClassOf cot:Thing .
cot:name a owl:DatatypeProperty ; rdfs:label "name"@en ; cot:inverseLabel "is the name of"@en ;
  rdfs:comment "A name."@en .
cot:of a owl:ObjectProperty ; rdfs:label "of"@en ; cot:inverseLabel "has"@en ;
  rdfs:comment "The whole."@en .
cots:Thing sh:targetClass cot:Thing ; a sh:NodeShape ; sh:codeIdentifier "Thing" ;
  cots:abstract true ; sh:property cots:Thing-name , cots:Thing-parts .
cots:Thing-name sh:path cot:name ; sh:codeIdentifier "name" ; sh:name "name"@en ;
  sh:description "A name."@en ; sh:order 1 ; sh:datatype xsd:string .
cots:Thing-parts sh:path [ sh:inversePath cot:of ] ; sh:codeIdentifier "parts" ;
  sh:name "parts"@en ; sh:description "Its parts."@en ; sh:order 3 ; sh:class cot:Part .
cots:Part sh:targetClass cot:Part ; a sh:NodeShape ; sh:codeIdentifier "Part" ;
  cots:rootField "part" ; cots:rootList "parts" ; sh:property cots:Part-of , cots:Part-name .
cots:Part-of sh:path cot:of ; sh:codeIdentifier "of" ; sh:name "of"@en ;
  sh:description "The whole."@en ; sh:order 2 ;
  sh:or ( [ sh:class cot:Part ] [ sh:class cot:Thing ] ) .
cots:Part-name sh:path cot:name ; sh:codeIdentifier "name" ; sh:name "name"@en ;
  sh:description "Its one name."@en ; sh:order 1 ; sh:minCount 1 ; sh:maxCount 1 ;
  sh:datatype xsd:string .
"""


def test_a_tenure_has_its_own_fields_then_its_dates_then_what_points_at_it() -> None:
    tenure = ONTOLOGY.classes["Tenure"]

    assert (tenure.iri, tenure.label) == (cot("Tenure"), "tenure")
    assert tenure.parents == ("Dated", "Published")
    assert (tenure.abstract, tenure.root_field, tenure.root_list) == (False, "tenure", "tenures")
    assert [each.name for each in tenure.properties] == [
        "holder",
        "post",
        "organisation",
        "roleType",
        "chiefOfficer",
        "actingOrInterim",
        "confidence",
        "timeSpan",
        "basedOnClaim",
        "start",
        "end",
        "earliestStart",
        "latestStart",
        "earliestEnd",
        "latestEnd",
        "dateBasis",
        "note",
        "interlocks",
        "evidence",
        "derivedFrom",
        "corpus",
        "knownFrom",
        "contestedBy",
    ]


def test_a_subclass_may_say_more_of_a_property_than_its_parent() -> None:
    # An open end never means that someone is still in post.
    general = ONTOLOGY.classes["Dated"].by_name["earliestEnd"]
    of_tenure = ONTOLOGY.classes["Tenure"].by_name["earliestEnd"]

    assert (general.iri, general.max_count) == (of_tenure.iri, of_tenure.max_count)
    assert "An open end never means still in post" in of_tenure.description
    assert "An open end never means still in post" not in general.description


def test_properties_are_literals_codes_or_nodes_and_inverse_ones_are_named_both_ways() -> None:
    claim = ONTOLOGY.classes["Restatement"].by_name
    body = ONTOLOGY.classes["Organisation"].by_name

    assert (claim["fidelity"].kind, claim["fidelity"].scheme, claim["fidelity"].single) == (
        "concept",
        "fid",
        False,
    )
    assert claim["asserter"].ranges == ("Person", "Organisation", "AgentGroup", "Post")
    assert (claim["about"].kind, claim["about"].ranges) == ("node", ())
    assert ONTOLOGY.classes["Figure"].by_name["value"].datatypes == (
        Iri(XSD + "integer"),
        Iri(XSD + "decimal"),
    )
    assert body["incomingAffiliations"] == Property(
        name="incomingAffiliations",
        iri=cot("toOrganisation"),
        inverse=True,
        label="incoming affiliations",
        inverse_label="to",
        description="Links from the bodies that belong to it, each for a time.",
        order=body["affiliations"].order + 1,
        min_count=0,
        max_count=None,
        ranges=("Affiliation",),
    )


def test_terms_are_found_by_name_and_by_iri() -> None:
    assert ONTOLOGY.class_by_iri[cot("Claim")].name == "Claim"
    assert ONTOLOGY.concept_by_iri[cotv("rule-chathamHouse")] == Concept(
        iri=cotv("rule-chathamHouse"),
        notation="chathamHouse",
        label="Chatham House rule",
        definition="What was said may be used, but not who said it.",
    )
    assert ONTOLOGY.predicates[expand("dct:title")] == Predicate(
        iri=expand("dct:title"),
        label="title",
        inverse_label="is the title of",
        comment="The title of the document or graph.",
    )


def test_subclasses_are_the_concrete_ones_and_the_class_itself_comes_first() -> None:
    assert ONTOLOGY.subclasses("Claim") == ("Claim", "OfficeClaim", "Prediction", "Restatement")
    assert ONTOLOGY.subclasses("Evidence") == ("Citation", "TextSpan")
    assert ONTOLOGY.subclasses("Policy") == ("Policy",)


def test_another_folder_can_be_loaded(tmp_path: Path) -> None:
    (tmp_path / "small.ttl").write_text(START + SMALL, encoding="utf-8")

    small = load(tmp_path)

    assert (small.version, list(small.classes)) == ("7", ["Part", "Thing"])
    part = small.classes["Part"]
    assert [(each.name, each.single, each.ranges) for each in part.properties] == [
        ("name", True, ()),
        ("of", False, ("Part", "Thing")),
        ("parts", False, ("Part",)),
    ]
    assert small.subclasses("Thing") == ("Part",)


@pytest.mark.parametrize(
    ("before", "after", "message", "hint"),
    [
        (
            'rdfs:label "part"@en ;',
            "",
            "<https://w3id.org/coterminous/def#Part> has 0 values of rdfs:label, not one",
            "Give it exactly one rdfs:label.",
        ),
        (
            "sh:path cot:of ;",
            "sh:path cot:fo ;",
            "the path <https://w3id.org/coterminous/def#fo> is not a property",
            "Define it in the file of its theme.",
        ),
    ],
)
def test_a_term_that_lacks_something_is_told_with_its_file(
    tmp_path: Path, before: str, after: str, message: str, hint: str
) -> None:
    path = tmp_path / "small.ttl"
    path.write_text(START + SMALL.replace(before, after), encoding="utf-8")

    with pytest.raises(InvalidInput) as caught:
        load(tmp_path)

    assert str(caught.value) == f"{path}: {message}"
    assert caught.value.hint == hint


GONE = """
cot:of owl:deprecated true ; cot:deprecatedBecause "Use `whole`." .
cot:Part owl:deprecated true ; cot:deprecatedBecause "Use `Thing`." .
cots:Thing-name owl:deprecated true ; cot:deprecatedBecause "It has no name any more." .
cots:Thing cots:enduring true ; cots:takesCorpus true .
cots:Part-name cots:isKey true ; cots:timeless true ; cots:inCapitals true .
"""


def test_shapes_say_what_is_deprecated_and_how_a_class_is_asked(tmp_path: Path) -> None:
    (tmp_path / "small.ttl").write_text(START + SMALL + GONE, encoding="utf-8")

    classes = load(tmp_path).classes
    part, thing = classes["Part"], classes["Thing"]

    assert (thing.deprecated, part.deprecated) == ("", "Use `Thing`.")
    assert thing.by_name["name"].deprecated == "It has no name any more."
    assert part.by_name["name"].deprecated == ""
    assert part.by_name["of"].deprecated == "Use `whole`."
    assert (part.is_enduring, part.takes_corpus) == (True, True)  # as its parent is
    own, inherited = part.by_name["name"], thing.by_name["name"]
    assert (own.is_key, own.is_timeless, own.in_capitals) == (True, True, True)
    assert (inherited.is_key, inherited.is_timeless, inherited.in_capitals) == (False,) * 3


def test_what_is_deprecated_must_say_why(tmp_path: Path) -> None:
    path = tmp_path / "small.ttl"
    path.write_text(START + SMALL + "cot:Part owl:deprecated true .", encoding="utf-8")

    with pytest.raises(InvalidInput) as raised:
        load(tmp_path)

    assert (
        str(raised.value)
        == f"{path}: {cot('Part').nt()} has 0 values of cot:deprecatedBecause, not one"
    )
