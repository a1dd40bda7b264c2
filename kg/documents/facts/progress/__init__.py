"""How far a change has come and when it takes effect.

`statuses` reads the status words of a sentence (`words`, and `setbacks` for those that fail),
`effects` its day of effect (`seasons` has days told without a date), and `outcomes` what of all
that is left when the text ends.
"""
