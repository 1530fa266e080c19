"""What pieces of a single service move in the ledger, when a card has paid a part of their order.

A line of net price N was paid C through the channel (owed on the order) and N − C from a card; of the latter the
ledger keeps a part K in MERCHANT_PENDING since the payment. The pieces performed so far are worth V of N; then
⌊C·V/N⌋ has left the order's liability, and of the rest V − ⌊C·V/N⌋ the part ⌊K·rest/(N − C)⌋ settles with them. Any
sequence sums exactly, and nothing is left at V = N.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from prepaid.kit.money import Fen, share_by_weights


@dataclass(frozen=True, slots=True)
class LineMoney:
    """N, C and K of a line."""

    net_fen: Fen
    channel_fen: Fen
    kept_fen: Fen

    def until(self, value_fen: Fen) -> tuple[Fen, Fen]:
        """What has moved out of the order, and what settles of the card's part, when that much is performed."""
        if not self.net_fen:
            return 0, 0
        channel = self.channel_fen * value_fen // self.net_fen
        card = self.net_fen - self.channel_fen
        return channel, self.kept_fen * (value_fen - channel) // card if card else 0


@dataclass(frozen=True, slots=True)
class Pieces:
    """What some pieces are worth and move."""

    value_fen: Fen
    channel_fen: Fen
    pending_fen: Fen
    """Of both: what waits for the end of the dispute window."""


def lines_money(nets_fen: Sequence[Fen], channel_fen: Fen, kept_fen: Fen) -> list[LineMoney]:
    """The lines of an order that was paid `channel_fen` through the channel, and the rest from cards."""
    total = sum(nets_fen)
    if not total:
        return [LineMoney(0, 0, 0) for _ in nets_fen]
    channel = share_by_weights(channel_fen, nets_fen)
    cards = [net - part for net, part in zip(nets_fen, channel, strict=True)]
    kept = share_by_weights(kept_fen, cards) if kept_fen else [0 for _ in cards]
    return [LineMoney(*parts) for parts in zip(nets_fen, channel, kept, strict=True)]


def pieces(money: LineMoney, unit_fen: Sequence[Fen], used: int, quantity: int) -> Pieces:
    """The next `quantity` pieces after `used` ones."""
    before, after = sum(unit_fen[:used]), sum(unit_fen[: used + quantity])
    (channel_before, kept_before), (channel_after, kept_after) = money.until(before), money.until(after)
    channel = channel_after - channel_before
    return Pieces(after - before, channel, channel + kept_after - kept_before)
