"""A release: an immutable, validated snapshot with a name.

`inputs` names it, `build` makes it, `catalogue` says which is current and which are kept,
`opened` is a release that is being read, `notebook` one that is asked from Python. `writer` makes
releases of writes, `live` keeps them, and `empty` is the one that they begin from without our data;
`sums` finds out bytes that have changed. `statements` has all that a release says in order, and
`differences` what two do not have in common. `making` builds of more than memory holds,
`documents` puts what was accepted of a document into the graph. Where the graph is on an engine
elsewhere, `publish` writes it there, `published` is what the engine says of it, and `card` what is
kept of it here.
"""
