"""The service: GraphQL, SPARQL, plain addresses and pages over a sealed release.

`app` lays out the addresses; `sparql`, `graphql`, `rest` and `pages` are the ways in and do not
know each other; `readers` runs what they ask in processes that can be killed; `limits`,
`negotiate`, `errors` and `settings` are what they share. Nothing here knows the engine.
"""
