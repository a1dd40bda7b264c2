"""A plain request answered as it arrives, if the application can do so at once.

Only what can be read in one way is read here: a GET of one line and of headers that leave open
neither where the request ends nor what happens to the connection. All else is for the parser.
"""

from __future__ import annotations

import logging
import re
from typing import Any, Final

from uvicorn.protocols.http.httptools_impl import STATUS_LINE

from server.layers import Layer, Pairs, Whole

LOG = logging.getLogger("coterminous")
LENGTH: Final = 16 * 1024
"""Bytes of a request that is read here."""
_PLAIN: Final = re.compile(
    rb"GET (/[A-Za-z/]*)\?([!-\"$-~]*) HTTP/1\.1\r\n"
    rb"((?:[A-Za-z-]+: [!-~](?:[ -~]*[!-~])?\r\n)*+)\r\n"
)
_HARMLESS: Final = frozenset(
    b"host accept accept-encoding accept-language user-agent origin referer dnt priority"
    b" cache-control pragma sec-fetch-dest sec-fetch-mode sec-fetch-site sec-fetch-user sec-gpc"
    b" sec-ch-ua sec-ch-ua-mobile sec-ch-ua-platform x-request-id if-none-match".split()
)
_CONTROL: Final = bytes(each for each in (*range(32), 127) if each != 9)


def scope_of(data: bytes, client: Any) -> dict[str, Any] | None:
    """What is asked (ASGI), as far as `Layer.at_once` needs it; nothing where it is not plain.

    >>> found = scope_of(b"GET /sparql?query=a HTTP/1.1\\r\\nHost: h\\r\\n\\r\\n", None) or {}
    >>> found["path"], found["query_string"], found["headers"]
    ('/sparql', b'query=a', [(b'host', b'h')])
    """
    found = _PLAIN.fullmatch(data) if len(data) <= LENGTH else None
    if found is None:
        return None
    path, query, lines = found.groups()
    headers = []
    for line in lines.split(b"\r\n")[:-1]:
        name, _, value = line.partition(b": ")
        headers.append((name.lower(), value))
    if not _HARMLESS.issuperset([name for name, _ in headers]):
        return None
    return {
        "type": "http",
        "method": "GET",
        "path": path.decode("ascii"),
        "raw_path": path,
        "query_string": query,
        "headers": headers,
        "client": client,
    }


def answer(app: Layer, data: bytes, client: Any, usual: Pairs) -> bytes | None:
    """The whole response to what has come, as it is sent; nothing where it is not there at once.

    It begins with the `usual` headers. `client` is the address that asks, and its port.
    """
    scope = scope_of(data, client)
    try:
        found = app.at_once(scope) if scope else None
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException:  # a panic of the engine is no Exception
        LOG.exception("An answer at once failed, and is made in the usual way")
        return None
    return written(Whole([*usual, *found.headers], found.body)) if found else None


def written(response: Whole) -> bytes:
    """A response as it is sent. Raises `ValueError` where a header would be read as several."""
    lines = b"\r\n".join([name + b": " + value for name, value in response.headers])
    breaks = len(response.headers) - 1
    plain = len(lines) - len(lines.translate(None, _CONTROL)) == 2 * breaks
    if not plain or lines.count(b"\r\n") != breaks:
        raise ValueError("A header has characters that no header can have.")
    return b"".join((STATUS_LINE[200], lines, b"\r\n\r\n", response.body))
