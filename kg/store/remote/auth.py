"""What an engine is shown so that it answers."""

from __future__ import annotations

import httpx2

from kg.settings import AUTH, BadSetting

Headers = dict[str, str]


def credentials(setting: str) -> tuple[httpx2.Auth | None, Headers]:
    """The authentication and the headers that a setting means; `BadSetting` hides what it says.

    >>> credentials("bearer:t")[1], credentials("header:X-Key:a:b")[1], credentials("")
    ({'Authorization': 'Bearer t'}, {'X-Key': 'a:b'}, (None, {}))
    """
    kind, _, rest = setting.partition(":")
    name, colon, secret = rest.partition(":")
    if not setting:
        return None, {}
    if kind == "bearer" and rest:
        return None, {"Authorization": f"Bearer {rest}"}
    if kind == "header" and name and colon:
        return None, {name: secret}
    if kind in ("basic", "digest") and colon:
        chosen = httpx2.BasicAuth if kind == "basic" else httpx2.DigestAuth
        return chosen(name, secret), {}
    raise BadSetting(AUTH, f"{kind}:…")
