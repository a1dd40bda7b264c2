"""Who may write: the scheme, the scope, and whose page it is."""

from __future__ import annotations

import base64
from hashlib import sha256
from pathlib import Path

import pytest
from starlette.requests import Request

from kg.errors import Forbidden, InvalidInput, KgError
from server.limits.tokens import Token, Tokens, Unauthorized
from server.settings import ServerSettings

KNOWN = Tokens([Token.of("ann", "write", "geheim"), Token.of("bob", "read", "schauen"),
                Token.of("cy", "admin", "alles")])  # fmt: skip


def sent(*authorization: str, **headers: str) -> Request:
    pairs = [(b"authorization", each.encode()) for each in authorization]
    pairs += [(name.replace("_", "-").encode(), text.encode()) for name, text in headers.items()]
    return Request({"type": "http", "method": "POST", "path": "/update", "headers": pairs})


def basic(user: str, password: str) -> str:
    return "Basic " + base64.b64encode(f"{user}:{password}".encode()).decode()


@pytest.mark.parametrize(
    ("header", "scope", "name"),
    [
        ("Bearer geheim", "write", "ann"),
        ("bearer  geheim", "write", "ann"),
        (basic("", "geheim"), "write", "ann"),
        (basic("anybody", "geheim"), "write", "ann"),
        ("Bearer geheim", "read", "ann"),
        ("Bearer alles", "admin", "cy"),
        ("Bearer schauen", "read", "bob"),
    ],
)
def test_a_known_token_is_let_in_by_its_name(header: str, scope: str, name: str) -> None:
    assert KNOWN.check(sent(header), scope) == name


@pytest.mark.parametrize(
    "headers",
    [[], [""], ["Bearer"], ["Bearer "], ["Bearer Geheim"], ["geheim"], ["Digest geheim"],
     ["Basic geheim"], ["Basic !!!"], [basic("geheim", "")], ["Bearer geheim", "Bearer geheim"],
     ["Bearer geheim, Bearer geheim"]],
)  # fmt: skip
def test_no_other_token_is_let_in(headers: list[str]) -> None:
    with pytest.raises(Unauthorized, match=r"^A token is needed here, and none that is known"):
        KNOWN.check(sent(*headers))


@pytest.mark.parametrize(
    ("header", "scope"), [("Bearer schauen", "write"), ("Bearer geheim", "admin")]
)
def test_a_token_reaches_as_far_as_its_scope(header: str, scope: str) -> None:
    with pytest.raises(Forbidden, match=rf"^The token of '\w+' is for \w+, not for {scope}\.$"):
        KNOWN.check(sent(header), scope)


def test_without_any_token_nothing_is_written() -> None:
    with pytest.raises(Forbidden, match=r"^Nothing may be written here: no token is set\.$"):
        Tokens.read(ServerSettings()).check(sent("Bearer x"))


@pytest.mark.parametrize(
    ("headers", "error"),
    [
        ({"origin": "https://evil.example", "host": "h:1"}, Forbidden),
        ({"origin": "null", "host": "h:1"}, Forbidden),
        ({"sec_fetch_site": "cross-site"}, Forbidden),
        ({"origin": "http://h:1", "host": "h:1", "sec_fetch_site": "same-origin"}, None),
        ({}, None),
    ],
)
def test_a_page_of_another_site_cannot_use_a_password_that_was_typed(
    headers: dict[str, str], error: type[KgError] | None
) -> None:
    if error is None:
        assert KNOWN.check(sent(basic("", "geheim"), **headers)) == "ann"
        return
    with pytest.raises(error, match="page of another site"):
        KNOWN.check(sent(basic("", "geheim"), **headers))


def test_tokens_are_read_from_a_file_and_from_the_setting(tmp_path: Path) -> None:
    digest = sha256(b"geheim").hexdigest()
    listed = tmp_path / "tokens"
    listed.write_text(f"# who writes\n\nann write {digest}  # until spring\n", encoding="utf-8")

    tokens = Tokens.read(ServerSettings(tokens=str(listed), write_token="alles"))

    assert tokens.check(sent("Bearer geheim")) == "ann"
    assert tokens.check(sent("Bearer alles"), "admin") == "operator"


def test_a_line_that_is_no_token_is_named(tmp_path: Path) -> None:
    listed = tmp_path / "tokens"
    listed.write_text("ann write\n", encoding="utf-8")

    with pytest.raises(InvalidInput, match=r"tokens:1: this is no token$"):
        Tokens.read(ServerSettings(tokens=str(listed)))


def test_a_token_is_not_shown_where_settings_are() -> None:
    assert "geheim" not in repr(ServerSettings(write_token="geheim"))


@pytest.mark.parametrize(
    ("logged", "shown"),
    [
        ("SERVICE <https://me:w0rd@a.test/sparql>", "SERVICE <https://***@a.test/sparql>"),
        ("/search?q=a&access_token=w0rd&first=2", "/search?q=a&access_token=***&first=2"),
        ("/search?api-key=w0rd", "/search?api-key=***"),
        ("Authorization: Basic dzByZA==", "Authorization: Basic ***"),
        ("sent bearer w0rd.w0rd", "sent bearer ***"),
        ("FILTER(?token = ?other)", "FILTER(?token = ?other)"),
        ("ASK { <http://a.test/@x> ?p 'basic income' }",) * 2,
    ],
)
def test_what_stands_where_secrets_do_is_blackened_whoever_knows_it(
    logged: str, shown: str
) -> None:
    assert Tokens().redacted(logged) == shown
