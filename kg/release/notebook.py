"""A release in a notebook: rows, data frames, networks of networkx, graphs of rdflib."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, is_dataclass
from datetime import date
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypedDict, Unpack

from kg.analysis.lineage.following import Direction, Lineage, lineage
from kg.analysis.lineage.replaced import Replaced
from kg.analysis.paths.search import By, Wish
from kg.analysis.paths.told import Answer as Connected
from kg.analysis.plots.asked import Wish as Shown
from kg.analysis.plots.catalogue import Form, Plot
from kg.errors import BadParameter, KgError, NoRelease, UnknownThing
from kg.model.names import PREFIXES, shorten
from kg.model.terms import XSD, Iri, Literal, Term
from kg.questions.ask import ask
from kg.questions.bind import parse
from kg.release.answers.pictures import drawn
from kg.release.became import replaced
from kg.release.build import ensure
from kg.release.catalogue import Catalogue
from kg.release.opened import OpenRelease
from kg.release.things import named, resolved
from kg.settings import store_folder

if TYPE_CHECKING:
    from kg.analysis.measures.measured import Measured
    from kg.analysis.measures.views import View
    from kg.analysis.networks.bridges import Bridge
    from kg.analysis.networks.groups import Interlocks
    from kg.analysis.networks.mergers import Mergers
    from kg.store.memory import Graph

Value = str | int | Decimal | bool | date | None
"""What a cell of an answer is in Python."""

CARRY: Final = 12


class NotInstalled(KgError):
    """Something was asked for that takes a package that is not there."""

    code = "not-installed"

    def __init__(self, package: str, what: str) -> None:
        super().__init__(f"{what} takes the package '{package}', which is not installed.")
        self.hint = f"Install it beside this one: `uv add {package}` or `pip install {package}`."


class Wished(TypedDict, total=False):
    """Which paths are wanted: how many, of how many hops at most, by which order; on which day they
    must have held and by which they must have been known (ISO days); the only properties or
    relations to follow, such as `Tenure`, and classes to go through; whether through hubs."""

    most: int
    longest: int
    by: By
    on: str
    published_by: str
    through: Sequence[str]
    kinds: Sequence[str]
    hubs: bool


class Notebook:
    """A sealed release to be asked from Python; see `open_release`."""

    def __init__(self, release: OpenRelease) -> None:
        self.release = release

    def __repr__(self) -> str:
        return f"<release {self.name}, {self.release.info.triples:,} triples>"

    @property
    def name(self) -> str:
        """The release's name, which a citation should carry."""
        return self.release.name

    @property
    def questions(self) -> dict[str, str]:
        """The questions that can be asked by name."""
        return {each.name: each.header.question for each in self.release.library.values()}

    def ask(self, question: str, **parameters: object) -> list[dict[str, Value]]:
        """The answer of a named question, a mapping a row: numbers, truths and days as Python has
        them, things as their IRIs.

        A thing may be given by its IRI, code or name, and a day as text or `datetime.date`. Raises
        `UnknownQuestion` and `BadParameter`.

        >>> from kg import open_release
        >>> open_release().ask("bodies/count-on-day", on="2020-03-31")[0]["count"]
        191
        """
        asked = self.release.library[question]
        texts = {name: _written(value) for name, value in parameters.items()}
        values = parse(asked.sparql, resolved(self.release, asked.sparql, texts))
        rows = ask(self.release.store, asked, values).rows
        return [dict(zip(rows.variables, map(native, row), strict=True)) for row in rows.rows]

    def frame(self, asked: str | Sequence[Any], **parameters: object) -> Any:
        """A pandas data frame of a named question's answer, or of rows and results of this API.

        Raises `NotInstalled` where pandas is not there.
        """
        try:
            pandas = import_module("pandas")
        except ModuleNotFoundError:
            raise NotInstalled("pandas", "A data frame") from None
        rows = self.ask(asked, **parameters) if isinstance(asked, str) else list(asked)
        return pandas.DataFrame([_row(each) for each in rows])

    def rdf(self, query: str) -> Graph:
        """The triples of a CONSTRUCT or DESCRIBE as a graph of rdflib: to be joined with others, to
        be asked further, or written in all ways that rdflib writes. Raises `BadQuery`.

        >>> from kg import open_release
        >>> release = open_release()
        >>> found = release.rdf(f"DESCRIBE <{release.thing('26A', on='2021-01-01')}>")
        >>> '"26A"' in {each.n3() for each in found.objects()}
        True
        """
        from kg.store.memory import graph_of  # few ask for it, and rdflib takes its time to load

        return graph_of(self.release.store.triples(query), PREFIXES)

    def thing(self, what: str, on: str = "") -> Iri:
        """The thing that an IRI, a code or a name means, on a day if one is given.

        Raises `UnknownThing` with near names, and `BadParameter` where it means several.

        >>> from kg import open_release
        >>> open_release().thing("26A", on="2021-01-01")
        'https://w3id.org/coterminous/id/organisation/26A/ccg'
        """
        return named(self.release, what, on)

    def paths(self, here: str, there: str, **wish: Unpack[Wished]) -> Connected:
        """How two things are connected: the shortest or, `by="evidence"`, the best evidenced paths.

        Both are IRIs, codes or names; `Wished` tells what may be wished.

        >>> from kg import open_release
        >>> found = open_release().paths("id:person/marcus-warnes", "id:organisation/05W/ccg")
        >>> found.paths[0].hops[0].term, len(found.paths[0].hops[0].sources) > 0
        ('Tenure', True)
        """
        given: dict[str, Any] = dict(wish)
        given |= {name: frozenset(given.get(name, ())) for name in ("through", "kinds")}
        wanted = Wish(**given)
        ends = self.thing(here, wanted.on), self.thing(there, wanted.on)
        return self.release.paths.between(*ends, wanted)

    def replaced(self, what: str, on: str = "", *, kind: str = "") -> Replaced:
        """What replaced a body, by any code or name that it had: its successors on a day or the
        latest, with shares, or `options` where several bodies had it.

        >>> from kg import open_release
        >>> found = open_release().replaced("10G")
        >>> [(each.body.code, each.share) for each in found.successors]
        [('S0E4D', Decimal('1'))]
        """
        return replaced(self.release.lineage, self.release.search.find, what, on, kind)

    def lineage(
        self, what: str, direction: Direction = "both", *, kind: str = "", until: str = ""
    ) -> Lineage:
        """All that became of a body and all that it came from: paths, steps, and in a sentence.

        A body is given by its id or by any code or name that it alone had, of a `kind` if one is
        given. Raises `UnknownThing`, and `BadParameter` where several bodies had it.

        >>> from kg import open_release
        >>> found = open_release().lineage("15D", "forward")
        >>> [step.kind for step in found.forward[0]]
        ['merger', 'succession', 'merger']
        """
        dag = self.release.lineage
        told = dag.names.meant(what, kind)
        if len(told) == 1:
            return lineage(dag, told[0], direction, until=until)
        asked = self.replaced(what, kind=kind)
        if not told:
            raise UnknownThing(what, asked.near, asked.sentence)
        ids = " or ".join(shorten(each).removeprefix("id:") for each in told)
        raise BadParameter("what", asked.sentence, f"Give {ids}.")

    def interlocks(self, on: str, *, carry: int = CARRY, kind: str = "ccg") -> Interlocks:
        """The bodies that shared chief officers on a day, in groups, with how far to trust it.

        >>> from kg import open_release
        >>> open_release().interlocks(on="2018-11-01").standing
        195
        """
        return self.release.networks.interlocks(on, carry=carry, kind=kind)

    def mergers(self) -> Mergers:
        """For every merger of CCGs whether a shared officer came before it.

        >>> from kg import open_release
        >>> len(open_release().mergers().mergers)
        37
        """
        return self.release.networks.mergers()

    def bridges(self, on: str = "", *, carry: int = CARRY, kind: str = "ccg") -> Sequence[Bridge]:
        """Who bridged what, on a day or ever."""
        return self.release.networks.bridges(on, carry=carry, kind=kind)

    def view(self, name: str, on: str = "") -> View:
        """A named view, whose `graph` is networkx's; of a day, or of all days. Its `nodes` and
        `edges` are rows for a `frame`.

        >>> from kg import open_release
        >>> open_release().view("lineage").graph.is_directed()
        True
        """
        return self.release.networks.view(name, on)

    def measures(self, view: str, on: str = "", *, backend: str = "") -> Measured:
        """Degree, betweenness, PageRank, community and component of each node of a view."""
        return self.release.networks.measured(view, on, backend=backend)

    def plot(
        self, name: str, *, on: str = "", region: str = "", dark: bool = False, form: Form = "svg"
    ) -> Plot:
        """A plot of `coterminous plots`, as SVG or PNG in `data`, with its words and its table.

        Raises `UnknownThing` for another name or region, `BadParameter` for what it does not take.

        >>> from kg import open_release
        >>> found = open_release().plot("counts", on="2020-04-01")
        >>> found.told.table.records()[7]["count"]
        135
        """
        return drawn(self.release, name, Shown(on, region, dark), form)


def open_release(name: str = "", store: str | Path | None = None) -> Notebook:
    """A release to be asked from Python: the current one, or the one of that name.

    `store` is the folder of the releases, by default the one that the service uses. Where it has
    none yet, one is built from the sources, which takes about a minute. Raises `UnknownRelease` or
    `RetiredRelease`.
    """
    place = Path(store) if store else store_folder()
    catalogue = Catalogue(place)
    try:
        folder = catalogue.find(name) if name else catalogue.current()
    except NoRelease:
        folder = ensure(place)
    return Notebook(OpenRelease(folder))


_READ: Final[Mapping[str, Callable[[str], Value]]] = {
    "integer": int,
    "decimal": Decimal,
    "boolean": lambda text: text in ("true", "1"),
    "date": date.fromisoformat,
}


def native(term: Term | None) -> Value:
    """A term as Python has it; what cannot be read stays text.

    >>> native(Literal("7", XSD + "integer")), native(Literal("2020-04-01", XSD + "date"))
    (7, datetime.date(2020, 4, 1))
    """
    if not isinstance(term, Literal):
        return None if term is None else str(term)
    read = _READ.get(term.datatype.removeprefix(XSD), str)
    try:
        return read(term.text)
    except (ValueError, ArithmeticError):
        return term.text


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _row(row: object) -> object:
    return asdict(row) if is_dataclass(row) and not isinstance(row, type) else row
