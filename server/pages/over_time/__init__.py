"""Pages that go over all the years at once, each drawn without a script.

`national` is the lineage from the groups of 2013 to the boards of today, drawn by `alluvial`,
beside the number of bodies, drawn by `countline`. `timeline` is who led which bodies when, drawn
by `storyline`.
"""
