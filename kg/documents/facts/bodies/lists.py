"""Lists of bodies by their places alone: `the eight CCGs – Brent, Ealing and Harrow – plan to`."""

from __future__ import annotations

from typing import Final

from kg.documents.facts.bodies.by_place import place_party
from kg.documents.facts.model import Party
from kg.documents.facts.scene.sentences import Sentence
from kg.documents.facts.scene.subjects import COMMISSIONERS, Scene
from kg.documents.mentions.model import Group
from kg.documents.patterns import compiled

_WORD: Final = r"[A-Z][\w'’-]+"
_NAME: Final = rf"{_WORD}(?: (?:(?:of|on|upon|the|in) )*{_WORD})*"
_ITEM: Final = rf"{_NAME}(?: (?:and|&) {_NAME})*"
_LIST: Final = rf"{_ITEM}(?:, (?:and )?{_ITEM})*"
_GLOSS: Final = compiled(rf" ?(?:[–—-]|\(|:) ?(?P<list>{_LIST})(?= ?[–—)-]|[.;]|$| ?,)")
_OF_PLACES: Final = compiled(
    r"\b(?:practices|GPs|doctors|members|patients|groups|CCGs|commissioners|boards)"
    rf" (?:in|of|at|across|from|covering) (?P<list>{_LIST})"
)
_LONGEST: Final = 400


def glossed(scene: Scene, sentence: Sentence) -> tuple[Party, ...]:
    """The bodies that a group is glossed with, by place: as many as it counts, or three and more.

    Those that the text names as bodies are taken as they are.
    """
    for group in sentence.groups:
        if group.type not in COMMISSIONERS:
            continue
        told = _GLOSS.match(scene.text[group.span.end : sentence.span.end][:_LONGEST])
        names = _items(told["list"], group.size) if told else ()
        if len(names) > 1 and group.size in (None, len(names)):
            return tuple(_party(scene, each, group) for each in names)
    return ()


def practices_in(scene: Scene, sentence: Sentence) -> tuple[Party, ...]:
    """The bodies of the places that practices are of: `GPs in Aylesbury Vale and Chiltern`."""
    told = _OF_PLACES.search(sentence.span.of(scene.text))
    names = _items(told["list"], None) if told else ()
    return tuple(place_party(each, scene.usual_type) for each in names) if len(names) > 1 else ()


_BETWEEN: Final = compiled(r"(?:,| and|, and|,? &)? (?:the )?")
_OF: Final = compiled(
    r"\b(?:in|across|outside|around|near|from|over|throughout|within|covering|serving|for|to)"
    r"(?: (?:the|both|much of|parts? of|all of))* $"
)


def places_chained(scene: Scene, sentence: Sentence) -> tuple[Party, ...]:
    """The bodies of the places that are listed as what merges: `merging Barnet, Camden and
    Enfield`, `Aylesbury Vale and Chiltern became`."""
    if scene.is_before_ccgs or sentence.segment.kind != "paragraph":
        return ()
    chain: list[str] = []
    end = -1
    for each in sorted(sentence.places, key=lambda one: one.span):
        if each.name in ("England", "London") or each.span.start < end:
            continue
        if chain and _BETWEEN.fullmatch(scene.plain[end : each.span.start]):
            chain.append(each.name)
        elif len(chain) > 1:
            break
        else:
            lead = scene.plain[sentence.span.start : each.span.start]
            chain = [] if _OF.search(lead) else [each.name]
        end = each.span.end
    names = tuple(dict.fromkeys(chain))
    return tuple(place_party(each, scene.usual_type) for each in names) if len(names) > 1 else ()


def _items(listed: str, size: int | None) -> tuple[str, ...]:
    """The names of a list; an `and` inside of one is kept where the count asks for it."""
    parts = [each.removeprefix("and ").strip() for each in listed.split(", ")]
    if len(parts) > 1 and (size is None or len(parts) != size) and " and " in parts[-1]:
        parts[-1:] = parts[-1].rsplit(" and ", 1)
    if len(parts) == 1:
        parts = parts[0].split(" and ")
    return tuple(parts)


def _party(scene: Scene, name: str, group: Group) -> Party:
    """The body of a place: the one that the text names elsewhere, else one known by its place."""
    for each in scene.mentions.organisations:
        if each.type == group.type and each.name.removesuffix(" CCG") == name:
            return scene.parties[each.key]
    return place_party(name, group.type)
