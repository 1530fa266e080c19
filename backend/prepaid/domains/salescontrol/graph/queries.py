"""Root fields about sales control."""

from prepaid.domains.salescontrol import models as m
from prepaid.domains.salescontrol.graph.agent_types import RegionAgent
from prepaid.domains.salescontrol.graph.rule_types import SalesControlRefusal, SalesControlRule
from prepaid.graph.types import Argument, GlobalID, root_connection, root_one

MERCHANT = Argument(GlobalID | None, "Of this merchant", lambda row, value: row.merchant_id == value)
STORE = Argument(GlobalID | None, "In this store", lambda row, value: row.store_id == value)
RULE = Argument(GlobalID | None, "By this rule", lambda row, value: row.rule_id == value)

root_connection(
    "salesControlRules",
    SalesControlRule,
    "Rules of sales control, newest first",
    permission="sales_control.read",
    search=[m.SalesControlRule.number, m.SalesControlRule.note],
    arguments={"merchant": MERCHANT, "store": STORE},
)
root_one("salesControlRule", SalesControlRule, "One rule of sales control", permission="sales_control.read")
root_connection(
    "salesControlRefusals",
    SalesControlRefusal,
    "Attempts to sell that were refused, newest first",
    permission="sales_control.read",
    search=[m.SaleRefusal.product_name],
    arguments={"merchant": MERCHANT, "store": STORE, "rule": RULE},
)
root_connection(
    "regionAgents",
    RegionAgent,
    "Agents of regions, newest first",
    permission="region_agent.read",
    search=[m.RegionAgent.search],
    arguments={
        "merchant": MERCHANT,
        "region": Argument(GlobalID | None, "Of this region", lambda row, value: row.region_id == value),
    },
)
root_one("regionAgent", RegionAgent, "One agent of a region", permission="region_agent.read")
