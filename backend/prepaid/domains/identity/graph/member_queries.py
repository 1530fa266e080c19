"""Root fields about members, merchants and operators."""

from sqlalchemy import exists

from prepaid.domains.identity import models as m
from prepaid.domains.identity.graph.member_types import Member, Merchant, Operator
from prepaid.graph.types import Argument, GlobalID, root_connection, root_one

root_connection(
    "members",
    Member,
    "Members within the caller's data scope, newest first",
    permission="member.read",
    search=[m.Membership.display_name, m.Membership.staff_number],
    arguments={
        "template": Argument(GlobalID | None, "Of this platform", lambda row, value: row.template_id == value),
        "merchant": Argument(GlobalID | None, "Of this merchant", lambda row, value: row.merchant_id == value),
        "operator": Argument(GlobalID | None, "Of this operator", lambda row, value: row.operator_id == value),
        "role": Argument(
            GlobalID | None,
            "Who have this role",
            lambda row, value: exists().where(
                m.MembershipRole.merchant_id == row.merchant_id,
                m.MembershipRole.membership_id == row.id,
                m.MembershipRole.role_id == value,
            ),
        ),
    },
)
root_one("member", Member, "One member", permission="member.read")
root_connection(
    "merchants",
    Merchant,
    "Merchants that the caller may see, newest first",
    permission="merchant.read",
    search=[m.Merchant.name, m.Merchant.number],
    arguments={
        "operator": Argument(GlobalID | None, "Run by this operator", lambda row, value: row.operator_id == value),
    },
)
root_one("merchant", Merchant, "One merchant", permission="merchant.read")
root_connection(
    "operators", Operator, "Operators by name", permission="operator.read", order_by=["name"], search=[m.Operator.name]
)
root_one("operator", Operator, "One operator", permission="operator.read")
