"""The front end: `building` makes it in a checkout, `tags` names it in pages, `files` sends it.

Its source is in `server/web`, what is built of it in `server/static`. Pages are whole without it.
`origin` is where a reader of a page stands, for what other sites are told.
"""
