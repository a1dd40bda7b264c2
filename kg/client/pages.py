"""The pages of a GraphQL connection, one call after another, all of one release."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from kg.client import calls
from kg.client.calls import Call, Told


class Pages:
    """Where a walk through a connection stands."""

    def __init__(self, document: str, at: str, variables: Mapping[str, Any], release: str) -> None:
        self._document = document
        self._at = at.split(".")
        self._variables = dict(variables)
        self._release = release
        self._is_done = False

    def next(self) -> Call[Sequence[dict[str, Any]]] | None:
        """The call for the nodes of the next page; `None` where all are had."""
        if self._is_done:
            return None
        return Call("/graphql", self._nodes, json=self._body()).of_release(self._release)

    def _nodes(self, told: Told) -> Sequence[dict[str, Any]]:
        found: Any = calls.data(told)
        for name in self._at:
            found = found[name]
        self._release = self._release or told.release
        self._is_done = not found["pageInfo"]["hasNextPage"]
        after = found["pageInfo"]["endCursor"]
        if not self._is_done and after == self._variables.get("after"):
            raise ValueError("the next page is the same again")  # and so on for ever
        self._variables["after"] = after
        nodes: Sequence[dict[str, Any]] = found["nodes"]
        return nodes

    def _body(self) -> dict[str, Any]:
        return {"query": self._document, "variables": dict(self._variables)}
