"""Plain addresses: a thing, a question, a search, what became of a body, in any format.

`routes` chooses the format in the front; `answer`, `became` (lineages, areas) and `crosswalk`
answer in a reader process; `described` writes a thing as JSON-LD and JSON, `rows` an
answer as JSON and Turtle; `openapi`, with
`lineages`, `documenting` and `elsewhere`, describes it all.
"""
