"""The root fields, each made into a root of the plan.

`classes` has those that list a class or name one thing of it, which the ontology gives. The others
compute a value (`plan.Computed`), and each is a file with the name of the field: `ask`, `became`,
`changes`, `differences`, `disagreements`, `interlocks`, `lineage`, `measures`, `path`, `reviews`,
`search`, `service`, `since`, `audits`. `field` is what they are handed, and how the parts of a
value are picked; `values` puts terms into a response, `analysed` and `guide` are what they read of
a release's lineage. `table` has them by name; add one there, and to `schema/roots.graphql`.
"""
