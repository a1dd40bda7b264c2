"""Every shape fits its class, and the names that interfaces take from shapes do not collide."""

from __future__ import annotations

import re
from collections import Counter

import pytest
import rdflib
from rdflib.namespace import OWL, RDF, RDFS, SH

from kg.model.names import PREFIXES
from kg.model.ontology import Class, load
from kg.resources import folder

FOLDER = folder("ontology")
ONTOLOGY = load()
CLASSES = list(ONTOLOGY.classes.values())
FIELDS = [(one, each) for one in CLASSES for each in one.properties]
WHOLE = rdflib.Graph()
for path in sorted(FOLDER.rglob("*.ttl")):
    WHOLE.parse(path)
COTS = PREFIXES["cots"]


def shape(one: Class) -> rdflib.URIRef:
    return rdflib.URIRef(COTS + one.name)


def test_classes_and_shapes_are_the_same_ones() -> None:
    classes = {str(each) for each in WHOLE.subjects(RDF.type, OWL.Class)}

    assert classes == {str(each.iri) for each in CLASSES}
    assert classes == {str(each) for each in WHOLE.objects(None, SH.targetClass)}


@pytest.mark.parametrize("one", CLASSES, ids=lambda each: each.name)
def test_a_shape_is_named_after_its_class_and_includes_the_shapes_of_its_parents(
    one: Class,
) -> None:
    above = {str(each) for each in WHOLE.objects(rdflib.URIRef(one.iri), RDFS.subClassOf)}
    ours = {each for each in above if each.startswith(PREFIXES["cot"])}

    assert WHOLE.value(shape(one), SH.targetClass) == rdflib.URIRef(one.iri)
    assert one.iri == PREFIXES["cot"] + one.name
    assert {str(each) for each in WHOLE.objects(shape(one), SH.node)} == {
        each.replace(PREFIXES["cot"], COTS) for each in ours
    }


@pytest.mark.parametrize("one", CLASSES, ids=lambda each: each.name)
def test_the_fields_of_a_class_have_names_of_their_own_and_an_order(one: Class) -> None:
    names = [each.name for each in one.properties]

    assert len(set(names)) == len(names)
    assert len({each.order for each in one.properties}) == len(names)
    assert all(re.fullmatch(r"[a-z][A-Za-z0-9]*", each) for each in names)
    assert not {"id", "type", "label", "graphs"} & set(names), "interfaces give these by themselves"


@pytest.mark.parametrize("one", CLASSES, ids=lambda each: each.name)
def test_every_field_is_told_in_a_sentence_and_takes_one_kind_of_value(one: Class) -> None:
    for each in one.properties:
        assert re.fullmatch(r"[A-Z].*\.", each.description), each.name
        assert bool(each.datatypes) + bool(each.scheme) + bool(each.ranges) <= 1, each.name
        assert each.label, each.name
        assert each.inverse_label, each.name


def test_a_name_is_read_forwards_everywhere_or_backwards_everywhere() -> None:
    ways: dict[str, set[bool]] = {}
    for _, each in FIELDS:
        ways.setdefault(each.name, set()).add(each.inverse)

    assert {name: way for name, way in ways.items() if len(way) > 1} == {}


def test_a_forward_name_means_the_same_property_in_every_class() -> None:
    meant = {(each.name, each.iri) for _, each in FIELDS if not each.inverse}

    assert [name for name, count in Counter(name for name, _ in meant).items() if count > 1] == []


def test_every_property_is_used_by_a_shape_and_every_path_is_a_property() -> None:
    paths = {each.iri for _, each in FIELDS}

    assert paths == set(ONTOLOGY.predicates)


def test_an_inverse_field_reads_a_property_that_can_point_at_its_class() -> None:
    for one, field in ((one, each) for one, each in FIELDS if each.inverse):
        kin = {one.name, *one.parents}
        for name in field.ranges:
            forward = [
                each
                for each in ONTOLOGY.classes[name].properties
                if each.iri == field.iri and not each.inverse
            ]
            assert len(forward) == 1, (one.name, field.name, name)
            assert not forward[0].ranges or kin & set(forward[0].ranges), (one.name, field.name)


def test_every_class_and_list_that_a_shape_names_exists() -> None:
    assert {name for _, each in FIELDS for name in each.ranges} <= set(ONTOLOGY.classes)
    assert {each.scheme for _, each in FIELDS if each.scheme} <= set(ONTOLOGY.schemes)


def test_root_names_and_type_names_do_not_collide() -> None:
    concrete = [each for each in CLASSES if not each.abstract]
    roots = [name for each in concrete for name in (each.root_field, each.root_list)]
    types = [each.name for each in CLASSES] + [each.type_name for each in ONTOLOGY.schemes.values()]

    assert all(roots)
    assert len(roots) == len(set(roots))
    assert len(types) == len(set(types))
    assert {each.name for each in CLASSES if each.abstract} == {"Dated", "Evidence", "Published"}


def test_the_readme_lists_every_shacl_word_that_the_shapes_use() -> None:
    # The validator compiles just this set, so a new word needs code first.
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    listed = set(re.findall(r"`sh:(\w+)`", readme))
    words = {str(each) for each in WHOLE.predicates()}
    used = {each.removeprefix(str(SH)) for each in words if each.startswith(str(SH))}

    assert used == listed


def test_what_must_have_evidence_says_so_in_words() -> None:
    shapes = [each for each in CLASSES if list(WHOLE.objects(shape(each), SH["or"]))]

    for one in shapes:
        (message,) = WHOLE.objects(shape(one), SH.message)
        assert str(message).endswith("."), one.name
    assert {"Organisation", "Person", "Tenure", "Document", "Figure"} <= {
        each.name for each in shapes
    }
