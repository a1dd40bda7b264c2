"""Several bodies or people meant together: `the six CCGs`, `CCGs in Kent`, `local GPs`."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from operator import itemgetter
from typing import NamedTuple

from kg.documents.mentions.figures.numbers import number
from kg.documents.mentions.model import Group, Kind, Organisation, Place
from kg.documents.mentions.names.organisations import Found
from kg.documents.mentions.text.taken import taken
from kg.documents.mentions.text.view import View
from kg.documents.patterns import compiled
from kg.model.names import slug

_LEFT = compiled(
    r"(?P<all>(?:\b(?:[Tt]he|[Aa]ll|[Bb]oth|[Tt]hese|[Tt]hose|[Ii]ts|[Tt]heir|[Ll]ocal|[Oo]ther"
    r"|of) )*)"
    r"(?:(?P<size>[\w-]+(?: [\w-]+)?) )?(?:(?:new|existing|current|neighbouring|local|remaining"
    r"|separate|"
    r"constituent|smaller|merging|emerging|developing|different) )*$"
)
_RIGHT = compiled(r" (?:in|across|covering|serving) (?P<both>both )?(?=[A-Z])")
_BESIDE = compiled(r",? (?:and )?(?:in )?")
"""Between places that follow one another."""
_NEAR = 9
"""Characters before a kind in which the name of its place ends: `Kent's six CCGs`."""
_PEOPLE = compiled(
    r"\b(?:(?:[Tt]he|[Ll]ocal|[Mm]any|[Ss]ome|[Mm]ost|[Aa]|[Aa]ll|[Ss]enior|[Oo]ther"
    r"|[Ll]eading) ){0,3}"
    r"(?:(?:GP|CCG|ICB|STP|ICS|NHS|system|council|practice|health|NHSE/I|NHS England"
    r"|governing body|national) )?"
    r"(?P<noun>GPs|members|leaders|managers|bosses|chiefs|practices|doctors|councillors"
    r"|campaigners|patients|residents"
    r"|commissioners|providers|clinicians|researchers|academics|sources"
    r"|unions|ministers|officials"
    r"|critics|opponents|supporters|MPs)\b(?! of the public)"
)


def groups(
    view: View, found: Found, places: Sequence[tuple[int, int, Place]]
) -> list[tuple[int, int, Group]]:
    """Give the groups of a text in order, with their folded places.

    A group of as many as the text named of that type by then has those as its members; `the CCGs`
    without a place are those of the last place named.
    """
    around = _Around(view, found, _by_type(found), places)
    given = [(start, end, _sized(around, start, group)) for start, end, group in found.groups]
    for start, end, kind in found.kinds:
        if kind.plural:
            given += [(start, end, one) for one in _of_kind(around, start, end, kind)]
    is_taken = taken([*given, *found.organisations])
    given += [one for one in _of_people(view, places) if not is_taken(*one[:2])]
    return sorted(given, key=lambda one: one[:2])


def _size(words: str | None) -> int | None:
    for piece in (words, (words or "").split(" ")[-1]):
        value = number(piece) if piece else None
        if value is not None and value == int(value) and value > 1:
            return int(value)
    return None


def _sized(around: _Around, start: int, group: Group) -> Group:
    left = _LEFT.search(around.view.text, max(0, start - 60), start)
    size = _size(left["size"]) if left else None
    members = _members(around, start, group.type, size, group.place)
    return replace(group, size=size, members=members)


def _by_type(found: Found) -> dict[str, list[tuple[int, Organisation]]]:
    """The bodies of each type in their order, each with the place where its name ends."""
    by_type: dict[str, list[tuple[int, Organisation]]] = {}
    for _, end, one in found.organisations:
        by_type.setdefault(one.type, []).append((end, one))
    return by_type


def _members(
    around: _Around, start: int, type_: str, size: int | None, place: str = ""
) -> tuple[str, ...]:
    """The bodies of the type named before (or at all), where they are exactly `size`.

    Those called after the place of the group come first: `the two Bradford CCGs`.
    """
    if not size:
        return ()
    bodies = around.by_type.get(type_, [])
    after = list(dict.fromkeys(o.key for _, o in bodies if place and place in o.name))
    if len(after) == size:
        return tuple(after)
    everything = list(dict.fromkeys(o.key for _, o in bodies))
    before = list(dict.fromkeys(o.key for end, o in bodies if end <= start))
    known = set(everything)
    listed = [list(keys) for keys in around.found.lists if known.issuperset(keys)]
    return tuple(next((keys for keys in (before, *listed, everything) if len(keys) == size), ()))


class _Around(NamedTuple):
    """What groups are told by: the text, the bodies found in it, also by type, and its places."""

    view: View
    found: Found
    by_type: dict[str, list[tuple[int, Organisation]]]
    places: Sequence[tuple[int, int, Place]]


def _of_kind(around: _Around, start: int, end: int, kind: Kind) -> Iterator[Group]:
    """The groups that a kind in the plural stands for."""
    view, places = around.view, around.places
    right = _RIGHT.match(view.text, end)
    listed = _listed(view, places, right.end()) if right else []
    if right and listed:
        names = [place.name for place in listed] if right["both"] else [_joined(listed)]
        yield from (_in_place(around, start, end, kind, name) for name in names)
        return
    group = _counted(around, start, end, kind)
    if group:
        yield group


def _in_place(around: _Around, start: int, end: int, kind: Kind, place: str) -> Group:
    """`The six CCGs in Kent`."""
    view = around.view
    left = _left(view, start)
    size = _size(left["size"]) if left else None
    words = view.text[start:end]
    is_counted = size is not None and place[:1].isupper()
    label = f"{place} {words}" if is_counted else f"{words} in {place}"
    members = _members(around, start, kind.type, size) if _is_definite(left) else ()
    span, key = view.span(start, end), f"group/{slug(label)}"
    return Group(span, label, kind.type, key, size, place, members)


def _counted(around: _Around, start: int, end: int, kind: Kind) -> Group | None:
    """`Both CCGs`, `Kent's six CCGs`, `the CCGs`; nothing for CCGs at large."""
    view, places = around.view, around.places
    left = _left(view, start)
    size = _size(left["size"]) if left else None
    owner = _owner(view, places, left.start() if left else start)
    if not (size or owner or _is_definite(left)):
        return None
    is_pair = left is not None and "both" in left["all"].lower()
    members = _members(around, start, kind.type, size or (2 if is_pair else None))
    words = view.text[start:end]
    opens = left is not None and left["all"].startswith(("The ", "All "))
    is_told = re.match(r" (?:which|that|who|studied)\b", view.text[end : end + 9])
    is_bare = bool(members) or not opens or bool(is_told) or len(words) > 6
    place = owner or ("" if is_bare else _nearest(view, places, start))
    label = f"{place} {words}" if place else f"{size or 'the'} {words}"
    span, key = view.span(start, end), f"group/{slug(label)}"
    return Group(span, label, kind.type, key, size or len(members) or None, place, members)


def _left(view: View, start: int) -> re.Match[str] | None:
    """The words before a kind that say which and how many."""
    return _LEFT.search(view.text, max(view.text.rfind("\n", 0, start) + 1, start - 60), start)


def _is_definite(left: re.Match[str] | None) -> bool:
    """Whether those that are meant are known."""
    return bool(left and re.search(r"\b(?:the|these|those|both|all)\b", left["all"].lower()))


def _listed(view: View, places: Sequence[tuple[int, int, Place]], at: int) -> list[Place]:
    """The places that follow one another from `at`: `Kent, Surrey and Sussex`."""
    found: list[Place] = []
    for start, end, place in places[bisect_left(places, at, key=itemgetter(0)) :]:
        if not (start == at or (found and _BESIDE.fullmatch(view.text, at, start))):
            break
        found.append(place)
        at = end
    return found


def _joined(listed: list[Place]) -> str:
    names = [place.name for place in listed]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _owner(view: View, places: Sequence[tuple[int, int, Place]], at: int) -> str:
    """The place of `Staffordshire's six CCGs`."""
    if not view.text[max(0, at - _NEAR) : at].rstrip().endswith("'s"):
        return ""
    for _, end, place in places:
        if end <= at <= end + 3 and view.text[end : end + 2] == "'s":
            return place.name
    return ""


def _nearest(view: View, places: Sequence[tuple[int, int, Place]], at: int) -> str:
    """The last place before, when it stands in this paragraph or the one before it."""
    begin = view.text.rfind("\n", 0, max(0, view.text.rfind("\n", 0, at)))
    before = [place.name for start, _, place in places if begin <= start < at]
    return before[-1] if before and before[-1] not in {"England", "London"} else ""


def _of_people(
    view: View, places: Sequence[tuple[int, int, Place]]
) -> Iterator[tuple[int, int, Group]]:
    for match in _PEOPLE.finditer(view.text):
        right = _RIGHT.match(view.text, match.end())
        listed = _listed(view, places, right.end()) if right else []
        label = re.sub(r"^(?:[Tt]he|[Aa]|[Ss]ome|[Mm]any|[Mm]ost|[Aa]ll) ", "", match[0])
        place = _joined(listed) if listed else ""
        label = f"{label} in {place}" if place else label
        span = view.span(match.start(), match.end())
        yield (
            match.start(),
            match.end(),
            Group(span, label, "people", f"group/{slug(label)}", None, place),
        )
