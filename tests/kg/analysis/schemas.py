"""What the published schemas of GraphML 1.0 and GEXF 1.2 want of a file, as tables.

Written from what they say: which element may hold which and how often, which attributes it must and
may have and of which type, which names are unique, and what refers to what.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

GRAPHML = "{http://graphml.graphdrawing.org/xmlns}"
GEXF = "{http://www.gexf.net/1.2draft}"
_LOCATION = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"


class Element(NamedTuple):
    """What an element may have: `holds` is an expression over its children's names, each followed
    by a space; attributes are expressions, those it must have end in `!`."""

    holds: str
    attributes: Mapping[str, str]


_TOKEN = r"[\w.:\-·]+"  # a name token: no slash, no space
_WAY = "directed|undirected"
_TYPES = "boolean|int|long|float|double|string"
GRAPHML_ELEMENTS = {
    "graphml": Element("(desc )?(key )*(graph |data )*", {}),
    "key": Element(
        "(desc )?(default )?",
        {"id!": _TOKEN, "for": "all|graph|node|edge|hyperedge|port|endpoint", "attr.name": _TOKEN,
         "attr.type": _TYPES},
    ),
    "graph": Element("(desc )?(data |node |edge )*", {"id": _TOKEN, "edgedefault!": _WAY}),
    "node": Element("(desc )?(data )*", {"id!": _TOKEN}),
    "edge": Element(
        "(desc )?(data )*",
        {"id": _TOKEN, "directed": "true|false", "source!": _TOKEN, "target!": _TOKEN},
    ),
    "data": Element("", {"key!": _TOKEN}),
}  # fmt: skip

_ANY = r"(?s:.*)"
_TIME = r"\d{4}-\d\d-\d\d|[+-]?\d+(\.\d+)?"
_TIMES = dict.fromkeys(("start", "startopen", "end", "endopen"), _TIME)
_COUNT = r"\d+"
GEXF_ELEMENTS = {
    "gexf": Element("(meta )?graph ", {"version!": r"1\.2", "variant": _ANY}),
    "meta": Element("(creator |keywords |description )*", {"lastmodifieddate": _TIME}),
    "creator": Element("", {}),
    "graph": Element(
        "(attributes |nodes |edges )*",
        {"timeformat": "integer|double|date|dateTime", "defaultedgetype": f"{_WAY}|mutual",
         "idtype": "integer|string", "mode": "static|dynamic", **_TIMES},
    ),
    "attributes": Element(
        "(attribute )*", {"class!": "node|edge", "mode": "static|dynamic", **_TIMES}
    ),
    "attribute": Element(
        "(default |options )*",
        {"id!": _ANY, "title!": _ANY,
         "type!": "integer|long|double|float|boolean|liststring|string|anyURI"},
    ),
    "nodes": Element("(node )*", {"count": _COUNT}),
    "node": Element(
        "(attvalues |spells )*", {"id!": _ANY, "label": _ANY, "pid": _ANY, **_TIMES}
    ),
    "edges": Element("(edge )*", {"count": _COUNT}),
    "edge": Element(
        "(attvalues |spells )*",
        {"id!": _ANY, "source!": _ANY, "target!": _ANY, "type": f"{_WAY}|mutual", "label": _ANY,
         "weight": r"[+-]?\d+(\.\d+)?", **_TIMES},
    ),
    "attvalues": Element("(attvalue )*", {}),
    "attvalue": Element("", {"for!": _ANY, "value!": _ANY, **_TIMES}),
    "spells": Element("(spell )+", {}),
    "spell": Element("", _TIMES),
}  # fmt: skip


def graphml_faults(written: bytes) -> list[str]:
    """What the schema of GraphML has against a file, with values against their keys' types."""
    root = ET.fromstring(written)
    faults = list(_structure(root, GRAPHML, GRAPHML_ELEMENTS))
    types = {each.get("id", ""): each.get("attr.type", "") for each in root.iter(f"{GRAPHML}key")}
    faults += _unique(root, f"{GRAPHML}key") + _unique(root, f"{GRAPHML}edge")
    faults += _ends(root, GRAPHML)
    for holder in root.iter():
        keys = [each.get("key", "") for each in holder.findall(f"{GRAPHML}data")]
        if len(set(keys)) < len(keys):
            faults.append(f"{holder.attrib} has a key twice")
    for each in root.iter(f"{GRAPHML}data"):
        key = each.get("key", "")
        if key not in types:
            faults.append(f"no key {key}")
        elif not _is_of(types[key], each.text or ""):
            faults.append(f"{each.text} is no {types[key]}")
    return faults


def gexf_faults(written: bytes) -> list[str]:
    """What the schema of GEXF has against a file, with days and what refers to attributes."""
    root = ET.fromstring(written)
    faults = list(_structure(root, GEXF, GEXF_ELEMENTS))
    faults += _unique(root, f"{GEXF}edge") + _unique(root, f"{GEXF}attribute") + _ends(root, GEXF)
    types = {each.get("id"): each.get("type", "") for each in root.iter(f"{GEXF}attribute")}
    for each in root.iter(f"{GEXF}attvalue"):
        if each.get("for") not in types:
            faults.append(f"no attribute {each.get('for')}")
        elif not _is_of(types[each.get("for")], each.get("value", "")):
            faults.append(f"{each.get('value')} is no {types[each.get('for')]}")
    for each in root.iter():
        for name in _TIMES:
            if "-" in each.get(name, "")[1:]:
                date.fromisoformat(each.attrib[name])
    return faults


def _structure(root: ET.Element, space: str, elements: Mapping[str, Element]) -> Iterator[str]:
    for each in root.iter():
        name = each.tag.removeprefix(space)
        if name not in elements:
            yield f"no element {each.tag}"
            continue
        children = "".join(f"{child.tag.removeprefix(space)} " for child in each)
        if not re.fullmatch(elements[name].holds, children):
            yield f"{name} holds {children[:80]}"
        wanted = {key.rstrip("!"): form for key, form in elements[name].attributes.items()}
        must = {key.rstrip("!") for key in elements[name].attributes if key.endswith("!")}
        yield from (f"{name} has no {key}" for key in sorted(must - set(each.attrib)))
        for key, value in each.attrib.items():
            if key == _LOCATION and each is root:
                continue
            if key not in wanted:
                yield f"{name} may have no {key}"
            elif not re.fullmatch(wanted[key], value):
                yield f"{name} has {key} {value!r}"


def _unique(root: ET.Element, tag: str) -> list[str]:
    found = [each.get("id") for each in root.iter(tag) if each.get("id") is not None]
    return [] if len(set(found)) == len(found) else [f"{tag} has an id twice"]


def _ends(root: ET.Element, space: str) -> list[str]:
    nodes = [each.get("id") for each in root.iter(f"{space}node")]
    ends = {
        each.get(end) for each in root.iter(f"{space}edge") for end in ("source", "target")
    }  # fmt: skip
    twice = [] if len(set(nodes)) == len(nodes) else ["a node is there twice"]
    return twice + [f"no node {each}" for each in sorted(map(str, ends - set(nodes)))]


def _is_of(kind: str, text: str) -> bool:
    forms = {
        "boolean": "true|false", "int": r"[+-]?\d+", "integer": r"[+-]?\d+", "long": r"[+-]?\d+",
        "float": r"[+-]?\d+(\.\d+)?(e[+-]?\d+)?", "double": r"[+-]?\d+(\.\d+)?(e[+-]?\d+)?",
    }  # fmt: skip
    return re.fullmatch(forms.get(kind, _ANY), text) is not None
