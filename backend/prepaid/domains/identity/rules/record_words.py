"""What the audit trail calls identity's objects and their values."""

from typing import Final

from prepaid.core.audit.words import FieldWords, Words, describe, field

AUDIENCES: Final[dict[str, Words]] = {
    "MERCHANT": ("商户", "Merchants"),
    "BANK": ("行内", "Bank"),
    "CONSUMER": ("消费者", "Consumers"),
}
GATES: Final[dict[str, Words]] = {
    "OPEN": ("正常", "Open"),
    "SUSPENDED": ("暂停", "Suspended"),
    "FRAUD_HOLD": ("风险冻结", "On hold"),
    "CLOSED": ("已关闭", "Closed"),
}
MEMBER_STATES: Final[dict[str, Words]] = {
    "ACTIVE": ("正常", "Active"),
    "SUSPENDED": ("停用", "Suspended"),
    "LEFT": ("已离开", "Left"),
}
SCOPES: Final[dict[str, Words]] = {
    "SELF": ("本人", "Own only"),
    "STORE": ("指定店铺", "Stores"),
    "REGION_SUBTREE": ("区域及下级", "Region"),
    "MERCHANT": ("本商户", "Merchant"),
    "OPERATOR": ("运营方", "Operator"),
    "BANK_ALL": ("全行", "Whole bank"),
    "CUSTOM": ("指定商户", "Some merchants"),
}
CHANGE_STATES: Final[dict[str, Words]] = {
    "OPEN": ("待复核", "To review"),
    "APPROVED": ("已通过", "Approved"),
    "REJECTED": ("已驳回", "Rejected"),
    "WITHDRAWN": ("已撤回", "Withdrawn"),
    "EXPIRED": ("已过期", "Expired"),
}
SCOPE: Final = {
    "kind": field("数据范围", "Data scope", SCOPES),
    "stores": field("可见店铺", "Stores", "store"),
    "regions": field("可见区域", "Regions", "region"),
    "operator": field("运营方", "Operator", "operator"),
    "merchants": field("可见商户", "Merchants", "merchant"),
}
IN_SCOPE: Final = {f"scope.{name}": words for name, words in SCOPE.items()}
TEMPLATE: Final = field("平台", "Platform", "template")
ROLES: Final = field("角色", "Roles", "role.code")
GRANTS: Final = field("权限", "Permissions", "permission")

describe("Role", "角色", "Role", naming="role", fields={
    "template": TEMPLATE,
    "description": field("中文说明", "Chinese description"),
    "descriptionEn": field("英文说明", "English description"),
    "grants": GRANTS,
})  # fmt: skip
describe("PlatformTemplate", "平台模版", "Platform", naming="platform", fields={
    "audience": field("适用人员", "Who it is for", AUDIENCES),
    "idleMinutes": field("闲置退出（分钟）", "Idle limit (minutes)"),
    "status": field("状态", "State", {"ACTIVE": ("启用", "In use"), "RETIRED": ("停用", "Retired")}),
    "feature": field("所需功能", "Feature"),
    "gate": field("状态闸", "Gate", {
        "SALES": ("销售", "Sales"), "REDEMPTION": ("核销", "Redemption"), "AFTER_SALES": ("售后", "After-sales"),
    }),
    "parent": field("上级节点", "Parent", "permission"),
    "position": field("次序", "Position"),
    "codes": field("权限节点", "Permission nodes", "permission"),
    "nodes": field("权限节点数", "Permission nodes"),
    "roles": field("角色", "Roles", "role.code"),
    "roles.*": field("权限", "Permissions", "permission", keys="role"),
    "grants.*": field("权限", "Permissions", "permission", keys="role.code"),
})  # fmt: skip
describe("Member", "成员", "Member", naming="member", fields={
    "template": TEMPLATE,
    "account": None,
    "status": field("状态", "State", MEMBER_STATES),
    "roles": field("角色", "Roles", "member.role", within=True),
    **SCOPE,
    **IN_SCOPE,
    "field": field("查看内容", "Revealed", {"phone": ("手机号", "Phone"), "email": ("邮箱", "E-mail")}),
})  # fmt: skip
describe("Merchant", "商户", "Merchant", naming="merchant", fields={
    "number": field("商户编号", "Number"),
    "type": field("商户类型", "Merchant type", "merchantType"),
    "features": field("功能", "Features"),
    "operator": field("运营方", "Operator", "operator"),
    "gate": field("状态", "State", GATES),
    "closesOn": field("清退日", "Closes on"),
})  # fmt: skip
describe("Operator", "商户运营方", "Operator", naming="operator")
describe("Account", "账户", "Account", naming="account", fields={
    "session": None,
    "membership": field("身份", "Membership", "membership.place"),
    "reason": field("结束原因", "Why it ended", {
        "REVOKED_BY_OWNER": ("本人退出", "Ended by its owner"),
        "PIN_EXHAUSTED": ("PIN 码多次错误", "PIN was wrong too often"),
        "SIGNED_OUT": ("退出登录", "Signed out"),
    }),
    "kind": field("登录方式", "Kind", {"COOKIE": ("浏览器", "Browser"), "BEARER": ("接口", "Program")}),
    "second_factor": field("动态口令", "Second factor", {
        "TOTP": ("身份验证器", "Authenticator"), "RECOVERY_CODE": ("恢复码", "Recovery code"),
    }),
    "by": field("验证方式", "Proved by", {"TOTP": ("动态口令", "Code"), "PASSWORD": ("密码", "Password")}),
    "logins": field("登录名", "Logins"),
    "directory": field("统一认证账号", "From the directory"),
    "address": field("地址", "Address"),
    "device": field("设备", "Device"),
})  # fmt: skip
describe("ApiToken", "接口令牌", "API token", naming="apiToken", fields={
    "prefix": field("令牌开头", "Begins with"),
    "template": TEMPLATE,
    "roles": ROLES,
    **IN_SCOPE,
    "addresses": field("允许地址", "Addresses"),
    "expires_at": field("到期时间", "Expires"),
    "by": None,
})  # fmt: skip
describe("ChangeRequest", "复核事项", "Change to review", fields={
    "kind": field("事项", "What", "changeKind"),
    "target": None,
    "payloadHash": None,
    "state": field("状态", "State", CHANGE_STATES),
})  # fmt: skip
describe("Task", "任务", "Task", fields={
    "file": None,
    "rows": field("行数", "Rows"),
    "truncated": field("超出上限", "Cut off"),
})  # fmt: skip
describe("role.grants", "角色授权变更", "Grants of a role", fields={
    "template": TEMPLATE,
    "role": None,
    "add": field("授予", "Grants", "permission"),
    "remove": field("收回", "Withdraws", "permission"),
})  # fmt: skip
describe("member.roles", "行内成员角色变更", "Roles of a member", fields={
    "template": TEMPLATE,
    "before": field("原角色", "Roles now", "member.role", within=True),
    "roles": field("新角色", "Roles afterwards", "member.role", within=True),
})  # fmt: skip
describe("member.scope", "行内成员数据范围变更", "Data scope of a member", fields={
    "template": TEMPLATE,
    **{f"before.{name}": FieldWords((f"原{words.words[0]}", f"{words.words[1]} now"), words.values)
       for name, words in SCOPE.items()},
    **{f"scope.{name}": FieldWords((f"新{words.words[0]}", f"{words.words[1]} afterwards"), words.values)
       for name, words in SCOPE.items()},
})  # fmt: skip
describe("template.import", "平台模版导入", "Import into a platform", fields={
    "document": None,
    "difference.head": field("名称或设置有变化", "Names or settings change"),
    "difference.nodesAdded": field("新增节点", "New nodes"),
    "difference.nodesRemoved": field("删除节点", "Removed nodes", "permission"),
    "difference.nodesChanged": field("更改节点", "Changed nodes", "permission"),
    "difference.rolesAdded": field("新增角色", "New roles"),
    "difference.rolesRemoved": field("删除角色", "Removed roles", "role.code"),
    "difference.gains.*": field("授予", "Grants", "permission", keys="role.code"),
    "difference.loses.*": field("收回", "Withdraws", "permission", keys="role.code"),
})  # fmt: skip
describe("Consumer", "消费者", "Consumer", fields={
    "origin": field("来源", "Came by", {
        "MINI_PROGRAM": ("小程序", "Mini-program"), "COUNTER": ("柜台", "Counter"),
    }),
    "phone": field("手机号", "Phone"),
    "from": None,
})  # fmt: skip
