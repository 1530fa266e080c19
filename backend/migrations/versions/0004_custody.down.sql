DROP TABLE custody_operation_event
-- next
DROP TABLE custody_sufficiency
-- next
DROP TABLE custody_operation
-- next
DROP TABLE custody_guarantee
-- next
DROP TABLE issuing_switch
-- next
DROP TABLE custody_wallet
-- next
DROP TABLE custody_quarter
-- next
DROP TABLE custody_account
