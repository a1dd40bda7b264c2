"""The pages: complete without scripts, each from one template and plain values.

`routes` are the addresses that are pages only; `answer` chooses the page in a reader process.
What a page says is gathered by `thing` (with `listings`, `day` and `absences`), `question` (with
`grouped`, `charts` and `companions`), `found`, `about`, `outcomes`, `became`, `recoded` and
`editors`, and for what is reckoned by `interlocked`, `areas`, `audited`, `connected`, `since`,
`national` (drawn by `alluvial` and `countline`) and `timeline` (drawn by `storyline`); `queries`
are the questions that give what a view shows. `terms` explains the words of the model. `names`,
`dates`, `evidence`, `passages` and `trouble` put it into words; `render` turns it into HTML.
Nothing here knows SPARQL: queries are in `queries/inside`. The style sheet is `assets/style`, part
by part: colours and measures, the page, forms, what is told, pictures, and paper.
"""
