DROP TABLE order_reduction
-- next
DROP TABLE deal_commission
-- next
DROP TABLE order_tender
-- next
DROP TABLE order_receipt
-- next
DROP TABLE order_line
-- next
DROP TABLE order_event
-- next
DROP TABLE deal
-- next
DROP TABLE sales_order
