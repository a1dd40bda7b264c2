"""Files of each kind, made here: what they say is known, and no one else wrote them."""

import zlib
from collections.abc import Sequence
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile

from docx import Document

LEFT = (
    "Bexley CCG and Bromley CCG will",
    "merge from 1 April 2020, their govern-",
    "ing bodies have decided after a long",
    "debate in public last Tuesday.",
    "NHS England has asked for one officer",
    "who leads both of them from January.",
)
RIGHT = (
    "In Yorkshire it went another way. The",
    "practices of Leeds West CCG have voted",
    "against a single group by 21 to 16 when",
    "they met, and the plan was dropped.",
)
PAGE = """<!DOCTYPE html><html><head><meta charset="utf-8">
<title>Two groups merge | The Trade</title>
<meta property="og:site_name" content="The Trade"><meta name="author" content="Ann Example">
<meta property="article:published_time" content="2019-03-28T08:00:00Z">
<link rel="canonical" href="https://trade.example/two-groups-merge"></head><body>
<nav><a href="/">Home</a> <a href="/news">All news</a></nav>
<article><h1>Two groups merge</h1>
<p>Bexley CCG and Bromley CCG will merge from 1 April 2020, as both of their governing bodies
have decided after a long debate that was held in public last Tuesday.</p>
<p>“Nobody lost by it,” said Dr Jane Example, who chairs Bexley CCG and will lead the new group.
She added that 232,000 patients will see no change in the services that they use.</p>
</article><div class="cookie-banner">We use cookies to make this site better.</div>
<footer>© The Trade Limited, all rights reserved</footer>
<script>var secret = 1</script></body></html>
"""
RTF = (
    rb"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\info{\title Note of a meeting}"
    rb"{\author Ann Example}}\f0 Bexley CCG\'92s chair said \ldblquote no\rdblquote .\par "
    rb"\b Fifty\b0\~per cent agreed.\par}"
)


class Line(NamedTuple):
    """A line of a page, and where it begins, in points from the lower left corner."""

    x: float
    y: float
    text: str


def column(x: float, top: float, texts: Sequence[str]) -> list[Line]:
    """Lines one below the other."""
    return [Line(x, top - 12 * place, text) for place, text in enumerate(texts)]


def pdf(pages: Sequence[Sequence[Line]], trailer: bytes = b"", info: bytes = b"<< >>") -> bytes:
    """A PDF whose pages are drawn line by line in the order given, in Windows-1252."""
    kids = b" ".join(b"%d 0 R" % (6 + 2 * place) for place in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(pages), kids),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        info,
    ]
    for page in pages:
        drawn = zlib.compress(b"\n".join(map(_drawn, page)))
        head = b"<< /Length %d /Filter /FlateDecode >>" % len(drawn)
        objects += [
            head + b"\nstream\n" + drawn + b"\nendstream",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
            b"/Resources << /Font << /F 3 0 R >> >> /Contents %d 0 R >>" % (len(objects) + 1),
        ]
    data, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n" % number + each + b"\nendobj\n"
    rows = b"".join(b"%010d 00000 n \n" % each for each in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    end = b"trailer << /Size %d /Root 1 0 R /Info 4 0 R %s >>" % (len(objects) + 1, trailer)
    return data + head + rows + end + b"\nstartxref\n%d\n%%%%EOF\n" % len(data)


def _drawn(line: Line) -> bytes:
    words = line.text.encode("cp1252")
    for sign in b"\\()":
        words = words.replace(bytes([sign]), b"\\" + bytes([sign]))
    return b"BT /F 9 Tf %f %f Td (%s) Tj ET" % (line.x, line.y, words)


def word(paragraphs: Sequence[str], title: str = "", author: str = "") -> bytes:
    """A Word file with these paragraphs."""
    document = Document()
    document.core_properties.title, document.core_properties.author = title, author
    for each in paragraphs:
        document.add_paragraph(each)
    return saved(document)


def saved(document: object) -> bytes:
    """A Word document as a file."""
    data = BytesIO()
    document.save(data)  # type: ignore[attr-defined]
    return data.getvalue()


def archive(parts: dict[str, bytes]) -> bytes:
    """A zip archive of parts by their names."""
    data = BytesIO()
    with ZipFile(data, "w", ZIP_DEFLATED) as made:
        for name, content in parts.items():
            made.writestr(name, content)
    return data.getvalue()
