"""The schema as it is published, and what is promised of it."""

import os
import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from graphql import build_schema, lexicographic_sort_schema, parse, print_schema
from starlette.testclient import TestClient

from kg.model.ontology import load
from kg.questions.library import Library
from kg.release.catalogue import Catalogue
from kg.release.opened import OpenRelease
from server.graphql.api import Api
from server.graphql.schema.revision import changes, unannounced
from server.graphql.schema.sdl import printed
from server.graphql.transport.published import FILE, keep, kept

SNAPSHOT = Path(__file__).parents[1] / "schema.graphql"
PUBLISHED = Path(__file__).parents[1] / "published.graphql"
"""The schema of the last release. Releasing writes it: `coterminous schema --bare`."""


@cache
def api() -> Api:
    return Api(load(), Library())


@cache
def bare() -> str:
    return printed(api().schema, descriptions=False)


def test_it_is_all_that_introspection_tells() -> None:
    again = build_schema(api().sdl)

    told = print_schema(lexicographic_sort_schema(api().schema))
    assert print_schema(lexicographic_sort_schema(again)) == told


def test_it_tells_the_term_of_every_element_that_has_one() -> None:
    terms = dict(_terms_of_the_schema())

    assert dict(_terms_of_the_text(api().sdl)) == terms
    assert terms["Organisation"] == "https://w3id.org/coterminous/def#Organisation"
    assert terms["Organisation.odsCode"] == "https://w3id.org/coterminous/def#odsCode"
    assert terms["ClaimType.PREDICTION"] == "https://w3id.org/coterminous/def/v#claim-prediction"


def test_it_is_the_same_when_it_is_made_again() -> None:
    assert Api(load(), Library()).sdl == api().sdl


def test_the_service_publishes_it_with_each_release(small_site: TestClient) -> None:
    response = small_site.get("/graphql/schema.graphql", params={"release": "rsmall"})

    assert response.text == api().sdl
    assert response.headers["content-type"] == "text/plain; charset=utf-8"
    assert response.headers["x-release"] == "rsmall"


def test_it_is_kept_in_the_release_as_it_was_first_served(
    tiny_release: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "tiny"
    shutil.copytree(Catalogue(tiny_release).current(), folder)
    release = OpenRelease(folder)

    keep(release)
    first = (folder / FILE).read_text(encoding="utf-8")
    (folder / FILE).write_text("type Query { older: Int }", encoding="utf-8")
    keep(release)

    assert first == api().sdl
    assert kept(release) == "type Query { older: Int }"
    assert sorted(each.name for each in folder.iterdir() if "graphql" in each.name) == [FILE]


def test_what_writes_have_made_of_a_release_has_its_schema(
    tiny_release: Path, tmp_path: Path
) -> None:
    for name in ("tiny", "tiny+1"):
        shutil.copytree(Catalogue(tiny_release).current(), tmp_path / name)
    (tmp_path / "tiny" / FILE).write_text("type Query { older: Int }", encoding="utf-8")

    assert kept(OpenRelease(tmp_path / "tiny+1")) == "type Query { older: Int }"


def test_a_release_that_is_not_there_has_no_schema(small_site: TestClient) -> None:
    response = small_site.get("/graphql/schema.graphql", params={"release": "r0"})

    assert response.status_code == 404
    assert response.json()["code"] == "unknown-release"


def test_what_clients_depend_on_changes_only_where_it_is_meant_to() -> None:
    # COTERMINOUS_WRITE_ANSWERS=1 writes it anew; read the difference before it is committed.
    if os.environ.get("COTERMINOUS_WRITE_ANSWERS"):
        SNAPSHOT.write_text(bare(), encoding="utf-8")
    kept = SNAPSHOT.read_text(encoding="utf-8")

    assert [each.sentence for each in changes(kept, bare())] == []
    assert bare() == kept


def test_nothing_that_was_published_goes_before_it_was_deprecated() -> None:
    # Deprecate it in the ontology (`owl:deprecated` and a reason), release, and take it off then.
    assert unannounced(PUBLISHED.read_text(encoding="utf-8"), bare()) == []


def _terms_of_the_schema() -> Iterator[tuple[str, str]]:
    for kind in api().schema.type_map.values():
        members: Any = getattr(kind, "fields", None) or getattr(kind, "values", {})
        named = {kind.name: kind} | {f"{kind.name}.{key}": each for key, each in members.items()}
        yield from (
            (name, each.extensions["iri"])
            for name, each in named.items()
            if (each.extensions or {}).get("iri")
        )


def _terms_of_the_text(sdl: str) -> Iterator[tuple[str, str]]:
    for definition in parse(sdl).definitions:
        kind: Any = definition
        members = getattr(kind, "fields", None) or getattr(kind, "values", None) or ()
        named = [(kind.name.value, kind)]
        named += [(f"{kind.name.value}.{each.name.value}", each) for each in members]
        for name, node in named:
            for applied in getattr(node, "directives", None) or ():
                if applied.name.value == "iri":
                    yield name, applied.arguments[0].value.value
