"""Pages of applications and companies (入驻申请、公司资料)."""

from typing import Final

from prepaid.domains.merchants.graph.application_dictionaries import APPLICATION_DICTIONARIES
from prepaid.domains.pages.graph.base.building import (
    between,
    choice,
    column,
    confirm,
    contains,
    one_of,
    picked,
    reason,
    truth,
)
from prepaid.domains.pages.graph.base.members import ON_RECORD, TIMELINE
from prepaid.domains.pages.graph.base.tenants import MERCHANT_TYPE
from prepaid.domains.pages.graph.registry import declare_pages
from prepaid.domains.pages.rules.forms import Form, Tone
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.actions import Action, ActionPlacement
from prepaid.domains.pages.rules.layout.bench import BenchCard, BenchKind
from prepaid.domains.pages.rules.layout.columns import DetailHeader, Pin
from prepaid.domains.pages.rules.layout.operations import Binding, BindingSource, Operation, by_id, on_row
from prepaid.domains.pages.rules.layout.pages import (
    CustomComponent,
    CustomPage,
    DetailPage,
    DetailSection,
    EmptyState,
    ListPage,
    OrderBy,
    PageKind,
    SectionKind,
    ViewPreset,
)
from prepaid.domains.pages.rules.layout.shell import Declared, NavItem, Reference
from prepaid.domains.pages.rules.text import Text

DETAIL: Final = (ActionPlacement.DETAIL,)
REVIEW_ACTIONS: Final = (
    Action(
        key="claimApplication",
        label=Text("领取审核", "Claim"),
        tone=Tone.INFO,
        placement=ON_RECORD,
        submit=on_row("claimApplication", "applicationId"),
    ),
    Action(
        key="approveApplication",
        label=Text("通过", "Approve"),
        tone=Tone.SUCCESS,
        placement=DETAIL,
        submit=on_row("approveApplication", "applicationId"),
        form=Form(fields=(reason(required=False),)),
        confirm=confirm(
            "通过该申请？",
            "Accept this application?",
            "通过",
            "Approve",
            Text("入驻申请通过后将生成合同", "For a new merchant its contract is drawn up"),
        ),
    ),
    Action(
        key="releaseApplication",
        label=Text("退回队列", "Release"),
        placement=ON_RECORD,
        submit=on_row("releaseApplication", "applicationId"),
    ),
)
COLUMNS: Final = (
    column(
        "number", ValueKind.TEXT, "申请编号", "Number", sortable="NUMBER", copyable=True, pinned=Pin.LEFT, width=170
    ),
    column("companyName", ValueKind.TEXT, "企业名称", "Company", sortable="COMPANY_NAME", width=200),
    column("kind", ValueKind.ENUM, "申请种类", "Kind", dictionary="ApplicationKind", width=140),
    column("typeCode", ValueKind.ENUM, "商户类型", "Type", dictionary=MERCHANT_TYPE, width=110),
    column("state", ValueKind.ENUM, "状态", "State", sortable="STATE", dictionary="ApplicationState", width=120),
    column("round", ValueKind.INTEGER, "提交次数", "Submitted", sortable="ROUND", width=100),
    column("alarmCount", ValueKind.INTEGER, "核验异常", "Alarms", width=100),
    column("reviewer", ValueKind.TEXT, "审核人", "Reviewer", width=100),
    column("submittedAt", ValueKind.DATETIME, "提交时间", "Submitted at", sortable="SUBMITTED_AT"),
    column("dueAt", ValueKind.DATETIME, "审核期限", "Due", sortable="DUE_AT"),
    column("overdue", ValueKind.BOOLEAN, "已超期", "Overdue", default_visible=False),
    column("decidedAt", ValueKind.DATETIME, "处理时间", "Decided", sortable="DECIDED_AT", default_visible=False),
)
APPLICATIONS: Final = ListPage(
    kind=PageKind.LIST,
    key="applications",
    path="/applications",
    title=Text("入驻申请", "Applications"),
    source=Operation(field="merchantApplications"),
    columns=COLUMNS,
    filters=(
        contains("companyName", "企业名称", "Company"),
        one_of("state", "状态", "State", "ApplicationState"),
        one_of("kind", "申请种类", "Kind", "ApplicationKind"),
        one_of("typeCode", "商户类型", "Type", MERCHANT_TYPE),
        truth("overdue", "已超期", "Overdue", "overdue.eq"),
        picked("merchant", "商户", "Merchant", "Merchant"),
        between("submittedAt", "提交时间", "Submitted"),
    ),
    quick_search=Text("企业名称、申请编号", "Company, number"),
    default_order=(OrderBy("dueAt"),),
    presets=(
        ViewPreset(key="open", label=Text("待审核", "To review"), query="f.state=SUBMITTED,REVIEWING", counted=True),
        ViewPreset(key="later", label=Text("签约与开通中", "Being set up"), query="f.state=NEED_SIGN,NEED_DEPOSIT"),
    ),
    actions=REVIEW_ACTIONS,
    row_link="application",
    empty=EmptyState(title=Text("没有入驻申请", "No applications")),
    refresh_seconds=60,
)
APPLICATION: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="application",
    path="/applications/:id",
    parent="applications",
    title=Text("申请详情", "Application"),
    source=by_id("merchantApplication"),
    header=DetailHeader(
        title_path="companyName",
        subtitle_path="number",
        status_path="state",
        status_dictionary="ApplicationState",
    ),
    sections=(
        DetailSection(
            key="review",
            title=Text("申请内容", "Application"),
            kind=SectionKind.CUSTOM,
            component=CustomComponent.ONBOARDING_WIZARD,
        ),
        DetailSection(
            key="base",
            title=Text("处理情况", "Where it stands"),
            items=(
                *COLUMNS,
                column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
                column("contract", ValueKind.REFERENCE, "合同", "Contract", label_path="number", link_page="contract"),
                column("typeVersion", ValueKind.INTEGER, "类型版本", "Version of the type", "typeVersion.version"),
                column("reason", ValueKind.LONG_TEXT, "审核意见", "Remark"),
            ),
        ),
    ),
    actions=REVIEW_ACTIONS,
    timeline=TIMELINE,
)
MY_APPLICATION: Final = CustomPage(
    kind=PageKind.CUSTOM,
    key="myApplication",
    path="/my-application",
    title=Text("我的申请", "My application"),
    component=CustomComponent.ONBOARDING_WIZARD,
    needs=("application.fill",),
)
FILLED: Final = CustomPage(
    kind=PageKind.CUSTOM,
    key="filledApplication",
    path="/my-application/:id",
    parent="myApplication",
    title=Text("填写申请", "Fill in an application"),
    component=CustomComponent.ONBOARDING_WIZARD,
    needs=("application.fill",),
)
CHANGE: Final = Action(
    key="requestCompanyChange",
    label=Text("申请变更", "Ask for a change"),
    tone=Tone.INFO,
    placement=ON_RECORD,
    submit=on_row("requestCompanyChange", "companyId"),
    form=Form(fields=(choice("kind", "变更内容", "What has changed", "CompanyChangeKind", required=True),)),
)
COMPANY_COLUMNS: Final = (
    column("name", ValueKind.TEXT, "企业名称", "Company", sortable="NAME", pinned=Pin.LEFT, width=220),
    column("code", ValueKind.TEXT, "证件号码", "Code", copyable=True, width=190),
    column("legalPerson", ValueKind.TEXT, "法定代表人", "Legal person", width=110),
    column("phone", ValueKind.TEXT, "联系电话", "Phone", width=150),
    column("address", ValueKind.TEXT, "地址", "Address"),
    column("accountName", ValueKind.TEXT, "收款户名", "Payee account"),
    column("account", ValueKind.TEXT, "收款账号", "Account number"),
    column("appid", ValueKind.TEXT, "APPID", "APPID", copyable=True),
    column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
    column("reviewedAt", ValueKind.DATETIME, "审核通过时间", "Accepted", sortable="REVIEWED_AT"),
)
COMPANIES: Final = ListPage(
    kind=PageKind.LIST,
    key="companies",
    path="/companies",
    title=Text("公司资料", "Companies"),
    source=Operation(field="merchantCompanies"),
    columns=COMPANY_COLUMNS,
    filters=(contains("name", "企业名称", "Company"),),
    quick_search=Text("企业名称、证件号码", "Company, code"),
    default_order=(OrderBy("name"),),
    actions=(CHANGE,),
    row_link="company",
    empty=EmptyState(
        title=Text("还没有公司资料", "No company data yet"),
        body=Text("入驻申请审核通过后，公司资料会显示在这里", "They are here once the application was accepted"),
    ),
)
COMPANY: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="company",
    path="/companies/:id",
    parent="companies",
    title=Text("公司资料详情", "Company"),
    source=by_id("merchantCompany"),
    header=DetailHeader(title_path="name", subtitle_path="code"),
    sections=(DetailSection(key="base", title=Text("基本信息", "Basics"), items=COMPANY_COLUMNS),),
    actions=(CHANGE,),
    timeline=TIMELINE,
)

declare_pages(
    Declared(
        pages=(APPLICATIONS, APPLICATION, MY_APPLICATION, FILLED, COMPANIES, COMPANY),
        navigation=(
            NavItem(key="onboarding", label=Text("入驻与资料", "Onboarding"), icon="solution", order=10),
            NavItem(
                key="myApplication",
                label=Text("我的申请", "My application"),
                parent_key="onboarding",
                page_key="myApplication",
            ),
            NavItem(
                key="applications",
                label=Text("入驻申请", "Applications"),
                parent_key="onboarding",
                page_key="applications",
                permission="application.checks",
            ),
            NavItem(
                key="companies", label=Text("公司资料", "Companies"), parent_key="onboarding", page_key="companies"
            ),
        ),
        dictionaries=APPLICATION_DICTIONARIES,
        references=(
            Reference(
                target="MerchantApplication",
                label=Text("入驻申请", "Application"),
                field="merchantApplications",
                label_path="companyName",
                description_path="number",
                page_key="application",
            ),
        ),
        bench=(
            BenchCard(
                key="applicationsToReview",
                label=Text("待审核入驻申请", "Applications to review"),
                kind=BenchKind.TODO,
                source=Operation(
                    field="merchantApplications",
                    bindings=(Binding("filter.state.in", BindingSource.CONSTANT, constant=["SUBMITTED", "REVIEWING"]),),
                ),
                tone=Tone.WARNING,
                page_key="applications",
                query="f.state=SUBMITTED,REVIEWING",
                permission="application.review",
            ),
        ),
    )
)
