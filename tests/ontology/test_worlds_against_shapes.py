"""Small worlds against the shapes, with pySHACL as the judge: one that holds, many that break."""

from __future__ import annotations

import pyshacl
import pytest
import rdflib
from rdflib.namespace import SH

from kg.model.names import ID, PREFIXES
from kg.resources import folder

PROLOGUE = f"@base <{ID}> .\n" + "".join(
    f"@prefix {name}: <{start}> .\n" for name, start in PREFIXES.items()
)
SHAPES = rdflib.Graph()
for path in sorted(folder("ontology").rglob("*.ttl")):
    SHAPES.parse(path)

WORLD = """
<document/d> a cot:Document ; dct:title "A paper" ; cot:documentType cotv:doc-report ;
  cot:recordedIn "sources.csv, d" ; cot:earliestIssued "2018-01-01"^^xsd:date ;
  cot:latestIssued "2018-12-31"^^xsd:date ; cot:issuedBasis cotv:basis-stated .
<span/d/0-4> a cot:TextSpan ; cot:inDocument <document/d> ; cot:startOffset 0 ; cot:endOffset 4 ;
  cot:spanDigest "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" .
<citation/t/1> a cot:Citation ; cot:inDocument <document/d> ; cot:recordedIn "t.csv, 1" .
<organisation/00A/ccg> a cot:Organisation ; cot:name "North CCG" ; cot:inRegister true ;
  cot:organisationType cotv:type-ccg ; cot:odsCode "00A" ; cot:evidence <citation/t/1> ;
  cot:start "2013-04-01"^^xsd:date ; cot:earliestStart "2013-04-01"^^xsd:date ;
  cot:latestStart "2013-04-01"^^xsd:date ; cot:corpus cotv:corpus-all , <document/d> .
<person/ann> a cot:Person ; cot:name "Ann Example" ; cot:evidence <citation/t/1> .
<claim/d/1> a cot:OfficeClaim ; cot:text "Ann heads North." ; cot:claimType cotv:claim-assertion ;
  cot:asserter <organisation/00A/ccg> ; cot:about <person/ann> ; cot:claimedHolder <person/ann> ;
  cot:claimedRole cotv:role-chiefOfficer ; cot:roleText "chief officer" ;
  cot:claimedOrganisation <organisation/00A/ccg> ; cot:evidence <citation/t/1> .
<post/1> a cot:Post ; cot:name "Chief officer" ; cot:roleType cotv:role-chiefOfficer ;
  cot:basedOnClaim <claim/d/1> .
<tenure/1> a cot:Tenure ; cot:holder <person/ann> ; cot:post <post/1> ;
  cot:roleType cotv:role-chiefOfficer ; cot:basedOnClaim <claim/d/1> ;
  cot:earliestEnd "2018-03-31"^^xsd:date .
<proposal/1> a cot:ChangeProposal ; cot:name "Merge" ; cot:changeType cotv:change-merger ;
  cot:proposedOriginal <organisation/00A/ccg> ; cot:currentStatus cotv:status-dropped ;
  cot:statusChange <status-change/1> ; cot:evidence <span/d/0-4> .
<status-change/1> a cot:StatusChange ; cot:status cotv:status-dropped ;
  cot:evidence <span/d/0-4> .
<influence/1> a cot:Influence ; cot:influenceType cotv:inf-pressure ;
  cot:influenced <organisation/00A/ccg> ; cot:direction cotv:dir-towardMerger ;
  cot:onTarget <proposal/1> ; cot:evidence <span/d/0-4> .
<pressure-coding/1> a cot:PressureCoding ; cot:codedInfluence <influence/1> ;
  cot:reading1 cotv:pressure-imposed ; cot:reading2 cotv:pressure-none ; cot:reason "A doubt." .
<claim/d/2> a cot:Restatement ; cot:text "It was pressed." ; cot:claimType cotv:claim-restatement ;
  cot:asserter <person/ann> ; cot:about <proposal/1> ; cot:content <influence/1> ;
  cot:restates <claim/d/1> ; cot:fidelity cotv:fid-faithful ; cot:evidence <span/d/0-4> .
<figure/1> a cot:Figure ; cot:quantityKind cotv:qk-population ; cot:value 106566 ;
  cot:valueText "106566" ; cot:approximation cotv:approx-exact ; cot:figureStatus cotv:fig-actual ;
  cot:subject <organisation/00A/ccg> ; cot:evidence <citation/t/1> .
<change-event/1> a cot:ChangeEvent ; cot:name "An end" ; cot:changeType cotv:change-abolition ;
  cot:original <organisation/00A/ccg> ; cot:effectiveDate "2022-07-01"^^xsd:date ;
  prov:wasDerivedFrom <document/d> .
"""


def findings(world: str) -> list[str]:
    """The messages of a report, and the node each is about, in order."""
    data = rdflib.Graph().parse(data=PROLOGUE + world)
    # Classes and codes are looked up in the data, so the ontology is laid beside the world.
    _, report, _ = pyshacl.validate(data + SHAPES, shacl_graph=SHAPES)
    assert isinstance(report, rdflib.Graph)
    return sorted(
        f"{str(report.value(each, SH.focusNode)).removeprefix(ID)}: "
        f"{report.value(each, SH.resultMessage)}"
        for each in report.objects(None, SH.result)
    )


def test_a_sound_world_conforms() -> None:
    assert findings(WORLD) == []


@pytest.mark.parametrize(
    ("before", "after", "finding"),
    [
        (
            "cot:asserter <person/ann> ;",
            "",
            "claim/d/2: A claim needs an asserter: the person, body, group or post that says it.",
        ),
        (
            "cot:restates <claim/d/1> ;",
            "",
            "claim/d/2: A restatement needs the one provision or claim that it repeats.",
        ),
        (
            "cot:status cotv:status-dropped",
            "cot:status cotv:change-merger",
            "status-change/1: 'status' takes exactly one code of the list cotv:status.",
        ),
        (
            "cot:statusChange <status-change/1> ;",
            "cot:statusChange <status-change/1> ; cot:realisedBy <change-event/1> ;",
            "proposal/1: A plan that was dropped, rejected, voted down or only imagined cannot have"
            " been realised.",
        ),
        (
            "cot:content <influence/1> ;",
            "",
            "influence/1: An influence needs a claim that states it: pressure always has someone"
            " who says so.",
        ),
        (
            "cot:reading2 cotv:pressure-none",
            "cot:reading2 cotv:pressure-directed",
            "pressure-coding/1: A level stands where both readings find one, and 'none' is a"
            " reading and never the level.",
        ),
        (
            "cot:reading2 cotv:pressure-none",
            "cot:reading2 cotv:pressure-none ; cot:pressureLevel cotv:pressure-none",
            "pressure-coding/1: A level stands where both readings find one, and 'none' is a"
            " reading and never the level.",
        ),
        (
            "cot:reading2 cotv:pressure-none ;",
            "",
            "pressure-coding/1: 'reading2' takes exactly one code of the list cotv:pressure.",
        ),
        (
            "cot:value 106566 ;",
            "",
            "figure/1: A figure needs evidence or what it was derived from, and a value, a lower"
            " end or an upper end, unless it is vague.",
        ),
        (
            "cot:startOffset 0",
            "cot:startOffset 5",
            "span/d/0-4: A span starts at 0 or later, and before it ends.",
        ),
        (
            "ca495991b7852b855",
            "CA495991B7852B855",
            "span/d/0-4: A span needs the SHA-256 of its words as 64 lower-case hex digits.",
        ),
        (
            'cot:name "Ann Example" ; cot:evidence <citation/t/1> .',
            'cot:name "Ann Example" .',
            "person/ann: Say where this is known from: evidence, a register record or what it was"
            " derived from.",
        ),
        (
            'cot:earliestStart "2013-04-01"',
            'cot:earliestStart "2013-05-01"',
            "organisation/00A/ccg: The earliest start must not be after the latest start.",
        ),
        (
            'cot:latestIssued "2018-12-31"',
            'cot:latestIssued "2017-12-31"',
            "document/d: The earliest day of issue must not be after the latest.",
        ),
    ],
)
def test_a_broken_world_is_told_in_words(before: str, after: str, finding: str) -> None:
    assert WORLD.count(before) == 1

    assert finding in findings(WORLD.replace(before, after))
