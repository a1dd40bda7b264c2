"""What can be learned from the whole graph: how complete it is, and what became of its bodies.

`networks` tells who ran what together, `paths` how two things are connected, and `measures` has
networks to be measured and taken away; `kept` has those of a release, each made once. `audits` sets
what sources say against what can be counted. `plots` draws what was found, and `graphml` writes
networks as the schema of that format has them.

The numbers are those of queries under `queries/inside`; this room arranges them. It must not know
where a graph comes from, nor who shows what is found.
"""
