"""Contracts: lists, one contract with its signatures, signing, verification, accepted agreements."""

from typing import Final

from prepaid.domains.pages.graph.base.building import (
    between,
    choice,
    column,
    contains,
    one_of,
    picked,
    reason,
    to,
)
from prepaid.domains.pages.graph.base.members import ON_RECORD, TIMELINE
from prepaid.domains.pages.rules.fields import DateField
from prepaid.domains.pages.rules.forms import Form, Tone
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.actions import Action, ActionPlacement
from prepaid.domains.pages.rules.layout.columns import Column, DetailHeader, Pin
from prepaid.domains.pages.rules.layout.operations import Operation, by_id, on_form, on_row
from prepaid.domains.pages.rules.layout.pages import (
    CustomComponent,
    CustomPage,
    DetailPage,
    DetailSection,
    EmptyState,
    Help,
    ListPage,
    OrderBy,
    PageKind,
    ViewPreset,
)
from prepaid.domains.pages.rules.text import Text

SIGN: Final = Action(
    key="signContract",
    label=Text("去签署", "Sign"),
    icon="edit",
    tone=Tone.SUCCESS,
    placement=ON_RECORD,
    goto=to("contractSigning"),
)
CONTRACT_ACTIONS: Final = (
    SIGN,
    Action(
        key="declineContract",
        label=Text("拒签", "Decline"),
        tone=Tone.WARNING,
        placement=ON_RECORD,
        submit=on_row("declineContract", "contractId"),
        form=Form(fields=(reason(),)),
    ),
    Action(
        key="voidContract",
        label=Text("作废", "Void"),
        tone=Tone.DANGER,
        danger=True,
        placement=ON_RECORD,
        submit=on_row("voidContract", "contractId"),
        form=Form(fields=(reason(),)),
    ),
    Action(
        key="terminateContract",
        label=Text("终止", "Terminate"),
        tone=Tone.DANGER,
        danger=True,
        placement=ON_RECORD,
        submit=on_row("terminateContract", "contractId"),
        form=Form(fields=(reason(),)),
    ),
)
CREATE: Final = Action(
    key="createContract",
    label=Text("发起合同", "Draw up a contract"),
    icon="plus",
    tone=Tone.INFO,
    placement=(ActionPlacement.TOOLBAR,),
    submit=on_form("createContract"),
    form=Form(
        fields=(
            picked("merchant", "商户", "Merchant", "Merchant", "merchantId", required=True),
            choice("scene", "业务场景", "Scene", "ContractScene", required=True),
            DateField(key="validFrom", label=Text("生效日", "First day"), kind=ValueKind.DATE, required=True),
            DateField(
                key="validTo",
                label=Text("到期日", "Last day"),
                kind=ValueKind.DATE,
                help=Text("不填为长期有效", "Without one it holds until it ends otherwise"),
            ),
            picked(
                "supersedes",
                "替代合同",
                "Takes the place of",
                "Contract",
                "supersedesId",
                help=Text("变更已生效合同时选择", "To amend a contract in force"),
            ),
        )
    ),
)


def contract_columns() -> tuple[Column, ...]:
    """Columns of every list of contracts."""
    return (
        column("number", ValueKind.TEXT, "合同编号", "Number", sortable="NUMBER", copyable=True, pinned=Pin.LEFT),
        column("title", ValueKind.TEXT, "合同名称", "Title"),
        column("scene", ValueKind.ENUM, "业务场景", "Scene", sortable="SCENE", default_visible=False),
        column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
        column("state", ValueKind.ENUM, "状态", "State", sortable="STATE"),
        column("waitsFor", ValueKind.ENUM, "待签方", "Waits for", dictionary="ContractParty"),
        column("validFrom", ValueKind.DATE, "生效日", "From", sortable="VALID_FROM"),
        column("validTo", ValueKind.DATE, "到期日", "To", sortable="VALID_TO"),
        column("signBy", ValueKind.DATETIME, "签署截止", "Sign by", sortable="SIGN_BY"),
        column("createdAt", ValueKind.DATETIME, "发起时间", "Drawn up", sortable="CREATED_AT"),
        column("inForceAt", ValueKind.DATETIME, "签署完成", "Signed", sortable="IN_FORCE_AT", default_visible=False),
    )


FILTERS: Final = (
    contains("number", "合同编号", "Number"),
    one_of("state", "状态", "State", "ContractState"),
    one_of("scene", "业务场景", "Scene", "ContractScene"),
    picked("merchant", "商户", "Merchant", "Merchant"),
    between("createdAt", "发起时间", "Drawn up"),
)
CONTRACTS: Final = ListPage(
    kind=PageKind.LIST,
    key="contracts",
    path="/contracts",
    title=Text("合同", "Contracts"),
    source=Operation(field="contracts"),
    columns=contract_columns(),
    filters=FILTERS,
    quick_search=Text("合同编号、名称", "Number, title"),
    default_order=(OrderBy("createdAt", descending=True),),
    presets=(
        ViewPreset(key="signing", label=Text("签署中", "Being signed"), query="f.state=SIGNING"),
        ViewPreset(key="inForce", label=Text("已生效", "In force"), query="f.state=IN_FORCE"),
    ),
    actions=(CREATE, *CONTRACT_ACTIONS),
    row_link="contract",
    empty=EmptyState(title=Text("还没有合同", "No contracts yet")),
    help=Help(tour_key="contracts"),
)
TO_SIGN: Final = ListPage(
    kind=PageKind.LIST,
    key="contractsToSign",
    path="/contracts-to-sign",
    title=Text("待签合同", "Contracts to sign"),
    source=Operation(field="contractsToSign"),
    columns=contract_columns(),
    quick_search=Text("合同编号、名称", "Number, title"),
    default_order=(OrderBy("signBy"),),
    actions=(SIGN, CONTRACT_ACTIONS[1]),
    row_link="contractSigning",
    empty=EmptyState(title=Text("没有待签的合同", "Nothing waits for your signature")),
    refresh_seconds=60,
)
CONTRACT: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="contract",
    path="/contracts/:id",
    parent="contracts",
    title=Text("合同详情", "Contract"),
    source=by_id("contract"),
    header=DetailHeader(
        title_path="title", subtitle_path="number", status_path="state", status_dictionary="ContractState"
    ),
    sections=(
        DetailSection(
            key="base",
            title=Text("基本信息", "Basics"),
            items=(
                *contract_columns(),
                column("file", ValueKind.FILE, "合同文件", "File"),
                column("documentSha256", ValueKind.TEXT, "文件指纹", "SHA-256", copyable=True),
                column("template", ValueKind.TEXT, "模版", "Template", "templateName"),
                column("templateVersion", ValueKind.INTEGER, "模版版本", "Version of the template"),
                column("supersedes", ValueKind.REFERENCE, "替代合同", "Takes the place of", label_path="number"),
                column("endedAt", ValueKind.DATETIME, "结束时间", "Ended"),
                column("endReason", ValueKind.LONG_TEXT, "结束原因", "Why it ended"),
            ),
        ),
        DetailSection(
            key="parties",
            title=Text("签约方", "Parties"),
            items=(column("partyTable", ValueKind.JSON, "签约方", "Parties"),),
        ),
        DetailSection(
            key="signatures",
            title=Text("签署记录", "Signatures"),
            items=(
                column(
                    "signedParties", ValueKind.TAGS, "签署方", "Parties", "signatures.party", dictionary="ContractParty"
                ),
                column("signers", ValueKind.TAGS, "经办人", "Signed by", "signatures.signerName"),
                column("states", ValueKind.TAGS, "签署状态", "State", "signatures.state", dictionary="SignatureState"),
                column("serials", ValueKind.TAGS, "证书序列号", "Certificates", "signatures.certificateSerial"),
                column("addresses", ValueKind.TAGS, "签署地址", "Addresses", "signatures.address"),
            ),
        ),
        DetailSection(
            key="text",
            title=Text("合同条款", "Clauses"),
            items=(column("clauseTable", ValueKind.JSON, "条款", "Clauses"),),
        ),
        DetailSection(
            key="parameters",
            title=Text("规则参数", "Rule parameters"),
            items=(column("parameterTable", ValueKind.JSON, "参数", "Parameters"),),
        ),
    ),
    actions=CONTRACT_ACTIONS,
    timeline=TIMELINE,
)
SIGNING: Final = CustomPage(
    kind=PageKind.CUSTOM,
    key="contractSigning",
    path="/contracts-to-sign/:id",
    parent="contractsToSign",
    title=Text("签署合同", "Sign a contract"),
    component=CustomComponent.CONTRACT_SIGNING,
    props={"subject": "sign"},
    needs=("contract.sign",),
)
VERIFY: Final = CustomPage(
    kind=PageKind.CUSTOM,
    key="verifyDocument",
    path="/verify-document",
    title=Text("合同验真", "Verify a document"),
    component=CustomComponent.CONTRACT_SIGNING,
    props={"subject": "verify"},
    needs=("contract.verify",),
)
ACCEPTANCES: Final = ListPage(
    kind=PageKind.LIST,
    key="agreementAcceptances",
    path="/agreement-acceptances",
    title=Text("消费者协议签约记录", "Accepted agreements"),
    source=Operation(field="agreementAcceptances"),
    columns=(
        column("acceptedAt", ValueKind.DATETIME, "签约时间", "When", sortable="ACCEPTED_AT", pinned=Pin.LEFT),
        column("scene", ValueKind.ENUM, "协议", "Agreement"),
        column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
        column("channel", ValueKind.ENUM, "渠道", "Channel"),
        column("subjectKind", ValueKind.TEXT, "业务", "For"),
        column("textSha256", ValueKind.TEXT, "文本指纹", "SHA-256 of the text", copyable=True),
    ),
    filters=(
        one_of("scene", "协议", "Agreement", "ContractScene"),
        one_of("channel", "渠道", "Channel", "AgreementChannel"),
        picked("merchant", "商户", "Merchant", "Merchant"),
        between("acceptedAt", "签约时间", "When"),
    ),
    default_order=(OrderBy("acceptedAt", descending=True),),
    empty=EmptyState(title=Text("还没有签约记录", "Nobody has accepted an agreement yet")),
)
