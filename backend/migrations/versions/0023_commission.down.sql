DROP TABLE commission_netting
-- next
DROP TABLE commission_receivable
-- next
DROP TABLE commission_line
-- next
DROP TABLE handover_item
-- next
DROP TABLE commission_payout
-- next
DROP TABLE handover
-- next
DROP TABLE customer_keeper
-- next
DROP TABLE commission_account
-- next
DROP TABLE commission_setting
-- next
DROP TABLE commission_run
