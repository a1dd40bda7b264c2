"""Commands that ask a release, and change nothing.

`ask` has the named questions and a thing by its name, which `show` prints. `audit`, `diff`,
`interlocks`, `lineage`, `measures`, `paths`, `plot`, `recode` and `since` tell what is reckoned of
it; `coverage` how complete it is.
"""
