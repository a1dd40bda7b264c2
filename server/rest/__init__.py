"""Plain addresses: a thing, a question, a search, in the format that is asked for.

`routes` chooses the format in the front; `answer` answers in a reader process; `described` writes a
thing as JSON-LD and JSON, `rows` an answer as JSON and Turtle, `openapi` the description of it all.
"""
