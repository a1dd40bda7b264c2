"""The addresses of what is reckoned of a release: one table for the routes and for OpenAPI."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from typing import Any, Final, NamedTuple

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kg.analysis.lineage.bodies import KINDS
from kg.analysis.paths.search import LONGEST
from kg.analysis.plots.catalogue import PLOTS
from kg.release.answers.audits import SENTENCES
from kg.store.formats import Format
from server.rest.formats import CITED, EXPORTS, HTML, JSON, MODEL, PLOTTED, RECKONED
from server.rest.front import PAGE, asked_of, resolved, run, today

_HANDLERS: Final = "server.rest.reckoned:"
_TEXT: Final = {"type": "string"}
_TRUTH: Final = {"type": "boolean", "default": False}
VIEWS: Final = ("claims", "interlocks", "lineage", "membership", "officers")


class Address(NamedTuple):
    """An address: which answer it has, in which formats, by which handler, and its page if any.

    Where it ends in a key, `key` describes that; `fixed` is the key of one that does not. `name` is
    the answer's, and the operation's.
    """

    path: str
    name: str
    summary: str
    parameters: tuple[dict[str, Any], ...] = ()
    formats: tuple[Format, ...] = RECKONED[1:]
    handler: str = "answer"
    page: str = ""
    key: dict[str, Any] | None = None
    fixed: str = ""

    @property
    def offered(self) -> tuple[Format, ...]:
        """The formats, the page first where there is one."""
        return (HTML, *self.formats) if self.page else self.formats

    @property
    def operation(self) -> dict[str, Any]:
        """It as OpenAPI describes it, but for what all addresses have."""
        key = {"name": "key", "in": "path", "required": True, "allowReserved": True}
        return {
            "operationId": self.name.replace("/", "-"),
            "summary": self.summary,
            "parameters": [*([key | self.key] if self.key else []), *self.parameters],
            "formats": self.offered,
        }


def _query(name: str, told: str, schema: dict[str, Any], *, required: bool = False) -> Any:
    asked = {"name": name, "in": "query", "description": told, "schema": schema}
    return asked | ({"required": True} if required else {})


def _one_of(codes: Any) -> dict[str, Any]:
    return {"schema": {"type": "string", "enum": list(codes)}}


def _number(default: int, least: int, most: int) -> dict[str, Any]:
    return {"type": "integer", "default": default, "minimum": least, "maximum": most}


def _day(told: str, name: str = "on", *, required: bool = False) -> Any:
    return _query(name, told, {"type": "string", "format": "date"}, required=required)


_NAMES: Final = {"type": "array", "items": _TEXT}
_KIND: Final = _query("kind", "The kind of bodies.", _one_of(KINDS)["schema"] | {"default": "ccg"})
_CARRY: Final = _query(
    "carry", "Months that an office is carried from an attested day.", _number(12, 0, 60)
)
_LAST: Final = _day("The last day that is shown, that of a column besides, or of shared officers.")
_REGION: Final = _query("region", "Only this region, such as `North West`.", _TEXT)
_DARK: Final = _query("dark", "On black instead of on white.", _TRUTH)
_BY: Final = _day("Only what a source was out on by this day.", "publishedBy")
_THING: Final = {"schema": _TEXT, "description": "A thing: a code, a name or an id."}
_NAMED_ON: Final = _day("Of several by one code, the one that stood on this day.")
_ON: Final = _day("A day; without one, of all days.")

ADDRESSES: Final = (
    Address(
        "/interlocks",
        "interlocks",
        "The bodies that shared officers on a day, in groups, with counts and coverage.",
        (
            _day("The day.", required=True),
            _CARRY,
            _KIND,
            _query("area", "Groups of this area only; counts stay those of all.", _TEXT),
            _BY,
        ),
        page="interlocks",
    ),
    Address(
        "/interlocks/bridges",
        "interlocks/bridges",
        "Who alone held others together, on a day or ever.",
        (_ON, _CARRY, _KIND),
    ),
    Address(
        "/interlocks/longest",
        "interlocks/longest",
        "For how long bodies shared an officer, as far as sources attest it.",
    ),
    Address(
        "/interlocks/mergers",
        "interlocks/mergers",
        "For each merger of CCGs, whether a shared officer came before it.",
    ),
    Address(
        "/paths",
        "paths",
        "How two things are connected: the best paths, hop by hop with the evidence.",
        (
            _query("from", "A code, a name or an id.", _TEXT, required=True),
            _query("to", "The same.", _TEXT, required=True),
            _query("most", "How many paths.", _number(5, 1, 50)),
            _query("longest", "How many hops at most.", _number(12, 1, LONGEST)),
            _query(
                "by",
                "The best first by this.",
                _one_of(("length", "evidence"))["schema"] | {"default": "length"},
            ),
            _day("A day on which every hop must have held."),
            _day("A day by which every hop must have been known.", "publishedBy"),
            _query("through", "Only by these terms, such as `Tenure` or `about`.", _NAMES),
            _query("kind", "Only through things of these classes.", _NAMES),
            _query("hubs", "Also through what holds everything together.", _TRUTH),
        ),
        page="paths",
    ),
    Address(
        "/measures/{key}",
        "measures",
        "Degree, betweenness, PageRank, community and component of each node of a network.",
        (_ON,),
        key=_one_of(VIEWS),
    ),
    Address(
        "/export/{key}",
        "export",
        "A network whole: for programs that draw, as tables, or as RDF.",
        (_ON,),
        EXPORTS,
        "export",
        key=_one_of(VIEWS),
    ),
    Address("/audits", "audits", "How much each audit found of what.", page="audits"),
    Address("/audits/{key}", "audit", "An audit in full.", key=_one_of(SENTENCES)),
    Address("/plots", "plots", "The plots that there are."),
    Address(
        "/plots/{key}",
        "plot",
        "A plot as a picture, or its title, its source, its words and its table.",
        (_LAST, _REGION, _DARK, _BY),
        PLOTTED,
        "plot",
        key=_one_of(PLOTS),
    ),
    Address(
        "/diff",
        "difference",
        "What an earlier release and the one that answers do not have in common.",
        (
            _query("before", "The earlier release.", _TEXT, required=True),
            _query("graph", "Only graphs whose name holds this, such as `register`.", _TEXT),
        ),
        (JSON,),
        "difference",
    ),
    Address(
        "/since/{key}",
        "since",
        "What changed in an area since a day: changes, officers, and what was said of it.",
        (_day("The first day that counts.", "since", required=True),),
        page="since",
        key={"schema": _TEXT, "description": "An area or a body: a code, a name or an id."},
    ),
    Address(
        "/statements/{key}",
        "statements",
        "What is stated of a thing, each statement with the evidence of it.",
        (_NAMED_ON,),
        key=_THING,
    ),
    Address(
        "/evidence/{key}",
        "evidence",
        "The places in documents that bear a thing out, or what it was derived from.",
        (_NAMED_ON,),
        key=_THING,
    ),
    Address(
        "/lineage",
        "national",
        "What became of all CCGs, to the boards of today.",
        (_LAST, _REGION, _DARK),
        PLOTTED,
        "plot",
        "national",
        fixed="mergers",
    ),
    Address(
        "/timeline",
        "timeline",
        "Who led which CCGs when, as far as sources attest it.",
        (_LAST, _REGION, _DARK, _BY),
        PLOTTED,
        "plot",
        "timeline",
        fixed="officers",
    ),
    Address(
        "/citation",
        "citation",
        "How to cite the release: in parts, as CITATION.cff, as BibTeX, or in a sentence.",
        formats=CITED,
        handler="citation",
    ),
    Address("/glossary", "glossary", "Every word of the model, explained.", page="glossary"),
    Address(
        "/schema",
        "schema",
        "The model: its classes and properties, and as RDF its own statements.",
        formats=MODEL[1:],
        handler="model",
        page="schema",
    ),
    Address(
        "/about/data",
        "about/data",
        "What a release holds: graphs, things by class, and what is missing.",
        page="about",
    ),
)
"""The addresses, in the order in which they are matched."""


def described() -> dict[str, dict[str, Any]]:
    """The paths, each with its operation, as `lineages` has them."""
    return {each.path: {"get": each.operation} for each in ADDRESSES}


def _routes(address: Address) -> Iterator[Route]:
    endpoint = _endpoint(address)
    yield Route(address.path.replace("{key}", "{key:path}"), endpoint)
    if address.key is None:
        for each in address.formats:
            yield Route(f"{address.path}.{each.extension}", endpoint)


def _endpoint(address: Address) -> Callable[[Request], Awaitable[Response]]:
    async def answered(request: Request) -> Response:
        if "today" in request.query_params.values():
            return resolved(request)
        path = request.path_params.get("key") or request.url.path.lstrip("/")
        key, format_ = asked_of(request, path, address.offered)
        wanted = {"/key": address.fixed or key, "/format": format_.name}
        if format_ is HTML:
            return await run(request, PAGE, wanted | {"/page": address.page, "/today": today()})
        handler = _HANDLERS + address.handler
        return await run(request, handler, wanted | {"/name": address.name})

    return answered


routes = [route for each in ADDRESSES for route in _routes(each)]
