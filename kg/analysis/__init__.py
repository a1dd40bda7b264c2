"""What can be learned from the whole graph: how complete it is, and what became of its bodies.

`lineage` tells what became of a body, `recode` puts old codes on the bodies of another day,
`networks` tells who ran what together, `paths` how two things are connected, and `measures` has
networks to be measured and taken away; `kept` has those of a release, each made once. `audits`
sets what sources say against what can be counted, `coverage` tells how complete the graph is.
`plots` draws what was found, and `graphml` writes networks as the schema of that format has them.

Of the graph as it is, `partitions` tells how it divides, `fanout` how wide it is, `languages` what
it says in several; `sources` what bears things out.

The numbers are those of queries under `queries/inside`, put by `asking`; this room arranges them.
It must not know where a graph comes from, nor who shows what is found.
"""
