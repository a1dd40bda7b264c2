"""The Explorer: a picture of some things and of what joins them, grown step by step.

All that a reader does is a line of commands, the log; it is the address of the view, what is
undone and what is cited. `asked` is what a request means, `log` reads its commands, `replay` does
them one after the other on a `view`, `starts` says which things a command means, `times` which
links held on a day, `places` where each thing stands, `told` puts a view into words and JSON,
`around` says what else there is to see. `queries` asks for the same view in SPARQL and GraphQL,
`export` takes it away, `answer` and `page` answer in readers, `routes` are the addresses.

It stands above the other ways in, because a view may start from what any of them answers.
"""
