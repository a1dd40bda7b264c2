"""Bodies called by their place alone: `systems like Frimley`, `Tameside and Glossop voted for
it`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.documents.mentions.gazetteer import Gazetteer, core, fold
from kg.documents.mentions.model import Organisation, Place
from kg.documents.mentions.organisations import Found
from kg.documents.mentions.rows import is_only_body, meant
from kg.documents.mentions.view import View
from kg.model.names import slug

_TYPES = ("ccg", "ics", "stp", "icb", "pct")
_LIKE = re.compile(
    r"(?:\b(?:systems?|CCGs?|groups?|ICSs?|STPs?|ICBs?|PCTs?) (?:like|such as|including) (?:the )?"
    r"|\b(?:CCGs|ICBs|PCTs|STPs|[Gg]roups|[Bb]oards)(?: \([A-Z]\w+\))? (?:of|for|covering"
    r"|serving) (?:the )?"
    r"|\bshar(?:e|es|ed|ing) [^.;\n]{0,60} with (?:both |neighbouring )?"
    r"|\b(?i:chief officer|accountable officer|chief executive|chair|lead|leader|managing director"
    r"|chief clinical officer|finance director|chief finance officer) (?:for|of|at) (?:both )?"
    r"|\b(?:union|marriage|tie-up|talks?|alliance|link-up|partnership|merger|combination|deal)"
    r"(?:, [^,.]{0,24},)? (?:of|between|with|involving) (?:both |neighbouring |nearby )?"
    r"|\b(?:the one|and one) (?:for|of|covering) |\b(?:the same|likewise|so|similarly) with "
    r"|\bjoin(?:s|ed|ing)? (?:up )?(?:with )?(?:both |neighbouring )?"
    r"|\b(?:in charge (?:of|at)|chairs|chaired|leads|led|runs|ran|heads|headed|oversees) (?:both "
    r"|the )?"
    r"|\b(?:team up|teaming up|join(?:ing|ed|s)? forces|combin(?:e|ed|ing)|unit(?:e|ed|ing)"
    r"|cluster(?:ed|ing|s)?|pair(?:ed|ing|s)?|amalgamat(?:e|ed|ing)) with (?:both |neighbouring )?"
    r"|\b(?:boards?|groups?|CCGs|ICBs|PCTs|bodies|commissioners) (?:for|of|covering|serving)"
    r" [^.;\n]{3,60},? and for "
    r"|\b(?:[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) (?:next-door |close |near |immediate )?neighbours?,? "
    r"|\b(?:[Cc]hair|[Oo]fficer|[Ee]xecutive|[Dd]irector|[Nn]urse|[Ll]ead), "
    r"|\b(?:two|three|four|five|six|seven|eight)(?: \w+)? \((?:with|alongside|together with|plus"
    r"|also|besides) "
    r"|\b(?:joint|shared) [a-z ]{3,30} (?:with|for|of) (?:both |neighbouring )?"
    r"|\bpart of |\bmerg(?:e|er|ers|ed|ing) (?:of|between|with|involving) (?:neighbouring |both "
    r"|its neighbours? )?)$"
)
_ACTED = (
    r"voted|agreed|rejected|backed|approved|opted|withdrew|refused|dissented|signed|decided|chose"
    r"|formed|joined"
    r"|dropped|opposed|supported|declined|asked"
)
_DOES = re.compile(
    rf"(?:,? for (?:example|instance),?)? (?:{_ACTED}|was|were|is|are|has|have|had|will|would"
    rf"|said|says|wants?|plans?)\b"
)
_DID = re.compile(
    r"(?:,? for (?:example|instance),?|,? as well as \w+,)? (?:(?:have|has|had|are|were|is|was"
    r"|will|would|could|may"
    rf"|might|also|now|likely|due|set|to|both|all|each|planning) )*(?:{_ACTED}|merge|cluster"
    rf"|join|stay|remain|go it alone|press on|split|demerge|apply|applied|intend|propose|seek"
    rf"|sought"
    rf"|became|pulled|pull|hope|agree|withdraw|form|make up|combine|unite|come together|shared?"
    rf"|merged"
    rf"|become|vote|withdraw|oppose)\b"
)
_LED = re.compile(
    r" (?:group|consortium)(?![\w-]| of\b| practice)"
    r"|(?:'s)? (?:(?:joint|interim|clinical|new|former|acting|outgoing|present|current|own) ){0,2}"
    r"(?:chief executive|chief (?:finance |operating |clinical )?officer|accountable officer"
    r"|(?:clinical )?chair(?:man|woman)?|managing director|governing body)\b"
    r"|'s (?:(?:own|member) )?(?:practices|GPs|membership|ballot)\b"
)
_AFTER_PREPOSITION = re.compile(
    r"\b(?:in|of|across|from|for|near|around|people|to|at|within|between|over|throughout|by|on"
    r"|than)(?: the)? $"
)
_ANY_VERB = re.compile(
    r" (?:now |both |all |each |already |currently |still |also )?(?!and\b|in\b|of\b|to\b"
    r"|for\b|on\b|at\b"
    r"|or\b|by\b|from\b|with\b|residents|patients|people|councils?|boroughs?|districts?|towns|GPs"
    r"|councillors|hospitals?|practices|areas|sites|doctors|members|trusts?|localities|the\b)[a-z]+"
)
_COMMISSIONING = frozenset(("ccg", "icb", "subIcbLocation", "pct", "stp"))
_NEXT = re.compile(
    r"(?: \([A-Z][\w&/-]{1,9}\))?(?:,? (?:and )?(?:the )?|; (?:and )?(?:the )?)|[;,]?(?:"
    r" and)?\n(?:[•*◦▪–—-] ?|\(?[a-z\d]{1,2}[.)] )"
)
_OPENS = re.compile(
    r"(?:[:(–—-] ?|\n(?:[•*◦▪] ?|\(?[a-z\d]{1,2}[.)] )|\b(?:CCGs|ICBs|PCTs|STPs|[Gg]roups|[Bb]oards"
    r"|systems)(?: \([A-Z]\w+\))?(?: of| for| covering| serving| are| were|,? namely|,?"
    r" including)(?: the)? )$"
)
_IN_NAME = re.compile(r" (?!CCGs?\b|ICBs?\b|PCTs?\b)[A-Z]")
"""What tells that a place is the beginning of a longer name."""
_ADVERB_FIRST = re.compile(
    r"(?:^|[.\n] ?)(?:Further \w+|Elsewhere|Meanwhile|However|Nearby|Likewise|Similarly|Last \w+"
    r"|This \w+|In \d{4}|By contrast|Instead|Now|Next door), $"
)
_SHORT = re.compile(r" \([A-Z][\w&/-]{1,9}\)")
_LIST = 3
_AND = re.compile(r"(?:,| and|, and)(?: the)? $")


def bare(
    view: View,
    found: Found,
    places: Sequence[tuple[int, int, Place]],
    gazetteer: Gazetteer,
    day: str,
) -> Iterator[tuple[int, int, Organisation]]:
    """Give the places that stand for a body, with their folded places.

    A name of several words may do anything as the subject of a sentence; a single word has to do
    what a body does (vote, agree). What type it is of, the text decides: the one it speaks of most
    that has a body of the name.
    """
    often = Counter(one.type for *_, one in found.organisations)
    often.update(one.type for *_, one in found.kinds)
    often.update(one.type for *_, one in found.groups)
    types = sorted((one for one in _TYPES if often[one]), key=lambda one: -often[one])
    types = types or [_of_day(day)]
    named = {
        core(one.name): one for *_, one in found.organisations if one.type in _TYPES and one.name
    }
    listed = _listed(view, places)
    in_rows = meant(view, places, found.organisations, gazetteer, types)
    ends = {b: one.type for _, b, one in found.organisations if one.type in _TYPES}
    chain = False
    for at, (start, end, place) in enumerate(places):
        known = named.get(core(place.name))
        type_ = next((one for one in types if gazetteer.has(place.name, one)), "")
        type_ = known.type if known and not type_ else in_rows.get(at, type_)
        before = view.text[max(0, start - 90) : start]
        joined = bool(_AND.search(before)) and at > 0 and places[at - 1][1] >= start - 10
        after_body = _AND.search(before)
        is_beside = bool(
            after_body
            and gazetteer.has(place.name, ends.get(start - len(after_body[0]), ""))
            and (_DOES.match(view.text, end) or view.text[end : end + 1] in ",.;:")
        )
        if is_beside and after_body:
            type_ = ends[start - len(after_body[0])]
        is_meant = (
            (bool(_LIKE.search(before)) and not _IN_NAME.match(view.text, end))
            or (joined and chain)
            or _acts(view, places, at, gazetteer, is_named=known is not None)
            or bool(_LED.match(view.text, end))
            or at in listed
            or at in in_rows
            or is_beside
            or (is_only_body(place.name, gazetteer) and bool(_SHORT.match(view.text, end)))
            or (is_only_body(place.name, gazetteer) and _is_alone(view.text, start, end))
        )
        chain = bool(type_) and is_meant
        if chain:
            link = gazetteer.link(place.name, type_, day)
            body = link.body
            key = body.code if body else f"n/{slug(f'{place.name} {type_}')}"
            key = known.key if known and known.type == type_ else key
            yield start, end, Organisation(
                place.span, place.name, body.name if body else place.name, type_, key,
                body.code if body else "", tuple(one.code for one in link.options), "short",
            )  # fmt: skip


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether a name stands alone in brackets, as whose somebody is: `Ann Lee (Nene)`."""
    return text[start - 1 : start] == "(" and text[end : end + 1] == ")"


def _of_day(day: str) -> str:
    """The type of body that commissioned on a day, for a text that names no type."""
    return "ccg" if not day or "2013-04" <= day < "2022-07" else "icb" if day > "2013" else "pct"


def aliased(
    view: View, cut: Sequence[tuple[int, int, Organisation]]
) -> Iterator[tuple[int, int, Organisation]]:
    """Give the later places of the short forms that follow bare names in brackets."""
    short: dict[str, Organisation] = {}
    for _, end, one in cut:
        if alias := _SHORT.match(view.text, end):
            short.setdefault(alias[0][2:-1], one)
    for alias_, one in short.items():
        for found in re.finditer(rf"(?<![\w/&(-]){re.escape(alias_)}(?![\w/&])", view.text):
            yield *found.span(), replace(one, span=view.span(*found.span()))


def _listed(view: View, places: Sequence[tuple[int, int, Place]]) -> set[int]:
    """Which places are in a list of three or more after a dash or colon: `the six – A, B and C`."""
    listed: set[int] = set()
    row: list[int] = []
    semicolons, is_open = 0, False
    for at, (start, _, _) in enumerate(places):
        gap = view.text[places[at - 1][1] : start] if row else ""
        if not (row and _NEXT.fullmatch(gap)):
            row, semicolons = [at], 0
            is_open = _OPENS.search(view.text, max(0, start - 44), start) is not None
        else:
            row.append(at)
            semicolons += ";" in gap
        if len(row) >= _LIST and (is_open or semicolons):
            listed |= set(row)
    return listed


def shortened(view: View, found: Found) -> Iterator[tuple[int, int, Organisation]]:
    """Give the bodies called by the first part of a name of this text: `Blackburn's chair`."""
    taken = [(start, end) for start, end, _ in found.organisations]
    for first, ones in _longer(found).items():
        for match in re.finditer(
            rf"(?<![\w-]){re.escape(first)}(?='s | (?:group|board|governing body)\b)"
            rf"|(?<=chairs ){re.escape(first)}\b(?=[.,;])|(?<=chair of ){re.escape(first)}\b"
            rf"(?=[.,;])",
            view.text,
        ):
            start, end = match.span()
            if len(ones) == 1 and all(b <= start or end <= a for a, b in taken):
                yield start, end, replace(ones[0], span=view.span(start, end), form="short")


def _longer(found: Found) -> dict[str, list[Organisation]]:
    """The bodies of the text by the first part of their names: `Blackburn` with Darwen CCG."""
    given: dict[str, dict[str, Organisation]] = {}
    for *_, one in found.organisations:
        if one.type in _TYPES:
            first = re.split(r" (?:with|and|upon|on)\b|,", one.name.removeprefix("NHS "))[0]
            if first != one.name.removeprefix("NHS "):
                given.setdefault(first, {}).setdefault(one.key, one)
    return {first: list(ones.values()) for first, ones in given.items()}


def _is_own(name: str, gazetteer: Gazetteer, *, is_named: bool) -> bool:
    """Whether a name is of several parts, or one that no council or county has.

    A single word has to be the name of a body of the text (`is_named`).
    """
    kinds = gazetteer.kinds.get(fold(name), set())
    is_only = bool(kinds) and kinds <= _COMMISSIONING and fold(name) not in gazetteer.areas
    return " and " in name or (is_only and (" " in name or is_named))


def _acts(
    view: View,
    places: Sequence[tuple[int, int, Place]],
    at: int,
    gazetteer: Gazetteer,
    *,
    is_named: bool,
) -> bool:
    """Whether the place is the subject of a verb, alone or in a list of places."""
    start, end, place = places[at]
    before = view.text[max(0, start - 24) : start]
    if _AFTER_PREPOSITION.search(before):
        return False
    is_head = before.endswith("\n") and view.text.startswith((". ", ": "), end)
    if (
        is_head
        and " " in place.name
        and " and " not in place.name
        and is_only_body(place.name, gazetteer)
    ):
        return True
    if is_named and _is_own(place.name, gazetteer, is_named=True) and " and " not in place.name:
        return True
    last, count = end, 1
    for later, finish, _ in places[at + 1 : at + 9]:
        if not re.fullmatch(r",? (?:and )?(?:the )?", view.text[last:later]):
            break
        last, count = finish, count + 1
    opens = before.endswith(("\n", ". ", '" ')) or not before
    if (
        opens
        and _is_own(place.name, gazetteer, is_named=is_named)
        and view.text.startswith(", ", end)
        and count == 1
    ):
        return True
    if last > end and count >= _LIST and _ANY_VERB.match(view.text, last):
        return True
    compound = _is_own(place.name, gazetteer, is_named=is_named) and not re.search(
        r"(?:\b(?:and|or)|,) $", before if not _ADVERB_FIRST.search(before) else ""
    )
    return (
        bool((_DOES if compound else _DID).match(view.text, last))
        or (compound and last > end and bool(_DOES.match(view.text, last)))
        or (before.endswith("both ") and last > end and bool(_DOES.match(view.text, last)))
    )
