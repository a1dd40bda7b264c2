"""Values into HTML: the templates, made ready once a process."""

from __future__ import annotations

import re
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from kg.model.names import BASE
from server.assets.tags import island
from server.pages.words.dates import worded

FOLDER = Path(__file__).parent
ASSETS = FOLDER / "assets"
STYLE = b"".join(each.read_bytes() for each in sorted((ASSETS / "style").glob("*.css")))
"""The style sheet: its parts in their order, sent as one file."""
SECTIONS = (
    ("/questions", "Questions"),
    ("/replaced", "What replaced …?"),
    ("/lineage", "Lineage"),
    ("/interlocks", "Officers"),
    ("/coterminosity", "Areas"),
    ("/timeline", "Timeline"),
    ("/paths", "Connections"),
    ("/explore", "Explore"),
    ("/audits", "Checks"),
    ("/query/sparql", "Query"),
    ("/documents", "Documents"),
    ("/about/data", "The data"),
    ("/docs", "Help"),
)
"""Where the menu of every page leads."""
_LEADING = re.compile(r'(<a [^>]*?href="/)([^"#]*)')
_SENDING = re.compile(r'<form [^>]*?action="/[^>]*>')


@cache
def environment() -> Environment:
    """The templates; everything put into them is escaped, and a name they miss is an error."""
    made = Environment(
        loader=FileSystemLoader(FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["number"] = lambda value: f"{value:,}"
    made.filters["worded"] = worded
    made.filters["capital"] = lambda text: text[:1].upper() + text[1:]
    made.globals |= {"base": BASE, "sections": SECTIONS, "style": sha256(STYLE).hexdigest()[:10]}
    made.globals["island"] = island
    return made


def html(template: str, **values: object) -> str:
    """A page from its template and the values that the template names."""
    return environment().get_template(template).render(**values)


def pinned(page: str, release: str) -> str:
    """A page whose links and forms ask the release that the page itself was asked for, if any.

    Every value in a page is escaped, so that a quotation mark always ends an attribute.

    >>> pinned('<a href="/doc/x?on=2020-04-01#facts">x</a>', "r1")
    '<a href="/doc/x?on=2020-04-01&amp;release=r1#facts">x</a>'
    """
    if not release:
        return page
    asked = f"release={quote(release)}"

    def link(found: re.Match[str]) -> str:
        start, rest = found.groups()
        if asked in rest:
            return found[0]
        return f"{start}{rest}{'&amp;' if '?' in rest else '?'}{asked}"

    hidden = f'<input type="hidden" name="release" value="{escape(release)}">'
    return _SENDING.sub(lambda found: found[0] + hidden, _LEADING.sub(link, page))


CARD = '<meta property="og:image" content="/assets/card.png">'


def placed(page: str, origin: str) -> str:
    """A page that names the picture on its card by a whole address, as other sites need it.

    >>> placed(CARD, "https://example.org")
    '<meta property="og:image" content="https://example.org/assets/card.png">'
    """
    return page.replace(CARD, CARD.replace('"/', f'"{escape(origin)}/', 1), 1) if origin else page
