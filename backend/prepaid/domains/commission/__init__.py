"""Commission (分佣): what people have earned by selling and performing, its review and payout, and handover (离职交接).

Who: reviewers of a merchant approve and reject, finance pays and sets the automatic payout, managers hand over a
leaver; a salesperson sees his own; the bank reads; after-sales calls the commands of refunds.
What: lines, frozen when a deal is made or a service performed; payout runs through the payment provider; receivables
of what was paid and is not due; settings in versions; handover cases with a result for each item.

For after-sales, in its own transaction, after the consumer's refund was decided (which commission never changes):

    await on_card_refund(tx, merchant_id=…, refund_id=…, case=RefundCase.ORDINARY, order_ids=[…], visits=[Visit(…)])
    await on_service_return(tx, merchant_id=…, refund_id=…, line_id=…, returned_fen=…)

Invariants: a line's facts never change, a reversal is a further line that names the first; Σ original lines of a deal =
the deal's commission; what the ledger owes a person is what his approved lines and open payouts say; commission never
enters a consumer's refund.
"""
