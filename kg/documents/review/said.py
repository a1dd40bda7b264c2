"""Accepted sayings as statements: quotations, stances, provisions told again, and figures."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final

from kg.documents.review.cast import Cast
from kg.documents.review.codes import STANCE, quantity_code
from kg.documents.review.known import Known
from kg.documents.review.state import Item
from kg.documents.review.writing import Unsettled, Writing, is_short
from kg.model.names import cotv, mint
from kg.model.terms import XSD, Iri, Literal

_ONE_CCG: Final = mint("provision", "ltp-typically-one-ccg")
_TOLD: Final = {"supports": "for it", "opposes": "against it", "mixed": "for and against it",
                "neutral": "on neither side"}  # fmt: skip
_NUMBER: Final = re.compile(r"\d+(?:\.\d+)?")


class Sayings:
    """Writes what is said in a document; `voice` is who speaks where nobody else does."""

    def __init__(self, page: Writing, cast: Cast, known: Known, voice: Iri) -> None:
        self.page, self.cast, self.known, self.voice = page, cast, known, voice

    def claim(self, item: Item) -> Iri:
        """Quoted words with their speaker, or somebody's stance."""
        value, page, candidate = item.value, self.page, item.candidate
        name = str(value.get("speaker") or value.get("holder") or "")
        places = [each for each in candidate.evidence if each["role"] == "speaker"]
        speaker = (
            self.cast.speaker(name, candidate.needs, places or candidate.evidence[:1])
            if name
            else self.voice
        )
        stance = STANCE.get(str(value.get("stance") or ""), "")
        thing = page.thing(
            page.mint("claim", item.id), "Claim",
            text=value.get("text") or _claim_text(self._called(name, speaker), stance),
            claimType=cotv(f"claim-{'opinion' if stance else 'assertion'}"), asserter=speaker,
            stance=cotv(f"stance-{stance}") if stance else None, note=value.get("note"),
        )  # fmt: skip
        if speaker == self.voice:
            page.say(thing, madeIn=page.document)
        else:
            is_named = "/group/" not in self.voice
            page.say(thing, reportedBy=self.voice if is_named else page.document)
        if value.get("direct") or "kind" in value:
            page.say(thing, directSpeech=True)
        if stance and re.search(r"\bmerg", str(value.get("about") or "").lower()):
            page.say(thing, stanceTarget=cotv("change-merger"))
        self._about(thing, item)
        return thing

    def restatement(self, item: Item) -> Iri:
        """A provision as the text words it."""
        value, page = item.value, self.page
        drops, holder = value.get("dropsQualifier"), str(value.get("holder") or "")
        speaker = self.voice
        if holder:
            speaker = self.cast.speaker(holder, item.needs, item.candidate.evidence[:1])
        provision = _ONE_CCG
        if drops is None or _ONE_CCG not in self.known.lasting:
            provision = self._provision(item)
        fidelity = "unverified" if drops is None else "dropsQualifier" if drops else "faithful"
        thing = page.thing(
            page.mint("claim", item.id), "Restatement",
            text=value.get("text") or f"A rule is told again: {value['provision']}.",
            claimType=cotv("claim-restatement"), asserter=speaker, restates=provision,
            fidelity=cotv(f"fid-{fidelity}"), about=provision,
            droppedText="typically" if drops else None,
        )  # fmt: skip
        hedge = str(value.get("qualifier") or "")
        if hedge and page.takes(hedge):
            page.say(thing, hedgeText=hedge)
        return thing

    def _provision(self, item: Item) -> Iri:
        page = self.page
        thing = page.thing(
            page.mint("provision", item.id), "Provision", name=f"A rule: {item.value['provision']}",
            modality=cotv("mod-expectation"), provisionStatus=cotv("status-proposed"),
        )  # fmt: skip
        page.evidence(thing, item.candidate.evidence)
        page.made_by(thing, item)
        return thing

    def figure(self, item: Item) -> Iri:
        """A number with what it counts."""
        value, page = item.value, self.page
        text = str(value.get("value") or "")
        numbers = [float(each) for each in _NUMBER.findall(text)]
        if not numbers:
            raise Unsettled("its value is no number: set value")
        quantity = quantity_code(
            str(value.get("quantity") or "count"), str(value.get("unit") or "")
        )
        low, high = value.get("low", numbers[0]), value.get("high", numbers[-1])
        is_exact = low == high is not None and not value.get("approx")
        thing = page.thing(
            page.mint("figure", item.id), "Figure", valueText=text,
            quantityKind=cotv(f"qk-{value.get('quantityKind') or quantity}"),
            unit=cotv("unit-percent") if "%" in text else None,
            figureStatus=cotv("fig-actual"), approximation=cotv(_approximation(value, is_exact)),
            note=value.get("note"),
        )  # fmt: skip
        if low is not None and low == high:
            page.say(thing, value=_number(low))
        else:
            page.say(thing, minValue=_number(low), maxValue=_number(high))
        if value.get("comparator") == "more than":
            page.say(thing, minExclusive=True)
        if value.get("comparator") == "fewer than":
            page.say(thing, maxExclusive=True)
        return thing

    def _called(self, name: str, speaker: Iri) -> str:
        """Who speaks, as a sentence of our own may call them."""
        if not name:
            return "the document"
        return name if is_short(name) or "/group/" not in speaker else "those who speak"

    def _about(self, thing: Iri, item: Item) -> None:
        """What a claim is about: the bodies and people named in it, else the document."""
        first = item.candidate.evidence[0]
        for each in self.cast.within(first["start"], first["end"]) or [self.page.document]:
            self.page.say(thing, about=each)


def _claim_text(name: str, stance: str) -> str:
    if stance:
        return f"The stance of {name}: {_TOLD[stance]}."
    return f"Words of {name}, quoted."


def _approximation(value: Mapping[str, Any], is_exact: bool) -> str:
    if is_exact:
        return "approx-exact"
    return "approx-around" if value.get("approx") else "approx-bounds"


def _number(value: float | None) -> Literal | None:
    if value is None:
        return None
    if float(value).is_integer():
        return Literal(str(int(value)), XSD + "integer")
    return Literal(str(value), XSD + "decimal")
