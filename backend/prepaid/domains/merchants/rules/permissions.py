"""The permissions that merchants ask for."""

from typing import Final

from prepaid.domains.identity.rules.permissions import Audience, NodeKind, Permission, declare

STAFF: Final = frozenset({Audience.BANK, Audience.MERCHANT})

declare(
    [
        Permission("merchant_type.read", NodeKind.PAGE, "商户类型", "Merchant types", None, STAFF),
        Permission("merchant_type.edit", NodeKind.ACTION, "编辑商户类型", "Edit merchant types", "merchant_type.read"),
        Permission(
            "merchant_type.publish", NodeKind.ACTION, "发布商户类型", "Publish merchant types", "merchant_type.read"
        ),
    ]
)

declare(
    [
        Permission("application.read", NodeKind.PAGE, "入驻申请", "Applications", None, STAFF),
        Permission(
            "application.fill",
            NodeKind.ACTION,
            "填写与提交申请",
            "Fill in and submit applications",
            "application.read",
            frozenset({Audience.MERCHANT}),
        ),
        Permission(
            "application.review", NodeKind.ACTION, "领取与审核申请", "Claim and decide applications", "application.read"
        ),
        Permission("application.checks", NodeKind.FIELD, "自动核验结果", "Automatic checks", "application.read"),
        Permission("company.read", NodeKind.PAGE, "公司资料", "Company data", None, STAFF),
        Permission("company.reveal", NodeKind.FIELD, "查看完整证件与账号", "Reveal numbers", "company.read"),
        Permission(
            "company.change",
            NodeKind.ACTION,
            "申请变更公司资料",
            "Ask for changes of company data",
            "company.read",
            frozenset({Audience.MERCHANT}),
        ),
        Permission(
            "appid.register",
            NodeKind.ACTION,
            "申请小程序 APPID",
            "Apply for an APPID",
            "application.read",
            frozenset({Audience.MERCHANT}),
        ),
    ]
)

MERCHANT: Final = frozenset({Audience.MERCHANT})

declare(
    [
        Permission("deposit.read", NodeKind.PAGE, "保证金", "Deposits", None, STAFF),
        Permission("deposit.pay", NodeKind.ACTION, "缴纳保证金", "Pay the deposit", "deposit.read", MERCHANT),
        Permission("deposit.deduct", NodeKind.ACTION, "发起保证金扣划", "Propose deductions", "deposit.read"),
        Permission("deposit.waive", NodeKind.ACTION, "发起保证金减免", "Propose waivers", "deposit.read"),
        Permission("deposit.approve", NodeKind.ACTION, "复核保证金", "Decide on deposits", "deposit.read"),
        Permission("sale_gate.read", NodeKind.PAGE, "经营状态", "Standing of merchants", None, STAFF),
        Permission("merchant.suspend", NodeKind.ACTION, "暂停与恢复经营", "Suspend and resume", "sale_gate.read"),
        Permission("merchant.close", NodeKind.ACTION, "清退商户", "Close merchants", "sale_gate.read"),
        Permission("merchant.approve", NodeKind.ACTION, "复核经营状态", "Decide on standing", "sale_gate.read"),
        Permission("merchant_document.read", NodeKind.PAGE, "资质证照", "Documents", None, STAFF),
        Permission("blacklist.read", NodeKind.PAGE, "黑名单", "Blacklist", None),
        Permission("blacklist.edit", NodeKind.ACTION, "维护黑名单", "Edit the blacklist", "blacklist.read"),
    ]
)
