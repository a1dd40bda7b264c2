"""From a plan to a response: the graph is asked, and its rows become the answer.

`execute` is the whole of it. `run` asks level by level, in the way that `strategy` chooses, and
`rows` holds what came. What is wanted often the process keeps in a `readmodel`, and asks no more.
`columns` makes the response from the rows, column by column; where it meets an error or a shape
that it does not know, `assemble` makes the tree and `complete` what the specification says of nulls
and errors. `computed` shows values that Python made, `provenance` tells where a field is known
from.
"""
