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
