"""A small release and the service over it, for the rooms `rest` and `pages`."""

import json
import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import pytest
from starlette.testclient import TestClient

from kg.derive import rules
from kg.model import rdf
from kg.model.names import PREFIXES, RDF_TYPE, cot, cotv, graph, mint
from kg.model.terms import Iri, Literal, Statement
from kg.questions.library import Library
from kg.release import sources
from kg.release.build import ensure
from kg.release.catalogue import Catalogue
from kg.release.opened import OpenRelease, ReleaseInfo
from kg.resources import folder
from kg.search import index
from kg.settings import store_folder
from kg.store.oxigraph import OxigraphStore
from server.app import create_app
from server.settings import ServerSettings

WORLD = Path(__file__).resolve().parent.parent / "worlds" / "pages-register.ttl"
TEXT = (
    "A letter. The region expects one CCG in each system by April. Nobody has agreed to it yet.\n"
)
WORDS = "expects one CCG"
INNER = "one CCG"  # words within these, of which the text is stored
CLAIMS = 25


def claims() -> Iterator[Statement]:
    """A document whose text is known, and 25 claims about one body in it."""
    source = graph("source/900")
    document = mint("document", "900")
    start = TEXT.index(WORDS)
    span = mint("span", "900", f"{start}-{start + len(WORDS)}")
    inner = mint("span", "900", "inner")
    within = TEXT.index(INNER)
    said: list[tuple[Iri, Iri, Iri | Literal]] = [
        (source, RDF_TYPE, cot("SourceGraph")),
        (source, cot("graphKind"), cotv("graph-source")),
        (source, Iri(PREFIXES["dct"] + "title"), Literal("A letter")),
        (document, RDF_TYPE, cot("Document")),
        (document, Iri(PREFIXES["dct"] + "title"), Literal("A letter about systems")),
        (document, cot("documentType"), cotv("doc-letter")),
        (document, cot("contentDigest"), Literal("sha256:" + sha256(TEXT.encode()).hexdigest())),
        (span, RDF_TYPE, cot("TextSpan")),
        (span, cot("inDocument"), document),
        (span, cot("startOffset"), Literal.of(start)),
        (span, cot("endOffset"), Literal.of(start + len(WORDS))),
        (span, cot("spanDigest"), Literal(sha256(WORDS.encode()).hexdigest())),
        (inner, RDF_TYPE, cot("TextSpan")),
        (inner, cot("inDocument"), document),
        (inner, cot("startOffset"), Literal.of(within)),
        (inner, cot("endOffset"), Literal.of(within + len(INNER))),
        (inner, cot("spanDigest"), Literal(sha256(INNER.encode()).hexdigest())),
        (inner, cot("exact"), Literal(INNER)),
        (mint("claim", "900", "1"), cot("evidence"), inner),
    ]
    for number in range(1, CLAIMS + 1):
        claim = mint("claim", "900", str(number))
        said += [
            (claim, RDF_TYPE, cot("Claim")),
            (claim, cot("text"), Literal(f"Claim number {number:02} about the system")),
            (claim, cot("claimType"), cotv("claim-assertion")),
            (claim, cot("asserter"), mint("organisation", "00N", "ccg")),
            (claim, cot("about"), mint("organisation", "QTT", "stp")),
            (claim, cot("corpus"), cotv("corpus-all")),
            (claim, cot("evidence"), span),
        ]
    return (Statement(*each, source) for each in said)


class Letter(NamedTuple):
    """The text of the document of the small world, and the words that its one span covers."""

    text: str
    words: str


@pytest.fixture
def letter() -> Letter:
    """The text that the claims of the small world are from."""
    return Letter(TEXT, WORDS)


@pytest.fixture(scope="session")
def small_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store folder whose current release, `rsmall`, is the small world.

    It has the shipped ontology, rules and questions.
    """
    place = tmp_path_factory.mktemp("small")
    work = tmp_path_factory.mktemp("building")
    ontology, queries = folder("ontology"), folder("queries")
    store = OxigraphStore.fresh(work / "store")
    store.load(sources.schema(ontology))
    store.load(rdf.statements(WORLD, graph("register/small")))
    store.load(claims())
    for rule in rules.rules(ontology / "rules"):
        store.load(rules.run(rule, store), merge=rule.merged)
    index.write(work / "search.sqlite", store, Library(queries).inside("search-names"))
    not_code = shutil.ignore_patterns("*.py", "__pycache__")
    shutil.copytree(ontology, work / "ontology", ignore=not_code)
    shutil.copytree(queries, work / "queries", ignore=not_code)
    store.seal()
    info = ReleaseInfo("rsmall", "2026-11-01", "sha256:00", len(store), len(store), 3, 0, 0.1, 1)
    del store
    (work / "release.json").write_text(json.dumps(asdict(info)), encoding="utf-8")
    Catalogue(place).publish(work, "rsmall", digest=info.digest, built=info.built, keep=1)
    return place


@pytest.fixture(scope="session")
def small_release(small_folder: Path) -> OpenRelease:
    """The release of the small world, opened as a reader process opens it."""
    return OpenRelease(Catalogue(small_folder).current())


@pytest.fixture(scope="session")
def small_site(small_folder: Path) -> Iterator[TestClient]:
    """The service over the small world, with its reader processes; redirects are not followed."""
    app = create_app(Catalogue(small_folder), ServerSettings(workers=1))
    with TestClient(app, follow_redirects=False) as client:
        yield client


@pytest.fixture(scope="session")
def shipped_site() -> Iterator[TestClient]:
    """The service over the shipped release, built if need be; redirects are not followed."""
    place = store_folder()
    ensure(place)
    app = create_app(Catalogue(place), ServerSettings(workers=1))
    with TestClient(app, follow_redirects=False) as client:
        yield client


@pytest.fixture
def page(small_site: TestClient) -> Callable[[str], str]:
    """The HTML of an address, as a browser asks for it."""

    def asked(address: str) -> str:
        response = small_site.get(address, headers={"Accept": "text/html"})
        assert response.headers["content-type"] == "text/html; charset=utf-8"
        return response.text

    return asked
