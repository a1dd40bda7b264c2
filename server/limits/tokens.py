"""Who may write: whoever sends a token that is known here and reaches far enough.

Nothing is written for a page of another site, because a browser sends a password along that its
user once typed.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import re
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from starlette.requests import HTTPConnection

from kg.errors import Forbidden, InvalidInput, KgError
from server.settings import ServerSettings

SCOPES = ("read", "write", "admin")
"""Each reaches as far as those before it."""
_LINE = re.compile(r"(?P<name>\S+)\s+(?P<scope>read|write|admin)\s+(?P<digest>[0-9a-fA-F]{64})")
_WORD = re.compile(r"[^\s\"'`<>(){}\[\]|,;&?/:@#=%]+")
"""What may be a token; those that have other signs within are not known by these."""
_SHOWN = re.compile(
    r"""( :// (?=[^/@\s<>"']+@)              # who signs on at an address
        | \b bearer \s+
        | \b authorization ["']? \s* [:=] \s* ["']? (?: \w+ \s+ )?
        | [?&;\s] (?: (?:access_|refresh_|id_|auth_|session_)? token | api[-_]?key | passw(?:or)?d
                  | secret | signature | cookie ) =
        ) (?: (?<=://) [^/@\s<>"']+ | [^&;\s"'<>,]+ )""",
    re.IGNORECASE | re.VERBOSE,
)
"""What may be a secret by where it stands, whoever knows it."""
_HINT = "Write a line as: name, one of read, write and admin, SHA-256 of the token in hexadecimal."


class Unauthorized(KgError):
    """A token is needed, and none that is known was sent."""

    code = "unauthorized"

    def __init__(self) -> None:
        super().__init__("A token is needed here, and none that is known was sent.")
        self.hint = "Send it as `Authorization: Bearer`, or as the password of Basic."


class Token(NamedTuple):
    """A token as it is known: never itself, only its SHA-256."""

    name: str
    scope: str
    digest: bytes

    @classmethod
    def of(cls, name: str, scope: str, text: str) -> Token:
        """The token by that text.

        >>> Token.of("me", "write", "secret").digest.hex()[:8]
        '2bb80d53'
        """
        return cls(name, scope, hashlib.sha256(text.encode()).digest())

    def check(self, scope: str) -> None:
        """Raises `Forbidden` where it does not reach as far as `scope`."""
        if SCOPES.index(self.scope) < SCOPES.index(scope):
            raise Forbidden(f"The token of '{self.name}' is for {self.scope}, not for {scope}.")


class Tokens:
    """The tokens of a service."""

    def __init__(self, known: Iterable[Token] = ()) -> None:
        self._known = tuple(known)

    @classmethod
    def read(cls, settings: ServerSettings) -> Tokens:
        """Those of the settings; raises `InvalidInput` with the line that cannot be read."""
        known = (
            [Token.of("operator", "admin", settings.write_token)] if settings.write_token else []
        )
        if settings.tokens:
            known += _listed(Path(settings.tokens))
        return cls(known)

    def check(self, request: HTTPConnection, scope: str = "write") -> str:
        """The name of whoever sent the request, if that token reaches as far as `scope`.

        Raises `Forbidden` where no token is known, where the token does not reach that far and for
        a page of another site, and `Unauthorized` for a token that is missing or unknown.
        """
        if not self._known:
            raise Forbidden(
                "Nothing may be written here: no token is set.",
                hint="Whoever runs the service sets COTERMINOUS_WRITE_TOKEN.",
            )
        refuse_other_sites(request)
        token = self.known(_sent(request))
        token.check(scope)
        return token.name

    def redacted(self, text: str) -> str:
        """The text with every word blackened that is a token, or stands where secrets do.

        >>> Tokens([Token.of("me", "write", "secret")]).redacted("a secret, /secret/b")
        'a ***, /***/b'
        >>> Tokens().redacted("SERVICE <http://me:word@a.test/?api_key=k1&q=2>")
        'SERVICE <http://***@a.test/?api_key=***&q=2>'
        """
        text = _SHOWN.sub(lambda found: f"{found[1]}***", text)
        if not self._known:
            return text
        digests = {each.digest for each in self._known}
        return _WORD.sub(
            lambda found: "***" if Token.of("", "", found[0]).digest in digests else found[0], text
        )

    @property
    def are_set(self) -> bool:
        """Whether anybody may write at all."""
        return bool(self._known)

    def known(self, text: str) -> Token:
        """The token by that text; raises `Unauthorized` where there is none."""
        sent = hashlib.sha256(text.encode("utf-8", "surrogateescape")).digest()
        # Every one is compared, so that the time tells nothing.
        found = [each for each in self._known if hmac.compare_digest(each.digest, sent)]
        if not text or not found:
            raise Unauthorized
        return found[0]


def _listed(path: Path) -> list[Token]:
    found = []
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise InvalidInput(path, None, "the file of tokens cannot be read", _HINT) from None
    for number, line in enumerate(lines, 1):
        text = line.partition("#")[0].strip()
        told = _LINE.fullmatch(text)
        if text and not told:
            raise InvalidInput(path, number, "this is no token", _HINT)
        if told:
            found.append(Token(told["name"], told["scope"], bytes.fromhex(told["digest"])))
    return found


def _sent(request: HTTPConnection) -> str:
    """The token of a request: of Bearer, or the password of Basic (RFC 6750, RFC 7617)."""
    headers = request.headers.getlist("authorization")
    if len(headers) != 1:
        raise Unauthorized
    scheme, _, credentials = headers[0].strip().partition(" ")
    if scheme.lower() == "bearer":
        return credentials.strip()
    if scheme.lower() != "basic":
        raise Unauthorized
    try:
        plain = base64.b64decode(credentials.strip(), validate=True).decode("utf-8")
    except (binascii.Error, ValueError):
        raise Unauthorized from None
    return plain.partition(":")[2]


def refuse_other_sites(request: HTTPConnection) -> None:
    """Raises `Forbidden` for what a page of another site sends."""
    origin, host = request.headers.get("origin"), request.headers.get("host", "")
    foreign = origin is not None and origin.lower().partition("://")[2] != host.lower()
    if foreign or request.headers.get("sec-fetch-site") in ("cross-site", "same-site"):
        raise Forbidden("Nothing is written for a page of another site.")
