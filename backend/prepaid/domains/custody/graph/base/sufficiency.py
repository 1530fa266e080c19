"""Accounts with their tiers, tests by day, snapshots of quarters (存管账户、充足性、季末快照)."""

from typing import Final

from prepaid.domains.pages.graph.base.building import (
    choice,
    column,
    contains,
    one_of,
    picked,
    reason,
    when,
)
from prepaid.domains.pages.graph.base.members import ON_RECORD, TIMELINE
from prepaid.domains.pages.rules.fields import AnyField, BooleanField, DateField, NumberField
from prepaid.domains.pages.rules.forms import Form, Tone
from prepaid.domains.pages.rules.kinds import TestOp, ValueKind
from prepaid.domains.pages.rules.layout.actions import Action, ActionPlacement
from prepaid.domains.pages.rules.layout.columns import Column, DetailHeader, Pin
from prepaid.domains.pages.rules.layout.operations import Binding, BindingSource, Operation, by_id, on_form, on_row
from prepaid.domains.pages.rules.layout.pages import (
    DetailPage,
    DetailSection,
    EmptyState,
    ListPage,
    OrderBy,
    PageKind,
    SectionKind,
    ViewPreset,
)
from prepaid.domains.pages.rules.text import Text

TOOLBAR: Final = (ActionPlacement.TOOLBAR,)


def _tier() -> tuple[AnyField, ...]:
    return (
        choice("tier", "存管档次", "Tier", "CustodyTier", required=True),
        NumberField(
            key="priorYearRevenueFen",
            label=Text("上年营业收入", "Last year's revenue"),
            kind=ValueKind.FEN,
            min="0",
            visible_when=when("tier", TestOp.EQ, "LOCAL"),
            help=Text("经营不满一年的商户不填", "Empty for a merchant of less than a year"),
        ),
    )


ACCOUNT_ACTIONS: Final = (
    Action(
        key="setCustodyTier",
        label=Text("设置档次", "Set tier"),
        placement=ON_RECORD,
        submit=on_row("setCustodyTier", "accountId"),
        form=Form(fields=(*_tier(), reason())),
    ),
    Action(
        key="checkSufficiency",
        label=Text("立即检查", "Test now"),
        tone=Tone.INFO,
        placement=ON_RECORD,
        submit=on_row("checkSufficiency", "accountId"),
    ),
)


def account_columns() -> tuple[Column, ...]:
    """Columns of every list of accounts."""
    return (
        column(
            "merchant",
            ValueKind.REFERENCE,
            "商户",
            "Merchant",
            label_path="name",
            link_page="merchant",
            pinned=Pin.LEFT,
        ),
        column("state", ValueKind.ENUM, "状态", "State", sortable="STATE"),
        column("tier", ValueKind.ENUM, "档次", "Tier"),
        column("requiredFen", ValueKind.FEN, "应存管", "Required"),
        column("guaranteedFen", ValueKind.FEN, "担保", "Guaranteed"),
        column("heldFen", ValueKind.FEN, "已存管", "Held"),
        column("shortfallFen", ValueKind.FEN, "缺口", "Missing"),
        column("shortSince", ValueKind.DATETIME, "不足始于", "Short since", sortable="SHORT_SINCE"),
        column("checkedAt", ValueKind.DATETIME, "最近检查", "Last test"),
        column("priorYearRevenueFen", ValueKind.FEN, "上年营业收入", "Last year's revenue", default_visible=False),
        column("number", ValueKind.TEXT, "开户回单", "Receipt of opening", default_visible=False, copyable=True),
        column("openedAt", ValueKind.DATETIME, "开通时间", "Opened", sortable="OPENED_AT", default_visible=False),
    )


ACCOUNTS: Final = ListPage(
    kind=PageKind.LIST,
    key="custodyAccounts",
    path="/custody/accounts",
    title=Text("存管账户与充足性", "Custody and sufficiency"),
    source=Operation(field="custodyAccounts"),
    columns=account_columns(),
    filters=(
        one_of("state", "状态", "State", "CustodyAccountState"),
        one_of("tier", "档次", "Tier", "CustodyTier"),
        BooleanField(key="short", label=Text("存管不足", "Short"), kind=ValueKind.BOOLEAN, input_path="short.eq"),
        picked("merchant", "商户", "Merchant", "Merchant"),
    ),
    default_order=(OrderBy("openedAt", descending=True),),
    presets=(ViewPreset(key="short", label=Text("存管不足", "Short"), query="f.short=true", counted=True),),
    actions=(
        Action(
            key="openCustodyAccount",
            label=Text("开通存管账户", "Open account"),
            icon="plus",
            tone=Tone.INFO,
            placement=TOOLBAR,
            submit=on_form("openCustodyAccount"),
            form=Form(
                fields=(picked("merchant", "商户", "Merchant", "Merchant", "merchantId", required=True), *_tier())
            ),
        ),
        *ACCOUNT_ACTIONS,
    ),
    row_link="custodyAccount",
    empty=EmptyState(title=Text("还没有存管账户", "No custody accounts yet"), action_key="openCustodyAccount"),
)
ACCOUNT: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="custodyAccount",
    path="/custody/accounts/:id",
    parent="custodyAccounts",
    title=Text("存管账户", "Custody account"),
    source=by_id("custodyAccount"),
    header=DetailHeader(title_path="merchant.name", status_path="state", status_dictionary="CustodyAccountState"),
    sections=(
        DetailSection(key="base", title=Text("基本信息", "Basics"), items=account_columns()),
        DetailSection(
            key="checks",
            title=Text("每日检查", "Tests by day"),
            kind=SectionKind.RELATED_LIST,
            list="custodyAccountChecks",
            lazy=True,
        ),
    ),
    actions=ACCOUNT_ACTIONS,
    timeline=TIMELINE,
)


def check_columns() -> tuple[Column, ...]:
    """Columns of every list of tests."""
    return (
        column("day", ValueKind.DATE, "日期", "Day", sortable="DAY", pinned=Pin.LEFT),
        column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
        column("tier", ValueKind.ENUM, "档次", "Tier"),
        column("principalFen", ValueKind.FEN, "当前本金", "Principal now"),
        column("quarter", ValueKind.TEXT, "上季度", "Last quarter"),
        column("quarterEndFen", ValueKind.FEN, "上季末本金", "Principal at its end"),
        column("requiredFen", ValueKind.FEN, "应存管", "Required", sortable="REQUIRED_FEN"),
        column("guaranteedFen", ValueKind.FEN, "担保", "Guaranteed"),
        column("heldFen", ValueKind.FEN, "已存管", "Held"),
        column("inTransitFen", ValueKind.FEN, "在途", "In transit"),
        column("shortfallFen", ValueKind.FEN, "缺口", "Missing", sortable="SHORTFALL_FEN"),
        column("checkedAt", ValueKind.DATETIME, "检查时间", "Tested", sortable="CHECKED_AT"),
    )


CHECKS: Final = ListPage(
    kind=PageKind.LIST,
    key="sufficiencyChecks",
    path="/custody/sufficiency",
    title=Text("充足性检查", "Sufficiency by day"),
    source=Operation(field="sufficiencyChecks"),
    columns=check_columns(),
    filters=(
        DateField(key="day", label=Text("日期", "Day"), kind=ValueKind.DATE_RANGE),
        one_of("tier", "档次", "Tier", "CustodyTier"),
        picked("merchant", "商户", "Merchant", "Merchant"),
    ),
    default_order=(OrderBy("checkedAt", descending=True),),
    presets=(ViewPreset(key="largest", label=Text("缺口从大到小", "Largest first"), query="sort=-shortfallFen"),),
    row_link="sufficiencyCheck",
    empty=EmptyState(title=Text("还没有检查记录", "No tests yet")),
)
CHECK: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="sufficiencyCheck",
    path="/custody/sufficiency/:id",
    parent="sufficiencyChecks",
    title=Text("充足性检查", "Test of sufficiency"),
    source=by_id("sufficiencyCheck"),
    header=DetailHeader(title_path="merchant.name", subtitle_path="quarter"),
    sections=(
        DetailSection(key="base", title=Text("检查结果", "Result"), items=check_columns()),
        DetailSection(
            key="quarter",
            title=Text("季末快照", "Snapshot of the quarter"),
            items=(
                column("snapshotLastDay", ValueKind.DATE, "季末日", "Last day", "snapshot.lastDay"),
                column("snapshotPrincipal", ValueKind.FEN, "本金", "Principal", "snapshot.principalFen"),
                column("snapshotHeld", ValueKind.FEN, "已存管", "Held", "snapshot.heldFen"),
                column("snapshotGuaranteed", ValueKind.FEN, "担保", "Guaranteed", "snapshot.guaranteedFen"),
                column("snapshotTakenAt", ValueKind.DATETIME, "快照时间", "Taken", "snapshot.takenAt"),
            ),
        ),
    ),
)
ACCOUNT_CHECKS: Final = ListPage(
    kind=PageKind.LIST,
    key="custodyAccountChecks",
    path="/custody/accounts/:id/checks",
    parent="custodyAccount",
    title=Text("每日检查", "Tests by day"),
    permission="sufficiency.read",
    source=Operation(field="sufficiencyChecks", bindings=(Binding("account", BindingSource.ROUTE_PARAM, "id"),)),
    columns=tuple(one for one in check_columns() if one.key != "merchant"),
    default_order=(OrderBy("checkedAt", descending=True),),
    row_link="sufficiencyCheck",
)
QUARTERS: Final = ListPage(
    kind=PageKind.LIST,
    key="custodyQuarters",
    path="/custody/quarters",
    title=Text("季末快照", "Snapshots of quarters"),
    source=Operation(field="custodyQuarters"),
    columns=(
        column("quarter", ValueKind.TEXT, "季度", "Quarter", sortable="QUARTER", pinned=Pin.LEFT),
        column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
        column("principalFen", ValueKind.FEN, "本金", "Principal", sortable="PRINCIPAL_FEN"),
        column("heldFen", ValueKind.FEN, "已存管", "Held"),
        column("guaranteedFen", ValueKind.FEN, "担保", "Guaranteed"),
        column("takenAt", ValueKind.DATETIME, "快照时间", "Taken"),
    ),
    filters=(contains("quarter", "季度", "Quarter"), picked("merchant", "商户", "Merchant", "Merchant")),
    default_order=(OrderBy("quarter", descending=True),),
    empty=EmptyState(title=Text("还没有季末快照", "No snapshots yet")),
)
