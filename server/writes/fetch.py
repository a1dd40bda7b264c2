"""The process that fetches one document for LOAD: exec'd, bounded, and with nothing to lose.

    python -m server.writes.fetch ADDRESS HOSTS BYTES SECONDS

It writes a line of JSON, `{"media": …}` or `{"problem": …}`, and then the document. No other host
than those listed is spoken to, be it by a redirect, and none that is inside of a network unless it
is listed by its number.
"""

from __future__ import annotations

import http.client
import ipaddress
import json
import socket
import ssl
import sys
import time
from collections.abc import Collection
from typing import NamedTuple
from urllib.parse import SplitResult, urljoin, urlsplit

from server.readers.processes.isolate import die_with_parent
from server.writes.process import limit

HOPS = 5
"""How many redirects are followed."""
MEMORY = 1 << 30
_PORTS = {"http": 80, "https": 443}
_ACCEPT = "text/turtle, application/n-triples, application/rdf+xml;q=0.9, application/ld+json;q=0.8"
_ASKED = {"Accept": _ACCEPT, "Accept-Encoding": "identity"}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


class Refused(Exception):
    """A document that is not fetched, or could not be."""


class Document(NamedTuple):
    """A document, its media type, and its address after all redirects."""

    media: str
    data: bytes
    address: str


def main(arguments: list[str]) -> None:
    """Fetch it, or say why not."""
    address, hosts, size, seconds = arguments
    die_with_parent()
    limit(MEMORY)
    try:
        found = fetched(address, frozenset(hosts.split(",")), int(size), float(seconds))
    except Refused as error:
        _say({"problem": str(error)})
    except (OSError, http.client.HTTPException, ValueError) as error:
        _say({"problem": f"the other side could not be asked ({type(error).__name__})"})
    else:
        _say({"media": found.media, "address": found.address})
        sys.stdout.buffer.write(found.data)


def fetched(address: str, hosts: Collection[str], size: int, seconds: float) -> Document:
    """The document at an address, of so many bytes at most, within so many seconds."""
    until = time.monotonic() + seconds
    for _ in range(HOPS + 1):
        place = check(address, hosts)
        connection = _connected(place, until)
        try:
            path = (place.path or "/") + (f"?{place.query}" if place.query else "")
            connection.request("GET", path, headers=_ASKED)
            answer = connection.getresponse()
            if answer.status in (301, 302, 303, 307, 308):
                address = urljoin(address, answer.headers.get("location", ""))
                continue
            if answer.status != 200:
                raise Refused(f"it was answered with {answer.status}")
            media = answer.headers.get_content_type() if "content-type" in answer.headers else ""
            return Document(media, _read(answer, size, until), address)
        finally:
            connection.close()
    raise Refused(f"it leads on and on, more than {HOPS} times")


def check(address: str, hosts: Collection[str]) -> SplitResult:
    """The parts of an address that may be asked; raises `Refused`.

    >>> check("https://example.org/a", {"example.org"}).hostname
    'example.org'
    """
    place = urlsplit(address)
    if place.scheme not in _PORTS or not place.hostname or place.username or place.password:
        raise Refused("only addresses of http and https are loaded")
    listed = place.hostname.lower()
    if place.port not in (None, _PORTS[place.scheme]):
        listed = f"{f'[{listed}]' if ':' in listed else listed}:{place.port}"
    if listed not in hosts:
        raise Refused(f"{listed} is not among the hosts that LOAD may reach")
    return place


def is_outside(number: str) -> bool:
    """Whether an address by its number is one of the public network, whatever it is wrapped in.

    >>> is_outside("93.184.216.34"), is_outside("::ffff:127.0.0.1"), is_outside("64:ff9b::a00:1")
    (True, False, False)
    """
    address = ipaddress.ip_address(number.partition("%")[0])
    inner: list[ipaddress.IPv4Address | ipaddress.IPv6Address] = [address]
    if isinstance(address, ipaddress.IPv6Address):
        inner += [each for each in (address.ipv4_mapped, address.sixtofour) if each]
        inner += list(address.teredo or ())
        if address in _NAT64:
            inner.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        if not int(address) >> 32:  # IPv4-compatible
            inner.append(ipaddress.IPv4Address(int(address)))
    return all(each.is_global and not each.is_multicast for each in inner[1:] or inner)


def _connected(place: SplitResult, until: float) -> http.client.HTTPConnection:
    host = place.hostname or ""
    port = place.port or _PORTS[place.scheme]
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except OSError:
        raise Refused(f"{host} has no address") from None
    numbers = [str(each[4][0]) for each in found]
    # One that leads inside is enough to refuse it: which of several is asked is not ours to choose.
    if not _is_number(host) and not all(map(is_outside, numbers)):
        raise Refused(f"{host} is inside of a network")
    plain = socket.create_connection((numbers[0], port), timeout=_left(until))
    connection = http.client.HTTPConnection(host, port)
    connection.sock = (
        ssl.create_default_context().wrap_socket(plain, server_hostname=host)
        if place.scheme == "https"
        else plain
    )
    return connection


def _read(answer: http.client.HTTPResponse, size: int, until: float) -> bytes:
    parts, total = [], 0
    while part := answer.read1(1 << 16):
        total += len(part)
        if total > size:
            raise Refused(f"it has more than {size} bytes")
        parts.append(part)
        _left(until)
    return b"".join(parts)


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise Refused("it took too long")
    return left


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _say(told: dict[str, str]) -> None:
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n")


if __name__ == "__main__":
    main(sys.argv[1:])
