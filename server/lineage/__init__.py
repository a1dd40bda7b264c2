"""What pages and plain addresses share of lineages, in a reader process.

`asked` reads which body, day and lineage a request means; `within` keeps the groups of an area;
`recoded` takes a table in and puts it on the bodies of another day.
"""
