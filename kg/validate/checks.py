"""Laws that no shape can state: about names, graphs, terms, and what two things say together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from difflib import get_close_matches
from typing import Final

from kg.model.names import ID, PREFIXES, RDF_TYPE, RDFS_LABEL, cot, graph, shorten
from kg.model.terms import Iri, Statement, Triple
from kg.validate import checks_dates
from kg.validate.facts import Facts, Finding

_OF_THE_MODEL: Final = (graph("schema"), graph("questions"))
_OWN: Final = (PREFIXES["cot"], PREFIXES["cotv"], PREFIXES["cots"])
_EVERYWHERE: Final = {RDF_TYPE, RDFS_LABEL} | {
    Iri(PREFIXES[prefix] + name)
    for prefix, name in (
        ("rdfs", "seeAlso"),
        ("owl", "sameAs"),
        ("skos", "exactMatch"),
        ("skos", "closeMatch"),
    )
}


def check(statements: Iterable[Statement], schema: Iterable[Triple]) -> list[Finding]:
    """All that is wrong with these statements besides their shapes, check by check.

    `schema` is the ontology with its code lists. The graphs of the model and of the questions
    are only asked for their descriptions.
    """
    everything = list(statements)
    facts = Facts(each for each in everything if each.graph not in _OF_THE_MODEL)
    checks: tuple[Callable[[Facts], Iterator[Finding]], ...] = (
        untyped_things,
        dangling_names,
        checks_dates.bounds,
        checks_dates.outlived_bodies,
        checks_dates.overlapping_lives,
        checks_dates.change_dates,
        statuses,
        group_sizes,
    )
    found = list(undescribed_graphs(everything))
    found += undefined_terms(facts, schema)
    return found + [each for law in checks for each in law(facts)]


def undescribed_graphs(statements: Iterable[Statement]) -> Iterator[Finding]:
    """Named graphs that do not say of themselves what they are."""
    names, described = set(), set()
    for subject, predicate, value, name in statements:
        names.add(name)
        if subject == name and predicate == RDF_TYPE and value == cot("SourceGraph"):
            described.add(name)
    for name in sorted(names - described):
        yield undescribed(name)


def undescribed(name: Iri) -> Finding:
    """That a named graph does not say of itself what it is."""
    hint = "State in it that it is a cot:SourceGraph, with its title, kind and licence."
    return Finding("undescribed-graph", shorten(name), "the graph does not describe itself", hint)


def untyped_things(facts: Facts) -> Iterator[Finding]:
    """Things of ours about which something is said, but not what they are."""
    typed = set(facts.types())
    for thing in sorted({each.subject for each in facts.statements} - typed):
        if thing.startswith(ID):
            yield untyped(facts.place(thing))


def untyped(place: str) -> Finding:
    """That nothing says what a thing is."""
    return Finding("untyped-thing", place, "has no class", "Say what it is.")


def dangling_names(facts: Facts) -> Iterator[Finding]:
    """Things of ours that are referred to and are not there."""
    typed = set(facts.types())
    dangling: dict[Iri, Statement] = {}
    for each in facts.statements:
        if isinstance(each.object, Iri) and each.object.startswith(ID) and each.object not in typed:
            dangling.setdefault(each.object, each)
    for name, first in sorted(dangling.items()):
        yield dangling_name(name, first.predicate, facts.place(first.subject), typed)


def dangling_name(name: Iri, predicate: Iri, place: str, known: Iterable[Iri] = ()) -> Finding:
    """That what a thing names is not there; the hint is the nearest of the names that are known."""
    message = f"{shorten(predicate)} names {shorten(name)}, which is not there"
    return Finding("dangling-name", place, message, _nearest(name, known))


def undefined_terms(facts: Facts, schema: Iterable[Triple]) -> Iterator[Finding]:
    """Properties, classes and codes that the ontology does not have, each with its first use.

    A term of another vocabulary counts as known when the ontology mentions it anywhere.
    """
    used: dict[Iri, list[Statement]] = {}
    for each in facts.statements:
        for term in _terms(each):
            used.setdefault(term, []).append(each)
    places = (
        (term, len(uses), facts.place(uses[0].subject)) for term, uses in sorted(used.items())
    )
    return unknown_terms(places, schema)


def unknown_terms(
    used: Iterable[tuple[Iri, int, str]], schema: Iterable[Triple]
) -> Iterator[Finding]:
    """Which of these terms the ontology does not have; each with how often and where it is used."""
    triples = list(schema)
    known = {term for each in triples for term in each if isinstance(term, Iri)} | _EVERYWHERE
    own = {
        each.subject
        for each in triples
        if each.predicate == RDF_TYPE and isinstance(each.subject, Iri)
    }
    for term, uses, place in sorted(used):
        if term not in (own if term.startswith(_OWN) else known):
            times = "once" if uses == 1 else f"{uses} times"
            message = f"{shorten(term)} is not in the ontology and is used {times}"
            yield Finding("undefined-term", place, message, _nearest(term, own))


def statuses(facts: Facts) -> Iterator[Finding]:
    """Proposals whose current status is not that of their last step."""
    for proposal in facts.instances("ChangeProposal"):
        steps = facts.iris(proposal, "statusChange")
        numbers = [facts.text(each, "sequence") for each in steps]
        place = facts.place(proposal)
        if len(steps) > 1 and (not all(numbers) or len(set(numbers)) < len(steps)):
            hint = "Give each step its own cot:sequence."
            yield Finding("status", place, "the order of its steps is not told", hint)
            continue
        current = facts.iris(proposal, "currentStatus")
        ordered = sorted(steps, key=lambda each: int(facts.text(each, "sequence") or 0))
        last = facts.iris(ordered[-1], "status") if ordered else current
        if current != last:
            shown = [" and ".join(map(shorten, each)) or "nothing" for each in (current, last)]
            message = f"its status is {shown[0]}, its last step says {shown[1]}"
            yield Finding("status", place, message, "Make them agree.")


def group_sizes(facts: Facts) -> Iterator[Finding]:
    """Groups that are listed in full, and whose members are not as many as their size says."""
    for group in facts.instances("AgentGroup"):
        sizes = {
            facts.text(figure, "value")
            for figure in facts.iris(group, "groupSize")
            if facts.iris(figure, "approximation") in ([], [_EXACT])
        } - {""}
        members = len(facts.values(group, "hasMember"))
        if facts.text(group, "enumerated") == "true" and sizes and sizes != {str(members)}:
            message = f"it is listed in full with {members} members, its size is {min(sizes)}"
            hint = "List the others, or say that it is not enumerated."
            yield Finding("group-size", facts.place(group), message, hint)


_EXACT: Final = Iri(PREFIXES["cotv"] + "approx-exact")


def _terms(statement: Statement) -> Iterator[Iri]:
    """The property of a statement, and its object where that is a class or a code of ours."""
    yield statement.predicate
    value = statement.object
    if isinstance(value, Iri) and (statement.predicate == RDF_TYPE or value.startswith(_OWN)):
        yield value


def _nearest(name: Iri, known: Iterable[Iri]) -> str:
    """The known name that was meant, or advice; only names of the same kind are compared."""
    start = name[: max(name.rfind("/"), name.rfind("#")) + 1]
    near = get_close_matches(name, [each for each in known if each.startswith(start)], n=1)
    return f"Did you mean {shorten(near[0])}?" if near else "Define it, or mend the name."
