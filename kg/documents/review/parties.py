"""Bodies and people as parts of a value: those of a document, and those of the register."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from kg.documents.mentions.names.gazetteer import Body, shipped
from kg.documents.review.state import Review


@cache
def bodies() -> Mapping[str, Body]:
    """The bodies of the register by code and kind, such as `26A/ccg`."""
    return {each.code: each for found in shipped().bodies.values() for each in found}


@cache
def known_names() -> Mapping[str, str]:
    """The names of the bodies that no register has, by key, such as `x/nhs-england`."""
    return {one.code: one.name for found in shipped().known.values() for _, one in found}


def party(review: Review, name: str) -> dict[str, Any] | None:
    """A body or a person of the document as a part of a value, by the id of its candidate."""
    item = review.by_id.get(name)
    if item is None:
        return None
    value = item.value
    options = list(value.get("options", ()))
    return {"ref": name, "name": value["name"], "link": value.get("link"), "options": options}
