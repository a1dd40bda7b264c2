"""What analysis has read of a release, made once and kept with it; a stand-in's is read anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.analysis.lineage.dag import Dag
from kg.analysis.lineage.reading import read
from kg.analysis.paths.told import Paths
from kg.questions.library import Library
from server.graphql.release import Release

if TYPE_CHECKING:
    from kg.analysis.kept import Networks


def lineage_of(release: Release) -> Dag:
    """What became of each of its bodies."""
    found = getattr(release, "lineage", None)
    return found if isinstance(found, Dag) else read(release.store, Library())


def networks_of(release: Release) -> Networks:
    """Who shared officers with whom, and its other networks."""
    from kg.analysis.kept import Networks  # networkx takes its time to load

    found = getattr(release, "networks", None)
    return found if isinstance(found, Networks) else Networks(release.store, Library())


def paths_of(release: Release) -> Paths:
    """How its things are connected."""
    found = getattr(release, "paths", None)
    if isinstance(found, Paths):
        return found
    return Paths(release.store, Library(), release.ontology)
