"""The root fields, each made into a root of the plan.

`classes` has those that list a class or name one thing of it, which the ontology gives. The others
compute a value (`plan.Computed`): `field` is what they are handed, and how the parts of a value
are picked. `table` has them by name; add one there, and to `schema/roots.graphql`.
"""
