"""What is talked about: terms, names, dates, and the ontology as classes and properties.

Read `terms`, `names`, `dates`, then `rdf` (RDF files into triples), then `ontology`.
Knows nothing of where a graph is kept.
"""
