"""Tables of identity, by what they hold."""

from prepaid.domains.identity.models.accounts import Account, PasswordReset, RecoveryCode, UserSession
from prepaid.domains.identity.models.change_requests import ChangeRequest
from prepaid.domains.identity.models.consumers import Consumer, ConsumerOpenid, MerchantCustomer
from prepaid.domains.identity.models.memberships import Membership, MembershipRegion, MembershipRole, MembershipStore
from prepaid.domains.identity.models.templates import PermissionNode, PlatformTemplate, PolicyVersion, Role, RoleGrant
from prepaid.domains.identity.models.tenants import MERCHANT_NUMBERS, Merchant, MerchantTypeFeatures, Operator
from prepaid.domains.identity.models.tokens import ApiToken, ApiTokenRole

__all__ = [
    "MERCHANT_NUMBERS",
    "Account",
    "ApiToken",
    "ApiTokenRole",
    "ChangeRequest",
    "Consumer",
    "ConsumerOpenid",
    "Membership",
    "MembershipRegion",
    "MembershipRole",
    "MembershipStore",
    "Merchant",
    "MerchantCustomer",
    "MerchantTypeFeatures",
    "Operator",
    "PasswordReset",
    "PermissionNode",
    "PlatformTemplate",
    "PolicyVersion",
    "RecoveryCode",
    "Role",
    "RoleGrant",
    "UserSession",
]
