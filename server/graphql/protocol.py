"""What a reader and the front tell each other of an operation, beside the operation itself."""

from __future__ import annotations

from typing import Final

ELSEWHERE: Final = "x-ask-release"
"""A header of the reply that names the release which the document asks instead of this one."""
SUBSCRIBED: Final = "x-ask-subscription"
"""A header of the reply whose body tells what a subscription is about."""
VALID: Final = "x-ask-valid"
"""A header of the reply to a document that may be kept."""
WRITES: Final = "x-graphql-writes"
"""A header of the reply that names the graph which its body is to be written to first."""
WRITTEN: Final = "/written"
"""The parameter that says what became of that, when the operation is asked again."""
MUTATOR: Final = "/mutator"
"""The parameter that names who may write; the front alone sets it."""
SHELF: Final = "/shelf"
"""The parameter that names the folder of the documents in review."""
