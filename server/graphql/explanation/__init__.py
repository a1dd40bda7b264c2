"""What is told of an answer besides the answer: how it came about, and how to get it again.

`explain` tells cost, queries and scope; `certify` makes an answer by SPARQL 1.1 alone, and
`certificate` checks such an answer again, with nothing but the standard library.
"""
