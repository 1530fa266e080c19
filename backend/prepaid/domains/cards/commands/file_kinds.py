"""Files of cards: what is uploaded, what the product makes."""

from typing import Final

from prepaid.core.files import CSV, XLSX, file_purpose

LARGEST_BYTES: Final = 20 * 1024 * 1024
CARD_STOCK: Final = file_purpose(
    "card_stock", max_bytes=LARGEST_BYTES, kinds=[CSV, XLSX], permission="card_stock.import"
)
CARD_STOCK_ERRORS: Final = file_purpose("card_stock_errors", max_bytes=LARGEST_BYTES, kinds=[CSV], made_here=True)
