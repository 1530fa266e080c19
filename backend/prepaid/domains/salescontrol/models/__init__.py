"""Tables of sales control."""

from prepaid.domains.salescontrol.models.agents import AgentSale, RegionAgent
from prepaid.domains.salescontrol.models.control import ControlTake, SaleRefusal, SalesControlRule

__all__ = ["AgentSale", "ControlTake", "RegionAgent", "SaleRefusal", "SalesControlRule"]
