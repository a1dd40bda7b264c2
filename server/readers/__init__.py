"""What is asked of a release is answered in reader processes that may be killed.

Read `protocol` (what crosses the wire), then `processes` (a reader, and the clean process that it
is forked from, seen from within and from the front) and `work` (a piece of work, who asks for it,
how it ends). `line` and `pool` say whose turn it is at one release, and for how long; `history`
what became of it. `releases` says which pool answers, and is what endpoints call; `feed` tells the
moves from one release to the next, `elsewhere` follows those of an engine, and `stream` is an
answer on its way. `gate` is what each request passes before all that. Handlers are found by dotted
name, so this room knows none of the rooms above it.
"""
