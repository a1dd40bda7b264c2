"""The fields of a form, as a browser sends them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from email.message import Message
from email.parser import BytesParser
from email.policy import HTTP
from urllib.parse import parse_qsl

from server.limits.rdf import BadDocument

MOST = 50
_PLAIN, _PARTS = "application/x-www-form-urlencoded", "multipart/form-data"

Fields = Mapping[str, list[bytes]]


def is_form(content_type: str) -> bool:
    """Whether a body of that type is a form.

    >>> is_form("multipart/form-data; boundary=x"), is_form("text/csv")
    (True, False)
    """
    return _media(content_type) in (_PLAIN, _PARTS)


def fields(content_type: str, data: bytes) -> Fields:
    """The values of each field, those of files as they are; empty ones are left out.

    Raises `BadDocument` for a form that cannot be read, or has more than 50 fields.

    >>> fields("application/x-www-form-urlencoded", b"a=1&a=2&b=")
    {'a': [b'1', b'2']}
    """
    found: dict[str, list[bytes]] = {}
    read = _plain if _media(content_type) == _PLAIN else _parts
    for name, value in read(content_type, data):
        if value:
            found.setdefault(name, []).append(value)
    return found


def _media(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()


def _plain(_: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    try:
        pairs = parse_qsl(data, max_num_fields=MOST)
    except ValueError as error:
        raise BadDocument("the form has too many fields") from error
    for name, value in pairs:
        yield name.decode("utf-8", "replace"), value


def _parts(content_type: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    boundary = Message()
    boundary["Content-Type"] = content_type
    mark = boundary.get_boundary("")
    if not mark or data.count(b"--" + mark.encode("latin-1")) > MOST:
        raise BadDocument("the form has no boundary, or too many fields")
    head = b"Content-Type: " + content_type.encode("latin-1") + b"\r\n\r\n"
    form = BytesParser(policy=HTTP).parsebytes(head + data)
    for each in form.iter_parts() if form.is_multipart() else ():
        name = each.get_param("name", header="content-disposition")
        content = each.get_payload(decode=True)
        if isinstance(name, str) and isinstance(content, bytes):
            yield name, content
