"""What follows from the graph: the rules of `ontology/rules`, each into a graph of its own.

A rule is a SPARQL CONSTRUCT with a header: its sentence, its version, and its place in the order.
What it gives can be thrown away and made again.
"""
