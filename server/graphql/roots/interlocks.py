"""Who shared officers: `interlockGroups`, `bridges`, `sharedTenures` and `mergerInterlocks`.

They are answers of the networks that a release has, so that none takes a query of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from kg.analysis.lineage.bodies import KINDS
from kg.analysis.sources import Source
from kg.errors import BadQuery
from kg.model.terms import Iri
from kg.release.answers.networks import reckoned
from server.graphql.planning.plan import Asking, Root
from server.graphql.roots.analysed import networks_of
from server.graphql.roots.field import RootField, from_zero
from server.graphql.roots.values import exact, listed

if TYPE_CHECKING:
    from kg.analysis.networks.bridges import Bridge
    from kg.analysis.networks.groups import Counted, Group, Interlocks, Office
    from kg.analysis.networks.mergers import Merger, Shared
    from kg.analysis.networks.shared import SharedTenure


def interlock_groups(field: RootField) -> Root:
    """Raises `BadQuery` for a kind that there is not, and for months below none."""
    page, held, on = field.page(), _held(field), str(field.args["on"])

    def make(asking: Asking) -> dict[str, Any]:
        return _groups(networks_of(asking.release).interlocks(on, **held), page)

    return field.computed(make, wide=page[0])


def bridges(field: RootField) -> Root:
    """Raises `BadQuery` for a kind that there is not, and for months below none."""
    page, held, on = field.page(), _held(field), field.args.get("on") or ""

    def make(asking: Asking) -> dict[str, Any]:
        found = networks_of(asking.release).bridges(on, **held)
        return listed([_bridge(each) for each in found], page)

    return field.computed(make, wide=page[0])


def shared_tenures(field: RootField) -> Root:
    """All of them, the longest first."""
    page = field.page()

    def make(asking: Asking) -> dict[str, Any]:
        return listed([_tenure(each) for each in networks_of(asking.release).longest()], page)

    return field.computed(make, wide=page[0])


def merger_interlocks(field: RootField) -> Root:
    """All mergers, or those with one of the findings that are asked for."""
    page, wanted = field.page(), field.args.get("finding")

    def make(asking: Asking) -> dict[str, Any]:
        found = networks_of(asking.release).mergers()
        told = [_merger(each) for each in found.mergers]
        kept = [each for each in told if wanted is None or each["finding"] in wanted]
        return {"summary": found.summary, **listed(kept, page)}

    return field.computed(make, wide=page[0])


def _held(field: RootField) -> dict[str, Any]:
    kind = field.args.get("kind") or "ccg"
    if kind not in KINDS:
        hint = f"There are {', '.join(KINDS)}."
        raise BadQuery(f"`kind` is '{kind}', which is no kind of body.", hint=hint)
    return {"carry": from_zero(field.args.get("carryMonths"), "carryMonths"), "kind": kind}


def _groups(found: Interlocks, page: tuple[int, int]) -> dict[str, Any]:
    return {
        **reckoned(found),
        "counted": [_counted(each) for each in found.counted],
        "said": [_counted(each) for each in found.said],
        **listed([_group(each) for each in found.groups], page),
    }


def _group(group: Group) -> dict[str, Any]:
    return {
        "held": group.held,
        "organisations": [body for body, _ in group.bodies],
        "officers": [person for person, _ in group.officers],
        "offices": [_office(each) for each in group.offices],
    }


def _office(office: Office) -> dict[str, Any]:
    return {
        "person": office.person,
        "body": office.body,
        "held": office.held,
        "tenures": list(office.tenures),
        "evidence": evidence(office.sources),
    }


def _counted(said: Counted) -> dict[str, Any]:
    return {
        "claim": said.claim,
        "text": said.text,
        "known": said.known or None,
        "asserter": said.asserter or None,
        "evidence": evidence(said.sources),
    }


def _bridge(found: Bridge) -> dict[str, Any]:
    return {
        "thing": found.thing,
        "betweenness": exact(found.betweenness),
        "parts": [list(part) for part in found.parts],
    }


def _tenure(found: SharedTenure) -> dict[str, Any]:
    return {
        "person": found.person,
        "organisations": [body for body, _ in found.bodies],
        "start": found.start,
        "end": found.end,
        "days": found.days,
    }


def _merger(found: Merger) -> dict[str, Any]:
    return {
        "merger": found.iri,
        "day": found.day,
        "result": found.result,
        "originals": [body for body, _ in found.originals],
        "finding": found.finding.replace(" ", "_").upper(),
        "days": found.days,
        "officersKnown": found.officers_known,
        "shared": [_shared(each) for each in found.shared],
    }


def _shared(found: Shared) -> dict[str, Any]:
    return {
        "person": found.person,
        "organisations": list(found.bodies),
        "since": found.since or None,
        "notBefore": found.not_before or None,
        "until": found.until or None,
        "evidence": evidence(found.sources),
    }


def evidence(sources: Iterable[Source]) -> Sequence[Iri]:
    """The things that bear something out, each once."""
    return list(dict.fromkeys(Iri(each.evidence) for each in sources if each.evidence))
