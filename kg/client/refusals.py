"""The errors of a client: what the service says is wrong, that nobody answers, or no service."""

from __future__ import annotations

from typing import Any, ClassVar

from kg.errors import KgError


class Refused(KgError):
    """The service says why it does not answer.

    `code` is the service's own (`unknown-question`, `deadline-passed`, …), so that a program can
    branch on it; `hint` says what to do and `at` where, if the service does. `status` is that of
    HTTP, `request` the id under which the request is in the service's log. What a GraphQL operation
    gave in spite of its errors is in `data`.
    """

    code: ClassVar[str] = "refused"
    status: int = 0
    request: str = ""
    data: Any = None
    errors: tuple[dict[str, Any], ...] = ()

    @classmethod
    def by(cls, code: str, detail: str, **told: Any) -> Refused:
        """The error that has this code, with what else was told."""
        error = cls(detail)
        for name, value in {**told, "code": code}.items():
            setattr(error, name, value)  # the code is the service's, not one of this class
        return error


class Unreachable(KgError):
    """No service answers at that address, or its answer was cut off."""

    code = "unreachable"

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(f"{address} gave no answer: {reason}")
        self.at = address
        self.hint = "Is the address right, and does `coterminous` run there?"


class Unreadable(KgError):
    """What answers at that address is not what a service answers."""

    code = "unreadable-answer"

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(f"The answer of {address} cannot be read: {reason}")
        self.at = address
        self.hint = "Is it a service, and of the same version?"
