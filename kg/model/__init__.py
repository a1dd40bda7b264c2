"""What is talked about: terms, names, dates, and the ontology as classes and properties.

Read `terms`, `names`, `dates`, then `rdf` (RDF files into triples), then `ontology`, which reads
what `definitions` are of plain values; `context` is the same for JSON-LD. `source_graph` has what
every source graph says of itself. Knows nothing of where a graph is kept.
"""
