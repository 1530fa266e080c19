DROP TABLE redemption_dispute
-- next
DROP TABLE redemption_item
-- next
DROP TABLE redemption_code
-- next
DROP TABLE order_line_use
-- next
DROP TABLE redemption
