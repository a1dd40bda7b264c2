"""The response made column by column: every field of all things of a list at once.

This is what answers. `things` makes the columns of a plan, `pages` those of lists, `base` and
`leaves` all others. A value of a shape that has no column here is made by way of its tree
(`assemble`, `complete`); and where there is any error, so is the whole response, because a column
does not tell what stands where.
"""

from __future__ import annotations

from server.graphql.execution.columns.base import Context
from server.graphql.execution.columns.leaves import Fault
from server.graphql.execution.columns.things import Response

__all__ = ["Context", "Fault", "Response"]
