"""Review: people decide on candidates, and what they decide is kept.

`log` keeps decisions, each for ever; `state` is what they come to; `desk` is the one door through
which a terminal, a page or a command opens a document and decides; `statements` turns what was
accepted into statements of the graph.
"""
