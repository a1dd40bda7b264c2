"""Review: people decide on candidates, and what they decide is kept.

`log` keeps decisions, each for ever; `state` is what they come to; `desk` is the one door through
which a terminal, a page or a command opens a document and decides. `words` says a candidate
plainly, `parties` are the bodies and people in one, `suggestions` the bodies of the register that
a name may mean, `gold` what readings can be scored against.

`statements` turns what was accepted into statements of the graph: `writing` has its source graph,
`cast` whom each name stands for, `known` what the graph has already, `codes` the words of the
ontology, `facts` and `said` what happened and what was said.
"""
