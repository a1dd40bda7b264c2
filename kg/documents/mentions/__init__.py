"""Mentions: what a text names, each with its exact place.

`read_mentions(text, issued=…)` of `read` gives `Mentions` (see `model`), by patterns of the
language and the names of the register alone: no model, nothing leaves the machine, the same text
gives the same.

The rooms, in the order of the way: `text` finds sentences and folds them to a form that patterns
read, with a way back to the text of record; `names` finds bodies by their names, `people` people
and their posts, `places` bodies meant without their name, `speech` quotations, who says them, and
documents; `figures` what is counted and measured. Beside them `days` finds dates.
"""
