"""Refusals of the issuing switch."""

from prepaid.core.errors import Refusal


class BankStoppedIssuing(Refusal):
    code = "BANK_STOPPED_ISSUING"
    zh = "银行已暂停全部商户发卡与充值"
    en = "The bank has stopped all sales and recharges of cards"


class IssuingStopped(Refusal):
    code = "ISSUING_STOPPED"
    zh = "该商户已被暂停发卡与充值"
    en = "This merchant's sales and recharges of cards are stopped"


class IssuingSwitchAsWished(Refusal):
    """It is in this position already."""

    code = "ISSUING_SWITCH_AS_WISHED"
    zh = "发卡开关已处于该状态"
    en = "The issuing switch stands like this already"
