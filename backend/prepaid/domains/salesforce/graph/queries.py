"""Root fields about salespeople and commission rules."""

from prepaid.domains.salesforce import models as m
from prepaid.domains.salesforce.graph.people_types import SalesAuthorisation, Salesperson
from prepaid.domains.salesforce.graph.rule_types import CommissionRule, CommissionRuleVersion
from prepaid.graph.types import Argument, GlobalID, root_connection, root_one

MERCHANT = Argument(GlobalID | None, "Of this merchant", lambda row, value: row.merchant_id == value)

root_connection(
    "salespeople",
    Salesperson,
    "Salespeople within the caller's data scope, newest first",
    permission="salesperson.read",
    search=[m.Salesperson.search, m.Salesperson.staff_number],
    arguments={
        "merchant": MERCHANT,
        "store": Argument(GlobalID | None, "Of this store", lambda row, value: row.store_id == value),
    },
)
root_one("salesperson", Salesperson, "One salesperson", permission="salesperson.read")
root_connection(
    "salesAuthorisations",
    SalesAuthorisation,
    "Who may sell what, newest first",
    permission="salesperson.read",
    arguments={
        "salesperson": Argument(GlobalID | None, "Of this person", lambda row, value: row.salesperson_id == value)
    },
)
root_connection(
    "commissionRules",
    CommissionRule,
    "Commission rules, newest first",
    permission="commission_rule.read",
    search=[m.CommissionRule.name, m.CommissionRule.number],
    arguments={"merchant": MERCHANT},
)
root_one("commissionRule", CommissionRule, "One commission rule", permission="commission_rule.read")
root_connection(
    "commissionRuleVersions",
    CommissionRuleVersion,
    "Versions of commission rules, newest first",
    permission="commission_rule.read",
    order_by=["-version"],
    arguments={"rule": Argument(GlobalID | None, "Of this rule", lambda row, value: row.rule_id == value)},
)
