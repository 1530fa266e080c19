"""Redemption (核销): what was paid for is performed, at a counter or by days, and becomes the merchant's in time.

Who: consumers show a code, cashiers redeem and undo, consumers dispute; commission, after-sales and settlement react.
What: one-time codes and sessions; redemptions with their items, each booked on its own in lots, ledger and custody;
undoing within the window of the card's contract; disputes; the settlement of what nobody disputed.

Invariants: a code is used once; an item is all or nothing with its lots, ledger transfer and custody instruction; its
worth comes from what was sold, never from today's price; Σ items = takes of lots = postings; what is settled is never
undone; a disputed item does not settle.

For higher domains, in the same transaction as what they tell: `events.Redeemed`, `RedemptionUndone`,
`RedemptionSettled`; `reads.redemptions.redemption_of(tx, merchant_id, id)`, `items_of(tx, redemption)`;
`commands.disputes.close_dispute(tx, item_id=…, outcome=…)`. The ledger's reference of an item is the item's id.
"""
