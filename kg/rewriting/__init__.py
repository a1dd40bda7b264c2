"""Queries put in a way that the engine answers faster, where the answer is provably the same.

The engine looks a range of days up day by day only if it is told the days, and joins two long
lists by looking each thing up unless they are told apart. `reading` reads a query as far as that
takes, from the words that `tokens` tells apart, and gives up on whatever it does not know for
certain; `ranges`, `texts` and `stars` put it anew; `counts` tells what a query would count, from
its `clauses` and the `tables` of a read model; `faster` is the door.

What is the same is the bag of rows. A query of which rows in another order could tell more, as
with LIMIT or GROUP_CONCAT, is left alone; one that counts may be cut off where its rows have one
order.
"""
