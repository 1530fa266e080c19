"""Contract templates: list, template with its versions, version with clauses and findings, editor of the draft."""

from typing import Final

from prepaid.domains.contracts.graph.base.template_fields import CLAUSES, PARAMETERS, VARIABLES, types_field
from prepaid.domains.pages.graph.base.building import (
    between,
    choice,
    column,
    contains,
    one_of,
    picked,
    reason,
    text,
    to,
)
from prepaid.domains.pages.graph.base.members import ON_RECORD, TIMELINE
from prepaid.domains.pages.graph.base.tenants import MERCHANT_TYPE
from prepaid.domains.pages.rules.forms import Form, FormLayout, FormSection, Tone
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.actions import Action, ActionPlacement
from prepaid.domains.pages.rules.layout.columns import Column, DetailHeader, Pin
from prepaid.domains.pages.rules.layout.operations import Binding, BindingSource, Operation, by_id, on_form, on_row
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
    SectionKind,
    ViewPreset,
)
from prepaid.domains.pages.rules.text import Text

ON_DETAIL: Final = (ActionPlacement.DETAIL,)


EDIT_DRAFT: Final = Action(
    key="saveContractTemplateDraft",
    label=Text("编辑草稿", "Edit the draft"),
    icon="edit",
    tone=Tone.INFO,
    placement=ON_RECORD,
    load=Operation(field="contractTemplateDraft", bindings=(Binding("id", BindingSource.ROW, "id"),)),
    submit=on_row(
        "saveContractTemplateDraft",
        "templateId",
        Binding("input.expectedRevision", BindingSource.ROW, "openVersion.revision"),
    ),
    form=Form(
        layout=FormLayout.TWO_COLUMN,
        sections=(
            FormSection(key="clauses", title=Text("条款", "Clauses")),
            FormSection(key="variables", title=Text("变量", "Variables"), collapsed=True),
            FormSection(key="parameters", title=Text("规则参数与适用范围", "Rule parameters and merchant types")),
        ),
        fields=(
            *CLAUSES,
            *VARIABLES,
            *PARAMETERS,
            text("note", "版本说明", "What is new", ValueKind.LONG_TEXT, max_length=500, section="parameters"),
        ),
    ),
)
VERSION_ACTIONS: Final = (
    Action(
        key="submitContractTemplate",
        label=Text("提交复核", "Submit"),
        tone=Tone.SUCCESS,
        placement=ON_RECORD,
        submit=on_row(
            "submitContractTemplate", "versionId", Binding("input.expectedRevision", BindingSource.ROW, "revision")
        ),
        form=Form(fields=(reason(required=False),)),
    ),
    Action(
        key="changeContractTemplateTypes",
        label=Text("调整适用类型", "Change merchant types"),
        placement=ON_RECORD,
        load=Operation(field="contractTemplateVersion", bindings=(Binding("id", BindingSource.ROW, "id"),)),
        submit=on_row("changeContractTemplateTypes", "versionId"),
        form=Form(fields=(types_field(required=True), reason(required=False))),
    ),
    Action(
        key="retireContractTemplate",
        label=Text("停用", "Retire"),
        tone=Tone.DANGER,
        danger=True,
        placement=ON_RECORD,
        submit=on_row("retireContractTemplate", "versionId"),
        form=Form(fields=(reason(),)),
    ),
)


def _template_columns() -> tuple[Column, ...]:
    return (
        column("name", ValueKind.TEXT, "名称", "Name", pinned=Pin.LEFT),
        column("code", ValueKind.TEXT, "代码", "Code", sortable="CODE", copyable=True),
        column("scene", ValueKind.ENUM, "业务场景", "Scene", sortable="SCENE"),
        column("published", ValueKind.INTEGER, "生效版本", "In force", "publishedVersion.version"),
        column(
            "types",
            ValueKind.TAGS,
            "适用商户类型",
            "Merchant types",
            "publishedVersion.typeCodes",
            dictionary=MERCHANT_TYPE,
        ),
        column("open", ValueKind.ENUM, "待处理版本", "Being worked on", "openVersion.state"),
        column("custom", ValueKind.REFERENCE, "定制商户", "Custom for", "customMerchant", label_path="name"),
        column("versionCount", ValueKind.INTEGER, "版本数", "Versions"),
        column("createdAt", ValueKind.DATETIME, "创建时间", "Made", sortable="CREATED_AT", default_visible=False),
    )


def _version_columns() -> tuple[Column, ...]:
    return (
        column("version", ValueKind.INTEGER, "版本", "Version", sortable="VERSION", pinned=Pin.LEFT, width=80),
        column("state", ValueKind.ENUM, "状态", "State", sortable="STATE"),
        column("typeCodes", ValueKind.TAGS, "适用商户类型", "Merchant types", dictionary=MERCHANT_TYPE),
        column("note", ValueKind.LONG_TEXT, "版本说明", "What is new"),
        column("voidClauseCount", ValueKind.INTEGER, "无效条款", "Void clauses"),
        column("madeAt", ValueKind.DATETIME, "保存时间", "Saved", sortable="MADE_AT"),
        column("submittedAt", ValueKind.DATETIME, "提交时间", "Submitted", default_visible=False),
        column("publishedAt", ValueKind.DATETIME, "发布时间", "Published", sortable="PUBLISHED_AT"),
        column("retiredAt", ValueKind.DATETIME, "停用时间", "Retired", default_visible=False),
    )


TEMPLATES: Final = ListPage(
    kind=PageKind.LIST,
    key="contractTemplates",
    path="/contract-templates",
    title=Text("合约模版", "Contract templates"),
    source=Operation(field="contractTemplates"),
    columns=_template_columns(),
    filters=(
        contains("code", "代码", "Code"),
        one_of("scene", "业务场景", "Scene", "ContractScene"),
        between("createdAt", "创建时间", "Made"),
    ),
    quick_search=Text("名称、代码", "Name, code"),
    default_order=(OrderBy("code"),),
    actions=(
        Action(
            key="createContractTemplate",
            label=Text("新增模版", "New template"),
            icon="plus",
            tone=Tone.INFO,
            placement=(ActionPlacement.TOOLBAR,),
            submit=on_form("createContractTemplate"),
            form=Form(
                fields=(
                    choice("scene", "业务场景", "Scene", "ContractScene", required=True),
                    text("code", "代码", "Code", required=True, max_length=80),
                    text("nameZh", "合同名称", "Title", required=True, max_length=80),
                    text("nameEn", "英文名称", "English name", required=True, max_length=80),
                    text("description", "说明", "Remark", ValueKind.LONG_TEXT, max_length=500),
                    picked(
                        "customMerchant",
                        "定制商户",
                        "Custom for",
                        "Merchant",
                        "customMerchantId",
                        help=Text("仅特殊商户的定制模版填写", "Only for a template that one merchant gets"),
                    ),
                )
            ),
        ),
        EDIT_DRAFT,
    ),
    row_link="contractTemplate",
    empty=EmptyState(title=Text("还没有合约模版", "No contract templates yet"), action_key="createContractTemplate"),
    help=Help(tour_key="contractTemplates"),
)
TEMPLATE: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="contractTemplate",
    path="/contract-templates/:id",
    parent="contractTemplates",
    title=Text("合约模版", "Contract template"),
    source=by_id("contractTemplate"),
    header=DetailHeader(title_path="name", subtitle_path="code"),
    sections=(
        DetailSection(
            key="base",
            title=Text("基本信息", "Basics"),
            items=(
                *_template_columns(),
                column("description", ValueKind.LONG_TEXT, "说明", "Remark"),
            ),
        ),
        DetailSection(
            key="versions",
            title=Text("版本", "Versions"),
            kind=SectionKind.RELATED_LIST,
            list="contractTemplateVersions",
        ),
    ),
    actions=(EDIT_DRAFT,),
    timeline=TIMELINE,
)
VERSIONS: Final = ListPage(
    kind=PageKind.LIST,
    key="contractTemplateVersions",
    path="/contract-templates/:id/versions",
    parent="contractTemplate",
    title=Text("模版版本", "Versions"),
    permission="contract_template.read",
    source=Operation(
        field="contractTemplateVersions", bindings=(Binding("template", BindingSource.ROUTE_PARAM, "id"),)
    ),
    columns=_version_columns(),
    filters=(one_of("state", "状态", "State", "ContractTemplateState"),),
    default_order=(OrderBy("version", descending=True),),
    presets=(ViewPreset(key="inForce", label=Text("已发布", "Published"), query="f.state=PUBLISHED"),),
    actions=VERSION_ACTIONS,
    row_link="contractTemplateVersion",
)
VERSION: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="contractTemplateVersion",
    path="/contract-template-versions/:id",
    parent="contractTemplates",
    title=Text("模版版本", "Version of a template"),
    source=by_id("contractTemplateVersion"),
    header=DetailHeader(
        title_path="template.name",
        subtitle_path="template.code",
        status_path="state",
        status_dictionary="ContractTemplateState",
    ),
    sections=(
        DetailSection(
            key="base",
            title=Text("基本信息", "Basics"),
            items=(
                *_version_columns(),
                column("contentHash", ValueKind.TEXT, "内容指纹", "Fingerprint", copyable=True),
            ),
        ),
        DetailSection(
            key="clauses",
            title=Text("条款", "Clauses"),
            items=(column("clauseTable", ValueKind.JSON, "条款", "Clauses"),),
        ),
        DetailSection(
            key="findings",
            title=Text("无效条款检查", "Void clauses"),
            items=(column("voidClauses", ValueKind.JSON, "检查结果", "Findings"),),
        ),
        DetailSection(
            key="parameters",
            title=Text("规则参数", "Rule parameters"),
            items=(column("parameterTable", ValueKind.JSON, "参数", "Parameters"),),
        ),
        DetailSection(
            key="variables",
            title=Text("变量", "Variables"),
            items=(column("variables", ValueKind.JSON, "变量", "Variables"),),
        ),
    ),
    actions=(
        *VERSION_ACTIONS,
        Action(
            key="compare",
            label=Text("版本对比", "Compare"),
            placement=ON_DETAIL,
            goto=to("contractTemplateComparison"),
        ),
    ),
    timeline=TIMELINE,
)
COMPARISON: Final = CustomPage(
    kind=PageKind.CUSTOM,
    key="contractTemplateComparison",
    path="/contract-template-comparison/:id",
    parent="contractTemplates",
    title=Text("模版版本对比", "Compare versions"),
    component=CustomComponent.CONTRACT_SIGNING,
    props={"subject": "compare"},
    needs=("contract_template.read",),
)
