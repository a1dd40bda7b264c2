"""What became of a body and what it came from, told from one release.

`bodies` are the words of it: a body, its life, a step, a path. `reading` makes the `dag` of a
release out of its queries, and `stored` keeps it beside the release. `walking` follows a body from
day to day, `heirs` through boards that divided, `shares` adds up what went where. `replaced`
answers "what replaced …?" with the `names` that bodies had; `following` tells a whole lineage,
`sentences` in words, `plain` as JSON, `drawing` as a picture (its boxes stand as `layout` says),
`network` for other programs.
"""
