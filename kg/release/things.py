"""The things of a release, by IRI, by code or by name."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final
from urllib.parse import quote

from kg.errors import BadParameter, UnknownThing
from kg.model.names import ID, expand, keyed, mint, short
from kg.model.terms import XSD, Iri, Literal
from kg.questions.bind import bind, defaults, parse
from kg.release.opened import OpenRelease
from kg.search import fold
from kg.search.find import Hit

_MARKS: Final = "/-._~!$&'()*+,;=:@"
_ID_LIKE: Final = re.compile(r"[a-z][a-z-]*/\S+")


def check_known(release: OpenRelease, thing: Iri) -> None:
    """Raise `UnknownThing`, with near names, for an IRI of which the release says nothing."""
    query = bind(release.library.inside("known"), {"thing": thing})
    if not release.store.ask(query):
        raise unknown(release.search.find, thing)


def spelt(release: OpenRelease, kind: str, key: str) -> Iri:
    """The thing of a kind by its key as addresses give it: decoded, so that it may be escaped in
    its IRI or not. Raises `UnknownThing` where nothing is known by any of these spellings.
    """
    escaped, plain = mint(kind, key), keyed(f"{kind}/{quote(key, safe=_MARKS)}")
    query = release.library.inside("known")
    spellings = dict.fromkeys((escaped, plain))
    known = (each for each in spellings if release.store.ask(bind(query, {"thing": each})))
    if found := next(known, None):
        return found
    raise unknown(release.search.find, escaped)


def unknown(find: Callable[[str], Sequence[Hit]], thing: Iri) -> UnknownThing:
    """The error that nothing is said of an IRI, with near names as `find` finds them."""
    name = short(thing)
    _, _, key = name.partition("/")
    words = key.replace("-", " ").replace("/", " ").split()
    hits = (find(each) for each in (" ".join(words), *words[:2]) if each)
    near = [short(hit.iri) for hit in next(filter(None, hits), [])]
    return UnknownThing(name, near)


def named(release: OpenRelease, what: str, on: str = "", parameter: str = "what") -> Iri:
    """The thing that an IRI, an id, a code or a name means, on an ISO day if one is given.

    An id is what follows in our IRIs, with `id:` before it or without, such as
    `organisation/26A/ccg`; a kind may follow a code, as in `26A ccg`. Raises `UnknownThing` with
    near names, and `BadParameter` of that parameter where it means several things, and
    nothing of what is meant stood on the day.
    """
    key = what.removeprefix(ID).removeprefix("id:")
    if key != what or _ID_LIKE.match(what):
        thing = keyed(key)
        check_known(release, thing)
        return thing
    hits = release.search.find(what, first=20)
    exact: Sequence[Iri] = list(
        dict.fromkeys(hit.iri for hit in hits if fold.fold(hit.matched) == fold.fold(what))
    )
    if len(exact) != 1:
        exact = _of_kind(release, what, exact)
    if on and len(exact) > 1:
        exact = meant(release, exact, Literal.date(on))
    if len(exact) == 1:
        return exact[0]
    if not exact:
        raise UnknownThing(what, [hit.label for hit in hits])
    near = " or ".join(f"'{short(each)}'" for each in exact)
    raise BadParameter(parameter, f"'{what}' may be {len(exact)} things", f"Did you mean {near}?")


def _of_kind(release: OpenRelease, what: str, found: Sequence[Iri]) -> Sequence[Iri]:
    """Those bodies of what was found that a text means by their kind, as in `26A ccg`."""
    bodies = release.lineage.names.meant(what)
    return bodies if bodies and (not found or set(bodies) < set(found)) else found


def by_code(release: OpenRelease, code: str, on: str = "") -> list[Iri]:
    """The bodies that have used an ODS or GSS code, earliest first.

    With `on`, an ISO day, those that stood on that day. Raises `UnknownThing` where none did.
    """
    query = bind(release.library.inside("by-code"), {"code": Literal(code)})
    rows = release.store.select(query).rows
    found = [
        body
        for body, start, end in rows
        if isinstance(body, Iri) and (not on or _holds(start, end, on))
    ]
    if not found:
        near = {short(str(row[0])) for row in rows}
        raise UnknownThing(f"{code} on {on}" if on else code, near)
    return list(dict.fromkeys(found))


def meant(release: OpenRelease, things: Sequence[Iri], on: Literal) -> Sequence[Iri]:
    """Of several things of one name, the one that stood on a day; all where it is none or several.

    A code goes from one body to the next, so that on most days it is the code of one.
    """
    query = release.library.inside("stood")
    stood = [each for each in things if release.store.ask(bind(query, {"thing": each, "on": on}))]
    return stood if len(stood) == 1 else things


def resolved(release: OpenRelease, query: str, texts: Mapping[str, str]) -> dict[str, str]:
    """A question's parameters as typed, with the IRI of a thing in place of its code or name.

    A parameter is a thing where its default is one; what is typed must be an IRI, or the exact code
    or name of one thing of the same kind, which on the day `on` of a question that has one may be
    the only one that stood. Raises `BadParameter` with near names where it is not.
    """
    known = defaults(query)
    asked = {name: text for name, text in texts.items() if name == "on" and name in known}
    on = (known | parse(query, asked)).get("on")
    day = on if isinstance(on, Literal) and on.datatype == XSD + "date" else None
    return {
        name: _iri(release, name, text, known[name], day) if _is_thing(known.get(name)) else text
        for name, text in texts.items()
    }


def _is_thing(term: object) -> bool:
    return isinstance(term, Iri) and term.startswith(ID)


def _iri(release: OpenRelease, name: str, text: str, like: object, on: Literal | None) -> str:
    try:
        return expand(text)
    except ValueError:
        if _ID_LIKE.fullmatch(text):
            return ID + text
    kind = ID + str(like).removeprefix(ID).partition("/")[0] + "/"
    hits = [hit for hit in release.search.find(text, first=50) if hit.iri.startswith(kind)]
    exact: Sequence[Iri] = [hit.iri for hit in hits if _plain(hit.matched) == _plain(text)]
    exact = meant(release, exact, on) if on and len(exact) > 1 else exact
    if len(exact) == 1:
        return exact[0]
    reason = f"'{text}' may be {len(exact)} things" if exact else f"nothing is known by '{text}'"
    near = [f"'{short(each)}'" for each in exact or [hit.iri for hit in hits[:3]]]
    hint = f"Did you mean {' or '.join(near)}?" if near else "Write a code, a name or an IRI."
    raise BadParameter(name, reason, hint)


def _plain(text: str) -> str:
    """What the search takes for the same name: how it is written, and `NHS`, make no difference."""
    return fold.shorten(fold.fold(text)).removeprefix("nhs ")


def _holds(start: object, end: object, on: str) -> bool:
    if not isinstance(start, Literal) or start.text > on:
        return False
    return not isinstance(end, Literal) or end.text >= on
