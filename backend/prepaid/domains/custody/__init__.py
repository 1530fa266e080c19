"""Custody (资金存管): the consumer's money in smart-contract wallets until the service has been given.

Who: ordering loads a wallet, redemption releases it, after-sales refunds it; the bank watches its queue, tiers,
guarantees and sufficiency.
What: an account a merchant and a sub-wallet a card contract at the provider, every instruction as a row with its
history, and the daily test whether a merchant's custody is enough.
Invariants: what a wallet holds is loaded − released − refunded and equals the ledger's account of that contract; an
instruction moves money once, under one reference, or stands in the queue of the bank; snapshots never change.
"""
