"""Sales control (控销): what may be sold where, until when, how many; and the agents of regions.

Who: a merchant's owner and managers write the rules; ordering asks before it sells; the bank reads.
What: rules over products and places, in one total order (`rules/control.py`); quotas; attempts that were refused;
agents of regions with their share.

For ordering, all in its own transaction (lock order: card, order, coupon, quota, ledger):

    permit = await ensure_sellable(tx, actor, merchant_id=…, product=ProductRef(…), store_id=…, count=1, at=…)
        # or SaleDenied, SaleElsewhere, QuotaExhausted (code QUOTA), StoreNotSelling; the refusal is noted by itself
    await take_quota(tx, permit, order_line_id=…, count=1)           # when the order is placed; QuotaExhausted
    await give_back_quota(tx, merchant_id=…, order_line_id=…)        # the order closed unpaid; again: nothing
    await note_sale(tx, merchant_id=…, order_line_id=…, store_id=…, amount_fen=…)      # the line is paid
    await note_refund(tx, merchant_id=…, order_line_id=…, amount_fen=…)                # each refund of the line

Invariants: 0 <= taken <= quota, and taken is the sum of the takes that were not given back; a rule's product, place
and effect never change; the seller's store decides, as it lies on the day; what was noted of a sale is never edited
but by its refunds.
"""
