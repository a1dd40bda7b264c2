"""What the service says of itself: its releases, its codes, its limits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from kg.errors import UnknownThing
from kg.model.terms import Iri
from kg.release.catalogue import Catalogue
from server.graphql.codes import concept
from server.graphql.execution.assemble import plain
from server.graphql.planning.plan import Asking, Ready, Root
from server.graphql.planning.selections import name_of
from server.graphql.release import Release
from server.graphql.roots.field import RootField
from server.graphql.roots.values import ask, text

_COUNTS: Final = "counts"
_DIGEST: Final = "schemaDigest"


def release(field: RootField) -> Root:
    """The release that answers; its things are counted, by one query, if that is selected."""
    below = field.selector.fields("Release", field.nodes).values()
    is_counted = any(name_of(each) == _COUNTS for each in below)
    is_hashed = any(name_of(each) == _DIGEST for each in below)
    here = field.selector.here

    def make(asking: Asking) -> dict[str, Any]:
        told: dict[str, Any] = {**vars(asking.release.info)}
        told[_DIGEST] = here.digest if is_hashed else None
        told[_COUNTS] = list(_counts(asking, field)) if is_counted else []
        return told

    return field.computed(make, int(is_counted))


def _counts(asking: Asking, field: RootField) -> Iterator[dict[str, Any]]:
    classes = field.shown.ontology.class_by_iri
    for row in ask(asking, "class-sizes"):
        found = classes.get(Iri(str(row["class"])))
        if found is not None:
            yield {"class": found.name, "count": int(text(row["count"]) or 0)}


def releases(field: RootField) -> Root:
    """The releases that the log of this store has, up to this one: so it is the same for ever."""
    return field.computed(lambda asking: list(_published(asking.release)))


def _published(release: Release) -> Iterator[dict[str, Any]]:
    folder = getattr(release, "folder", None)
    log = Catalogue(Path(folder).parent.parent).log() if folder else []
    names = [each.name for each in log]
    if release.name in names:
        last = names.index(release.name)
        for each in log[:last]:
            yield {**each._asdict(), "isAnswering": False}
    info = release.info
    told = {name: getattr(info, name) for name in ("name", "built", "digest")}
    yield {**told, "isAnswering": True}


def service_limits(field: RootField) -> Root:
    """The limits that are in force, as they describe themselves."""
    limits = field.selector.here.limits
    told = [
        {
            "name": each.name,
            "value": plain(Decimal(str(getattr(limits, each.name)))),
            "unit": each.metadata.get("unit", ""),
            "description": each.metadata.get("description", ""),
        }
        for each in fields(limits)
    ]
    return field.computed(lambda _: told)


def concepts(field: RootField) -> Root:
    """The codes of all lists, or of one; raises `UnknownThing` for another list."""
    schemes = field.shown.ontology.schemes
    wanted = field.args.get("scheme")
    if wanted is not None and wanted not in schemes:
        raise UnknownThing(wanted, list(schemes), "`concepts` without `scheme` tells all of them.")
    selected = field.selector.fields("Concept", field.nodes)
    parts = tuple((key, name_of(below)) for key, below in selected.items())
    return Ready([
        concept(field.shown, code.iri, parts)
        for name, scheme in schemes.items()
        if wanted in (None, name)
        for code in scheme.concepts
    ])  # fmt: skip
