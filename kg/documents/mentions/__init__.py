"""Mentions: what a text names, each with its exact place.

`read_mentions(text, issued=…)` of `read` gives `Mentions` (see `model`), by patterns of the
language and the names of the register alone: no model, nothing leaves the machine, the same text
gives the same.

The way: `segments` finds paragraphs, sentences and furniture; `view` folds them to a form that
patterns read, with a way back to the text of record; `gazetteer` knows the names of the register;
`organisations`, `people`, `dates`, `figures` and `quotations` find the mentions; `posts`,
`speakers` and `references` join them.
"""
