"""Tables of the ledger, and the function that alone writes them."""

from prepaid.domains.ledger.models import posting_functions
from prepaid.domains.ledger.models.accounts import LedgerAccount
from prepaid.domains.ledger.models.chart import LedgerChart
from prepaid.domains.ledger.models.transfers import LedgerPosting, LedgerTransfer

__all__ = ["LedgerAccount", "LedgerChart", "LedgerPosting", "LedgerTransfer", "posting_functions"]
