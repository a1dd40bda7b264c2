"""Names and codes, found as people type them: SQLite FTS5 beside each release.

`fold` makes two ways of writing a name the same; `index` writes the file when a release is built,
`amend` makes one of the one before when a write has made a release; `spelling` finds the words
that were meant; `find` answers. `magic` is the same inside a query: `?thing cot:matches "words"`.
"""
