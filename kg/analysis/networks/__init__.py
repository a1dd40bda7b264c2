"""Who ran what together: bodies that share a chief officer, over time.

1. `tenures`: who held office where, and whether on a day: attested, or carried from one near it.
2. `bipartite`: the graph of persons and bodies on a day, and what it is among bodies alone.
3. `groups`: the bodies that hang together on a day, beside what sources say of how many did.
4. `bridges`: who held together what would have fallen apart. `shared`: for how long.
   `pairs`: two bodies that one person led at once, as the graph's own rule finds them.
5. `mergers`: whether a shared officer came before a merger.

"No source found" is never "no": officers are known from pages that were read, not from a list.
"""
