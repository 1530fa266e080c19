"""Why something cannot be done with a person or a rule at present."""

from typing import Final

from prepaid.core.obstacles import Obstacle
from prepaid.domains.salesforce.errors import CommissionRuleRetired, SalespersonNotSelling
from prepaid.domains.salesforce.models import CommissionRule, Salesperson

AUTHORISING: Final = (
    Obstacle(
        SalespersonNotSelling,
        lambda ask: Salesperson.status == "LEFT",
        {"salesperson": lambda ask: Salesperson.name, "status": lambda ask: Salesperson.status},
    ),
)
REVISING: Final = (Obstacle(CommissionRuleRetired, lambda ask: CommissionRule.retired_at.is_not(None)),)
