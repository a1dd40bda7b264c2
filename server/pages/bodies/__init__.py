"""Pages reckoned of bodies and areas.

`became` is what replaced a body and its lineage, `recoded` a table of old codes put on another
day, `areas` how the areas of a day lay over councils, `interlocked` who led several bodies,
`connected` how two things hang together, `since` what changed in an area, and `audited` what
sources say, set against what can be counted.
"""
