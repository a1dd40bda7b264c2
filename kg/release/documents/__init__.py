"""Documents and releases: what was accepted of a document goes into the graph, and out again.

`known` reads what the graph has already, `planned` works out and checks the graph of a document,
`commit` writes it as a new release, or has the service that holds the folder open write it
(`sent`); `annotations` takes a document's annotations out and in.
"""
