"""A level of a plan as SPARQL. With `server.graphql.interval`, all that writes any in this room.

`levels` writes the query of a level of `groups` (its conditions) and `parts` (triples and lists of
terms); `properties` asks a property of the whole graph. Every value is a term that writes itself;
every variable is made here. `LATERAL` pages a list for each parent where the engine has it;
elsewhere a `UNION` of one page a parent says the same.
"""

from __future__ import annotations

from server.graphql.render.levels import columns, rows, total

__all__ = ["columns", "rows", "total"]
