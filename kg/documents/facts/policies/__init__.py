"""Policies as a text words them.

`read` gives them in order. `words` has the one-CCG rule with its hedges, `stretch` how much of a
sentence words it; `costs` what is required of costs; `conditions` what is required of bodies that
would merge or plan, `national` what else is laid down from above, `directives` what all bodies of a
kind are told to do; `patterns` all other policies.
"""
