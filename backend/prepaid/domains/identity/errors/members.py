"""Refusals about members, operators and merchants."""

from prepaid.core.errors import Refusal


class OwnMembership(Refusal):
    code = "OWN_MEMBERSHIP"
    zh = "不能更改自己的成员身份，请由他人操作"
    en = "You cannot change your own membership; ask somebody else"


class RoleExceedsOwn(Refusal):
    """`codes`: what the appointing person does not have himself."""

    code = "ROLE_EXCEEDS_OWN"
    zh = "不能授予超出自己权限的角色"
    en = "You cannot give a role that may do more than you"


class OtherPlatform(Refusal):
    code = "OTHER_PLATFORM"
    zh = "您无权任命其他平台的成员"
    en = "You may not appoint members of another platform"


class ScopeImpossible(Refusal):
    code = "SCOPE_IMPOSSIBLE"
    zh = "该平台的成员不能使用此数据范围"
    en = "Members of this platform cannot have this data scope"


class ScopeExceedsOwn(Refusal):
    code = "SCOPE_EXCEEDS_OWN"
    zh = "不能授予超出自己的数据范围"
    en = "You cannot give a wider data scope than your own"


class MemberExists(Refusal):
    code = "MEMBER_EXISTS"
    zh = "此人已是该平台的成员"
    en = "This person is a member already"


class MemberLeft(Refusal):
    code = "MEMBER_LEFT"
    zh = "该成员已离开"
    en = "This member has left"


class StaffNumberRequired(Refusal):
    code = "STAFF_NUMBER_REQUIRED"
    zh = "行内成员须填写工号"
    en = "A member of the bank's staff needs a staff number"


class StaffNumberTaken(Refusal):
    """One person has one account: with two he could check his own changes."""

    code = "STAFF_NUMBER_TAKEN"
    zh = "该工号已对应另一个账户，一人只能使用一个账户"
    en = "This staff number belongs to another account; one person has one account"


class ReasonTooShort(Refusal):
    code = "REASON_TOO_SHORT"
    zh = "请填写至少 {characters} 个字的理由"
    en = "Give a reason of at least {characters} characters"


class OperatorNameTaken(Refusal):
    code = "OPERATOR_NAME_TAKEN"
    zh = "已有同名的商户运营方"
    en = "An operator has this name already"


class FeatureNotOfType(Refusal):
    """`features`: what the merchant type does not have."""

    code = "FEATURE_NOT_OF_TYPE"
    zh = "商户类型不支持以下功能：{features}"
    en = "The merchant type does not have these features: {features}"


class GateStepImpossible(Refusal):
    code = "GATE_STEP_IMPOSSIBLE"
    zh = "商户当前状态为 {state}，不能执行此操作"
    en = "The merchant is {state}; this step is not possible"


class FieldNotRevealable(Refusal):
    code = "FIELD_NOT_REVEALABLE"
    zh = "该内容不支持查看完整信息"
    en = "This value cannot be revealed"
