"""How two tables join when a relation does not say it: by the one foreign key between them."""

from functools import cache

from sqlalchemy import Table

from prepaid.graph.declare.fields import One, Relation

Pairs = tuple[tuple[str, str], ...]
"""Column names of the first and of the second table that must be equal; the tenant's pair left out."""


class NoJoin(Exception):
    """No foreign key, or several, between two tables."""


@cache
def pairs_between(referring: Table, referred: Table) -> Pairs:
    """Columns of the foreign key from one table to another.

    Raises:
        NoJoin: there is none, or more than one.
    """
    found = [
        tuple((element.parent.name, element.column.name) for element in constraint.elements)
        for constraint in referring.foreign_key_constraints
        if constraint.referred_table is referred
    ]
    joins = {tuple(pair for pair in pairs if pair != ("merchant_id", "merchant_id")) for pairs in found}
    if len(joins) != 1:
        raise NoJoin(f"{len(joins)} foreign keys lead from {referring.name} to {referred.name}: say `on`")
    return joins.pop()


def relation_pairs(parent: Table, child: Table, relation: Relation) -> Pairs:
    """`(parent column, child column)` pairs of a relation without `on` and `via`."""
    if isinstance(relation, One):
        return pairs_between(parent, child)
    return tuple((there, here) for here, there in pairs_between(child, parent))
