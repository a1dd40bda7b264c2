"""How two things are connected, told as sentences with their evidence.

1. `links`: what connects: which statements and which relations are a hop, and which are not.
2. `adjacency`: all of a graph's hops in arrays, made once a release; `build` reads them, and
   `stored` keeps them beside the graph.
3. `search`: the k best simple paths between two places of them.
4. `told`: a path in words, each hop with its days and its evidence. `find` is the way in.
"""
