"""Pages of the documentation, made in a reader process: as HTML, or as the Markdown itself."""

from __future__ import annotations

from kg.errors import UnknownThing
from kg.release.opened import OpenRelease
from server.docs.found import found
from server.docs.gathered import KINDS, Page, beside, kinds, pages
from server.docs.generated import filled
from server.docs.links import addressed
from server.docs.rendered import rendered
from server.pages import render
from server.readers.protocol import Reply, Request

_LONGEST = 200  # of a name or of words that nobody needs more of, and that the page repeats
_MARKDOWN = {"Content-Type": "text/markdown; charset=utf-8"}


def page(release: OpenRelease, request: Request, reply: Reply) -> None:
    """A page by its name; raises `UnknownThing` with near names where there is none."""
    name = request.text("/name")
    known = pages()
    if name not in known:
        raise UnknownThing(f"/docs/{name[:_LONGEST]}", known, "All pages are listed at /docs.")
    wanted = known[name]
    if request.text("/format") == "md":
        reply.head(200, _MARKDOWN)
        reply.write(written(release, wanted).encode())
        return
    before, after = beside(wanted)
    told = rendered(wanted, filled(release, wanted))
    values = {"page": wanted, "told": told, "kind": KINDS[wanted.kind][0], "before": before}
    _send(release, request, reply, "docs-page.html", **values, after=after)


def index(release: OpenRelease, request: Request, reply: Reply) -> None:
    """All pages by kind, or those places that have the words that are searched."""
    text = request.text("q")[:_LONGEST]
    values = {"q": text, "hits": found(release, text), "kinds": kinds(), "words": KINDS}
    _send(release, request, reply, "docs.html", **values)


def listed(release: OpenRelease, request: Request, reply: Reply) -> None:
    """All pages as Markdown for programs that read, each with its address as Markdown."""
    lines = ["# coterminous", "", "> An evidence-linked graph of how the English NHS organises",
             "> commissioning, in GraphQL, SPARQL and pages.", ""]  # fmt: skip
    for kind, some in kinds().items():
        lines += [f"## {KINDS[kind][0]}", ""]
        lines += [f"- [{each.title}]({each.address}.md)" for each in some] + [""]
    reply.head(200, _MARKDOWN)
    reply.write("\n".join(lines).encode())


def written(release: OpenRelease, wanted: Page) -> str:
    """A page as Markdown, with its title, what is generated in its places, and addresses."""
    return addressed(wanted, f"# {wanted.title}\n{filled(release, wanted)}")


def _send(
    release: OpenRelease, request: Request, reply: Reply, template: str, **values: object
) -> None:
    html = render.html(template, release=release.info, place="/docs", **values)
    reply.head(200, {"Content-Type": "text/html; charset=utf-8"})
    pinned = render.pinned(html, request.text("release"))
    reply.write(render.placed(pinned, request.text("/origin")).encode())
