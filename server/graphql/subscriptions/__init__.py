"""What clients are told of as it happens: a release came, things changed, documents got on.

`subscription` runs an event's operation in a reader, `differences` finds what two releases say
differently, and `comparisons` works that out once for all who ask. `progress` tells how documents
in review get on.
"""
