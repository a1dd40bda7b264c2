"""What the pages of documents say, for `server.documents` to show.

`page` is a document in the list, and its own page; `card` one candidate to be decided on; `text`
the text of record with marks where something was read in it.
"""
