"""Whether a graph may become a release: its shapes, and what shapes cannot say.

`shapes_read` reads SHACL, `shapes_compile` turns each constraint into a query, `shapes` runs them,
past what `shapes_known` shows cannot be broken, and `shapes_words` puts what is broken into words.
`survey` looks at every statement once and `large` asks `checks` and `checks_dates`, which are laws
across things, dates and graphs, only of what may break them; these read statements as `facts`. Of
texts, `spans` are laws on places, `words` on how much of one is stored, with the `passages` that
are quoted. `report` prints what was found. Nothing here changes a graph, and nothing knows how it
was made.
"""
