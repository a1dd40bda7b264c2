"""The service: GraphQL, SPARQL, plain addresses and pages over a sealed release.

`app` lays out the addresses; `sparql`, `graphql`, `rest` and `pages` are the ways in, `operations`
that of whoever runs it, and none knows another; `readers` runs what they ask in processes that can
be killed; `lineage`, `limits`, `negotiate`, `errors` and `settings` are what they share. Nothing
here knows the engine.
"""
