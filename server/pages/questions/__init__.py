"""The page of a question, with its answer told.

`question` has the form, the answer and the two languages. An answer is told in groups (`grouped`)
or as bars (`charts`), with what its `codes` are called; `companions` are the questions of its
family. `outcomes` are the counts beside the questions of the first page, `editors` the pages to
write one's own query on, `starters` what the first page answers at once.
"""
