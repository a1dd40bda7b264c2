"""Several bodies or people meant together: `the six CCGs`, `CCGs in Kent`, `local GPs`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.documents.mentions.model import Group, Kind, Place
from kg.documents.mentions.numbers import number
from kg.documents.mentions.organisations import Found
from kg.documents.mentions.view import View
from kg.model.names import slug

_LEFT = re.compile(
    r"(?P<all>(?:\b(?:[Tt]he|[Aa]ll|[Bb]oth|[Tt]hese|[Tt]hose|[Ii]ts|[Tt]heir|[Ll]ocal|[Oo]ther"
    r"|of) )*)"
    r"(?:(?P<size>[\w-]+(?: [\w-]+)?) )?(?:(?:new|existing|current|neighbouring|local|remaining"
    r"|separate|"
    r"constituent|smaller|merging|emerging|developing|different) )*$"
)
_RIGHT = re.compile(r" (?:in|across|covering|serving) (?P<both>both )?(?=[A-Z])")
_PEOPLE = re.compile(
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
    given = [(start, end, _sized(view, found, start, group)) for start, end, group in found.groups]
    for start, end, kind in found.kinds:
        if kind.plural:
            given += _of_kind(view, found, places, start, end, kind)
    taken = [(a, b) for a, b, _ in given] + [(a, b) for a, b, _ in found.organisations]
    given += [one for one in _of_people(view, places) if _is_free(taken, one[0], one[1])]
    return sorted(given, key=lambda one: one[:2])


def _is_free(taken: list[tuple[int, int]], start: int, end: int) -> bool:
    return all(end <= a or b <= start for a, b in taken)


def _size(words: str | None) -> int | None:
    for piece in (words, (words or "").split(" ")[-1]):
        value = number(piece) if piece else None
        if value is not None and value == int(value) and value > 1:
            return int(value)
    return None


def _sized(view: View, found: Found, start: int, group: Group) -> Group:
    left = _LEFT.search(view.text, max(0, start - 60), start)
    size = _size(left["size"]) if left else None
    members = _members(found, start, group.type, size, group.place)
    return replace(group, size=size, members=members)


def _members(
    found: Found, start: int, type_: str, size: int | None, place: str = ""
) -> tuple[str, ...]:
    """The bodies of the type named before (or at all), where they are exactly `size`.

    Those called after the place of the group come first: `the two Bradford CCGs`.
    """
    if not size:
        return ()
    after = {
        o.key for *_, o in found.organisations if o.type == type_ and place and place in o.name
    }
    if len(after) == size:
        return tuple(
            key for key in dict.fromkeys(o.key for *_, o in found.organisations) if key in after
        )
    everything = list(dict.fromkeys(o.key for _, _, o in found.organisations if o.type == type_))
    before = list(
        dict.fromkeys(o.key for _, b, o in found.organisations if o.type == type_ and b <= start)
    )
    listed = [list(keys) for keys in found.lists if set(keys) <= set(everything)]
    return tuple(next((keys for keys in (before, *listed, everything) if len(keys) == size), ()))


def _of_kind(  # noqa: PLR0913 - one kind in its surroundings
    view: View,
    found: Found,
    places: Sequence[tuple[int, int, Place]],
    start: int,
    end: int,
    kind: Kind,
) -> Iterator[tuple[int, int, Group]]:
    left = _LEFT.search(view.text, max(view.text.rfind("\n", 0, start) + 1, start - 60), start)
    size = _size(left["size"]) if left else None
    words = view.text[start:end]
    right = _RIGHT.match(view.text, end)
    listed = _listed(view, places, right.end()) if right else []
    span = view.span(start, end)
    if listed:
        names = [place.name for place in listed] if right and right["both"] else [_joined(listed)]
        for name in names:
            label = f"{words} in {name}"
            members = _members(found, start, kind.type, size)
            key = f"group/{slug(label)}"
            yield start, end, Group(span, label, kind.type, key, size, name, members)
        return
    owner = _owner(view, places, left.start() if left else start)
    definite = bool(left and re.search(r"\b(?:the|these|those|both|all)\b", left["all"].lower()))
    if not (size or definite or owner):
        return
    members = _members(
        found, start, kind.type, size or (2 if left and "both" in left["all"].lower() else None)
    )
    opens = left is not None and left["all"].startswith(("The ", "All "))
    is_told = re.match(r" (?:which|that|who|studied)\b", view.text[end : end + 9])
    near = (
        "" if members or not opens or is_told or len(words) > 6 else _nearest(view, places, start)
    )
    place = owner or near
    label = f"{place} {words}" if place else f"{size or 'the'} {words}"
    yield (
        start,
        end,
        Group(
            span,
            label,
            kind.type,
            f"group/{slug(label)}",
            size or len(members) or None,
            place,
            members,
        ),
    )


def _listed(view: View, places: Sequence[tuple[int, int, Place]], at: int) -> list[Place]:
    """The places that follow one another from `at`: `Kent, Surrey and Sussex`."""
    found: list[Place] = []
    for start, end, place in places:
        if start == at or (found and re.fullmatch(r",? (?:and )?(?:in )?", view.text[at:start])):
            found.append(place)
            at = end
    return found


def _joined(listed: list[Place]) -> str:
    names = [place.name for place in listed]
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _owner(view: View, places: Sequence[tuple[int, int, Place]], at: int) -> str:
    """The place of `Staffordshire's six CCGs`."""
    text = view.text[:at].rstrip()
    for _, end, place in places:
        if end <= at <= end + 3 and view.text[end : end + 2] == "'s" and text.endswith("'s"):
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
