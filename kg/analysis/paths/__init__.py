"""How two things are connected, told as sentences with their evidence.

1. `links`: what connects: which statements and which relations are a hop, and which are not.
2. `adjacency`: all of a graph's hops in arrays, made once a release; `build` reads them, past the
   `ends` that no path goes through, `arranged` puts them in order, and `stored` keeps them beside
   the graph, with their `texts`.
3. `search`: the k best simple paths between two places of them.
4. `told`: a path in words, each hop one of the `sentences`, with its days and evidence.
"""
