"""Whether a graph may become a release: its shapes, and what shapes cannot say.

`shapes_read` reads SHACL, `shapes_compile` turns each constraint into a query, `shapes` runs them;
`checks` are laws across things, dates and graphs; `report` prints what was found. Nothing here
changes a graph, and nothing knows how it was made.
"""
