"""Numbers of orders, as people read them to each other: `261122-7K2M-9QXA`.

The legal day, then chance: a number in a row would tell every customer how much the merchant sells.
"""

import secrets
from datetime import date
from typing import Final

ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without 0 O 1 I L U: nothing that is misread."""
GROUP: Final = 4


def new_order_number(day: date) -> str:
    """A number for an order of that day."""
    first, second = ("".join(secrets.choice(ALPHABET) for _ in range(GROUP)) for _ in range(2))
    return f"{day:%y%m%d}-{first}-{second}"
