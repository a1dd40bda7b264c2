"""The service: GraphQL, SPARQL, plain addresses and pages over a sealed release.

`app` lays out the addresses; `explore` draws what the ways in below it answer; `sparql`, `graphql`,
`rest` and `pages` are the ways in, `operations` that of whoever runs it, and none knows another;
`readers` runs what they ask in processes that can be killed; `lineage`, `limits`, `negotiate`,
`errors` and `settings` are what they share, `assets` is the front end; `layers` says what passes
each request on. Nothing here knows the engine.
"""
