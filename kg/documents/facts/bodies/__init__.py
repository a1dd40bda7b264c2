"""Which bodies change: by name, by a list of places, by a count, a pronoun or a place.

`parties` reads those of one sentence and what comes of them (`beside` where that stands apart from
their list); `lists` lists by place alone; `places` groups known by their place, which `by_place`
names; `meant` the bodies that "the four" or "they" stands for.
"""
