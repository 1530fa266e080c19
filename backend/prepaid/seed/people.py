"""The fictitious merchants and people of the demo. Nobody has these phone numbers; no mail reaches the addresses."""

import base64
import hashlib
from dataclasses import dataclass
from typing import Final, NamedTuple

from prepaid.core.actor import ScopeKind
from prepaid.kit.identifiers import fictitious

PASSWORD: Final = "Yunling-Skate-2580"  # noqa: S105 - of demo accounts, which production refuses to make


class DemoAccount(NamedTuple):
    """Somebody who may sign in."""

    who: str
    login: str
    password: str
    note: str


@dataclass(frozen=True, slots=True)
class DemoMerchant:
    """A merchant; `key` names it in this file."""

    key: str
    name: str
    type_code: str
    operator: str | None


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """A person in one role of one platform."""

    name: str
    login: str
    template: str
    role: str
    who: str
    merchant: str | None = None
    operator: str | None = None
    scope: ScopeKind = ScopeKind.MERCHANT
    staff_number: str | None = None

    @property
    def totp_secret(self) -> str | None:
        """Bank staff have an authenticator; its secret follows from the login, so that every demo has the same."""
        if self.staff_number is None:
            return None
        return base64.b32encode(hashlib.sha256(f"demo:{self.login}".encode()).digest()[:20]).decode()


OPERATORS: Final = ("远山商业管理", "青禾文体运营")
MERCHANTS: Final = (
    DemoMerchant("yunling", "云岭滑冰馆", "ice_rink", "远山商业管理"),
    DemoMerchant("xinghe", "星河舞蹈培训", "dance_school", "远山商业管理"),
    DemoMerchant("binghe", "冰河滑冰俱乐部", "ice_rink", "青禾文体运营"),
    DemoMerchant("liuan", "柳岸舞蹈培训", "dance_school", None),
)


def _at(merchant: str, name: str, login: str, role: str, who: str, scope: ScopeKind = ScopeKind.MERCHANT) -> DemoPerson:
    return DemoPerson(name, f"{login}@example.com", "merchant", role, who, merchant=merchant, scope=scope)


def _operator(company: str, name: str, login: str) -> DemoPerson:
    who = f"运营方 · {company}"
    return DemoPerson(
        name, f"{login}@example.com", "merchant", "owner", who, operator=company, scope=ScopeKind.OPERATOR
    )


def _bank(number: int, name: str, login: str, role: str, who: str, template: str = "bank") -> DemoPerson:
    return DemoPerson(
        name,
        f"{login}@example.com",
        template,
        role,
        who,
        scope=ScopeKind.BANK_ALL,
        staff_number=f"B{1000 + number}",
    )


PEOPLE: Final = (
    _at("yunling", "林晓云", "owner", "owner", "店主 · 云岭滑冰馆"),
    _at("yunling", "周海", "manager", "manager", "店长 · 云岭滑冰馆"),
    _at("yunling", "陈静", "cashier", "cashier", "收银员 · 云岭滑冰馆"),
    _at("yunling", "吴迪", "sales", "salesperson", "销售 · 云岭滑冰馆", ScopeKind.SELF),
    _at("yunling", "郑敏", "finance", "finance", "财务 · 云岭滑冰馆"),
    _at("xinghe", "沈星", "owner.xinghe", "owner", "店主 · 星河舞蹈培训"),
    _at("binghe", "何冰", "owner.binghe", "owner", "店主 · 冰河滑冰俱乐部"),
    _at("liuan", "柳青", "owner.liuan", "owner", "店主 · 柳岸舞蹈培训"),
    _operator("远山商业管理", "许远山", "operator"),
    _operator("青禾文体运营", "高青禾", "operator.qinghe"),
    _bank(1, "孙合", "compliance", "compliance", "行内 · 合规"),
    _bank(2, "赵文", "contracts", "contracts", "行内 · 合同"),
    _bank(3, "钱璐", "coupons", "coupons", "行内 · 营销"),
    _bank(4, "李峰", "risk", "risk", "行内 · 风控"),
    _bank(5, "马兰", "aftersales", "after_sales", "行内 · 售后"),
    _bank(6, "胡算", "bank.finance", "finance", "行内 · 财务"),
    _bank(7, "韩正", "bank.admin", "administrator", "行内 · 管理员"),
    _bank(8, "秦复", "bank.checker", "administrator", "行内 · 管理员（复核）"),
    _bank(9, "宋权", "permission", "administrator", "权限管理员", template="permission"),
    _bank(10, "陆审", "auditor", "auditor", "权限审计员", template="permission"),
    DemoPerson("江小鱼", "consumer@example.com", "consumer", "consumer", "消费者", scope=ScopeKind.SELF),
)


def phone_of(person: DemoPerson) -> str:
    """A mobile number of no operator, the same in every demo."""
    return fictitious.phone(PEOPLE.index(person) + 1)


APPLICANT_ACCOUNTS: Final = tuple(
    DemoAccount(f"申请人 · {company}", f"{login}@example.com", PASSWORD, "入驻申请")
    for company, login in (
        ("碧涛游泳健身", "applicant"),
        ("妍色美容美发", "applicant.salon"),
        ("雪域冰上运动", "applicant.rink"),
        ("季风舞蹈艺术", "applicant.dance"),
    )
)
DEMO_ACCOUNTS: Final = [
    *(DemoAccount(p.who, p.login, PASSWORD, f"TOTP {p.totp_secret}" if p.totp_secret else phone_of(p)) for p in PEOPLE),
    *APPLICANT_ACCOUNTS,
]
