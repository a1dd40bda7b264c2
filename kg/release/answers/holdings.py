"""What a release holds, as an answer: its graphs, its things by class, and what is missing."""

from __future__ import annotations

from kg.analysis.coverage import coverage
from kg.model.terms import Iri, Literal, Term
from kg.release.answers.answer import Answer, Json, answer
from kg.release.opened import OpenRelease


def holdings(release: OpenRelease) -> Answer:
    """Graphs with their licences, counts by class, and coverage; a row for each part of it.

    In the table `part` says which of the three a row is of.
    """
    graphs, classes = _graphs(release), _classes(release)
    covered = [
        {
            "theme": each.theme,
            "part": each.part,
            "have": each.have,
            "of": each.of,
            "state": each.state,
            "why": each.why or None,
        }
        for each in coverage(release.store, release.library)
    ]
    rows = [
        *(("graph", each["iri"], each["title"], each["statements"], None, each["licence"])
          for each in graphs),
        *(("class", each["iri"], each["label"], each["things"], None, None) for each in classes),
        *(("coverage", None, f"{each['theme']}: {each['part']}", each["have"], each["of"],
           each["why"]) for each in covered),
    ]  # fmt: skip
    told = {"graphs": graphs, "classes": classes, "coverage": covered}
    return answer(told, ("part", "thing", "label", "count", "of", "note"), rows)


def _graphs(release: OpenRelease) -> list[Json]:
    sizes = _sizes(release, "graph-sizes")
    found: dict[Iri, Json] = {}
    answered = release.store.select(release.library.inside("graphs"))
    for row in answered.rows:
        said = dict(zip(answered.variables, map(_text, row), strict=True))
        iri = Iri(str(said.pop("graph")))
        found.setdefault(iri, {"iri": iri} | said | {"statements": sizes.get(iri, 0)})
    return list(found.values())


def _classes(release: OpenRelease) -> list[Json]:
    sizes = _sizes(release, "class-sizes")
    return [
        {"iri": iri, "name": kind.name, "label": kind.label, "things": sizes[iri]}
        for iri, kind in release.ontology.class_by_iri.items()
        if iri in sizes and not kind.abstract
    ]


def _sizes(release: OpenRelease, name: str) -> dict[Iri, int]:
    return {
        iri: int(count.text)
        for iri, count in release.store.select(release.library.inside(name)).rows
        if isinstance(iri, Iri) and isinstance(count, Literal)
    }


def _text(term: Term | None) -> str | None:
    return None if term is None else term.text if isinstance(term, Literal) else str(term)
