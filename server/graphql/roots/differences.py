"""`differences`: what an earlier release and the one that answers do not have in common."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from kg.errors import KgError, UnknownRelease
from kg.model.terms import Iri
from kg.release import differences as compared
from kg.release.answers.releases import statement
from kg.release.catalogue import Catalogue
from kg.release.differences import Change, Difference, Totals
from server.graphql.planning.plan import Asking, Root
from server.graphql.release import Release
from server.graphql.roots.field import RootField
from server.graphql.roots.values import listed


def differences(field: RootField) -> Root:
    """No query: both are read from their files, in the order of their lines."""
    page, before, graph = field.page(), str(field.args["before"]), field.args.get("graph") or ""

    def make(asking: Asking) -> dict[str, Any] | KgError:
        try:
            here, there = _folders(asking.release, before)
        except KgError as error:
            return error
        totals = Totals()
        found = list(totals.count(compared.differences(there, here, graph)))
        return {
            "before": before,
            "after": asking.release.name,
            "counts": [
                {"state": state.upper(), "count": count}
                for state, count in sorted(totals.things.items())
            ],
            **listed([_thing(each) for each in found], page),
        }

    return field.computed(make, wide=page[0])


def _folders(release: Release, before: str) -> tuple[Path, Path]:
    """The folder of the release and of that other; raises `UnknownRelease`, `RetiredRelease`."""
    folder = getattr(release, "folder", None)
    if folder is None:
        raise UnknownRelease(before, [release.name])
    return folder, Catalogue(Path(folder).parent.parent).find(before)


def _thing(found: Difference) -> dict[str, Any]:
    is_named = found.thing.startswith("<")
    iri = found.thing.strip("<>")
    return {
        "thing": Iri(iri) if is_named else None,
        "iri": iri,
        "state": found.state.upper(),
        "added": [statement(each) for each in found.added],
        "removed": [statement(each) for each in found.removed],
        "changed": list(_changed(found.changed)),
    }


def _changed(changes: Iterable[Change]) -> Iterable[dict[str, Any]]:
    for change in changes:
        yield {**statement(change.now), "was": change.was.value}
