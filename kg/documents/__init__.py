"""Documents in: from a text to candidates of what it says, each with its exact places.

The way of a document: `record` keeps its text of record, `mentions` finds what is named in it,
`facts` finds what is said of that, and `candidates` and `summary` write both out. Nothing here
enters the graph unreviewed.
"""
