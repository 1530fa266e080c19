"""What an API token may be: where it sees, where it is used from, how long it lives."""

import re
from collections.abc import Sequence
from datetime import timedelta
from ipaddress import ip_network
from typing import Final

from prepaid.core.actor import ScopeKind

LONGEST_LIFE: Final = timedelta(days=366)
MOST_BLOCKS: Final = 50
EDGES: Final = " \t\r\n,;，、；"
BETWEEN: Final = re.compile(r"[\s,;，、；]+")
SCOPES: Final = frozenset({ScopeKind.MERCHANT, ScopeKind.OPERATOR, ScopeKind.CUSTOM, ScopeKind.BANK_ALL})
"""A program stands in no store and is nobody's self."""


class MalformedBlock(ValueError):
    """A text that is neither an address nor a network; `args[0]` is the text."""


def address_blocks(texts: Sequence[str]) -> list[str]:
    """Addresses and networks in one spelling (CIDR), without repeats, in the order given.

    A text may name several, with commas or white space between them, as people type them into one field.

    Raises:
        MalformedBlock: also for a network with host bits set, which says two things.
    """
    blocks: dict[str, None] = {}
    for text in (part for whole in texts for part in BETWEEN.split(whole.strip(EDGES))):
        try:
            blocks[str(ip_network(text))] = None
        except ValueError:
            raise MalformedBlock(text[:60]) from None
    return list(blocks)
