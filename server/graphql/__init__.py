"""GraphQL over the graph: a schema made from the ontology, and operations compiled to SPARQL.

Read `projection` (what GraphQL shows of the ontology) and `schema` (the same as graphene types);
then the path of an operation: `compile` (document to `plan`, with `where` for filters), `render`
(one SPARQL query for each list-valued level), `run` (rows by parent), `assemble` (rows to the
response's tree), `execute` (all of it, and graphql-core for what the specification says about
nulls, scalars and introspection). `answer` does it in a reader process, `endpoint` speaks HTTP.
"""
