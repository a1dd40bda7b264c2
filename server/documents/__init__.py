"""Documents in, by the service: added, read, decided on and committed, as pages and for programs.

`session` says who asks: by a token, or by a cookie that whoever signed in with one has. `routes`
are the addresses; `sent` reads what came in a form or as JSON, `decided` makes a decision of it;
`answer` works in a reader process, over the desk of `kg.documents`, `planned` tells what a commit
would change, and `pages` makes its pages there. Texts and decisions are told to nobody without a
token; what is committed is in the graph, and public.
"""
