"""Ledger (账务): what is owed to whom, in double entry, for each merchant.

Who: payment, custody, ordering, redemption and whoever else moves money book through its commands; bank and
merchants read trial balances and statements.
What: a chart of accounts as data, transfers of two or more legs, in one phase or two, and a named recipe for
every movement of money that the product knows.
Invariants: a transfer balances; a posting is never changed; an account that may not go below its floor cannot;
a business reference is booked once; a balance of any past instant can be had by index look-ups.
"""
