"""Names and codes, found as people type them: SQLite FTS5 beside each release.

`fold` makes two ways of writing a name the same; `index` writes the file when a release is built;
`spelling` finds the words that were meant; `find` answers.
"""
