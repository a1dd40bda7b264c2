"""From a document to a plan: everything that is known before the graph is asked.

`reading` parses, measures and validates; `prepare` keeps plans; `compile` makes the root fields and
`select` what hangs on them (on `selections`), into the data of `plan` and `conditions`. `scope` is
what is handed down (days, corpus, languages), `where` makes filters, `cursor` places in lists,
`edges` and `languages` what is told of links and texts. `price` says what a plan costs.
"""
