"""The words of the model: explained in the glossary, and drawn."""

import re

from starlette.testclient import TestClient

from kg.model.ontology import load
from server.pages.reference import terms

HTML = {"Accept": "text/html"}


def test_every_word_that_is_explained_stands_in_the_glossary(shipped_site: TestClient) -> None:
    glossary = shipped_site.get("/glossary", headers=HTML).text
    marks = set(re.findall(r'<div id="([^"]*)">', glossary))

    wanted: set[str] = set()
    for place in ("/doc/organisation/13T/ccg", "/doc/claim/003/12", "/audits", "/"):
        text = shipped_site.get(place, headers=HTML).text
        wanted |= set(re.findall(r'href="/glossary#([^"]*)"', text))

    assert len(wanted) > 20
    assert wanted - marks == set()


def test_the_picture_of_the_model_says_what_the_ontology_says() -> None:
    ontology = load()

    for one, name, other in terms.LINES:
        ranges = ontology.classes[one].by_name[name].ranges
        allowed = {each for found in ranges for each in ontology.subclasses(found)}
        assert not ranges or other in allowed, (one, name, other)
    drawn = terms.picture(ontology)
    assert len(drawn.lines) == len(terms.LINES)
    assert all(0 <= box.x < drawn.width and 0 <= box.y < drawn.height for box in drawn.boxes)
