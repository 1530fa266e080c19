"""The catalogue of permission codes, and what features and gates leave of a grant."""

from uuid import uuid4

import pytest

from prepaid.core.actor import DbRole, ScopeKind
from prepaid.domains.identity.rules import catalogue
from prepaid.domains.identity.rules.effective import (
    GrantedNode,
    NodeRow,
    Switches,
    Verdict,
    effective_codes,
    granted_nodes,
    judge,
)
from prepaid.domains.identity.rules.permissions import (
    CHILDREN,
    PERMISSIONS,
    Audience,
    Gate,
    GateState,
    NodeKind,
    Permission,
    declare,
    usable_in,
)
from prepaid.domains.identity.rules.scopes import database_role, possible

assert catalogue.STAFF

SELL = GrantedNode("card.sell", NodeKind.ACTION, gates=frozenset({Gate.SALES}))
REDEEM = GrantedNode("card.redeem", NodeKind.ACTION, gates=frozenset({Gate.REDEMPTION}))
RETURN = GrantedNode("card.return", NodeKind.ACTION, gates=frozenset({Gate.AFTER_SALES}))
HELP = GrantedNode("help.ask", NodeKind.ACTION)
CARDS = GrantedNode("card.read", NodeKind.PAGE)
ALL = (SELL, REDEEM, RETURN, HELP, CARDS)


def test_every_permission_stands_where_its_kind_may_stand_and_is_named_in_both_languages() -> None:
    for permission in PERMISSIONS.values():
        assert permission.zh
        assert permission.en
        assert permission.audiences
        if permission.parent is not None:
            parent = PERMISSIONS[permission.parent]
            assert permission.kind in CHILDREN[parent.kind]
            assert permission.audiences <= parent.audiences


@pytest.mark.parametrize("code", ["", "Member", "member..add", ".a", "a.", "member-add", "a" * 81, "会员"])
def test_a_malformed_code_is_not_declared(code: str) -> None:
    with pytest.raises(ValueError, match="malformed"):
        declare([Permission(code, NodeKind.PAGE, "甲", "A")])


def test_a_code_means_one_thing() -> None:
    with pytest.raises(ValueError, match="twice"):
        declare([Permission("member.read", NodeKind.ACTION, "甲", "A")])
    with pytest.raises(ValueError, match="not declared"):
        declare([Permission("a.b", NodeKind.ACTION, "甲", "A", parent="nowhere")])


def test_a_merchants_template_cannot_hold_the_banks_acts() -> None:
    codes = {permission.code for permission in usable_in(Audience.MERCHANT)}
    assert "member.roles" in codes
    assert not codes & {"merchant.gate", "role.grant", "member.appoint", "template.edit"}


@pytest.mark.parametrize(
    ("gate", "left"),
    [
        (GateState.OPEN, {"card.sell", "card.redeem", "card.return", "help.ask", "card.read"}),
        (GateState.SUSPENDED, {"card.redeem", "card.return", "help.ask", "card.read"}),
        (GateState.FRAUD_HOLD, {"card.return", "help.ask", "card.read"}),
        (GateState.CLOSED, {"card.read"}),
    ],
)
def test_the_gate_of_a_merchant_takes_acts_away(gate: GateState, left: set[str]) -> None:
    assert effective_codes(ALL, Switches(gate=gate)) == left
    assert effective_codes(ALL, None) == {node.code for node in ALL}


def test_a_feature_counts_where_type_and_merchant_both_have_it() -> None:
    node = GrantedNode("gift.send", NodeKind.ACTION, features=frozenset({"gifting"}))
    for of_type, own, verdict in (
        (["gifting"], ["gifting"], Verdict.ALLOWED),
        ([], ["gifting"], Verdict.FEATURE_OFF),
        (["gifting"], [], Verdict.FEATURE_OFF),
        (None, ["gifting"], Verdict.FEATURE_OFF),
    ):
        assert judge(node, Switches.of(of_type, own, "OPEN")) is verdict
    assert judge(None, None) is Verdict.NOT_GRANTED


def test_what_hangs_below_a_switched_off_page_is_off() -> None:
    menu, page, act = uuid4(), uuid4(), uuid4()
    nodes = granted_nodes(
        [
            NodeRow(act, page, "gift.send", NodeKind.ACTION, None, None),
            NodeRow(page, menu, "gift.read", NodeKind.PAGE, None, Gate.SALES),
            NodeRow(menu, None, "menu.gifts", NodeKind.MENU, "gifting", None),
        ]
    )
    assert effective_codes(nodes, Switches(frozenset({"gifting"}))) == {"gift.send", "gift.read", "menu.gifts"}
    assert effective_codes(nodes, Switches(frozenset({"gifting"}), GateState.SUSPENDED)) == {"menu.gifts"}
    assert effective_codes(nodes, Switches()) == frozenset()


@pytest.mark.parametrize(
    ("audience", "scope", "platform", "role"),
    [
        (Audience.MERCHANT, ScopeKind.MERCHANT, False, DbRole.MERCHANT),
        (Audience.MERCHANT, ScopeKind.STORE, False, DbRole.MERCHANT),
        (Audience.MERCHANT, ScopeKind.OPERATOR, True, DbRole.OPERATOR),
        (Audience.BANK, ScopeKind.BANK_ALL, True, DbRole.BANK),
        (Audience.BANK, ScopeKind.CUSTOM, True, DbRole.OPERATOR),
        (Audience.CONSUMER, ScopeKind.SELF, True, DbRole.CONSUMER),
    ],
)
def test_a_scope_decides_the_database_role(audience: Audience, scope: ScopeKind, platform: bool, role: DbRole) -> None:
    assert possible(audience, scope, in_platform_tenant=platform)
    assert database_role(audience, scope) is role


@pytest.mark.parametrize(
    ("audience", "scope", "platform"),
    [
        (Audience.MERCHANT, ScopeKind.BANK_ALL, True),
        (Audience.MERCHANT, ScopeKind.OPERATOR, False),
        (Audience.MERCHANT, ScopeKind.MERCHANT, True),
        (Audience.BANK, ScopeKind.BANK_ALL, False),
        (Audience.CONSUMER, ScopeKind.MERCHANT, False),
    ],
)
def test_an_impossible_scope(audience: Audience, scope: ScopeKind, platform: bool) -> None:
    assert not possible(audience, scope, in_platform_tenant=platform)
