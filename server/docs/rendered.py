"""Markdown into HTML: escaped, with marks on headings, coloured code, and links that lead on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from html import escape
from itertools import pairwise
from typing import Any, Final, NamedTuple

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from pygments import highlight
from pygments.formatters.html import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

from server.docs.gathered import Page
from server.docs.links import console, led, mark

_COMMENT: Final = re.compile(r"^<!--.*-->\n", re.MULTILINE)
_LEXERS: Final = {"console": "console", "sh": "bash", "": "text"}


class Heading(NamedTuple):
    """A heading below the title: how deep it is, from 2, its fragment, and its words."""

    depth: int
    mark: str
    text: str


class Rendered(NamedTuple):
    """A page as HTML without its title, and the headings in it."""

    html: str
    headings: list[Heading]


@lru_cache(maxsize=128)
def rendered(page: Page, text: str) -> Rendered:
    """A page's text as HTML; what is HTML in it is shown as it is written, and never runs."""
    tokens, found = _read(page, text)
    return Rendered(_markdown().renderer.render(tokens, _markdown().options, {}), found)


@lru_cache(maxsize=128)
def headings(page: Page, text: str) -> list[Heading]:
    """The headings of a page's text."""
    return _read(page, text)[1]


def coloured(code: str, language: str) -> str:
    """Code as HTML, its parts in spans by what they are; plain where the language is not known.

    >>> coloured("SELECT ?x <b>", "sparql").startswith('<span class="c-k">SELECT</span>')
    True
    """
    try:
        lexer = get_lexer_by_name(_LEXERS.get(language, language), stripnl=False)
    except ClassNotFound:
        return escape(code)
    return str(highlight(code, lexer, HtmlFormatter(nowrap=True, classprefix="c-")))


def _read(page: Page, text: str) -> tuple[list[Token], list[Heading]]:
    tokens = _markdown().parse(_COMMENT.sub("", text))
    found: list[Heading] = []
    taken: set[str] = {"content", "find"}  # which the frame of every page has
    for token, inside in pairwise(tokens):
        if token.type == "heading_open":
            words = "".join(each.content for each in inside.children or ())
            heading = Heading(int(token.tag[1:]), mark(words, taken), words)
            token.attrSet("id", heading.mark)
            token.meta["heading"] = heading
            found.append(heading)
        elif token.type == "table_open":
            token.meta["caption"] = found[-1].text if found else page.title
            token.meta["mark"] = mark(f"table {token.meta['caption']}", taken)
    for token in tokens:
        for each in _links(token):
            _lead(page, each)
    return tokens, found


def _links(token: Token) -> list[list[Token]]:
    """Of a token's children those that open or close a link, in pairs."""
    children = token.children or []
    opened = [each for each in children if each.type == "link_open"]
    closed = [each for each in children if each.type == "link_close"]
    return [[one, other] for one, other in zip(opened, closed, strict=True)]


def _lead(page: Page, link: Sequence[Token]) -> None:
    where = str(link[0].attrGet("href") or "")
    to = led(page, where)
    if to:
        link[0].attrSet("href", to)
        if to.startswith("http"):
            link[0].attrSet("rel", "noopener")
        return
    for each in link:  # a file of the project, which has no address: its words stay
        each.tag = "span"
        each.attrs = {}


@cache
def _markdown() -> MarkdownIt:
    made = MarkdownIt("commonmark", {"html": False}).enable("table")
    for name, rule in (
        ("fence", _fence),
        ("heading_close", _heading_close),
        ("table_open", _table_open),
        ("table_close", _table_close),
    ):
        made.add_render_rule(name, rule)
    return made


def _fence(_: RendererHTML, tokens: Sequence[Token], place: int, *__: Any) -> str:
    language = tokens[place].info.strip().partition(" ")[0]
    code = tokens[place].content
    shown = f'<pre tabindex="0"><code>{coloured(code, language)}</code></pre>\n'
    to = console(language, code)
    if not to:
        return f'<div class="code">{shown}</div>\n'
    tried = f'<p class="small"><a href="{escape(to)}">Try it</a></p>'
    return f'<div class="code">{shown}{tried}</div>\n'


def _heading_close(_: RendererHTML, tokens: Sequence[Token], place: int, *__: Any) -> str:
    opened = tokens[place - 2]
    heading: Heading = opened.meta["heading"]
    told = escape(f"Link to “{heading.text}”")
    anchor = f' <a class="anchor" href="#{heading.mark}" aria-label="{told}">#</a>'
    return f"{anchor}</{opened.tag}>\n"


def _table_open(_: RendererHTML, tokens: Sequence[Token], place: int, *__: Any) -> str:
    told = tokens[place].meta
    region = f'<div class="scroll" role="region" aria-labelledby="{told["mark"]}" tabindex="0">'
    words = escape(f"Table: {told['caption']}")
    caption = f'<caption class="unseen" id="{told["mark"]}">{words}</caption>'
    return f"{region}\n<table>\n{caption}\n"


def _table_close(*_: Any) -> str:
    return "</table>\n</div>\n"
