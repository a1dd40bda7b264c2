"""What is told of the bodies of one family of a made world."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final

from tests.bench.scale_terms import Teller, day, days, iri, text, thing, words

_REGISTER: Final = "register/made"
_EDITORIAL: Final = "editorial/made"
_FIRST: Final = ("Ada", "Ben", "Cara", "Dev", "Eve", "Femi", "Gita", "Hugh", "Ines", "Jo", "Kofi")
_DIGITS: Final = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_SHARED: Final = 0.04
"""The part of offices that go to somebody of another family, not far off."""
FAULTS: Final = ("name", "end", "code", "date", "offset")
"""What may be wrong, each with the property of which it is."""


def code(number: int) -> str:
    """A code as those of the register are, of so many characters as it takes, never the same."""
    found = ""
    while number or len(found) < 4:
        number, last = divmod(number, len(_DIGITS))
        found = _DIGITS[last] + found
    return f"Z{found}"


class Told:
    """What is told of a family; each call adds to it."""

    def __init__(
        self,
        tell: Teller,
        chance: random.Random,
        vocabulary: Sequence[str],
        number: int,
        faults: float,
    ) -> None:
        self._tell, self.chance, self._vocabulary = tell, chance, vocabulary
        self._number, self._faults = number, faults
        self._people: list[tuple[str, str]] = []
        self._document, self._claims, self._at, self._documents = "", 0, 0, 0
        self._bodies: dict[str, tuple[str, date, date | None]] = {}

    def body(
        self, turn: int, at: int, kind: str, type_: str, start: date, last: date | None
    ) -> str:
        """A body with its record, its region, its name before and how many live there; its key."""
        own = code((self._number * 4 + turn) * 200 + at)
        key = f"{own}/{kind}"
        name = f"NHS {words(self.chance, self._vocabulary, self.chance.randrange(1, 4)).title()}"
        fault = self._fault()
        facts = [
            ("name", text(name)), ("odsCode", text(own)),
            ("organisationType", iri(f"def/v#{type_}")),
            ("inRegister", text("true", "boolean")), *days(start, last),
            ("registerRecord", thing(f"record/ods/{own}")),
        ]  # fmt: skip
        if fault == "name":
            facts[0] = ("name", text("7", "integer"))
        if fault == "end" and last:
            facts = [each for each in facts if each[0] != "earliestEnd"]
        if fault == "date":
            facts.append(("latestStart", text("soon", "date")))
        if fault == "code":
            facts[2] = ("organisationType", iri("def/v#type-unheard"))
        where = thing(f"organisation/{key}")
        self._bodies[key] = (name, start, last)
        tell, table = self._tell, "made-register"
        tell.say(_REGISTER, where, "Organisation", table, facts, cited=key)
        tell.say(_REGISTER, thing(f"record/ods/{own}"), "RegisterRecord", table, [
            ("code", text(own)), ("recordFor", where), ("recordName", text(name.upper())),
            ("scheme", iri("def/v#scheme-ods")),
        ], cited=own)  # fmt: skip
        region = thing(f"organisation/R{int(40 * self.chance.random() ** 2):02}/region")
        tell.say(_REGISTER, thing(f"affiliation/{own}-in-region"), "Affiliation", table, [
            ("affiliationType", iri("def/v#affil-inRegion")), ("fromOrganisation", where),
            ("toOrganisation", region), ("dateBasis", iri("def/v#basis-inferred")),
            ("interpolated", text("false", "boolean")), *days(start, last),
        ], cited=f"{own}-in-region")  # fmt: skip
        self._named(key, own, where, start, last)
        self._counted(own, where, start)
        return key

    def _fault(self) -> str:
        if not self._faults or self.chance.random() >= self._faults:
            return ""
        return self.chance.choice(FAULTS)

    def _named(self, key: str, own: str, where: str, start: date, last: date | None) -> None:
        if self.chance.random() < 0.2:
            until = min(last or date.max, start + timedelta(days=self.chance.randrange(90, 900)))
            period = thing(f"name-period/{own}-1")
            older = words(self.chance, self._vocabulary, 2).title()
            self._tell.say(_REGISTER, period, "NamePeriod", "made-register", [
                ("name", text(f"{older} Health")), ("dateBasis", iri("def/v#basis-inferred")),
                *days(start, until),
            ], cited=f"{key}/1")  # fmt: skip
            self._tell.facts(_REGISTER, where, [("namePeriod", period)])

    def _counted(self, own: str, where: str, start: date) -> None:
        if self.chance.random() < 0.5:
            many = str(int(20_000 * self.chance.paretovariate(1.2)))
            figure = thing(f"figure/population-{own}")
            self._tell.say(_REGISTER, figure, "Figure", "made-register", [
                ("approximation", iri("def/v#approx-exact")), ("asOf", day(start)),
                ("figureStatus", iri("def/v#fig-actual")), ("subject", where),
                ("quantityKind", iri("def/v#qk-population")),
                ("value", text(many, "integer")), ("valueText", text(many)),
            ], cited=f"{own}/population")  # fmt: skip

    def change(self, originals: Sequence[str], result: str, on: date) -> None:
        """Bodies that go into another on a day, wholly."""
        own = result.replace("/", "-")
        kind = "merger" if len(originals) > 1 else "succession"
        event = thing(f"change-event/{kind}-into-{own}")
        tell, table = self._tell, "made-register"
        ends = [("original", thing(f"organisation/{each}")) for each in originals]
        tell.say(_REGISTER, event, "ChangeEvent", table, [
            ("changeType", iri(f"def/v#change-{kind}")), ("effectiveDate", day(on)),
            ("dateBasis", iri("def/v#basis-stated")),
            ("name", text(f"{kind.title()} into {self._bodies[result][0]}")),
            *ends, ("resulting", thing(f"organisation/{result}")),
        ], cited=f"{kind}-into-{own}")  # fmt: skip
        for each in originals:
            row = f"{kind}-into-{own}/{each}"
            tell.say(_REGISTER, thing(f"transfer/{row}"), "Transfer", table, [
                ("inEvent", event), ("wholeBody", text("true", "boolean")),
                ("transferFrom", thing(f"organisation/{each}")),
                ("transferTo", thing(f"organisation/{result}")),
            ], cited=row)  # fmt: skip

    def office(self, body: str, role: str, start: date, end: date) -> None:
        """A claim, or two, that somebody held an office of a body."""
        key, name = self._person()
        for turn in range(1 if self.chance.random() < 0.7 else 2):
            told = day(start + timedelta(days=turn * 20))
            facts = [
                ("about", thing(f"person/{key}")), ("about", thing(f"organisation/{body}")),
                ("claimedHolder", thing(f"person/{key}")), ("claimedRole", iri(f"def/v#{role}")),
                ("claimedOrganisation", thing(f"organisation/{body}")),
                ("roleText", text(role.removeprefix("role-").lower())),
                ("startEarliest", told), ("startLatest", told),
                ("interim", text("false", "boolean")), ("joint", text("false", "boolean")),
                ("designate", text("false", "boolean")), ("dateBasis", iri("def/v#basis-stated")),
                ("text", text(f"{name} in office at {self._bodies[body][0]}")),
            ]  # fmt: skip
            if turn == 0:
                facts += [("endEarliest", day(end)), ("endLatest", day(end))]
            self._said("OfficeClaim", facts)

    def claim(self, body: str) -> None:
        """A claim of another sort about a body."""
        said = words(self.chance, self._vocabulary, self.chance.randrange(5, 14)).capitalize()
        self._said("Claim", [("about", thing(f"organisation/{body}")), ("text", text(f"{said}."))])

    def _said(self, kind: str, facts: list[tuple[str, str]]) -> None:
        if not self._document or self._claims % 60 == 59:
            self._open()
        self._claims += 1
        document, graph = self._document, f"source/{self._document}"
        exact = words(self.chance, self._vocabulary, 3) if self._claims % 3 == 0 else ""
        start, length = self._at + 8, len(exact) or self.chance.randrange(20, 90)
        self._at = start + length
        spoken = hashlib.sha256((exact or f"{document}/{start}").encode()).hexdigest()
        end = start if self._fault() == "offset" else start + length
        span = thing(f"span/{document}/{start}-{start + length}")
        self._tell.say(graph, span, "TextSpan", document, [
            ("startOffset", text(str(start), "integer")), ("endOffset", text(str(end), "integer")),
            ("inDocument", thing(f"document/{document}")), ("spanDigest", text(spoken)),
            *([("exact", text(exact))] if exact else []),
        ])  # fmt: skip
        self._tell.say(graph, thing(f"claim/{document}/{self._claims}"), kind, document, [
            *facts, ("evidence", span), ("madeIn", thing(f"document/{document}")),
            ("asserter", thing("organisation/R00/region")),
            ("claimType", iri("def/v#claim-assertion")),
            ("confidence", iri(f"def/v#confidence-{self.chance.choice(('high', 'high', 'low'))}")),
        ])  # fmt: skip

    def _open(self) -> None:
        """A new document, in which what is said from now on stands."""
        self.close()
        self._documents += 1
        self._document, self._at = f"made-{self._number}-{self._documents}", 0
        out = date(2013, 1, 1) + timedelta(days=self.chance.randrange(4000))
        self._issued = out

    def close(self) -> None:
        """The document that was open is told of: how long it is, is known now."""
        if not self._document:
            return
        document, told, graph = self._document, day(self._issued), f"source/{self._document}"
        self._tell.graph(graph, "graph-source", f"What {document} says")
        self._tell.facts(graph, iri(f"graph/{graph}"), [
            ("wasDerivedFrom", thing(f"document/{document}"))
        ])  # fmt: skip
        digest = hashlib.sha256(document.encode()).hexdigest()
        title = words(self.chance, self._vocabulary, 4).capitalize()
        self._tell.say(graph, thing(f"document/{document}"), "Document", document, [
            ("title", text(title)), ("titleBasis", iri("def/v#basis-assigned")),
            ("documentType", iri("def/v#doc-governingBodyPaper")), ("issuedDate", told),
            ("earliestIssued", told), ("latestIssued", told),
            ("issuedBasis", iri("def/v#basis-stated")), ("textHeld", text("false", "boolean")),
            ("publisher", thing("organisation/R00/region")),
            ("publisherBasis", iri("def/v#basis-stated")),
            ("contentDigest", text(f"sha256:{digest}")),
            ("textLength", text(str(self._at + 50), "integer")),
            ("wordCount", text(str(900 + self._at // 5), "integer")),
        ], cited=document)  # fmt: skip
        self._document = ""

    def _person(self) -> tuple[str, str]:
        """Somebody of this family, known or new, or of one before it."""
        if self._number > 9 and self.chance.random() < _SHARED:
            other = self._number - self.chance.randrange(1, 9)
            return self._known(f"made-{other}-0")
        if self._people and self.chance.random() < 0.3:
            return self.chance.choice(self._people)
        key = f"made-{self._number}-{len(self._people)}"
        person = self._known(key)
        self._people.append(person)
        return person

    def _known(self, key: str) -> tuple[str, str]:
        first = _FIRST[hash_of(key) % len(_FIRST)]
        last = self._vocabulary[hash_of(f"last {key}") % 4000].title()
        name = f"{first} {last}"
        self._tell.say(_EDITORIAL, thing(f"person/{key}"), "Person", "made-editorial", [
            ("name", text(name))
        ], cited=key)  # fmt: skip
        return key, name


def hash_of(key: str) -> int:
    """A number of a text, the same on every machine."""
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:4], "big")
