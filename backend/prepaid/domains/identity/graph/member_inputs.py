"""Inputs of the mutations of members, merchants, operators and changes."""

import strawberry

from prepaid.core.actor import ScopeKind
from prepaid.domains.identity.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.identity.graph.reading import optional_id
from prepaid.domains.identity.rules.member_scope import MemberScope
from prepaid.domains.identity.rules.permissions import GateState
from prepaid.graph.types import GlobalID


@strawberry.input(description="Which data a member works on: a kind, and what it names.")
class MemberScopeInput:
    """A data scope."""

    kind: ScopeKind = strawberry.field(description="Kind of scope")
    store_ids: list[GlobalID] = strawberry.field(default_factory=list, description="Stores of a STORE scope")
    region_ids: list[GlobalID] = strawberry.field(default_factory=list, description="Roots of a REGION_SUBTREE scope")
    operator_id: GlobalID | None = strawberry.field(default=None, description="Operator of an OPERATOR scope")
    merchant_ids: list[GlobalID] | None = strawberry.field(default=None, description="Merchants of a CUSTOM scope")

    def read(self) -> MemberScope:
        """As the commands take it. Raises `NotFound` for the id of something else."""
        return MemberScope(
            kind=self.kind,
            store_ids=tuple(each.of("Store", path=("scope", "storeIds")).id for each in self.store_ids),
            region_ids=tuple(each.of("Region", path=("scope", "regionIds")).id for each in self.region_ids),
            operator_id=optional_id(self.operator_id, "Operator", "scope", "operatorId"),
            merchant_ids=tuple(
                each.of("Merchant", path=("scope", "merchantIds")).id for each in self.merchant_ids or ()
            ),
        )


@strawberry.input(description="A person who becomes a member.")
class AddMemberInput:
    """Input of `addMember`."""

    template_id: GlobalID = strawberry.field(description="Platform that he will work in")
    merchant_id: GlobalID | None = strawberry.field(
        default=None, description="Merchant that he belongs to; absent: the caller's own place"
    )
    login: str = strawberry.field(description="Mobile number or e-mail address")
    display_name: str = strawberry.field(description="Name")
    role_ids: list[GlobalID] = strawberry.field(description="What he may do")
    scope: MemberScopeInput = strawberry.field(description="Which data he works on")
    staff_number: str | None = strawberry.field(default=None, description="Number on the staff; bank staff have one")
    reason: str | None = strawberry.field(default=None, description="Reason, for the checker and the audit trail")
    idempotency_key: strawberry.ID = strawberry.field(description="One key for one intention")


@strawberry.input(description="A member's roles.")
class ChangeMemberRolesInput:
    """Input of `changeMemberRoles`."""

    member_id: GlobalID = strawberry.field(description="The member")
    role_ids: list[GlobalID] = strawberry.field(description="All roles that he is to have")
    reason: str | None = strawberry.field(default=None, description="Reason, for the checker and the audit trail")


@strawberry.input(description="A member's data scope.")
class ChangeMemberScopeInput:
    """Input of `changeMemberScope`."""

    member_id: GlobalID = strawberry.field(description="The member")
    scope: MemberScopeInput = strawberry.field(description="Which data he is to work on")
    reason: str | None = strawberry.field(default=None, description="Reason, for the checker and the audit trail")


@strawberry.input(description="A member, and why his access changes.")
class MemberStatusInput:
    """Input of `suspendMember`, `resumeMember` and `removeMember`."""

    member_id: GlobalID = strawberry.field(description="The member")
    reason: str = strawberry.field(description="Reason, at least 5 characters")


@strawberry.input(description="The masked value to be shown.")
class RevealFieldInput:
    """Input of `revealField`."""

    id: GlobalID = strawberry.field(description="The object")
    field: str = strawberry.field(description="Its field, e.g. phone")
    reason: str = strawberry.field(description="Reason, at least 5 characters")


@strawberry.input(description="A new operator.")
class CreateOperatorInput:
    """Input of `createOperator`."""

    name: str = strawberry.field(description="Name")


@strawberry.input(description="A new merchant.")
class CreateMerchantInput:
    """Input of `createMerchant`."""

    name: str = strawberry.field(description="Name")
    type_code: str | None = strawberry.field(default=None, description="Merchant type")
    features: list[str] = strawberry.field(
        default_factory=list, description="Features that are switched on; its type must have them"
    )
    operator_id: GlobalID | None = strawberry.field(default=None, description="Who runs it")
    idempotency_key: strawberry.ID = strawberry.field(description="One key for one intention")


@strawberry.input(description="What a merchant may do from now on.")
class SetMerchantGateInput:
    """Input of `setMerchantGate`."""

    merchant_id: GlobalID = strawberry.field(description="The merchant")
    gate: GateState = strawberry.field(description="New state")
    reason: str = strawberry.field(description="Reason, at least 5 characters")


@strawberry.input(description="Who runs a merchant from now on.")
class AssignMerchantOperatorInput:
    """Input of `assignMerchantOperator`."""

    merchant_id: GlobalID = strawberry.field(description="The merchant")
    operator_id: GlobalID | None = strawberry.field(
        default=None, description="The operator; absent: the merchant itself"
    )
    reason: str = strawberry.field(description="Reason, at least 5 characters")


@strawberry.input(description="The change to be made.")
class ApproveChangeInput:
    """Input of `approveChange`."""

    change_id: GlobalID = strawberry.field(description="The change request")
    payload_hash: str = strawberry.field(description="`payloadHash` of what was shown")


@strawberry.input(description="The change not to be made.")
class RejectChangeInput:
    """Input of `rejectChange`."""

    change_id: GlobalID = strawberry.field(description="The change request")
    reason: str = strawberry.field(description="Reason, at least 5 characters")


@strawberry.input(description="The own change to be taken back.")
class WithdrawChangeInput:
    """Input of `withdrawChange`."""

    change_id: GlobalID = strawberry.field(description="The change request")
