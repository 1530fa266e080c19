"""What the audit trail calls applications and their values."""

from typing import Final

from prepaid.core.audit.words import describe, field
from prepaid.domains.merchants.rules.appids import REGISTRATION_WORDS
from prepaid.domains.merchants.rules.application_words import KINDS, STATES

STATE_WORDS: Final = {state.value: words for state, words in STATES.items()}
KIND_WORDS: Final = {kind.value: words for kind, words in KINDS.items()}

describe("MerchantApplication", "入驻申请", "Application", fields={
    "number": field("申请编号", "Number"),
    "kind": field("申请种类", "Kind", KIND_WORDS),
    "state": field("状态", "State", STATE_WORDS),
    "round": field("提交次数", "Submission"),
    "type": field("商户类型", "Merchant type", "merchantType"),
    "revision": field("修订", "Revision"),
    "claimedBy": field("审核人", "Reviewer"),
    "fields": field("变更项", "Changed fields"),
})  # fmt: skip
describe("AppidRegistration", "小程序注册", "Registration of a mini-program", fields={
    "state": field("进度", "State", {state.value: words for state, words in REGISTRATION_WORDS.items()}),
    "reference": field("流水号", "Reference"),
    "company": field("企业名称", "Company"),
    "appid": field("APPID", "APPID"),
    "failure": field("失败原因", "Why it failed"),
})  # fmt: skip
