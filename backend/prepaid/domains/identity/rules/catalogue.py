"""The permissions that identity itself asks for."""

from typing import Final

from prepaid.domains.identity.rules.permissions import Audience, NodeKind, Permission, declare

APPOINT: Final = "member.appoint"
"""Who has it gives any role of any platform."""

BANK: Final = frozenset({Audience.BANK})
STAFF: Final = frozenset({Audience.BANK, Audience.MERCHANT})


def _page(code: str, zh: str, en: str, audiences: frozenset[Audience] = BANK) -> Permission:
    return Permission(code, NodeKind.PAGE, zh, en, None, audiences)


def _under(page: str, kind: NodeKind, audiences: frozenset[Audience], *rows: tuple[str, str, str]) -> list[Permission]:
    return [Permission(code, kind, zh, en, page, audiences) for code, zh, en in rows]


TEMPLATES: Final = [
    _page("template.read", "平台模版", "Platform templates"),
    *_under(
        "template.read",
        NodeKind.ACTION,
        BANK,
        ("template.edit", "新增、复制、导入模版", "Create, copy and import templates"),
        ("template.export", "导出模版", "Export templates"),
        ("template.retire", "停用模版", "Retire templates"),
        ("template.approve", "复核模版导入", "Approve template imports"),
        ("node.edit", "编辑权限节点", "Edit permission nodes"),
        ("node.prune", "删除权限节点", "Remove permission nodes"),
    ),
    _page("role.read", "角色", "Roles"),
    *_under(
        "role.read",
        NodeKind.ACTION,
        BANK,
        ("role.edit", "编辑角色", "Edit roles"),
        ("role.grant", "角色授权", "Grant permissions to roles"),
        ("role.approve", "复核角色授权", "Approve role grants"),
    ),
]

MEMBERS: Final = [
    _page("member.read", "成员", "Members", STAFF),
    *_under(
        "member.read",
        NodeKind.ACTION,
        STAFF,
        ("member.add", "添加成员", "Add members"),
        ("member.roles", "调整成员角色", "Change members' roles"),
        ("member.scope", "调整数据范围", "Change members' data scope"),
        ("member.suspend", "停用与恢复成员", "Suspend and resume members"),
        ("member.remove", "移除成员", "Remove members"),
        ("member.reveal", "查看完整联系方式", "Reveal contact details"),
    ),
    *_under(
        "member.read",
        NodeKind.ACTION,
        BANK,
        (APPOINT, "任命其他平台的成员", "Appoint members of other platforms"),
        ("member.approve", "复核行内成员角色", "Approve bank members' roles"),
    ),
    *_under("member.read", NodeKind.FIELD, STAFF, ("member.contact", "成员联系方式", "Members' contact details")),
    _page("token.read", "接口令牌", "API tokens", STAFF),
    *_under(
        "token.read",
        NodeKind.ACTION,
        STAFF,
        ("token.issue", "签发接口令牌", "Issue API tokens"),
        ("token.revoke", "吊销接口令牌", "Revoke API tokens"),
    ),
]

TENANTS: Final = [
    _page("merchant.read", "商户", "Merchants", STAFF),
    *_under(
        "merchant.read",
        NodeKind.ACTION,
        BANK,
        ("merchant.create", "新增商户", "Create merchants"),
        ("merchant.gate", "暂停、冻结与恢复商户", "Suspend, hold and reopen merchants"),
        ("merchant.assign", "指定商户运营方", "Assign merchants to operators"),
    ),
    _page("operator.read", "商户运营方", "Operators"),
    *_under("operator.read", NodeKind.ACTION, BANK, ("operator.create", "新增商户运营方", "Create operators")),
]

OVERSIGHT: Final = [
    _page("change.read", "复核事项", "Changes to review", STAFF),
    _page("audit.read", "审计日志", "Audit trail", STAFF),
    *_under("audit.read", NodeKind.ACTION, STAFF, ("audit.export", "导出审计日志", "Export the audit trail")),
    *_under("audit.read", NodeKind.FIELD, STAFF, ("audit.device", "操作地址与设备", "Address and device of an actor")),
]

declare([*TEMPLATES, *MEMBERS, *TENANTS, *OVERSIGHT])
