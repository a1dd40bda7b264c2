"""Several changes told at once.

`rounds` reads those told as a number of mergers, `tallies` those told as a number of bodies,
`frames` what is told of all of them and lent to each, `pointed` those of "they" and "those in".
"""
