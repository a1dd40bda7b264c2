"""Networks that can be measured and taken away.

1. `views`: the named views of a graph, each as a networkx graph; `drawn`, one that somebody drew.
2. `measured`: degree, betweenness, PageRank, community and component of each node of a view;
   `pagerank` for where networkx would need numpy for it. `stored` keeps them beside the graph.
3. `export`: a view as GraphML, GEXF, CSV, JSON or RDF.

The same release gives the same figures: nodes are numbered in the order of their IRIs, and what
has to be drawn by lot is drawn from a fixed seed.
"""
