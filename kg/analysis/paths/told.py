"""Paths in words: each hop a sentence, with its days and with what bears it out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from kg.analysis.asking import query, rows_of, text, texts
from kg.analysis.paths.adjacency import Adjacency, Link
from kg.analysis.paths.build import WIDEST, build
from kg.analysis.paths.ends import Surroundings, is_document, statements
from kg.analysis.paths.search import Ground, Wish, best
from kg.analysis.paths.sentences import Speaker
from kg.analysis.sources import Source, sources_of
from kg.errors import UnknownThing
from kg.model.definitions import Ontology
from kg.model.names import PREFIXES, shorten
from kg.model.terms import Iri
from kg.questions.bind import bind
from kg.questions.library import Library
from kg.store.base import Store

_GIVEN_UP: Final = "The search was given up: there may be more paths."


@dataclass(frozen=True)
class Hop:
    """One hop, from `here` to `there`.

    `term` is the property or the relation that is told and `label` its name; `owner` is what it
    was read from. `start` and `end` are the days on which it surely held, `known` the day since
    when it was known, each ISO or empty; `others` is how many more links there are between the two.
    """

    here: str
    here_name: str
    there: str
    there_name: str
    term: str
    label: str
    owner: str
    sentence: str
    start: str
    end: str
    known: str
    sources: Sequence[Source]
    others: int

    @property
    def documents(self) -> int:
        """How many documents bear it out."""
        return len({each.document for each in self.sources})


@dataclass(frozen=True)
class Path:
    """A path, hop by hop."""

    hops: Sequence[Hop]

    def __len__(self) -> int:
        """How many hops it has."""
        return len(self.hops)

    @property
    def sentence(self) -> str:
        """All of it, a sentence a hop."""
        return " ".join(f"{each.sentence}." for each in self.hops)


@dataclass(frozen=True)
class Answer:
    """The paths between two things, the best first.

    `note` says why there is none, or that not every way was tried; it is empty otherwise.
    """

    here: str
    there: str
    wish: Wish
    paths: Sequence[Path]
    note: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether every way was tried."""
        return self.note != _GIVEN_UP


class Paths:
    """The paths of one sealed graph; its adjacency is given, or made when one is asked."""

    def __init__(
        self,
        store: Store,
        library: Library,
        ontology: Ontology,
        widest: int = WIDEST,
        made: Adjacency | None = None,
    ) -> None:
        self._store, self._library, self._ontology = store, library, ontology
        self._widest = widest
        self._made = made

    @property
    def adjacency(self) -> Adjacency:
        """All hops of the graph."""
        if self._made is None:
            self._made = build(self._store, self._library, self._ontology, self._widest)
        return self._made

    def between(self, here: Iri, there: Iri, wish: Wish | None = None) -> Answer:
        """The best paths between two things.

        Raises `UnknownThing` for an end of which the graph says nothing, and for a term or a
        class in the wish that it does not have.
        """
        asked = wish or Wish()
        self._check(asked)
        ground = self._ground(here, there, asked)
        found = best(ground)
        paths = self._told(ground, found.paths)
        note = "" if found.is_complete else _GIVEN_UP
        return Answer(here, there, asked, paths, note or ("" if paths else self._why(ground)))

    def _check(self, wish: Wish) -> None:
        """Raise `UnknownThing` for names that would silently match nothing."""
        terms = {each.removeprefix(PREFIXES["cot"]) for each in self._ontology.predicates}
        for name in sorted(wish.through - terms - set(self._ontology.classes)):
            raise UnknownThing(name, terms, "Give properties or relations, such as 'Tenure'.")
        for name in sorted(wish.kinds - set(self._ontology.classes)):
            raise UnknownThing(name, list(self._ontology.classes), "Give names of classes.")

    def _ground(self, here: Iri, there: Iri, wish: Wish) -> Ground:
        around = Surroundings(self.adjacency)
        for end in (here, there):
            if around.is_outside(end):
                around.attach(end, self._around)
        if not all(map(self._is_known, (here, there))):
            raise UnknownThing(shorten(there if self._is_known(here) else here))
        return around.ground(here, there, wish)

    def _is_known(self, thing: Iri) -> bool:
        if self.adjacency.place(thing) is not None:
            return True
        return self._store.ask(bind(query(self._library, "known"), {"thing": thing}))

    def _around(self, thing: Iri) -> list[Link]:
        name = "paths-resting" if is_document(thing) else "paths-around"
        asked = bind(query(self._library, name), {"thing": thing})
        return list(statements(map(str, row) for row in texts(self._store, asked)))

    def _why(self, ground: Ground) -> str:
        wish = ground.wish
        if not wish.hubs and best(replace(ground, wish=replace(wish, hubs=True, most=1))).paths:
            return "They are connected only through hubs, which were not asked for."
        return f"No path of {wish.longest} hops or fewer was found."

    def _told(self, ground: Ground, paths: Iterable[Sequence[int]]) -> list[Path]:
        chains = [list(pairwise(path)) for path in paths]
        links = {step: ground.links(*step) for chain in chains for step in chain}
        owners = {link[0].owner for link in links.values()}
        ends = {end for link in links.values() for end in (link[0].source, link[0].target)}
        words: dict[Iri, dict[str, str]] = defaultdict(dict)
        asked = sorted(owners | ends)
        for row in rows_of(self._store, self._library, "paths-words", "thing", asked):
            words[Iri(text(row["thing"]))].setdefault(text(row["name"]), text(row["word"]))
        borne = sources_of(self._store, self._library, sorted(owners))
        speaker = Speaker(self._ontology, words)
        return [
            Path([_hop(ground, step, links[step], speaker, borne) for step in chain])
            for chain in chains
        ]


def _hop(
    ground: Ground,
    step: tuple[int, int],
    links: Sequence[Link],
    speaker: Speaker,
    sources: Mapping[str, Sequence[Source]],
) -> Hop:
    told = links[0]
    here, there = map(ground.thing, step)
    return Hop(
        here=here,
        here_name=speaker.name(here),
        there=there,
        there_name=speaker.name(there),
        term=told.term,
        label=speaker.term(told),
        owner=told.owner,
        sentence=speaker.sentence(told),
        start=told.start,
        end=told.end,
        known=told.known,
        sources=sources.get(told.owner, ()),
        others=len(links) - 1,
    )
