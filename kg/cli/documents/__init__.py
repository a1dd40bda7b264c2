"""Commands for documents of one's own: added, read, reviewed, committed.

`add` keeps them, `shelf` lists them. `extract` reads them, by `extracting` many side by side and
with what a model offers (`offering`). `status` tells how far the review is, `decide` and `missed`
are decisions, `annotations` takes them out and in, `commit` puts them into the graph; `reviewed` is
what these have in common. To review by keys is `kg.cli.review`.
"""
