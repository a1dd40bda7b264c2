"""SPARQL 1.1 Protocol, chapter by chapter.

`request` reads the three ways to send a query, `endpoint` is the order of the steps in the front
(`plain` takes a query alone through the same steps past the routes, and `express` answers it
where it arrives if that is certain to be quick),
`answer` the steps in a reader, `description` what is told when nothing is asked.
"""
