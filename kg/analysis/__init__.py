"""What can be learned from the whole graph: so far, how complete it is.

The numbers are those of queries under `queries/inside`; this room arranges them. It must not know
where a graph comes from, nor who shows what is found.
"""
