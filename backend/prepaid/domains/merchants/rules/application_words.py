"""What applications, their checks and their problems are called."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from prepaid.domains.merchants.rules.applications import ApplicationKind, ApplicationState

Words = tuple[str, str]
S = ApplicationState

STATES: Final[Mapping[ApplicationState, Words]] = {
    S.DRAFT: ("草稿", "Draft"),
    S.SUBMITTED: ("待审核", "To review"),
    S.REVIEWING: ("审核中", "Under review"),
    S.REJECTED: ("待修改", "To correct"),
    S.NEED_SIGN: ("待签约", "To sign"),
    S.NEED_DEPOSIT: ("待缴保证金", "Deposit due"),
    S.ACTIVE: ("已入驻", "Active"),
    S.SUSPENDED: ("已暂停", "Suspended"),
    S.APPLIED: ("已变更", "Changed"),
    S.CLOSED: ("已关闭", "Closed"),
}
WAITS_FOR: Final[Mapping[ApplicationState, Words]] = {
    S.DRAFT: ("申请尚未提交", "it has not been submitted"),
    S.SUBMITTED: ("申请等待审核人员领取", "it waits for a reviewer"),
    S.REVIEWING: ("申请正在审核", "it is under review"),
    S.REJECTED: ("申请等待申请人修改", "it waits for corrections"),
    S.NEED_SIGN: ("等待签署合同", "its contract has to be signed"),
    S.NEED_DEPOSIT: ("等待缴纳保证金及开通小程序", "its deposit or APPID is missing"),
    S.ACTIVE: ("商户已入驻", "the merchant is active"),
    S.SUSPENDED: ("商户已暂停", "the merchant is suspended"),
    S.APPLIED: ("变更已生效", "the change is made"),
    S.CLOSED: ("申请已关闭", "it is closed"),
}
KINDS: Final[Mapping[ApplicationKind, Words]] = {
    ApplicationKind.ONBOARDING: ("商户入驻", "Onboarding"),
    ApplicationKind.LICENCE: ("营业执照变更", "Change of licence"),
    ApplicationKind.LEGAL_PERSON: ("法定代表人变更", "Change of legal person"),
    ApplicationKind.PAYEE_ACCOUNT: ("收款账户变更", "Change of payee account"),
    ApplicationKind.PREMISES: ("经营场所变更", "Change of premises"),
}


class CheckCode(StrEnum):
    """An automatic check (核验项)."""

    IDENTIFIERS = "IDENTIFIERS"
    COMPANY_CODE_UNIQUE = "COMPANY_CODE_UNIQUE"
    CODE_APPLIED_FOR = "CODE_APPLIED_FOR"
    APPID_UNIQUE = "APPID_UNIQUE"
    ACCOUNT_NAME = "ACCOUNT_NAME"
    LICENCE_NUMBER = "LICENCE_NUMBER"
    LEGAL_PERSON_WECHAT = "LEGAL_PERSON_WECHAT"
    BLACKLIST = "BLACKLIST"
    DOCUMENTS_VALID = "DOCUMENTS_VALID"


class CheckOutcome(StrEnum):
    """What a check found (核验结果)."""

    PASSED = "PASSED"
    NOTICE = "NOTICE"
    ALARM = "ALARM"


class ProblemCode(StrEnum):
    """Why a field is rejected (驳回原因)."""

    WRONG = "WRONG"
    UNREADABLE = "UNREADABLE"
    INCOMPLETE = "INCOMPLETE"
    EXPIRED = "EXPIRED"
    MISMATCH = "MISMATCH"
    OTHER = "OTHER"


CHECKS: Final[Mapping[CheckCode, Words]] = {
    CheckCode.IDENTIFIERS: ("证件、账号、手机号校验", "Check digits of numbers"),
    CheckCode.COMPANY_CODE_UNIQUE: ("企业未重复入驻", "Company is no merchant yet"),
    CheckCode.CODE_APPLIED_FOR: ("无其他在途申请", "No other open application"),
    CheckCode.APPID_UNIQUE: ("APPID 未被占用", "APPID is free"),
    CheckCode.ACCOUNT_NAME: ("账户名称与企业名称一致", "Account in the company's name"),
    CheckCode.LICENCE_NUMBER: ("营业执照号码与证件号码一致", "Licence carries the company's code"),
    CheckCode.LEGAL_PERSON_WECHAT: ("法定代表人与微信实名一致", "Legal person owns the WeChat id"),
    CheckCode.BLACKLIST: ("黑名单", "Blacklist"),
    CheckCode.DOCUMENTS_VALID: ("证照在有效期内", "Documents are valid"),
}
OUTCOMES: Final[Mapping[CheckOutcome, Words]] = {
    CheckOutcome.PASSED: ("通过", "Passed"),
    CheckOutcome.NOTICE: ("请留意", "Look at it"),
    CheckOutcome.ALARM: ("异常", "Alarm"),
}
PROBLEMS: Final[Mapping[ProblemCode, Words]] = {
    ProblemCode.WRONG: ("内容有误", "Wrong"),
    ProblemCode.UNREADABLE: ("影像不清晰", "Unreadable"),
    ProblemCode.INCOMPLETE: ("内容不完整", "Incomplete"),
    ProblemCode.EXPIRED: ("证照已过期", "Expired"),
    ProblemCode.MISMATCH: ("与其他材料不一致", "Does not match"),
    ProblemCode.OTHER: ("其他", "Other"),
}
