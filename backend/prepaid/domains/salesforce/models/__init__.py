"""Tables of salespeople and commission rules."""

from prepaid.domains.salesforce.models.commission import CommissionRule, CommissionRuleVersion
from prepaid.domains.salesforce.models.people import SalesAuthorisation, Salesperson

__all__ = ["CommissionRule", "CommissionRuleVersion", "SalesAuthorisation", "Salesperson"]
