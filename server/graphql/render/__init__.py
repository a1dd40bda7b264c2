"""A level of a plan as SPARQL. With `interval`, all that writes any in this room.

Every value is a term that writes itself; every variable is made here. `LATERAL` pages a list for
each parent where the engine has it; elsewhere a `UNION` of one page a parent says the same.
"""

from __future__ import annotations

from server.graphql.render.levels import columns, rows, total

__all__ = ["columns", "rows", "total"]
