"""Root fields about merchant types."""

from prepaid.domains.merchants import models as m
from prepaid.domains.merchants.graph.types import MerchantType, MerchantTypeVersion
from prepaid.graph.types import SIGNED_IN, Argument, GlobalID, root_connection, root_list, root_one

root_connection(
    "merchantTypes",
    MerchantType,
    "Merchant types by their codes",
    permission="merchant_type.read",
    order_by=["code"],
    search=[m.MerchantType.code, m.MerchantType.name_zh, m.MerchantType.name_en],
)
root_one("merchantType", MerchantType, "One merchant type", permission="merchant_type.read")
root_connection(
    "merchantTypeVersions",
    MerchantTypeVersion,
    "Versions of merchant types, newest first",
    permission="merchant_type.read",
    order_by=["-madeAt"],
    arguments={"type": Argument(GlobalID | None, "Of this type", lambda row, value: row.type_id == value)},
)
root_one("merchantTypeVersion", MerchantTypeVersion, "One version of a type", permission="merchant_type.read")
root_list(
    "openMerchantTypes",
    MerchantType,
    "Types that take applications",
    permission=SIGNED_IN,
    where=lambda ctx, row: row.retired_at.is_(None),
    order_by=lambda row: [row.code],
)
