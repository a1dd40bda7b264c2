"""HTML: the words of an article without the page around it, and what the page says of itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from kg.documents.record.model import IN_METADATA, INFERRED
from kg.documents.record.parsed import Parsed, Refused
from kg.documents.record.plain import decoded

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEAD: Final = 4096
_CHARSET: Final = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_DECLARATION: Final = re.compile(r"^\ufeff?\s*<\?xml[^>]*\?>")
_CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_DATES: Final = {"extensive_search": False, "original_date": True}


def read_html(data: bytes) -> Parsed:
    """The text of an article: a line for each paragraph, in the encoding that the page names.

    The date is in the metadata if it stands in the page as 2019-03-28, and else inferred from its
    address or its words. Raises `Refused` for a page that is nested too deeply.
    """
    import trafilatura

    page = _CONTROLS.sub(" ", _DECLARATION.sub("", _characters(data)))
    tree = _tree(page)
    found = trafilatura.bare_extraction(
        tree,
        with_metadata=True,
        include_comments=False,
        favor_recall=True,
        date_extraction_params=_DATES,
    )
    told = found if isinstance(found, dict) else found.as_dict() if found else {}
    text = str(told.get("text") or "") or trafilatura.html2txt(tree)
    names = {"title": "title", "author": "author", "date": "issued", "sitename": "publisher"}
    known = {own: " ".join(str(told.get(each) or "").split()) for each, own in names.items()}
    known["address"] = _address(str(told.get("url") or ""))
    known = {name: value for name, value in known.items() if value}
    bases = dict.fromkeys(known, IN_METADATA)
    if known.get("issued", "") not in page:
        bases["issued"] = INFERRED
    return Parsed(text, known, bases)


def _tree(page: str) -> HtmlElement:
    """The elements of a page; raises `Refused` where some of them would be left out."""
    from lxml import html
    from lxml.etree import ParserError

    parser = html.HTMLParser()  # type: ignore[no-untyped-call]
    try:
        tree: HtmlElement = html.document_fromstring(page, parser)  # type: ignore[no-untyped-call]
    except ParserError:
        raise Refused("holds no text", "Name a page with words in it.") from None
    for each in parser.error_log:
        if each.level_name == "FATAL":  # such as a depth, or a memory, that is not there
            reason = f"cannot be read to its end: {each.message.partition(',')[0]}"
            raise Refused(reason, "Save its text alone, and add that.")
    return tree


def _characters(data: bytes) -> str:
    named = _CHARSET.search(data[:_HEAD])
    encoding = named[1].decode("ascii").lower() if named else ""
    # As browsers read it: the two differ in what Latin-1 has no signs for, such as quotation marks.
    encoding = "cp1252" if encoding in ("iso-8859-1", "latin1", "ascii", "us-ascii") else encoding
    if encoding and not encoding.startswith("utf"):
        try:
            return data.decode(encoding)
        except (LookupError, UnicodeDecodeError):
            pass
    return decoded(data)


def _address(text: str) -> str:
    return text if text.startswith(("https://", "http://")) else ""
