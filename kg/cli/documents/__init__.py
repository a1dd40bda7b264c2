"""Commands for documents of one's own: added, read, reviewed, committed.

`add` keeps them, `shelf` lists them. `extract` reads them (`extracting`) or has a model offer what
the rules do not read (`offering`), many `side_by_side`. `status` tells how far the review is,
`decide` and `missed` are decisions, `annotations` takes them out and in, `commit` puts them into
the graph; `reviewed` is what these have in common. To review by keys is `kg.cli.review`.
"""
