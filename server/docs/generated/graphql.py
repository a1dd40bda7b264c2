"""The GraphQL schema: what can be asked at its root, and its types."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from kg.release.opened import OpenRelease
from server.docs.generated.markdown import code, prose, sentence, table
from server.graphql.api import api

_COMMON: Final = ("asOf", "carryMonths", "publishedBy", "corpus", "language", "release")
_MADE: Final = ("Connection", "Edge", "Row", "Field")
_HEAD: Final = ("field", "arguments", "gives", "what it is")


class Field(NamedTuple):
    """A field: its arguments, the type of its value, and what it gives."""

    name: str
    arguments: tuple[str, ...]
    type: str
    sentence: str


def roots(release: OpenRelease, root: str) -> list[Field]:
    """The fields of a root of the schema: `Query`, `Mutation` or `Subscription`."""
    found = _types(release).get(root)
    every = found.fields.items() if found else ()
    return [
        Field(name, tuple(each.args), str(each.type), sentence(each.description))
        for name, each in every
    ]


def fields(release: OpenRelease) -> str:
    """What can be asked at the roots; things of classes one by one and listed in one line."""
    every = roots(release, "Query")
    lists = {each.type[: -len("Connection!")]: each for each in every if _is_list(each)}
    ones = {each.type: each for each in every if each.type in lists}
    others = [each for each in every if each.type not in ones and not _is_list(each)]
    kinds = [
        (code(ones[kind].name) if kind in ones else "", code(each.name),
         f"[{code(kind)}](/schema#{kind})", prose(each.sentence))
        for kind, each in lists.items()
    ]  # fmt: skip
    sections = [
        ("Reckoned and looked up", table(_HEAD, map(_row, others))),
        ("Things of a class", table(("one", "all", "class", "what it is"), kinds)),
        ("Mutations", table(_HEAD, map(_row, roots(release, "Mutation")))),
        ("Subscriptions", table(_HEAD, map(_row, roots(release, "Subscription")))),
    ]
    return "\n".join(f"## {title}\n\n{rows}" for title, rows in sections)


def types(release: OpenRelease) -> str:
    """The types that are no class of the ontology: what reckoned fields give, and scalars."""
    return table(("type", "what it is"), _told(release))


def _told(release: OpenRelease) -> Iterator[tuple[str, str]]:
    known = {"Query", "Mutation", "Subscription", *release.ontology.classes}
    for name, each in sorted(_types(release).items()):
        is_plain = not name.startswith(("__", "Ask")) and not name.endswith(_MADE)
        is_given = hasattr(each, "interfaces") or hasattr(each, "parse_literal")
        if is_plain and is_given and name not in known and each.description:
            yield code(name), prose(sentence(each.description))


def _row(field: Field) -> tuple[str, str, str, str]:
    own = ", ".join(code(each) for each in field.arguments if each not in _COMMON)
    return code(field.name), own, code(field.type), prose(field.sentence)


def _is_list(field: Field) -> bool:
    return field.type.endswith("Connection!")


def _types(release: OpenRelease) -> dict[str, Any]:
    found: dict[str, Any] = api(release.ontology, release.library).schema.type_map
    return found
