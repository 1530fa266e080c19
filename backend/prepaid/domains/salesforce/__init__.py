"""Salespeople (销售人员): who they are, what each may sell, and what a sale or a visit earns.

Who: a merchant's owner and managers keep the records and write the rules; ordering and redemption ask; the bank reads.
What: personnel records with store and account; authorisations; commission rules in versions, first match wins.

For ordering and commission, in their own transaction:

    seller = await authorise(tx, merchant_id=…, salesperson_id=…, products=[ProductRef(…), …], at=…)
        # or SalespersonNotSelling, NotAuthorised (one for each product, at `path` + its index); answers the Salesperson
    quote = await quote_commission(tx, merchant_id=…, salesperson_id=…, item=SaleItem(…))
        # CommissionQuote: frozen; `as_json()` is the snapshot of the order line; amount_fen 0 without a rule
    seller = await by_share_code(tx, merchant_id, code)     # or None: self-service sales name their seller so
    seller = await of_member(tx, merchant_id, membership_id)  # or None

`SaleItem.occasion` says what is paid for: SERVICE (a single service, also a visit that earns after an opening was
returned), OPENING, RECHARGE (packages), PERFORMANCE (the performer's own visit). Amounts are those of the whole line.

Invariants: a version of a rule never changes, so a snapshot names what it was made by; value paid from a card or from
bonus earns nothing for a seller; a person who left sells nothing; who may sell what is written down, never assumed.
"""
