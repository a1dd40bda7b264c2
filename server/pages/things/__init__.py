"""The page of a thing, and the search that finds one.

`thing` has the facts in the order of the shape, `listings` what points at it or belongs to it,
`day` the day that its page is of, `after` what of its facts is of a later one, `known` what was
known by another day, `absences` what is not known of it. `found` is what a search
found.
"""
