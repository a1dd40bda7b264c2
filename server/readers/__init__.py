"""What is asked of a release is answered in reader processes that may be killed.

Read `protocol` (what crosses the wire), `worker` (the loop of a reader), `zygote` (the clean
process that readers are forked from), `wire`, `forks` and `pool` (the readers of one release, seen
from the front), `releases` (which pool answers; what endpoints call), `cache` (answers kept before
all that). Handlers are found by dotted name, so this room knows none of the rooms above it.
"""
