"""SPARQL 1.1 Protocol, chapter by chapter.

`routes` are the addresses. Queries: `request` reads the three ways to send one, `endpoint` is the
order of the steps in the front (`plain` takes a query alone through the same steps past the
routes, and `express` answers it where it arrives if that is certain to be quick), `answer` the
steps in a reader, `wording` puts it so that the engine takes it as the standard means it, and
`faults` tells what is wrong with what it cannot read. Updates: `update` has the steps, `load` the
documents that one names, read by `document`. Graphs: `graph_store`, and `contents` of one.

What is told when nothing is asked: `description`, with `features`; `void` with `dataset` and
`catalogue` is the same for machines that look for data.
"""
