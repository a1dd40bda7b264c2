"""Bodies by every code and every name that they had."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from kg.analysis.lineage.bodies import Body, Life, core
from kg.model.names import ID, expand
from kg.model.terms import Iri
from kg.search.fold import fold, shorten

_KIND_WORDS: Final = {
    "ccg": "ccg", "pct": "pct", "icb": "icb", "sha": "sha", "stp": "stp", "ics": "stp",
    "sub icb location": "subIcbLocation", "area team": "areaTeam", "region": "nhsRegion",
    "csu": "csu", "cluster": "",
}  # fmt: skip
_GSS: Final = re.compile(r"[EKLNSW]\d{8}")
_NAME_AND_CODE: Final = re.compile(r"(.+?)\s*\((\w{3,9})\)")
_KEY: Final = re.compile(r"([A-Za-z0-9]{3,5})[\s/,(]+([a-z][a-z -]+[a-z])\)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """A code or name that a body had: `what` is `name`, `other name`, `held`, `ods` or `gss`."""

    body: Iri
    what: str
    text: str
    life: Life
    edition: str = ""


@dataclass(frozen=True)
class Names:
    """All codes and names, and by them the bodies."""

    bodies: Mapping[Iri, Body] = field(default_factory=dict)
    codes: Mapping[str, list[Named]] = field(default_factory=dict)
    cores: Mapping[str, list[Named]] = field(default_factory=dict)
    held: Mapping[Iri, list[Named]] = field(default_factory=dict)
    editions: Mapping[Iri, list[tuple[str, str]]] = field(default_factory=dict)
    """By body, the editions in which it has an ONS code, in order, each with the code."""
    named: Sequence[Named] = ()
    """All of them, in the order in which they were read."""

    @classmethod
    def of(cls, bodies: Mapping[Iri, Body], named: Iterable[Named]) -> Names:
        """The index of these codes and names."""
        codes: dict[str, list[Named]] = {}
        cores: dict[str, list[Named]] = {}
        held: dict[Iri, list[Named]] = {}
        editions: dict[Iri, set[tuple[str, str]]] = {}
        known = [each for each in named if each.body in bodies]
        for each in known:
            if each.what in ("ods", "gss"):
                codes.setdefault(each.text.upper(), []).append(each)
            else:
                cores.setdefault(core(each.text), []).append(each)
            if each.what == "held":
                held.setdefault(each.body, []).append(each)
            if each.what == "gss" and each.edition:
                editions.setdefault(each.body, set()).add((each.edition, each.text))
        by_body = {each: sorted(found) for each, found in editions.items()}
        return cls(bodies, codes, cores, held, by_body, known)

    def meant(self, text: str, kind: str = "", what: str = "") -> list[Iri]:
        """All bodies that once had this code or name, oldest first, of a kind if one is given.

        `NHS` and how it is written make no difference; a kind in the text, as in `Leeds CCG` or
        `26A ccg`, keeps to that kind, and a code in brackets behind a name to that code. An id, as
        `organisation/26A/ccg`, means that body. Nothing is guessed: no name is like another. By
        `what` the text is just a `name`, or an `ods` or `gss` code.
        """
        if what == "name":
            found = self._called(text)
        elif what:
            coded = self.codes.get(text.strip().upper(), ())
            found = dict.fromkeys(each.body for each in coded if each.what == what)
        else:
            found = self._itself(text.strip()) or self._coded(text) or self._called(text)
        kept = [each for each in found if not kind or self.bodies[each].kind == kind]
        return sorted(kept, key=lambda each: (self.bodies[each].life.begun or "", each))

    def _itself(self, text: str) -> dict[Iri, None]:
        try:
            named = expand(text if ":" in text else ID + text)
        except ValueError:  # a name of several words
            return {}
        return {named: None} if named in self.bodies else {}

    def _coded(self, text: str) -> dict[Iri, None]:
        plain = text.strip()
        if plain.upper() in self.codes:
            return dict.fromkeys(each.body for each in self.codes[plain.upper()])
        named = _NAME_AND_CODE.fullmatch(plain)
        if named and named[2].upper() in self.codes:
            bodies = {each.body for each in self.codes[named[2].upper()]}
            return {each: None for each in self._called(named[1]) if each in bodies}
        found = _KEY.fullmatch(plain)
        if found and found[1].upper() in self.codes:
            wanted = kind_of(found[2])
            coded = (each.body for each in self.codes[found[1].upper()])
            return {each: None for each in coded if self.bodies[each].kind == wanted}
        return {}

    def _called(self, text: str) -> dict[Iri, None]:
        alike = self.cores.get(core(text), [])
        wanted = kind_of(text)
        return {
            each.body: None for each in alike if not wanted or self.bodies[each.body].kind == wanted
        }

    def renamed(self, body: Iri) -> list[Named]:
        """The names that a body had for a time, in order, if it had more than one."""
        found = sorted(self.held.get(body, ()), key=lambda each: each.life.begun or "")
        return found if len({each.text for each in found}) > 1 else []


def kind_of(text: str) -> str:
    """The kind of body that the last words of a name tell, or nothing.

    >>> kind_of("Leeds Clinical Commissioning Group"), kind_of("sub-icb-location"), kind_of("Leeds")
    ('ccg', 'subIcbLocation', '')
    """
    folded = shorten(fold(text))
    for word, kind in _KIND_WORDS.items():
        if folded == word or folded.endswith(f" {word}"):
            return kind
    return ""


def is_gss(code: str) -> bool:
    """Whether a code is written as those of the Office for National Statistics are.

    >>> is_gss("E38000252"), is_gss("26A")
    (True, False)
    """
    return _GSS.fullmatch(code) is not None
