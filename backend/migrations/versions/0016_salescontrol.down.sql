DROP TABLE sales_control_take
-- next
DROP TABLE sales_control_refusal
-- next
DROP TABLE region_agent_sale
-- next
DROP TABLE sales_control_rule
-- next
DROP TABLE region_agent
