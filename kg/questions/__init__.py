"""The named question library: `.rq` files with a header, and their GraphQL twins.

Read `header` (the `#+` lines), `library` (find and list), `bind` (parameters into the VALUES row),
`ask` (one question, one answer). `twin` turns a GraphQL result into the rows of the `.rq`;
`described` has the library itself as a graph.
"""
