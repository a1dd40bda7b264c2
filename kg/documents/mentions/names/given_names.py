"""Given names of people, by which names of people and of bodies are told apart."""

from __future__ import annotations

from functools import cache

from kg.resources import folder


@cache
def given_names() -> frozenset[str]:
    """Given names that are common in the country, from the shipped list."""
    path = folder("kg.data") / "gazetteer" / "given_names.txt"
    return frozenset(path.read_text(encoding="utf-8").split())
