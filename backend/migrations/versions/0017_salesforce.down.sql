DROP TABLE sales_authorisation
-- next
DROP TABLE commission_rule_version
-- next
DROP TABLE salesperson
-- next
DROP TABLE commission_rule
