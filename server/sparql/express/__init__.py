"""The express lane: a query that is certain to be quick is answered where it arrives.

`shape` reads a query as far as it has the plainest of forms, `bound` tells the most work that it
can make in a graph of known widths, `lane` answers it if that is little. All else, and whatever
fails here, goes to a reader, whose answer would be the same to the byte.
"""
