DROP TABLE merchant_type_version
-- next
DROP TABLE merchant_type
