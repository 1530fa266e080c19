DROP TABLE card_take
-- next
DROP TABLE physical_card
-- next
DROP TABLE card_purchase
-- next
DROP TABLE card_lot
-- next
DROP TABLE card_hold
-- next
DROP TABLE card_event
-- next
DROP TABLE card_batch_error
-- next
DROP TABLE card
-- next
DROP TABLE card_batch
-- next
DROP TABLE card_number_series
