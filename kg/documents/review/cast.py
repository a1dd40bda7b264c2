"""The cast of a document: which body, person or group of the graph each name stands for."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

from kg.documents.review.codes import type_code
from kg.documents.review.known import Known
from kg.documents.review.state import Item
from kg.documents.review.writing import Unsettled, Writing
from kg.model.names import PREFIXES, cotv, mint, slug
from kg.model.terms import Iri

Places = Sequence[Mapping[str, Any]]
_QUANTIFIERS: Final = (
    (r"^(?:all|every|both)\b", "all"), (r"\bmost\b|\bmajority\b", "most"), (r"\bmany\b", "many"),
    (r"\bfew\b", "few"), (r"^(?:some|several|a number)\b", "some"),
)  # fmt: skip


class Cast:
    """Finds and writes who is meant; what cannot be said yet raises `Unsettled` with the reason."""

    def __init__(self, items: Sequence[Item], known: Known, page: Writing) -> None:
        self._known, self._page = known, page
        self._items = {each.id: each for each in items}
        self._accepted = [each for each in items if each.verdict == "accept"]
        self._by_name = {
            str(each.value.get("name", "")).casefold(): each
            for each in reversed(self._accepted)
            if each.candidate.type in ("Organisation", "Person")
        }
        self._posts: dict[str, set[Iri]] | None = None

    def write(self, item: Item) -> None:
        """State a body or a person of the text: its record if it has none, and each reading."""
        thing, reason, is_sure, others = self._found(item)
        if thing not in self._known.lasting:
            self._record(thing, item)
        for each in item.candidate.evidence:
            place = f"{each['start']}-{each['end']}"
            reading = self._page.mint("identification", place)
            if self._page.of.get(reading, item.id) != item.id:  # the words name two things
                reading = self._page.mint("identification", f"{place}-{item.id}")
            self._page.thing(
                reading, "Identification", matchReason=reason, identifies=thing,
                readSpan=self._page.span(each["start"], each["end"], is_name=True),
                confidence=cotv("confidence-high" if is_sure else "confidence-medium"),
            )  # fmt: skip
            for other in others:
                self._page.say(reading, alternative=other)
            self._page.made_by(reading, item)

    def party(self, told: Any, places: Places) -> Iri:
        """The body, person or group that a fact names: as a value of a candidate, or by a link."""
        if isinstance(told, str):
            told = {"ref": told} if told in self._items else {"link": told, "name": told}
        item = self._items.get(told.get("ref") or "")
        if item is None and not told.get("link"):
            item = self._by_name.get(str(told.get("name", "")).casefold())
        if item is not None:
            return self.of(item)
        if told.get("link"):
            return self._linked(told["link"])
        if told.get("options"):
            raise Unsettled(_open(told["name"], told["options"]))
        return self.group(str(told.get("name") or "those meant"), told.get("type") or "", places)

    def of(self, item: Item) -> Iri:
        """What an accepted body or person is in the graph."""
        if item.verdict != "accept":
            name = item.value.get("name", item.id)
            raise Unsettled(f"it leans on {item.id} ({name}), which is not accepted")
        return self._found(item)[0]

    def speaker(self, name: str, needs: Sequence[str], places: Places) -> Iri:
        """Who speaks: the body or person that the fact needs, else one of that name, or a group."""
        for each in needs:
            if each in self._items:
                return self.of(self._items[each])
        found = self._by_name.get(name.casefold())
        return self.of(found) if found else self.group(name, "", places)

    def called(self, name: str) -> Iri | None:
        """The accepted body or person of that name, if it is settled who that is."""
        item = self._by_name.get(name.casefold())
        return self.of(item) if item and not self.is_open(item) else None

    def within(self, start: int, end: int) -> list[Iri]:
        """The accepted bodies and people that are named between two places."""
        found = [
            self.of(each)
            for each in self._accepted
            if each.candidate.type in ("Organisation", "Person") and not self.is_open(each)
            and any(start <= at["start"] and at["end"] <= end for at in each.candidate.evidence)
        ]  # fmt: skip
        return list(dict.fromkeys(found))

    def is_open(self, item: Item) -> bool:
        """Whether it is not settled yet who is meant."""
        try:
            self._found(item)
        except Unsettled:
            return True
        return False

    def group(self, name: str, kind: str, places: Places) -> Iri:
        """Those whom a text means without listing them."""
        group = self._page.mint("group", slug(name) or "those-meant")
        code = type_code(kind, name)
        is_written = group in self._page.of or self._page.takes(name)
        shown = name if is_written else f"Those meant at {places[0]['start']}–{places[0]['end']}"
        if group not in self._page.of:
            quantifier = next((q for words, q in _QUANTIFIERS if re.search(words, name.lower())),
                              "generic")  # fmt: skip
            self._page.thing(
                group, "AgentGroup", name=shown, memberType=cotv(f"type-{code}"),
                nameBasis=cotv(f"basis-{'asWritten' if is_written else 'assigned'}"),
                groupQuantifier=cotv(f"q-{quantifier}"), enumerated=False,
            )  # fmt: skip
        self._page.evidence(group, places)
        return group

    def _found(self, item: Item) -> tuple[Iri, str, bool, Sequence[Iri]]:
        value = item.value
        link = value.get("link")
        if link and link != item.candidate.value.get("link"):
            return self._linked(link), "The reviewer chose which one is meant.", True, ()
        if item.candidate.type == "Person":
            return self._person(item)
        if link:
            reason = "One body of the register or of the tables has this name on that day."
            return self._linked(link), reason, True, ()
        if value.get("options"):
            raise Unsettled(_open(value["name"], value["options"]))
        name = str(value.get("canonical") or value["name"])
        same = self._known.bodies.get(name.casefold())
        if same:
            return same, "One body of the graph has this name.", False, ()
        reason = "No body of the register has this name; it has a record of its own."
        return mint("organisation", "x", slug(name) or item.id), reason, False, ()

    def _linked(self, link: str) -> Iri:
        parts = link.removeprefix("id:").removeprefix("organisation/").split("/")
        if parts[0] == "person":
            return mint("person", *parts[1:])
        found = mint("organisation", *parts)
        if self._known.lasting and found not in self._known.lasting and parts[0] != "x":
            raise Unsettled(f"the graph has no body {link}")
        return found

    def _person(self, item: Item) -> tuple[Iri, str, bool, Sequence[Iri]]:
        name = str(item.value["name"])
        alike = self._known.people.get(name.casefold(), ())
        ours = self._offices().get(item.id, set())
        same = [each for each in alike if ours & self._known.offices.get(each, frozenset())]
        if len(same) == 1:
            return same[0], "Somebody of this name has an office in the same body.", False, ()
        own = mint("person", slug(name) or item.id)
        if own in alike or own in self._known.lasting:
            own = mint("person", f"{slug(name)}-{self._page.record.id}")
        others = f"; {len(alike)} of this name are known elsewhere" if alike else ""
        return own, f"The person whom this document calls so{others}.", False, alike

    def _offices(self) -> dict[str, set[Iri]]:
        """The bodies in which the document gives each person an office, by the candidate."""
        if self._posts is None:
            self._posts = {}
            for each in self._accepted:
                person = each.value.get("person")
                told = [each.value.get("body"), *(each.value.get("organisations") or ())]
                if isinstance(person, dict) and person.get("ref"):
                    bodies = self._posts.setdefault(person["ref"], set())
                    bodies |= {found for one in told if one and (found := self._body(one))}
        return self._posts

    def _body(self, told: Any) -> Iri | None:
        ref = told.get("ref") if isinstance(told, dict) else None
        item = self._items.get(ref or "")
        try:
            if item is not None and item.candidate.type == "Organisation":
                return self.of(item)
            return self._linked(told) if isinstance(told, str) else None
        except Unsettled:
            return None

    def _record(self, thing: Iri, item: Item) -> None:
        """A record of a body or person that only this document speaks of."""
        value, page = item.value, self._page
        name = str(value.get("canonical") or value["name"])
        asked = cotv("basis-asWritten")
        if item.candidate.type == "Person":
            alike = thing in self._known.people.get(name.casefold(), ())
            page.thing(thing, "Person", name=name, nameBasis=asked,
                       honorific=None if alike else value.get("title"))  # fmt: skip
        else:
            code = type_code(value.get("type") or "", name)
            page.thing(thing, "Organisation", name=name, nameBasis=asked, inRegister=False,
                       organisationType=cotv(f"type-{code}"))  # fmt: skip
        page.evidence(thing, item.candidate.evidence[:1])
        page.made_by(thing, item)


def named_record(page: Writing, known: Known, kind: str, name: str) -> Iri:
    """A person or publisher that only the document's record names; it has no place in the text."""
    if kind == "Organisation":
        same = known.bodies.get(name.casefold())
        thing = same or mint("organisation", "x", slug(name))
        told: dict[str, Iri | bool] = {
            "organisationType": cotv("type-publisher"), "inRegister": False,
        }  # fmt: skip
    else:
        thing = mint("person", slug(name))
        if thing in known.lasting or known.people.get(name.casefold()):
            thing = mint("person", f"{slug(name)}-{page.record.id}")
        told = {}
    if thing not in known.lasting:
        page.thing(thing, kind, name=name, nameBasis=cotv("basis-inferred"), **told)
        page.state(thing, Iri(PREFIXES["prov"] + "wasDerivedFrom"), page.document)
    return thing


def _open(name: str, options: Sequence[str]) -> str:
    return f"which body “{name}” means is open: set link to one of {', '.join(options[:4])}"
