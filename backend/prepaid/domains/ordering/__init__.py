"""Ordering (订单): what is sold, for how much, by whom, and what became of its payment.

Who: consumers buy in the mini-program, staff sell at the counter; redemption, after-sales, commission and settlement
rest on what is snapshotted here.
What: quotes by the pricing pipeline; orders with two axes (payment, commission), lines with the share of every unit,
tenders, the opening and recharging of cards in the transaction of PAID, deals with their commission, the receipt.

Invariants: Σ units = line, Σ lines = order = Σ tenders, to the fen; nothing is computed anew after payment, so no
change of prices, rules or contracts changes what was sold; one deal an order, never edited, Σ its commission lines =
its commission; one pending order a consumer and card; a captured payment carries out what it paid for, or goes back.
"""
