"""Plain addresses: a thing, a question, a search, what became of a body, in any format.

`routes` are the addresses, with the table of `reckoning`; `front` chooses one of the `formats` and
has a reader answer. There `answer`, `became` (lineages, areas), `crosswalk` and `reckoned`
(`kg.release.answers`) do; `described` writes a thing as JSON-LD and JSON, `rows` an answer as JSON
and Turtle, `sheets` one whole or as its table. `openapi`, with `lineages`, `exploring`,
`documenting` and `elsewhere`, describes it all.
"""
