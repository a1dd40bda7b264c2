"""The same laws for a graph that does not fit in memory.

Queries and one look at all statements in order (`survey`) find what may break a law; only of those
few, and of what they name, the statements are read, and the law itself is asked of them. So what
is found is what `checks` finds, but for hints at names that are nearly right where very many are
alike. Of each law `MOST` things are told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from kg.model.names import ID, shorten
from kg.model.terms import Iri, Literal, Statement, Triple
from kg.questions.bind import bind, bind_rows
from kg.questions.library import Library
from kg.store.oxigraph import OxigraphStore
from kg.validate import checks, checks_dates, spans, words
from kg.validate.facts import Facts, Finding
from kg.validate.survey import MOST, Survey

DOCUMENTS: Final = 2
"""Of how many documents the quotations are looked at together."""
_TOGETHER: Final = 500
_NAMES: Final = 20_000  # as many as the query asks for, but for one
_RESTING: Final = ("quoted-evidence", "quoted-readings", "quoted-identified")
_Law = Callable[[Facts], Iterator[Finding]]
_LAWS: Final[tuple[tuple[str, _Law], ...]] = (
    ("suspect-outlived", checks_dates.outlived_bodies),
    ("suspect-overlapping", checks_dates.overlapping_lives),
    ("suspect-changes", checks_dates.change_dates),
    ("suspect-statuses", checks.statuses),
    ("suspect-groups", checks.group_sizes),
)


def of_laws(
    store: OxigraphStore, library: Library, survey: Survey, schema: Sequence[Triple]
) -> list[Finding]:
    """What is wrong with a graph besides its shapes, law by law."""
    asked = _Asked(store, library)
    found = list(_undescribed(asked))
    found += checks.unknown_terms(
        (
            (_iri(term), use.times, _place(use.thing, use.graph))
            for term, use in survey.terms.items()
        ),
        schema,
    )
    for thing, graph in islice(survey.untyped, MOST):
        found.append(checks.untyped(_place(thing, graph)))
    found += _dangling(asked)
    found += _broken(asked, survey.misdated, checks_dates.bounds)
    for name, law in _LAWS:
        found += _broken(asked, asked.things(name), law)
    return found


def of_texts(store: OxigraphStore, library: Library, texts: Path | None = None) -> list[Finding]:
    """What is wrong with places in texts, and with the words that are stored of them.

    As `report.of_texts`, some documents at a time.
    """
    asked = _Asked(store, library)
    documents = iter(sorted(asked.things("quoted-documents")))
    found: list[Finding] = []
    while several := list(islice(documents, DOCUMENTS)):
        marked = asked.things("quoted-spans", "document", several)
        resting = (each for name in _RESTING for each in asked.things(name, "span", marked))
        things = {*several, *marked, *resting}
        found += _of_words(asked.told(sorted(things), "quoted-facts"), texts)
    found += _of_words(asked.told(asked.things("quoted-long"), "quoted-facts"), None)
    return list(dict.fromkeys(found))


def _of_words(statements: Sequence[Statement], texts: Path | None) -> Iterator[Finding]:
    yield from (Finding("span", "", line) for line in spans.check(statements, texts))
    yield from (Finding("words", "", line) for line in words.check(statements, texts))


class _Asked:
    """A store that is asked by the queries of a library."""

    def __init__(self, store: OxigraphStore, library: Library) -> None:
        self._store, self._library = store, library

    @property
    def graphs(self) -> list[Iri]:
        return self._store.graph_names()

    def things(self, name: str, given: str = "", of: Sequence[Iri] = ()) -> list[Iri]:
        """The IRIs that a query gives, for these things where it takes any."""
        query = self._library.inside(name)
        if not given:
            return [row[0] for row in self._store.select(query).rows if isinstance(row[0], Iri)]
        return [
            row[0]
            for several in _several(of)
            for row in self._store.select(
                bind_rows(query, [given], ([each] for each in several))
            ).rows
            if isinstance(row[0], Iri)
        ]

    def told(self, things: Sequence[Iri], name: str = "facts-of") -> list[Statement]:
        """What a query tells of these things: all that is said of them, or what matters of it."""
        query = self._library.inside(name)
        return [
            Statement(thing, predicate, value, graph)
            for several in _several(things)
            for thing, predicate, value, graph in self._store.select(
                bind_rows(query, ["thing"], ([each] for each in several))
            ).rows
            if isinstance(thing, Iri)
            and isinstance(predicate, Iri)
            and isinstance(value, (Iri, Literal))
            and isinstance(graph, Iri)
        ]

    def like(self, start: str) -> list[Iri]:
        """The names that begin so, for hints; none where they are more than can be compared."""
        query = bind(self._library.inside("known-like"), {"start": Literal(start)})
        rows = self._store.select(query).rows
        return [row[0] for row in rows if isinstance(row[0], Iri)] if len(rows) <= _NAMES else []

    def naming(self, name: Iri) -> tuple[Iri, Iri, Iri] | None:
        """A thing that names another, by which property, and in which graph."""
        query = bind_rows(self._library.inside("facts-naming"), ["name"], [[name]])
        for thing, predicate, graph in self._store.select(query).rows:
            if isinstance(thing, Iri) and isinstance(predicate, Iri) and isinstance(graph, Iri):
                return thing, predicate, graph
        return None


def _several(things: Sequence[Iri]) -> Iterator[Sequence[Iri]]:
    for start in range(0, len(things), _TOGETHER):
        yield things[start : start + _TOGETHER]


def _undescribed(asked: _Asked) -> Iterator[Finding]:
    for name in sorted(set(asked.graphs) - set(asked.things("described-graphs"))):
        yield checks.undescribed(name)


def _dangling(asked: _Asked) -> Iterator[Finding]:
    like: dict[str, list[Iri]] = {}
    for name in sorted(asked.things("suspect-dangling"))[:MOST]:
        if found := asked.naming(name):
            thing, predicate, graph = found
            start = name[: max(name.rfind("/"), name.rfind("#")) + 1]
            if start not in like:
                like[start] = asked.like(start)
            yield checks.dangling_name(name, predicate, _place(thing, graph), like[start])


def _broken(asked: _Asked, suspects: Sequence[Iri], law: _Law) -> Iterator[Finding]:
    """What a law says of these things, with all that it may have to know of others."""
    told = 0
    for several in _several(sorted(set(suspects))):
        beside = [
            each for each in asked.things("facts-beside", "thing", several) if each.startswith(ID)
        ]
        facts = Facts(asked.told(sorted({*several, *beside})))
        places = {facts.place(each) for each in several}
        for each in law(facts):
            if each.place in places and told < MOST:
                told += 1
                yield each


def _place(thing: Iri, graph: Iri) -> str:
    return f"{shorten(thing)} in {shorten(graph)}"


def _iri(written: bytes) -> Iri:
    return str.__new__(Iri, written[1:-1].decode())
