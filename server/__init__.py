"""The service: GraphQL, SPARQL, plain addresses and pages over a sealed release.

`app` lays out the addresses, `commands` start it and look after it. The ways in are `sparql`,
`graphql`, `rest` and `pages`, with `operations` for whoever runs it and `releases` for other
machines that follow it; none of them knows another. Above them `explore` draws what they answer,
`documents` takes texts in to be reviewed, `mcp` is for assistants, `feeds` tells readers of what
has changed, and `docs` tells how all of it is used.

`readers` runs what they ask in processes that can be killed, of the modules that `handlers` lists;
`writes` is the front of the one that writes. `lineage`, `limits`, `negotiate`, `errors` and
`settings` are what they share, `assets` is the front end; `layers` says what passes each request
on. Nothing here knows the engine.
"""
