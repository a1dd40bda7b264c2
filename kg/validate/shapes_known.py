"""What is known of all values of a property, so that what cannot be broken need not be asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.validate.shapes_compile import Constraint
from kg.validate.shapes_read import SH


@dataclass(frozen=True)
class Known:
    """Of each property the kinds of its values: `iri`, `blank`, a datatype all of whose values are
    well written, or nothing where that is not known. `single` are those that nothing has twice.
    """

    kinds: Mapping[str, frozenset[str]] = field(default_factory=dict)
    single: frozenset[str] = frozenset()

    def holds(self, constraint: Constraint) -> bool:
        """Whether nothing in the graph can break a constraint."""
        demand, predicate = constraint.demand, constraint.predicate
        if predicate is None or constraint.path.startswith("^"):
            return False
        kinds = self.kinds.get(predicate, frozenset([""]))
        if demand.parameter == "maxCount":
            return predicate in self.single and demand.terms[0].nt()[1] != "0"
        if demand.parameter == "datatype":
            return kinds == {str(demand.terms[0])}
        if demand.parameter == "nodeKind":
            wanted = str(demand.terms[0]).removeprefix(SH)
            is_iri = wanted in ("IRI", "BlankNodeOrIRI", "IRIOrLiteral") and kinds == {"iri"}
            return is_iri or (wanted == "Literal" and kinds.isdisjoint(("iri", "blank", "")))
        return False
