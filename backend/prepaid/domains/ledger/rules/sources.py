"""Where a merchant's money is, in the order in which it is taken (domain/100)."""

from typing import Final

from prepaid.domains.ledger.rules.chart import AccountCode
from prepaid.domains.ledger.rules.transfers import AccountRef

DRAWABLE: Final = AccountRef(AccountCode.MERCHANT_DRAWABLE)
SETTLED: Final = AccountRef(AccountCode.MERCHANT_SETTLED)
DEPOSIT: Final = AccountRef(AccountCode.DEPOSIT)
RECEIVABLE: Final = AccountRef(AccountCode.MERCHANT_RECEIVABLE)
"""What is nowhere, the merchant owes: the bank intervenes."""

EARNED: Final = (DRAWABLE, SETTLED)
"""All that commission is paid from; without it, commission waits."""
OWN: Final = (DRAWABLE, SETTLED, RECEIVABLE)
"""All that corrects the merchant's own booking."""
ANY: Final = (DRAWABLE, SETTLED, DEPOSIT, RECEIVABLE)
"""All that pays a consumer's claim, after the holdback of his card contract."""
