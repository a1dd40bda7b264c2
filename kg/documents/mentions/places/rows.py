"""Rows of places that stand for bodies: `practices in Thanet, South Kent Coast and Ashford`.

One name of the row that only a body has (no council, county or town) tells what the others are.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.documents.mentions.model import Organisation, Place
from kg.documents.mentions.names.gazetteer import Gazetteer, fold
from kg.documents.mentions.text.view import View
from kg.documents.patterns import compiled

_COMMISSIONING = frozenset(("ccg", "icb", "subIcbLocation", "pct", "stp"))
_GAP = compiled(
    r"(?: \([A-Z][\w&/-]{1,9}\))?(?:,? ?(?:and|&|or|plus|as well as|along with|together with"
    r"|nor|with|alongside)|[,;/](?: (?:and|or|plus|as well as))?) "
    r"(?:(?:also|both|the|for|of|from|its|their|by|with|neighbouring|nearby) )*|/"
    r"|(?: \([A-Z][\w&/-]{1,9}\))?[;,]?(?: and)?\n(?:[•*◦▪–—-] ?|\(?[a-z\d]{1,2}[.)] )"
)
_OF_PEOPLE = compiled(
    r"\b(?:people|residents?|patients?|population|communit(?:y|ies)|towns?|villages?|hospitals?"
    r"|sites?|areas?|boroughs?|districts?|count(?:y|ies)|places|cit(?:y|ies)|councils?|services?"
    r"|care|health|homes?|halls?|councillors?|MPs?|live|lives|living|line|road|border)"
    r" (?:of|in|across|from|around|for|at|within|between)(?: both)?(?: the)? $"
)
_PREPOSITION = compiled(
    r"\b(?:in|across|around|near|throughout|within|outside|serving|over|to"
    r"|into)(?: both)?(?: the)? $"
)
_OF_BODIES = compiled(
    r"\b(?:practices|GPs|members|memberships|doctors|clinicians|groups|CCGs|ICBs|PCTs|ballots?"
    r"|votes?|commissioners|colleagues|neighbours|chairs|boards|officers|bodies|counterparts"
    r"|governing bod(?:y|ies)) (?:in|across|from|of|at)(?: both)?(?: the)? $"
)
_OTHERS_FOLLOW = compiled(
    r"(?:'s?)? (?:residents|patients|people|councils?|boroughs?|districts?|hospitals?|MPs?|sites?"
    r"|councillors|towns|areas|localities|trusts?|counties|border|population|road|roads|line)\b"
)
_AS_BODIES = compiled(
    r" (?:groups|boards|consortia)\b|(?:,| have| has| had| all| both)*"
    r" (?:voted|backed|rejected|agreed|merged?|share|applied|opted|approved|opposed)\b"
)
_MEMBERS = compiled(
    r"\b(?:practices|GPs|members|memberships|ballots?|votes?|governing bod(?:y|ies)) (?:in"
    r"|across|from"
    r"|of|at|for)(?: both)?(?: the)? $"
)
"""Of whom there are some in each body: `practices in A and B have voted`."""
_FEW = 2
_MANY = 4


@dataclass(slots=True)
class Row:
    """Names that follow one another: the numbers of its places, and the bodies already known."""

    start: int
    end: int
    places: list[int] = field(default_factory=list)
    bodies: list[Organisation] = field(default_factory=list)


def rows(
    view: View,
    places: Sequence[tuple[int, int, Place]],
    bodies: Sequence[tuple[int, int, Organisation]],
) -> Iterator[Row]:
    """Give the rows of two or more names of which one is a place."""
    units: list[tuple[int, int, int, Organisation | None]] = [
        (start, end, at, None) for at, (start, end, _) in enumerate(places)
    ]
    units += [(a, b, -1, one) for a, b, one in bodies if one.type in _COMMISSIONING]
    row: Row | None = None
    for start, end, at, body in sorted(units, key=lambda one: one[:2]):
        if row is not None and not _GAP.fullmatch(view.text[row.end : start]):
            if row.places and len(row.places) + len(row.bodies) >= _FEW:
                yield row
            row = None
        row = row or Row(start, end)
        row.end = end
        if body is None:
            row.places.append(at)
        else:
            row.bodies.append(body)
    if row and row.places and len(row.places) + len(row.bodies) >= _FEW:
        yield row


def lists(view: View, bodies: Sequence[tuple[int, int, Organisation]]) -> Iterator[tuple[str, ...]]:
    """Give the keys of bodies of one type that follow one another in the text."""
    row: list[tuple[int, Organisation]] = []
    for start, end, one in bodies:
        is_next = row and one.type == row[-1][1].type
        if not (is_next and _GAP.fullmatch(view.text[row[-1][0] : start])):
            if len(row) >= _FEW:
                yield tuple(dict.fromkeys(each.key for _, each in row))
            row = []
        if one.type in _COMMISSIONING:
            row.append((end, one))
    if len(row) >= _FEW:
        yield tuple(dict.fromkeys(each.key for _, each in row))


def meant(
    view: View,
    places: Sequence[tuple[int, int, Place]],
    bodies: Sequence[tuple[int, int, Organisation]],
    gazetteer: Gazetteer,
    types: Sequence[str],
) -> dict[int, str]:
    """The type of body that each place stands for which its row tells to be one."""
    found: dict[int, str] = {}
    for row in rows(view, places, bodies):
        names = [places[at][2].name for at in row.places]
        own = [one for one in names if is_only_body(one, gazetteer)]
        if not (_are_bodies(view.text, row) or (own and _may_act(view.text, row, len(own)))):
            continue
        kinds = {one.type for one in row.bodies}
        first = [one for one in types if one in kinds]
        type_ = next(
            (
                one
                for one in dict.fromkeys([*first, *types])
                if all(gazetteer.has(name, one) for name in names)
            ),
            "",
        )
        if type_:
            found |= dict.fromkeys(row.places, type_)
    return found


def is_only_body(name: str, gazetteer: Gazetteer) -> bool:
    """Whether a name is that of a body for commissioning care, and of no other place."""
    folded = fold(name)
    kinds = gazetteer.kinds.get(folded) or gazetteer.kinds.get(gazetteer.expand(folded), set())
    return bool(kinds) and kinds <= _COMMISSIONING and folded not in gazetteer.areas


def _are_bodies(text: str, row: Row) -> bool:
    """Whether the words around a row say that it is one of bodies: `A and B groups`."""
    follows = _AS_BODIES.match(text, row.end)
    is_groups = follows is not None and follows[0].endswith(("groups", "boards", "consortia"))
    return is_groups or bool(follows and _MEMBERS.search(text[max(0, row.start - 40) : row.start]))


def _may_act(text: str, row: Row, own: int) -> bool:
    before = text[max(0, row.start - 40) : row.start]
    if _OF_PEOPLE.search(before) or _OTHERS_FOLLOW.match(text, row.end):
        return False
    is_setting = _PREPOSITION.search(before) is not None and not _OF_BODIES.search(before)
    return not is_setting or (own >= _FEW and len(row.places) >= _MANY)
