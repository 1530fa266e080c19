"""What custody brings to the pages."""

from prepaid.domains.custody.graph.base.guarantees import GUARANTEES, SWITCHES
from prepaid.domains.custody.graph.base.overview import OVERVIEW
from prepaid.domains.custody.graph.base.sufficiency import (
    ACCOUNT,
    ACCOUNT_CHECKS,
    ACCOUNTS,
    CHECK,
    CHECKS,
    QUARTERS,
)
from prepaid.domains.custody.graph.base.wallets import (
    OPERATION,
    OPERATION_EVENTS,
    OPERATIONS,
    WALLET,
    WALLET_OPERATIONS,
    WALLETS,
)
from prepaid.domains.custody.graph.dictionaries import DICTIONARIES
from prepaid.domains.pages.graph.registry import declare_pages
from prepaid.domains.pages.rules.layout.shell import Declared, NavItem
from prepaid.domains.pages.rules.text import Text


def _entry(page_key: str, zh: str, en: str) -> NavItem:
    return NavItem(key=page_key, label=Text(zh, en), parent_key="custody", page_key=page_key)


declare_pages(
    Declared(
        pages=(
            OVERVIEW,
            ACCOUNTS,
            ACCOUNT,
            ACCOUNT_CHECKS,
            CHECKS,
            CHECK,
            QUARTERS,
            GUARANTEES,
            WALLETS,
            WALLET,
            WALLET_OPERATIONS,
            OPERATIONS,
            OPERATION,
            OPERATION_EVENTS,
            SWITCHES,
        ),
        navigation=(
            NavItem(key="custody", label=Text("资金存管", "Custody"), icon="safety-certificate"),
            _entry("custodyOverview", "存管概览", "At a glance"),
            _entry("custodyAccounts", "存管账户与充足性", "Custody and sufficiency"),
            _entry("sufficiencyChecks", "充足性检查", "Sufficiency by day"),
            _entry("custodyQuarters", "季末快照", "Snapshots of quarters"),
            _entry("custodyGuarantees", "担保登记", "Guarantees"),
            _entry("custodyWallets", "存管子钱包", "Custody wallets"),
            _entry("walletOperations", "存管指令", "Instructions"),
            _entry("issuingSwitches", "发卡开关", "Issuing switches"),
        ),
        dictionaries=DICTIONARIES,
    )
)
