DROP TABLE merchant_suspension
-- next
DROP TABLE merchant_document
-- next
DROP TABLE merchant_closing
-- next
DROP TABLE deposit_waiver
-- next
DROP TABLE deposit_payment
-- next
DROP TABLE deposit_deduction
-- next
DROP TABLE deposit
-- next
DROP TABLE blacklist_entry
