"""Documents in: from a text to candidates of what it says, each with its exact places.

The way of a document: `record` keeps its text of record, `mentions` finds what is named in it,
`facts` finds what is said of that, and `candidates` and `summary` write both out, with a figure
that is told again `counted` once; `read` does all of it in one call; `offered` has what a model
offers besides, on request. In `review` people decide on candidates. Nothing enters the graph
unreviewed, and what was accepted is put there by `kg.release.documents`.
"""
