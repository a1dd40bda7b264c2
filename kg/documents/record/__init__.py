"""The text of record: what a document says, word for word, under a digest.

`model` holds the record; `plain` reads a file of plain text.
"""
