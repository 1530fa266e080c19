"""Enums of identity in the schema."""

from prepaid.core.actor import ScopeKind
from prepaid.domains.identity.commands.sign_in import SignInStep
from prepaid.domains.identity.rules.session_life import SessionKind
from prepaid.graph.types import described_enum

described_enum(
    ScopeKind,
    {
        ScopeKind.SELF: "本人: only what is one's own",
        ScopeKind.STORE: "指定店铺: some stores of a merchant",
        ScopeKind.REGION_SUBTREE: "区域及下级: the stores of regions and of those below them",
        ScopeKind.MERCHANT: "本商户: one merchant as a whole",
        ScopeKind.OPERATOR: "运营方: all merchants of an operator",
        ScopeKind.BANK_ALL: "全行: everything",
        ScopeKind.CUSTOM: "指定商户: a list of merchants",
    },
)
described_enum(
    SessionKind,
    {
        SessionKind.COOKIE: "浏览器: the secret travels in a cookie that scripts cannot read",
        SessionKind.BEARER: "令牌: a short access token with a refresh token, for programs and the mini-program",
    },
)
described_enum(
    SignInStep,
    {
        SignInStep.SIGNED_IN: "已登录: there is a session",
        SignInStep.SECOND_FACTOR: "待验证动态口令: call `verifySecondFactor` with the ticket",
        SignInStep.SECOND_FACTOR_ENROLMENT: "待绑定动态口令: there is a session in which only enrolling is possible",
    },
)
