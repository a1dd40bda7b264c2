"""A document before it is parsed: how long, how many tokens, how deep its brackets nest.

The parser calls itself for each bracket, so that a few hundred of them end it; therefore they are
counted here first, in one pass over the text.
"""

from __future__ import annotations

import re
from typing import Final

from server.limits.graphql.refusals import check
from server.settings import Limits

# The alternatives of the October 2021 specification, 2.1; one that matches nothing else is a
# character that the parser will refuse. Nothing is tried twice, so the time is that of the length.
_TOKEN: Final = re.compile(
    r"""(?P<ignored>[\s,\ufeff]++)
      | (?P<open>[{(\[])
      | (?P<close>[})\]])
      | [_A-Za-z][_0-9A-Za-z]*+
      | -?[0-9][0-9.eE+-]*+
      | \.\.\.
      | \#[^\r\n]*+
      | \"{3}(?:\\\"{3}|[^\"]|\"(?!\"\"))*+\"{3}
      | \"(?:[^\"\\\r\n]|\\.)*+\"
      | .""",
    re.VERBOSE | re.DOTALL,
)


def check_text(text: str, limits: Limits) -> dict[str, int]:
    """How much a text asks of each limit on texts; raises `TooMuchAsked`.

    >>> check_text('{ a(b: "}{") } # {{', Limits())
    {'document': 19, 'tokens': 9, 'nesting': 2}
    """
    asked = {"document": len(text.encode("utf-8", "surrogatepass"))}
    check("document", asked["document"], limits)
    asked["tokens"], asked["nesting"] = _counted(text)
    for limit in ("nesting", "tokens"):
        check(limit, asked[limit], limits)
    return asked


def _counted(text: str) -> tuple[int, int]:
    tokens = deepest = depth = 0
    for found in _TOKEN.finditer(text):
        kind = found.lastgroup
        if kind == "ignored":
            continue
        tokens += 1
        if kind == "open":
            depth += 1
            deepest = max(deepest, depth)
        elif kind == "close":
            depth -= 1
    return tokens, deepest
