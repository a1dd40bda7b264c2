"""Prefixes, and the making and shortening of IRIs."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

from kg.model.terms import Iri

BASE: Final = "https://w3id.org/coterminous/"  # a placeholder until it is registered
ID: Final = BASE + "id/"
GRAPH: Final = BASE + "graph/"

PREFIXES: Final[dict[str, str]] = {
    "cot": BASE + "def#",
    "cotv": BASE + "def/v#",
    "cots": BASE + "shapes#",
    "id": ID,
    "graph": GRAPH,
    "adms": "http://www.w3.org/ns/adms#",
    "cito": "http://purl.org/spar/cito/",
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "opengov": "http://www.w3.org/ns/opengov#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "qb": "http://purl.org/linked-data/cube#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "http://schema.org/",
    "sh": "http://www.w3.org/ns/shacl#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""The prefixes that every file of this project uses, by these names."""

RDF_TYPE: Final = Iri(PREFIXES["rdf"] + "type")
RDFS_LABEL: Final = Iri(PREFIXES["rdfs"] + "label")
_KIND = re.compile(r"^[a-z][a-z0-9-]*$")
_LOCAL = re.compile(r"^[A-Za-z_][A-Za-z0-9_-]*$")


def cot(name: str) -> Iri:
    """The term of this ontology by that name: `cot("Claim")`."""
    return Iri(PREFIXES["cot"] + name)


def cotv(name: str) -> Iri:
    """The code by that name, scheme first: `cotv("status-dropped")`."""
    return Iri(PREFIXES["cotv"] + name)


def graph(name: str) -> Iri:
    """The named graph by that name: `graph("register/ccgs")`."""
    return Iri(GRAPH + name)


def mint(kind: str, *keys: str) -> Iri:
    """The IRI of a thing: its kind, then what tells it from others of its kind.

    >>> mint("organisation", "26A", "ccg")
    'https://w3id.org/coterminous/id/organisation/26A/ccg'
    """
    if not _KIND.match(kind):
        raise ValueError(f"{kind!r} is not a kind of thing")
    if not keys or not all(keys):
        raise ValueError(f"A thing of kind {kind!r} needs keys that are not empty, not {keys!r}")
    return Iri(ID + kind + "/" + "/".join(quote(key, safe="/-._~") for key in keys))


def keyed(key: str) -> Iri:
    """The IRI of a thing by its key, the part after `ID`; an `id:` name or the whole IRI will do.

    Marks that no IRI may hold are escaped: any text that is sent is a name, if only of nothing.

    >>> keyed('id:person/a"b')
    'https://w3id.org/coterminous/id/person/a%22b'
    """
    return Iri(ID + quote(key.removeprefix(ID).removeprefix("id:"), safe="/-._~%!$&'()*+,;=:@"))


def slug(text: str) -> str:
    """Text as a key: lower case, words joined by hyphens, accents and marks left out.

    >>> slug("Dr. Frances O’Callaghan")
    'dr-frances-ocallaghan'
    """
    plain = re.sub(r"['’]", "", text.lower())
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def expand(name: str) -> Iri:
    """The IRI of a prefixed name; an absolute IRI is returned as it is.

    >>> expand("cot:Claim")
    'https://w3id.org/coterminous/def#Claim'
    """
    prefix, found, local = name.partition(":")
    if found and prefix in PREFIXES and not local.startswith("//"):
        return Iri(PREFIXES[prefix] + local)
    return Iri(name)


def shorten(iri: str) -> str:
    """The prefixed name of an IRI, or the IRI itself where no prefix fits.

    >>> shorten("https://w3id.org/coterminous/id/organisation/26A/ccg")
    'id:organisation/26A/ccg'
    """
    prefix, start = max(
        ((prefix, start) for prefix, start in PREFIXES.items() if iri.startswith(start)),
        key=lambda found: len(found[1]),
        default=("", ""),
    )
    local = iri[len(start) :]
    fits = prefix and (_LOCAL.match(local) or (prefix in ("id", "graph") and local))
    return f"{prefix}:{local}" if fits else iri


def prologue() -> str:
    """The prefixes as SPARQL, one a line."""
    return "".join(f"PREFIX {prefix}: <{start}>\n" for prefix, start in PREFIXES.items())


def short(iri: str) -> str:
    """An IRI as people write it: its id where it is one of ours, else with a prefix.

    >>> short("https://w3id.org/coterminous/id/organisation/26A/ccg")
    'organisation/26A/ccg'
    >>> short("https://w3id.org/coterminous/def#Claim")
    'cot:Claim'
    """
    return iri.removeprefix(ID) if iri.startswith(ID) else shorten(iri)
