"""Official files into the register: what they say that the graph does not, shown, then written.

`layout` (which of three layouts a file has, and its lines one by one), `rows` (a line as what it
says, or the fault that it has), `kinds` (what kind of body a row is of), `known` (what the
register has by now), `survey` (a first reading: the faults, and the lives of every code),
`differences` (a second reading: what is new), `facts` (the differences as statements of a graph of
their own), `parts` (these in portions of a bounded size).

Files are read twice and never held. What is held is one small entry for each code of the files.
"""
