"""The words of the model, from the ontology."""

from __future__ import annotations

from kg.release.opened import OpenRelease
from server.docs.generated.markdown import code, plain, table

SCHEMES = ("type", "change", "status", "mod", "qual", "basis", "confidence", "reading")
"""The lists of codes that a reader of answers meets first."""


def classes(release: OpenRelease) -> str:
    """A table of all classes: what each is called in GraphQL and SPARQL, and what it is."""
    rows = [
        (f"[{code(each.name)}](/schema#{each.name})", plain(each.label), plain(each.comment))
        for each in release.ontology.classes.values()
        if not each.abstract
    ]
    return table(("class", "in words", "what it is"), rows)


def words(release: OpenRelease) -> str:
    """The codes of the kinds of bodies and of what became of them, each with its meaning."""
    return "\n".join(
        f"### {scheme.label.capitalize()}\n\n"
        + table(("code", "in words", "meaning"), [
            (code(each.notation), plain(each.label), plain(each.definition))
            for each in scheme.concepts
        ])
        for scheme in release.ontology.schemes.values()
        if scheme.name in SCHEMES
    )  # fmt: skip
