"""The permissions that cards ask for."""

from typing import Final

from prepaid.domains.identity.rules.permissions import Audience, NodeKind, Permission, declare

STAFF: Final = frozenset({Audience.BANK, Audience.MERCHANT})
MERCHANT: Final = frozenset({Audience.MERCHANT})

declare(
    [
        Permission("card.read", NodeKind.PAGE, "持卡管理", "Cards", None, STAFF),
        Permission("card.holder", NodeKind.FIELD, "持卡人信息（脱敏）", "Holders, masked", "card.read", STAFF),
        Permission("card.reveal", NodeKind.ACTION, "查看持卡人完整信息", "Reveal holders", "card.read", STAFF),
        Permission("card.loss", NodeKind.ACTION, "挂失与解挂", "Report cards as lost", "card.read", STAFF),
        Permission("card.replace", NodeKind.ACTION, "补卡", "Replace lost cards", "card.read", MERCHANT),
        Permission("card.bind", NodeKind.ACTION, "实名与转让", "Register and transfer cards", "card.read", MERCHANT),
        Permission("card.pin", NodeKind.ACTION, "重置卡密码", "Set PINs of cards", "card.read", MERCHANT),
        Permission("card.reactivate", NodeKind.ACTION, "激活过期卡", "Reactivate expired cards", "card.read", STAFF),
        Permission("card.hold", NodeKind.ACTION, "风控冻结与解冻", "Hold cards", "card.read"),
        Permission("card_stock.read", NodeKind.PAGE, "实体卡库存", "Stock of physical cards", None, STAFF),
        Permission(
            "card_stock.import", NodeKind.ACTION, "导入实体卡", "Import physical cards", "card_stock.read", MERCHANT
        ),
        Permission(
            "card_stock.allocate", NodeKind.ACTION, "调拨实体卡", "Allocate physical cards", "card_stock.read", MERCHANT
        ),
    ]
)
