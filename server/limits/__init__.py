"""What strangers may not do, one law a file.

Of what is sent: `headers`, `body`, with the fields of a `form` and the `parts` of one, `rdf`,
`sparql`, `update`, `graphql`. Of whoever sends it: `rate` how often, `tokens` whether they may
write. `connection` is uvicorn's with limits of ours, such as on what comes slowly; `together` is
how it sends a response, and `sooner` answers as a request arrives.
"""
