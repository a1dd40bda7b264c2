"""How two things are connected, as an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import asdict

from kg.analysis.paths.told import Answer as Connected
from kg.analysis.paths.told import Hop, Path
from kg.analysis.plots.told import Cell
from kg.release.answers.answer import Answer, Json, answer, documents, named, sourced


def connections(found: Connected) -> Answer:
    """The paths, the best first, with what was wished; a row for each hop."""
    wish = asdict(found.wish)
    told = {
        "from": found.here,
        "to": found.there,
        "wish": {
            "most": wish["most"],
            "longest": wish["longest"],
            "by": wish["by"],
            "on": wish["on"] or None,
            "publishedBy": wish["published_by"] or None,
            "through": sorted(wish["through"]),
            "kinds": sorted(wish["kinds"]),
            "hubs": wish["hubs"],
        },
        "paths": [_path(each) for each in found.paths],
        "note": found.note or None,
    }
    columns = (
        "path", "hop", "from", "fromName", "to", "toName", "term", "sentence", "start", "end",
        "known", "documents",
    )  # fmt: skip
    return answer(told, columns, _hops(found.paths))


def _path(path: Path) -> Json:
    return {"sentence": path.sentence, "hops": [_hop(each) for each in path.hops]}


def _hop(hop: Hop) -> Json:
    return {
        "from": named(hop.here, hop.here_name),
        "to": named(hop.there, hop.there_name),
        "term": hop.term,
        "label": hop.label,
        "record": hop.owner,
        "sentence": hop.sentence,
        "start": hop.start or None,
        "end": hop.end or None,
        "known": hop.known or None,
        "others": hop.others,
        "sources": sourced(hop.sources),
    }


def _hops(paths: Sequence[Path]) -> Iterator[Sequence[Cell]]:
    for number, path in enumerate(paths, 1):
        for place, hop in enumerate(path.hops, 1):
            yield (
                number, place, hop.here, hop.here_name, hop.there, hop.there_name, hop.term,
                hop.sentence, hop.start or None, hop.end or None, hop.known or None,
                documents(hop.sources),
            )  # fmt: skip
