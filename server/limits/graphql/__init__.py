"""What a GraphQL operation may ask: how long, how deep, how wide; refusals say by how much.

Read `refusals` (what is told), then in the order in which they are met: `text` (before it is
parsed), `document` (before it is validated: what it applies, how deep and wide it is with its
fragments written out), `overlaps` and `introspection` (what would take long to validate or to
answer), `variables`. The numbers are in `server.settings.Limits`.
"""

from server.limits.graphql.document import Measured, applied, errors, measured
from server.limits.graphql.refusals import (
    LIMITS,
    TooMuchAsked,
    check,
    check_product,
    in_force,
    page,
)
from server.limits.graphql.text import check_text
from server.limits.graphql.variables import check_variables
from server.settings import Limits

__all__ = [
    "LIMITS",
    "Limits",
    "Measured",
    "TooMuchAsked",
    "applied",
    "check",
    "check_product",
    "check_text",
    "check_variables",
    "errors",
    "in_force",
    "measured",
    "page",
]
