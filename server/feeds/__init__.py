"""Atom feeds (RFC 4287): what has changed about a body or an area, and that an answer has changed.

`atom` writes a feed, `entries` has what its entries are made of, `answer` runs in readers and
`routes` lays out the addresses. The id of an entry is that of what it tells of, so it stays; a feed
is of the day of its data. Whoever asks again with the `ETag` is told that nothing is new (304).
"""
