DROP TABLE merchant_customer
-- next
DROP TABLE consumer_openid
-- next
DROP TABLE consumer
-- next
ALTER TABLE account DROP COLUMN consumer
-- next
ALTER TABLE account ADD CONSTRAINT ck_account_login CHECK (phone_index IS NOT NULL OR email_index IS NOT NULL OR directory_subject IS NOT NULL)
