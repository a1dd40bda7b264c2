"""The text of record: what a document says, word for word, under a digest.

`read` makes one of a file: `media` tells by the bytes what kind of file it is, and `plain`, `html`,
`pdf` (with `layout`), `docx` and `rtf` read one kind each; all but `plain` do it in a process of
their own (`child`), and give what `parsed` describes. `stated` adds what the first lines say of the
text, `given` what a person says of it. `model` is the record; `shelf` keeps it, and tells by
`likeness` which other documents have nearly the same words.
"""
