"""Payment (支付): what payers, merchants and the provider owe each other on the way, for payables of higher domains.

Who: ordering, deposits, after-sales, commission and withdrawal ask for money to come in or go out; the provider
carries it out; bank staff look after what does not fit.
What: payments of a payable (opaque: kind and id), refunds, payouts, the provider's word about each as event rows,
alerts, the daily bill and its breaks, the stop switch for payouts.
Invariants: a stored state is what its events say, whatever their order and number; a payable is credited once and
every other capture goes back by itself; a captured payment has one capture in the ledger; refunds never exceed what
was captured; nothing unproven or unfitting changes anything but the list of alerts; no call inside a transaction.
"""
