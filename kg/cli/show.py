"""One thing in a terminal: what is known of it, and who says so."""

from __future__ import annotations

from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

from kg.cli import output
from kg.errors import UnknownThing
from kg.model.names import ID, shorten
from kg.model.terms import Iri, Term
from kg.questions.bind import bind
from kg.release.opened import OpenRelease


def show_thing(release: OpenRelease, what: str, *, as_json: bool) -> None:
    """Print the thing that an identifier, a code or a name means.

    Raises `UnknownThing` with near names; several things by one code are told apart first.
    """
    thing = found(release, what)
    facts = _ask(release, "facts", thing)
    inverse = _ask(release, "mentions", thing)
    evidence = _ask(release, "evidence", thing)
    if as_json:
        output.write_json(
            {
                "id": str(thing),
                "facts": [[_text(each) for each in row] for row in facts],
                "mentions": [[_text(each) for each in row] for row in inverse],
                "evidence": [[_text(each) for each in row] for row in evidence],
                "release": release.name,
            }
        )
        return
    output.stdout.print(Text(_label(facts) or shorten(thing)), style="bold")
    output.stdout.print(Text(str(thing)), style="dim", highlight=False)
    _print("What is known", ("", ""), facts)
    _print("What refers to it", ("", "things"), inverse)
    _print("Evidence", ("document", "published", "place"), evidence)


def found(release: OpenRelease, what: str) -> Iri:
    """The thing that was meant: by identifier, else the best match of the search."""
    if what.startswith((ID, "id:")):
        thing = Iri(ID + what.removeprefix(ID).removeprefix("id:"))
        if _ask(release, "facts", thing):
            return thing
    hits = release.search.find(what, first=6)
    if not hits:
        raise UnknownThing(what)
    best = hits[0]
    others = [each for each in hits[1:] if each.matched.casefold() == what.casefold()]
    for each in others:
        told = Text(f"Also by that name: {each.label} ({each.detail}) {shorten(each.iri)}")
        output.stderr.print(told, style="dim", highlight=False)
    return best.iri


def _ask(release: OpenRelease, name: str, thing: Iri) -> list[tuple[Term | None, ...]]:
    return release.store.select(bind(release.library.inside(name), {"thing": thing})).rows


def _label(facts: Iterable[tuple[Term | None, ...]]) -> str:
    return next((_text(row[1]) for row in facts if _text(row[0]) == "name"), "")


def _text(term: Term | None) -> str:
    return output.shown(term)


def _print(title: str, names: tuple[str, ...], rows: list[tuple[Term | None, ...]]) -> None:
    if not rows:
        return
    drawn = Table(*names, title=title, title_justify="left", show_header=any(names))
    for row in rows:
        drawn.add_row(*(Text(_text(each)) for each in row))
    output.stdout.print(drawn)
