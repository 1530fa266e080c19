DROP TABLE payment_event
-- next
DROP TABLE payout
-- next
DROP TABLE payment_refund
-- next
DROP TABLE sub_merchant
-- next
DROP TABLE payment
-- next
DROP TABLE payout_switch
-- next
DROP TABLE payment_break
-- next
DROP TABLE payment_bill_line
-- next
DROP TABLE payment_bill
-- next
DROP TABLE payment_alert
