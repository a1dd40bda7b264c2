"""What follows from the graph: the rules of `ontology/rules`, each into a graph of its own.

A rule is a SPARQL CONSTRUCT with a header: its sentence, its version, its place in the order, and
the rules that it needs. `rules` reads and runs them; `layers` tells which may run side by side.
What a rule gives can be thrown away and made again.
"""
