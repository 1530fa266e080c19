"""Seals, grants, stamping log."""

from typing import Final

from prepaid.domains.pages.graph.base.building import (
    between,
    choice,
    column,
    contains,
    one_of,
    picked,
    reason,
    text,
)
from prepaid.domains.pages.graph.base.members import ON_RECORD, TIMELINE
from prepaid.domains.pages.rules.fields import DateField, UploadField
from prepaid.domains.pages.rules.forms import Form, Tone
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.actions import Action, ActionPlacement
from prepaid.domains.pages.rules.layout.columns import Column, DetailHeader, Pin
from prepaid.domains.pages.rules.layout.operations import Binding, BindingSource, Operation, by_id, on_form, on_row
from prepaid.domains.pages.rules.layout.pages import (
    DetailPage,
    DetailSection,
    EmptyState,
    Help,
    ListPage,
    OrderBy,
    PageKind,
    SectionKind,
    ViewPreset,
)
from prepaid.domains.pages.rules.text import Text

SEAL_ACTIONS: Final = (
    Action(
        key="approveSeal",
        label=Text("审核通过", "Approve"),
        tone=Tone.SUCCESS,
        placement=(ActionPlacement.DETAIL,),
        submit=on_row("approveSeal", "sealId", Binding("input.imageSha256", BindingSource.ROW, "imageSha256")),
    ),
    Action(
        key="rejectSeal",
        label=Text("驳回", "Reject"),
        tone=Tone.DANGER,
        placement=(ActionPlacement.DETAIL,),
        submit=on_row("rejectSeal", "sealId"),
        form=Form(fields=(reason(),)),
    ),
    Action(
        key="grantSeal",
        label=Text("授权", "Grant"),
        tone=Tone.INFO,
        placement=ON_RECORD,
        submit=on_row("grantSeal", "sealId"),
        form=Form(
            fields=(
                picked("member", "被授权人", "To whom", "Member", "memberId", required=True),
                picked(
                    "templates",
                    "限定模版",
                    "Templates",
                    "ContractTemplate",
                    "templateIds",
                    multiple=True,
                    permission="contract_template.read",
                    help=Text("不选则可用于全部合同", "None: contracts of every template"),
                ),
                DateField(
                    key="validFrom",
                    label=Text("开始时间", "From"),
                    kind=ValueKind.DATETIME,
                    required=True,
                ),
                DateField(
                    key="validTo",
                    label=Text("结束时间", "To"),
                    kind=ValueKind.DATETIME,
                    required=True,
                    not_after="today+1096",
                    help=Text("最长 3 年", "Three years at most"),
                ),
            )
        ),
    ),
    Action(
        key="changeSealAdministrator",
        label=Text("变更管理员", "Change administrator"),
        tone=Tone.WARNING,
        placement=ON_RECORD,
        submit=on_row("changeSealAdministrator", "sealId"),
        form=Form(
            fields=(picked("member", "新管理员", "New administrator", "Member", "memberId", required=True), reason())
        ),
    ),
    Action(
        key="suspendSeal",
        label=Text("停用", "Suspend"),
        tone=Tone.WARNING,
        placement=ON_RECORD,
        submit=on_row("suspendSeal", "sealId"),
        form=Form(fields=(reason(),)),
    ),
    Action(
        key="resumeSeal",
        label=Text("恢复", "Resume"),
        placement=ON_RECORD,
        submit=on_row("resumeSeal", "sealId"),
        form=Form(fields=(reason(),)),
    ),
    Action(
        key="revokeSeal",
        label=Text("吊销", "Revoke"),
        tone=Tone.DANGER,
        danger=True,
        placement=ON_RECORD,
        submit=on_row("revokeSeal", "sealId"),
        form=Form(fields=(reason(),)),
    ),
)


def _seal_columns() -> tuple[Column, ...]:
    return (
        column("image", ValueKind.IMAGE, "印模", "Image", width=80),
        column("name", ValueKind.TEXT, "名称", "Name", sortable="NAME", pinned=Pin.LEFT),
        column("kind", ValueKind.ENUM, "种类", "Kind", sortable="KIND"),
        column("state", ValueKind.ENUM, "状态", "State", sortable="STATE"),
        column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
        column("administrator", ValueKind.TEXT, "管理员", "Administrator", "administrator.displayName"),
        column("usableByMe", ValueKind.BOOLEAN, "我可用", "I may use it"),
        column("validTo", ValueKind.DATETIME, "证书到期", "Certificate until", sortable="VALID_TO"),
        column("createdAt", ValueKind.DATETIME, "提交时间", "Handed in", sortable="CREATED_AT", default_visible=False),
    )


SEALS: Final = ListPage(
    kind=PageKind.LIST,
    key="seals",
    path="/seals",
    title=Text("印章管理", "Seals"),
    source=Operation(field="seals"),
    columns=_seal_columns(),
    filters=(
        contains("name", "名称", "Name"),
        one_of("kind", "种类", "Kind", "SealKind"),
        one_of("state", "状态", "State", "SealState"),
        picked("merchant", "商户", "Merchant", "Merchant"),
    ),
    quick_search=Text("名称、单位", "Name, company"),
    default_order=(OrderBy("createdAt", descending=True),),
    presets=(ViewPreset(key="review", label=Text("待审核", "To review"), query="f.state=REVIEW", counted=True),),
    actions=(
        Action(
            key="createSeal",
            label=Text("新增印章", "New seal"),
            icon="plus",
            tone=Tone.INFO,
            placement=(ActionPlacement.TOOLBAR,),
            submit=on_form("createSeal"),
            form=Form(
                fields=(
                    choice("kind", "种类", "Kind", "SealKind", required=True),
                    text("holderName", "单位名称", "Company", required=True, max_length=80),
                    text("holderCode", "统一社会信用代码", "Unified social credit code", max_length=18),
                    UploadField(
                        key="image",
                        label=Text("印章图片", "Image"),
                        kind=ValueKind.IMAGE,
                        purpose="seal_image",
                        accept=("image/png",),
                        max_bytes=2 * 1024 * 1024,
                        help=Text(
                            "透明底 PNG，宽高各 200 至 2000 像素；不上传则由平台按单位名称生成",
                            "A PNG with a transparent ground, 200 to 2,000 pixels each way; without one the platform "
                            "draws it",
                        ),
                    ),
                )
            ),
        ),
        *SEAL_ACTIONS,
    ),
    row_link="seal",
    empty=EmptyState(title=Text("还没有印章", "No seals yet"), action_key="createSeal"),
    help=Help(tour_key="seals"),
)
SEAL: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="seal",
    path="/seals/:id",
    parent="seals",
    title=Text("印章详情", "Seal"),
    source=by_id("seal"),
    header=DetailHeader(
        title_path="name", subtitle_path="holderName", status_path="state", status_dictionary="SealState"
    ),
    sections=(
        DetailSection(
            key="base",
            title=Text("基本信息", "Basics"),
            items=(
                *_seal_columns(),
                column("holderName", ValueKind.TEXT, "单位名称", "Company"),
                column("holderCode", ValueKind.TEXT, "统一社会信用代码", "Unified social credit code", copyable=True),
                column("generated", ValueKind.BOOLEAN, "平台生成", "Drawn by the platform"),
                column("imageSha256", ValueKind.TEXT, "图片指纹", "SHA-256 of the image", copyable=True),
                column("stateReason", ValueKind.LONG_TEXT, "状态说明", "Why"),
            ),
        ),
        DetailSection(
            key="grants",
            title=Text("授权", "Grants"),
            kind=SectionKind.RELATED_LIST,
            list="sealGrantsOfSeal",
            lazy=True,
        ),
        DetailSection(
            key="stampings",
            title=Text("用印记录", "Uses"),
            kind=SectionKind.RELATED_LIST,
            list="sealStampingsOfSeal",
            lazy=True,
        ),
    ),
    actions=SEAL_ACTIONS,
    timeline=TIMELINE,
)
OF_SEAL: Final = (Binding("seal", BindingSource.ROUTE_PARAM, "id"),)
GRANT_ACTIONS: Final = (
    Action(
        key="revokeSealGrant",
        label=Text("撤销授权", "Revoke"),
        tone=Tone.DANGER,
        placement=(ActionPlacement.ROW,),
        submit=on_row("revokeSealGrant", "grantId"),
        form=Form(fields=(reason(),)),
    ),
)


def _grants(key: str, path: str, bindings: tuple[Binding, ...] = (), parent: str | None = None) -> ListPage:
    return ListPage(
        kind=PageKind.LIST,
        key=key,
        path=path,
        parent=parent,
        title=Text("印章授权", "Grants of seals"),
        permission="seal.read",
        source=Operation(field="sealGrants", bindings=bindings),
        columns=(
            column("member", ValueKind.TEXT, "被授权人", "To whom", "member.displayName", pinned=Pin.LEFT),
            column("seal", ValueKind.REFERENCE, "印章", "Seal", label_path="name", link_page="seal"),
            column("inForce", ValueKind.BOOLEAN, "有效", "In force"),
            column("allTemplates", ValueKind.BOOLEAN, "全部合同", "All contracts"),
            column("templates", ValueKind.TAGS, "限定模版", "Templates", "templates.name"),
            column("validFrom", ValueKind.DATETIME, "开始时间", "From", sortable="VALID_FROM"),
            column("validTo", ValueKind.DATETIME, "结束时间", "To", sortable="VALID_TO"),
            column("revokedAt", ValueKind.DATETIME, "撤销时间", "Revoked", sortable="REVOKED_AT"),
            column("revokeReason", ValueKind.LONG_TEXT, "撤销原因", "Why", default_visible=False),
        ),
        filters=(between("validTo", "结束时间", "To"),),
        default_order=(OrderBy("validTo", descending=True),),
        actions=GRANT_ACTIONS,
        empty=EmptyState(title=Text("还没有授权", "No grants yet")),
    )


def _stampings(key: str, path: str, bindings: tuple[Binding, ...] = (), parent: str | None = None) -> ListPage:
    return ListPage(
        kind=PageKind.LIST,
        key=key,
        path=path,
        parent=parent,
        title=Text("用印记录", "Uses of seals"),
        permission="seal.read",
        source=Operation(field="sealStampings", bindings=bindings),
        columns=(
            column("at", ValueKind.DATETIME, "用印时间", "When", sortable="AT", pinned=Pin.LEFT),
            column("contractNumber", ValueKind.TEXT, "合同编号", "Contract", sortable="CONTRACT_NUMBER", copyable=True),
            column("seal", ValueKind.REFERENCE, "印章", "Seal", label_path="name", link_page="seal"),
            column("member", ValueKind.TEXT, "用印人", "By", "member.displayName"),
            column("byGrant", ValueKind.BOOLEAN, "凭授权", "Under a grant"),
            column("byApproval", ValueKind.BOOLEAN, "经审批", "Under an approval"),
            column("documentSha256", ValueKind.TEXT, "用印前指纹", "SHA-256 before", copyable=True),
            column("resultSha256", ValueKind.TEXT, "用印后指纹", "SHA-256 after", copyable=True, default_visible=False),
            column("address", ValueKind.TEXT, "地址", "Address", default_visible=False),
        ),
        filters=(contains("contractNumber", "合同编号", "Contract"), between("at", "用印时间", "When")),
        quick_search=Text("合同编号", "Contract"),
        default_order=(OrderBy("at", descending=True),),
        empty=EmptyState(title=Text("还没有用印记录", "No seal was used yet")),
    )


GRANTS: Final = _grants("sealGrants", "/seal-grants")
GRANTS_OF_SEAL: Final = _grants("sealGrantsOfSeal", "/seals/:id/grants", OF_SEAL, "seal")
STAMPINGS: Final = _stampings("sealStampings", "/seal-stampings")
STAMPINGS_OF_SEAL: Final = _stampings("sealStampingsOfSeal", "/seals/:id/stampings", OF_SEAL, "seal")
