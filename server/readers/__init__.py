"""What is asked of a release is answered in reader processes that may be killed.

Read `protocol` (what crosses the wire), `worker` (the loop of a reader), `zygote` (the clean
process that readers are forked from), `spawn` (how that is begun, before all else), `wire`,
`forks` and `crew` (processes, seen from the front), `job`, `line` and `pool` (what is asked of one
release: whose turn it is, and for how long), `history` (what became of it), `releases` (which pool
answers; what endpoints call), `cache` (answers kept before all that), `watch` (each request
numbered, counted and logged). Handlers are found by dotted name, so this room knows none of the
rooms above it.
"""
