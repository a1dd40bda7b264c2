"""A release: an immutable, validated snapshot with a name.

`inputs` names it, `build` makes it by the steps of `making`, of the statements that `sources` has;
`catalogue` says which is current and which are kept, `form` which forms of a store can be read.
`opened` is a release that is being read, `notebook` one that is asked from Python; `things` finds
its things, `became` what replaced a body, and `answers` are what is reckoned of it.

`writer` makes releases of writes, `live` keeps them, and `empty` is the one that they begin from
without our data; `documents` puts what was accepted of a document into the graph. `sums` finds out
bytes that have changed. `statements` has all that a release says in order, and `differences` what
two do not have in common.

Where the graph is on an engine elsewhere, `publish` writes it there, `published` is what the
engine says of it, and `card` what is kept of it here. `feed` hands releases on to other machines,
`backup` keeps a store elsewhere and puts it back, and `deposit` writes a release down to be cited.
"""
