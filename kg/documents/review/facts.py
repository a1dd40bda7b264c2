"""Accepted facts as statements: offices, shared posts, changes and what presses for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from kg.documents.review.cast import Cast
from kg.documents.review.codes import STATUS, role_code
from kg.documents.review.known import Known
from kg.documents.review.state import Item
from kg.documents.review.writing import Unsettled, Writing, is_short
from kg.model.dates import Bounds, bounds
from kg.model.names import cot, cotv
from kg.model.terms import Iri, Literal

_CODES: Final = (
    "abolition boundaryChange codeChange continuation functionTransfer merger rename split "
    "succession"
)
_CHANGES: Final = frozenset(_CODES.split())


class Facts:
    """Writes facts of a document; `voice` is who speaks in it, `issued` when."""

    def __init__(
        self, page: Writing, cast: Cast, known: Known, voice: Iri, issued: Bounds | None
    ) -> None:
        self.page, self.cast, self.known = page, cast, known
        self.voice, self.issued = voice, issued

    def tenure(self, item: Item) -> Iri:
        """A claim that a person holds an office; in a body, where the text tells it."""
        return self._office(item, [item.value["body"]] if item.value.get("body") else [])

    def joint(self, item: Item) -> Iri:
        """A claim that one person holds an office in several bodies, or an arrangement to share."""
        value, page = item.value, self.page
        parties = self._all(value.get("organisations"), item)
        if not parties:
            raise Unsettled("the text tells no body that shares: set organisations")
        bodies = [each for each in parties if "/organisation/" in each]
        if value.get("person") and len(bodies) == len(parties):
            return self._office(item, value["organisations"], joint=True)
        role = role_code(str(value.get("post") or ""))
        thing = page.thing(
            page.mint("arrangement", item.id), "JointArrangement",
            name=f"A shared post: {_post(value)}",
            arrangementType=cotv("joint-sharedPost"),
            sharedRole=cotv(f"role-{role}") if role else None,
            existenceStatus=cotv("existence-actual"),
        )  # fmt: skip
        self._each(thing, "party", parties)
        if self.issued:
            page.say(
                thing, latestStart=Literal.date(self.issued.latest),
                earliestEnd=Literal.date(self.issued.earliest), dateBasis=cotv("basis-inferred"),
            )  # fmt: skip
        return thing

    def _office(self, item: Item, bodies: Iterable[Any], *, joint: bool = False) -> Iri:
        value, page, places = item.value, self.page, item.candidate.evidence
        post, person = str(value["post"]), self.cast.party(value["person"], places)
        parties = [self.cast.party(each, places) for each in bodies]
        role = str(value.get("role") or role_code(post))
        is_office = bool(role and parties) and all("/organisation/" in each for each in parties)
        if "/person/" not in person:
            raise Unsettled("who holds the post is no person of the text: set person")
        thing = page.thing(
            page.mint("claim", item.id), "OfficeClaim" if is_office else "Claim",
            text=value.get("text") or _office_text(value), claimType=cotv("claim-assertion"),
            asserter=self.voice, madeIn=page.document, about=person,
            confidence=cotv("confidence-high"),
        )  # fmt: skip
        if not is_office:
            self._each(thing, "about", parties)
            return thing
        page.say(
            thing, claimedHolder=person, claimedRole=cotv(f"role-{role}"), roleText=post,
            interim=True if value.get("interim") else None, joint=True if joint else None,
            designate=True if value.get("incoming") else None,
        )  # fmt: skip
        self._each(thing, "claimedOrganisation", parties)
        if self.issued and not value.get("incoming"):
            earliest, latest = map(Literal.date, self.issued)
            if value.get("former"):
                page.say(thing, endLatest=latest)
            else:
                page.say(thing, asOfEarliest=earliest, asOfLatest=latest)
            page.say(thing, dateBasis=cotv("basis-inferred"))
        return thing

    def change(self, item: Item) -> Iri:
        """A plan with its steps, or a change that took effect on a day that the text tells."""
        value, page = item.value, self.page
        kind = str(value.get("changeType") or "merger")
        if kind not in _CHANGES:
            raise Unsettled(f"'{kind}' is no kind of change: set changeType")
        parties = self._all(value.get("original"), item) or [
            self.cast.group("bodies meant", "", item.candidate.evidence[:1])
        ]
        result = value.get("resulting")
        results = [self.cast.party(result, item.candidate.evidence)] if result else []
        code, name = cotv(f"change-{kind}"), _change_name(kind, value.get("original") or [])
        day = _day(str(value.get("date") or ""))
        took_effect = item.candidate.type == "ChangeEvent" and day and day.day
        event = self.known.changes.get((code, day.earliest, frozenset(parties))) if day else None
        if took_effect and not event and day and all("/organisation/" in each for each in parties):
            thing = page.thing(
                page.mint("change-event", item.id), "ChangeEvent", name=name, changeType=code,
                effectiveDate=Literal.date(day.earliest), dateBasis=cotv("basis-stated"),
            )  # fmt: skip
            self._each(thing, "original", parties)
            self._each(thing, "resulting", results)
        else:
            thing = self._proposal(item, code, name, parties, results)
            page.say(thing, realisedBy=event if took_effect else None)
        for number, told in enumerate(value.get("influence") or (), 1):
            self._influence(item, thing, parties, told, number)
        return thing

    def _proposal(
        self, item: Item, code: Iri, name: str, parties: list[Iri], results: list[Iri]
    ) -> Iri:
        page, value = self.page, item.value
        steps = _steps(value, item.candidate.evidence[0])
        thing = page.thing(
            page.mint("proposal", item.id), "ChangeProposal", name=name, changeType=code,
            currentStatus=cotv(f"status-{steps[-1][0]}"), note=value.get("note"),
        )  # fmt: skip
        self._each(thing, "proposedOriginal", parties)
        self._each(thing, "proposedResult", results)
        for number, (status, place) in enumerate(steps, 1):
            step = page.thing(
                page.mint("status-change", f"{item.id}-{number}"), "StatusChange",
                status=cotv(f"status-{status}"), sequence=number,
            )  # fmt: skip
            page.evidence(step, [place])
            page.say(thing, statusChange=step)
        return thing

    def _influence(
        self, item: Item, target: Iri, parties: list[Iri], told: Mapping[str, Any], number: int
    ) -> None:
        """What is said to press for a change, and the claim that says so."""
        page, key = self.page, f"{item.id}-{number}"
        kind = str(item.value.get("changeType") or "merger")
        who = self.cast.within(told["start"], told["end"])
        thing = page.thing(
            page.mint("influence", key), "Influence", influenceType=cotv("inf-drives"),
            influencerKnown=bool(who), onTarget=target,
            direction=cotv("dir-towardMerger" if kind == "merger" else "dir-towardFlexibility"),
        )  # fmt: skip
        self._each(thing, "influencer", who)
        self._each(thing, "influenced", parties)
        claim = page.thing(
            page.mint("claim", key), "Claim", text="Something is said to press for the change.",
            claimType=cotv("claim-causal"), asserter=self.voice, madeIn=page.document,
            about=target, content=thing,
        )  # fmt: skip
        for each in (thing, claim):
            page.evidence(each, [told])
            page.made_by(each, item)

    def _all(self, told: Iterable[Any] | None, item: Item) -> list[Iri]:
        found = (self.cast.party(each, item.candidate.evidence[:1]) for each in told or ())
        return list(dict.fromkeys(found))

    def _each(self, thing: Iri, name: str, values: Iterable[Iri]) -> None:
        for each in values:
            self.page.state(thing, cot(name), each)


def _steps(
    value: Mapping[str, Any], fallback: Mapping[str, Any]
) -> list[tuple[str, Mapping[str, Any]]]:
    """The steps of a plan as codes with their places; the last is where the text leaves it."""
    told = {(STATUS.get(each["status"], "proposed"), each["start"]): each
            for each in value.get("statusChange") or ()}  # fmt: skip
    steps = [(code, place) for (code, _), place in sorted(told.items(), key=lambda one: one[0][1])]
    final = STATUS.get(str(value.get("status") or "proposed"), "proposed")
    last = [each for each in steps if each[0] == final][-1:] or [(final, fallback)]
    return [each for each in steps if each not in last] + last


def _office_text(value: Mapping[str, Any]) -> str:
    time = "held" if value.get("former") else "is to hold" if value.get("incoming") else "holds"
    return f"{_name(value['person'])} {time} an office: {_post(value)}."


def _post(value: Mapping[str, Any]) -> str:
    """The office as a sentence of our own may name it."""
    post = str(value.get("post") or "officer")
    return post if is_short(post) else "one with a long title"


def _change_name(kind: str, parties: list[Any]) -> str:
    names = [_name(each) for each in parties]
    others = f" with {len(names) - 1} more" if len(names) > 1 else ""
    return f"{kind.capitalize()}: {names[0]}{others}" if names else f"{kind.capitalize()} of bodies"


def _name(party: Any) -> str:
    return str(party["name"] if isinstance(party, dict) else party)


def _day(text: str) -> Bounds | None:
    try:
        return bounds(text) if text else None
    except ValueError:
        return None
