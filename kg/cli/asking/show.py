"""One thing in a terminal: what is known of it, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.table import Table
from rich.text import Text

from kg.cli import output
from kg.errors import UnknownThing
from kg.model.names import ID, shorten
from kg.model.terms import Iri, Literal, Term
from kg.questions.bind import bind, parse
from kg.release.opened import OpenRelease
from kg.release.things import meant


def show_thing(release: OpenRelease, what: str, *, on: str = "", as_json: bool) -> None:
    """Print the thing that an identifier, a code or a name means, on a day if one is given.

    Raises `UnknownThing` with near names, and `BadParameter` for what is not a day; several things
    by one code are told apart first.
    """
    thing = found(release, what, on)
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


def found(release: OpenRelease, what: str, on: str = "") -> Iri:
    """The thing that was meant: by identifier, else the best match of the search.

    With a day, of those by that very code or name the one that stood then, if it was one.
    """
    day = parse(release.library.inside("stood"), {"on": on})["on"] if on else None
    if what.startswith((ID, "id:")):
        thing = Iri(ID + what.removeprefix(ID).removeprefix("id:"))
        if _ask(release, "facts", thing):
            return thing
    hits = release.search.find(what, first=6)
    if not hits:
        raise UnknownThing(what, otherwise="`coterminous search` finds things by a part of a name.")
    others = [each for each in hits[1:] if each.matched.casefold() == what.casefold()]
    things: Sequence[Iri] = [each.iri for each in (hits[0], *others)]
    if isinstance(day, Literal) and others:
        things = meant(release, things, day)
    for each in others:
        if each.iri in things[1:]:
            told = Text(f"Also by that name: {each.label} ({each.detail}) {shorten(each.iri)}")
            output.stderr.print(told, style="dim", highlight=False)
    return things[0]


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
    output.draw(drawn)
