"""What became of one piece of work."""

from kg.errors import KgError
from kg.release.writer.work import Done, Work
from kg.release.writer.writer import Writer


def done(writer: Writer, work: Work) -> Done:
    (outcome,) = writer.commit([work])
    assert isinstance(outcome, Done), outcome
    return outcome


def refused(writer: Writer, work: Work) -> tuple[str, str]:
    (outcome,) = writer.commit([work])
    assert isinstance(outcome, KgError)
    return outcome.code, str(outcome)
