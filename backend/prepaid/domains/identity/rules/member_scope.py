"""A member's data scope as one value."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from prepaid.core.actor import ScopeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberScope:
    """A kind with what it names: stores, regions, an operator, merchants."""

    kind: ScopeKind
    store_ids: tuple[UUID, ...] = ()
    region_ids: tuple[UUID, ...] = ()
    operator_id: UUID | None = None
    merchant_ids: tuple[UUID, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether it names what its kind needs, and nothing else."""
        named = {
            ScopeKind.STORE: bool(self.store_ids),
            ScopeKind.REGION_SUBTREE: bool(self.region_ids),
            ScopeKind.OPERATOR: self.operator_id is not None,
            ScopeKind.CUSTOM: bool(self.merchant_ids),
        }
        return all(given == (kind is self.kind) for kind, given in named.items())

    def as_json(self) -> dict[str, Any]:
        """References only, for audit and change requests."""
        return {
            "kind": self.kind.value,
            "stores": [str(store) for store in sorted(self.store_ids)],
            "regions": [str(region) for region in sorted(self.region_ids)],
            "operator": None if self.operator_id is None else str(self.operator_id),
            "merchants": [str(merchant) for merchant in sorted(self.merchant_ids)],
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> "MemberScope":
        """Reads what `as_json` wrote."""
        return cls(
            kind=ScopeKind(value["kind"]),
            store_ids=tuple(map(UUID, value["stores"])),
            region_ids=tuple(map(UUID, value["regions"])),
            operator_id=None if value["operator"] is None else UUID(value["operator"]),
            merchant_ids=tuple(map(UUID, value["merchants"])),
        )
