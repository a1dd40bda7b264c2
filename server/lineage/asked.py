"""Which body, day and lineage a request means."""

from __future__ import annotations

from typing import cast, get_args

from kg.analysis.lineage import drawing
from kg.analysis.lineage.bodies import KINDS
from kg.analysis.lineage.following import Direction, Lineage
from kg.analysis.lineage.following import lineage as follow
from kg.analysis.lineage.replaced import Replaced
from kg.errors import BadParameter, UnknownThing
from kg.model.dates import day_of
from kg.model.names import shorten
from kg.release.became import replaced as ask
from kg.release.opened import OpenRelease
from server.readers.protocol import Request


def asked(release: OpenRelease, request: Request) -> Replaced:
    """What replaced the body that was asked for.

    Raises `BadParameter` for no words, for what is not a day, and for a kind that there is not.
    """
    text, kind = request.text("q").strip(), request.text("kind")
    if not text:
        raise BadParameter("q", "a code or a name is wanted", "Try /replaced?q=03D.")
    if kind and kind not in KINDS:
        raise BadParameter("kind", f"'{kind}' is no kind of body", f"Known: {', '.join(KINDS)}.")
    return ask(release.lineage, release.search.find, text, day_of("on", request.text("on")), kind)


def followed(release: OpenRelease, request: Request) -> Lineage:
    """The lineage that was asked for, by an id, or by a code or name of one body.

    Raises `UnknownThing`, and `BadParameter` where it may be several bodies or a parameter is bad.
    """
    key, way = request.text("/key"), request.text("direction") or "both"
    if way not in get_args(Direction):
        raise BadParameter("direction", f"'{way}' is not forward, back or both")
    found = release.lineage.names.meant(key)
    if not found:
        raise UnknownThing(key, ask(release.lineage, release.search.find, key).near)
    if len(found) > 1:
        near = " or ".join(f"'{shorten(each)}'" for each in found)
        raise BadParameter("id", f"'{key}' has meant {len(found)} bodies", f"Give {near}.")
    kinds = [each for each in request.texts("through") if each]
    until = day_of("until", request.text("until"))
    return follow(release.lineage, found[0], cast("Direction", way), kinds, until)


def picture(release: OpenRelease, found: Lineage) -> str:
    """The lineage as SVG, with the day of the data and whom it is from."""
    source = f"{drawing.SOURCE} Release {release.name}."
    return drawing.draw(found, data_date=release.info.built[:10], source=source)
