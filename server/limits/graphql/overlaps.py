"""How many pairs of fields the validator has to compare, to see that they can be merged.

It looks at each pair of fields under one response key, then at the pairs that what is selected of
both makes, so that 5,000 times the same field are 12 million comparisons. They are counted here
without being made, fragments written out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from graphql import (
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    SelectionSetNode,
)


def overlapping(
    selections: SelectionSetNode, fragments: Mapping[str, FragmentDefinitionNode]
) -> tuple[int, int]:
    """How many response keys there are at the root, and how many pairs there are anywhere.

    The time is that of the fields with their fragments written out, which are to be limited first.
    """
    pairs, roots = 0, -1
    ahead: list[Sequence[SelectionSetNode]] = [[selections]]
    while ahead:
        groups = _groups(ahead.pop(), fragments)
        roots = len(groups) if roots < 0 else roots
        for group in groups.values():
            pairs += len(group) * (len(group) - 1) // 2
            below = [each.selection_set for each in group if each.selection_set]
            if below:
                ahead.append(below)
    return roots, pairs


def _groups(
    sets: Sequence[SelectionSetNode], fragments: Mapping[str, FragmentDefinitionNode]
) -> dict[str, list[FieldNode]]:
    groups: dict[str, list[FieldNode]] = {}
    ahead = list(sets)
    while ahead:
        for each in ahead.pop().selections:
            if isinstance(each, FieldNode):
                key = each.alias or each.name
                groups.setdefault(key.value, []).append(each)
            elif isinstance(each, InlineFragmentNode):
                ahead.append(each.selection_set)
            elif isinstance(each, FragmentSpreadNode) and each.name.value in fragments:
                ahead.append(fragments[each.name.value].selection_set)
    return groups
