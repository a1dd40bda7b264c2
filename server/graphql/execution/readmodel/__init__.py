"""What a process keeps of a release to answer sooner, since a release never changes.

Read `columns` (values of a property by subject), `lists` (all things of a class, in an order),
`lean` (a level asked without what is kept, its rows filled up) and `model` (both for a release).
What is kept is told by what was asked, and bounded; an answer is the same with it and without.
"""

from __future__ import annotations

from server.graphql.execution.readmodel.model import MODELS, ReadModel, read_model

__all__ = ["MODELS", "ReadModel", "read_model"]
