"""Who holds which post, and which bodies share an officer.

`tenures` reads posts; `arrangements` (with `arrangement_sets` and `arrangement_words`) the bodies
that share an officer, and `arrangement_reach` (over the `lines` of a text, with `reach_words`)
those told far from the name; `double_posts` finds who runs a council and a commissioner, and
`naming` officers named after their post was told of.
"""
