"""What a page shows, as questions that anybody can ask: "show the query"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final, NamedTuple
from urllib.parse import urlencode

import orjson

from kg.questions.bind import bind, defaults, parse
from kg.questions.twin import variables
from kg.release.opened import OpenRelease


class Shown(NamedTuple):
    """A part of a view, and addresses: of the question that gives it, and of both editors."""

    told: str
    question: str
    sparql: str
    graphql: str


_NONE: Final[Mapping[str, str]] = MappingProxyType({})


class Asked(NamedTuple):
    """A part of a view in words, the name of the question that gives it, and its parameters."""

    told: str
    name: str
    texts: Mapping[str, str] = _NONE


def shown(release: OpenRelease, asked: Sequence[Asked]) -> list[Shown]:
    """The questions with their parameters; one that the release does not have is left out.

    Raises `BadParameter` for a parameter that a question does not take.
    """
    known = set(release.library)
    return [_shown(release, each) for each in asked if each.name in known]


def _shown(release: OpenRelease, asked: Asked) -> Shown:
    question = release.library[asked.name]
    values = parse(question.sparql, asked.texts)
    given = orjson.dumps(variables({**defaults(question.sparql), **values})).decode()
    kept = f"?{urlencode(asked.texts)}" if asked.texts else ""
    return Shown(
        asked.told,
        f"/questions/{question.name}{kept}",
        f"/query/sparql?{urlencode({'query': bind(question.sparql, values)})}",
        f"/query/graphql?{urlencode({'query': question.graphql, 'variables': given})}",
    )
