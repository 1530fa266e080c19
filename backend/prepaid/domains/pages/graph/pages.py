"""What is declared for this domain and those below it: pages, menus, dictionaries, pickers."""

from prepaid.domains.identity.graph.permission_types import PlatformTemplate
from prepaid.domains.pages.graph.base.audit_actions import AUDIT_ACTION
from prepaid.domains.pages.graph.base.bench import BENCH
from prepaid.domains.pages.graph.base.configuration import FORM_DESIGNER, FORMS, HOME, PAGE_EDITOR, PLATFORM, PLATFORMS
from prepaid.domains.pages.graph.base.dictionaries import DICTIONARIES
from prepaid.domains.pages.graph.base.members import MEMBER, MEMBERS
from prepaid.domains.pages.graph.base.notices import NOTICES
from prepaid.domains.pages.graph.base.oversight import AUDIT, AUDIT_EVENT, CHANGE, CHANGES, TASKS, TOKENS
from prepaid.domains.pages.graph.base.roles import ROLE, ROLES
from prepaid.domains.pages.graph.base.tenants import (
    MERCHANT,
    MERCHANT_MEMBERS,
    MERCHANT_TYPE,
    MERCHANTS,
    OPERATORS,
)
from prepaid.domains.pages.graph.registry import declare_pages
from prepaid.domains.pages.reads import record_names as _names  # noqa: F401 - declares
from prepaid.domains.pages.rules import permissions as _permissions  # noqa: F401 - declares
from prepaid.domains.pages.rules import record_words as _words  # noqa: F401 - declares
from prepaid.domains.pages.rules.layout.operations import Binding, BindingSource, Operation
from prepaid.domains.pages.rules.layout.shell import Declared, FormUse, NavItem, Reference
from prepaid.domains.pages.rules.text import Text
from prepaid.graph.types import SIGNED_IN, root_list

root_list(
    "myPlatforms",
    PlatformTemplate,
    "Platforms that the caller may appoint people to: his own, for the bank all that are in use",
    permission=SIGNED_IN,
    where=lambda ctx, row: row.status == "ACTIVE",
)


def _menu(key: str, zh: str, en: str, icon: str, order: int) -> NavItem:
    return NavItem(key=key, label=Text(zh, en), icon=icon, order=order)


def _entry(page_key: str, zh: str, en: str, parent: str | None = None) -> NavItem:
    return NavItem(key=page_key, label=Text(zh, en), parent_key=parent, page_key=page_key)


NAVIGATION = (
    NavItem(key="home", label=Text("工作台", "Work bench"), page_key="home", icon="home", order=0),
    _menu("tenants", "商户", "Merchants", "shop", 10),
    _entry("merchants", "商户列表", "Merchants", "tenants"),
    _entry("operators", "商户运营方", "Operators", "tenants"),
    _menu("team", "人员与权限", "People", "team", 80),
    _entry("members", "成员", "Members", "team"),
    _entry("roles", "角色", "Roles", "team"),
    _entry("platforms", "平台模版", "Platforms", "team"),
    _entry("apiTokens", "接口令牌", "API tokens", "team"),
    _menu("oversight", "复核与审计", "Oversight", "audit", 85),
    NavItem(
        key="changes",
        label=Text("复核事项", "Changes to review"),
        parent_key="oversight",
        page_key="changes",
        badge=Operation(
            field="changeRequests",
            bindings=(Binding("filter.canDecide.eq", BindingSource.CONSTANT, constant=True),),
        ),
    ),
    _entry("audit", "审计日志", "Audit trail", "oversight"),
    _entry("tasks", "我的任务", "My tasks", "oversight"),
    _menu("configuration", "配置", "Configuration", "setting", 90),
    _entry("pageEditor", "页面配置", "Pages", "configuration"),
    _entry("forms", "表单", "Forms", "configuration"),
)

declare_pages(
    Declared(
        pages=(
            HOME,
            MERCHANTS,
            MERCHANT,
            MERCHANT_MEMBERS,
            OPERATORS,
            MEMBERS,
            MEMBER,
            ROLES,
            ROLE,
            PLATFORMS,
            PLATFORM,
            TOKENS,
            CHANGES,
            CHANGE,
            AUDIT,
            AUDIT_EVENT,
            TASKS,
            NOTICES,
            PAGE_EDITOR,
            FORMS,
            FORM_DESIGNER,
        ),
        navigation=NAVIGATION,
        bench=BENCH,
        dictionaries=(*DICTIONARIES, AUDIT_ACTION),
        open_dictionaries=(MERCHANT_TYPE,),
        form_uses=(FormUse(key="onboarding", label=Text("商户入驻", "Onboarding")),),
        references=(
            Reference(
                target="Merchant",
                label=Text("商户", "Merchant"),
                field="merchants",
                label_path="name",
                description_path="number",
                page_key="merchant",
            ),
            Reference(target="Operator", label=Text("运营方", "Operator"), field="operators", label_path="name"),
            Reference(
                target="Member",
                label=Text("成员", "Member"),
                field="members",
                label_path="displayName",
                description_path="template.name",
                page_key="member",
            ),
            Reference(
                target="Role",
                label=Text("角色", "Role"),
                field="roles",
                label_path="name",
                description_path="template.name",
                page_key="role",
            ),
            Reference(
                target="PlatformTemplate",
                label=Text("平台", "Platform"),
                field="myPlatforms",
                label_path="name",
                description_path="code",
            ),
        ),
    )
)
