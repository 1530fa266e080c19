"""Refusals of stores and regions."""

from prepaid.core.errors import Refusal


class RegionCycle(Refusal):
    """`on`: the first day on which the region would be below itself."""

    code = "REGION_CYCLE"
    zh = "区域不能移到自身或其下级区域之下（{on} 起将形成循环）"
    en = "A region cannot be moved below itself (it would be from {on})"


class RegionTooDeep(Refusal):
    code = "REGION_TOO_DEEP"
    zh = "区域层级共 {levels} 级，移动后会超出"
    en = "There are {levels} levels of regions; this would be deeper"


class RegionLevelInUse(Refusal):
    code = "REGION_LEVEL_IN_USE"
    zh = "第 {level} 级仍有区域，不能删除该层级"
    en = "Level {level} still has regions and cannot be removed"


class RegionNameTaken(Refusal):
    code = "REGION_NAME_TAKEN"
    zh = "同一上级下已有同名区域"
    en = "A region beside it has this name already"


class RegionNotEmpty(Refusal):
    """`regions`, `stores`: how many are in it at present or later."""

    code = "REGION_NOT_EMPTY"
    zh = "该区域下还有 {regions} 个区域、{stores} 家店铺，请先移走"
    en = "It still holds {regions} regions and {stores} stores; move them first"


class RegionClosed(Refusal):
    code = "REGION_CLOSED"
    zh = "该区域已停用"
    en = "This region is closed"


class PeriodBeforeCurrent(Refusal):
    """`earliest`: the first day on which the change may begin."""

    code = "PERIOD_OVERLAPS"
    zh = "生效日期不能早于 {earliest}，否则会改写已有的归属记录"
    en = "It cannot begin before {earliest}: that would rewrite what was in force"


class StoreStepImpossible(Refusal):
    """`from`, `to`: states; the ONLINE store has no steps."""

    code = "STORE_STEP_IMPOSSIBLE"
    zh = "店铺当前状态不能执行此操作"
    en = "The store's state does not allow this"


class OnlineStoreFixed(Refusal):
    code = "ONLINE_STORE_FIXED"
    zh = "线上店铺由系统维护，始终营业，不能搬迁或关闭"
    en = "The online store is kept by the system: it is always open and cannot move or close"


class StoreNameTaken(Refusal):
    code = "STORE_NAME_TAKEN"
    zh = "已有同名店铺"
    en = "A store has this name already"


class HoursInvalid(Refusal):
    code = "HOURS_INVALID"
    zh = "营业时间须同时填写开门与关门时间，格式如 09:00"
    en = "Give both opening and closing time, as in 09:00"
