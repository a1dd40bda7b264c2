"""Policies as a text words them.

`read` gives them in order. `words` has the one-CCG rule with its hedges, `hedges` the talk of its
hedge, `stretch` how much of a sentence words it; `costs` what is required of costs and `savings`
what a merger would only save; `conditions` what is required of bodies that would merge or plan,
`national` what else is laid down from above, `directives` what all bodies of a kind are told to do,
`stated` what an authority states as its line; `patterns` all other policies.
"""
