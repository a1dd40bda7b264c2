"""The pages: complete without scripts, each from one template and plain values.

`routes` are the addresses that are pages only; `answer` chooses the page in a reader process.
`thing` (with `listings` and `day`), `question` (with `grouped` and `companions`), `found`, `about`,
`outcomes`, `became`, `recoded` and `editors` gather what a page says; `names`, `dates`, `evidence`
and `passages` put it into words; `render` turns it into HTML.
Nothing here knows SPARQL: queries are in `queries/inside`.
"""
