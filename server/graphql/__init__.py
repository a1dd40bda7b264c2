"""GraphQL over the graph: a schema made from the ontology, and operations compiled to SPARQL.

The way of an operation, room by room:

* `transport` takes it in, over HTTP, as an event stream or over WebSocket, and hands it to `answer`
  in a reader process;
* `planning` reads the document, refuses what would be too dear, and makes a plan of levels; the
  `roots` are its root fields;
* `render` writes one SPARQL query for each list-valued level, with the one interval test of
  `interval`;
* `execution` asks them, and makes the response of their rows, equal to what graphql-core makes;
* `explanation` tells how an answer came about, and certifies it;
* `subscriptions` are the events that an operation may wait for;
* `mutations` knows what changes documents in review or tells of them, and `documents` does it;
  what a reader and the front tell each other on the way is in `protocol`.

`projection` is what GraphQL shows of the ontology, `schema` the same as types and as SDL, `api`
both of them for one ontology and its questions, kept. `release` is what is needed of a release,
`codes` and `identity` the short names of codes and things, `recent` what was made lately.
"""
