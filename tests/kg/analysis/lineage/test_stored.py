"""A lineage beside its release is the one of the graph."""

import json
from pathlib import Path
from shutil import copytree

from kg.analysis.lineage import stored
from kg.analysis.lineage.dag import Dag
from kg.analysis.lineage.reading import read
from kg.questions.library import Library
from kg.release import sums
from kg.release.opened import OpenRelease


def test_what_a_build_keeps_is_what_the_graph_says(release: OpenRelease) -> None:
    of_graph = read(release.store, Library())

    assert stored.read(stored.written(of_graph)) == of_graph
    assert release.lineage == of_graph
    assert stored.FILE in json.loads((release.folder / sums.FILE).read_text(encoding="utf-8"))


def test_what_is_kept_in_another_form_is_read_from_the_graph(
    release: OpenRelease, dag: Dag, tmp_path: Path
) -> None:
    older = tmp_path / release.name
    copytree(release.folder, older)
    (older / stored.FILE).write_text('{"form": 0, "bodies": []}', encoding="utf-8")

    assert OpenRelease(older).lineage == dag
