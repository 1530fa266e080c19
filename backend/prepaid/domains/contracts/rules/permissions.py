"""The permissions that contracts ask for."""

from typing import Final

from prepaid.domains.identity.rules.permissions import Audience, NodeKind, Permission, declare

STAFF: Final = frozenset({Audience.BANK, Audience.MERCHANT})

declare(
    [
        Permission("contract_template.read", NodeKind.PAGE, "合约模版", "Contract templates"),
        Permission(
            "contract_template.edit",
            NodeKind.ACTION,
            "编辑与提交合约模版",
            "Edit and submit contract templates",
            "contract_template.read",
        ),
        Permission(
            "contract_template.approve",
            NodeKind.ACTION,
            "复核合约模版",
            "Approve contract templates",
            "contract_template.read",
        ),
        Permission("contract.read", NodeKind.PAGE, "合同", "Contracts", None, STAFF),
        Permission("contract.create", NodeKind.ACTION, "发起合同", "Draw up contracts", "contract.read"),
        Permission(
            "contract.sign", NodeKind.ACTION, "签署与拒签合同", "Sign or decline contracts", "contract.read", STAFF
        ),
        Permission("contract.end", NodeKind.ACTION, "作废与终止合同", "Void and terminate contracts", "contract.read"),
        Permission("contract.verify", NodeKind.ACTION, "合同验真", "Verify documents", "contract.read", STAFF),
        Permission("agreement.read", NodeKind.PAGE, "消费者协议签约记录", "Accepted agreements", None, STAFF),
        Permission("seal.read", NodeKind.PAGE, "印章", "Seals", None, STAFF),
        Permission("seal.manage", NodeKind.ACTION, "印章管理", "Manage seals", "seal.read", STAFF),
        Permission(
            "seal.grant", NodeKind.ACTION, "印章授权与用印审批", "Grant seals, approve stamping", "seal.read", STAFF
        ),
        Permission("seal.review", NodeKind.ACTION, "印章审核", "Review seals", "seal.read"),
    ]
)
