"""Enums of stores in the schema, with their Chinese labels."""

from prepaid.domains.stores.rules.regions import RegionStatus
from prepaid.domains.stores.rules.scope import StoreScopeKind
from prepaid.domains.stores.rules.stores import StoreStatus, StoreType, Weekday
from prepaid.graph.types import described_enum

described_enum(
    StoreType,
    {
        StoreType.DIRECT: "直营: run by the merchant itself",
        StoreType.FRANCHISE: "加盟: run by somebody else under its name",
        StoreType.ONLINE: "线上: stands for self-service sales",
    },
)
described_enum(
    StoreStatus,
    {
        StoreStatus.OPENING: "筹备中: not open yet",
        StoreStatus.OPEN: "营业: sells and redeems",
        StoreStatus.RELOCATED: "已搬迁: sells and redeems at its new address; cards may be refunded",
        StoreStatus.CLOSED: "已关闭: closed for good",
    },
)
described_enum(
    Weekday,
    {
        Weekday.MONDAY: "周一: Monday",
        Weekday.TUESDAY: "周二: Tuesday",
        Weekday.WEDNESDAY: "周三: Wednesday",
        Weekday.THURSDAY: "周四: Thursday",
        Weekday.FRIDAY: "周五: Friday",
        Weekday.SATURDAY: "周六: Saturday",
        Weekday.SUNDAY: "周日: Sunday",
    },
)
described_enum(
    RegionStatus, {RegionStatus.ACTIVE: "使用中: in use", RegionStatus.CLOSED: "已停用: kept for statistics"}
)
described_enum(
    StoreScopeKind,
    {
        StoreScopeKind.ALL_STORES: "全部店铺: every store of the merchant",
        StoreScopeKind.STORES: "指定店铺: listed stores",
        StoreScopeKind.REGIONS: "指定区域: the stores of regions and of those below them",
    },
)
