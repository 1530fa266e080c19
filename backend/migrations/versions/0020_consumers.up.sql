ALTER TABLE account ADD COLUMN consumer BOOLEAN DEFAULT false NOT NULL
-- next
ALTER TABLE account DROP CONSTRAINT ck_account_login
-- next
ALTER TABLE account ADD CONSTRAINT ck_account_login CHECK (consumer OR phone_index IS NOT NULL OR email_index IS NOT NULL OR directory_subject IS NOT NULL)
-- next
CREATE TABLE consumer (
    id UUID NOT NULL,
    origin TEXT NOT NULL,
    phone_index BYTEA,
    phone_cipher BYTEA,
    phone_masked TEXT,
    phone_bound_at TIMESTAMP WITH TIME ZONE,
    name_cipher BYTEA,
    name_masked TEXT,
    id_card_index BYTEA,
    id_card_cipher BYTEA,
    id_card_masked TEXT,
    identified_at TIMESTAMP WITH TIME ZONE,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_consumer PRIMARY KEY (id),
    CONSTRAINT ck_consumer_phone CHECK ((phone_index IS NULL) = (phone_bound_at IS NULL)),
    CONSTRAINT ck_consumer_identity CHECK ((id_card_index IS NULL) = (identified_at IS NULL) AND (name_cipher IS NULL) = (identified_at IS NULL)),
    CONSTRAINT ck_consumer_origin CHECK (origin IN ('MINI_PROGRAM', 'COUNTER')),
    CONSTRAINT fk_consumer_id FOREIGN KEY(id) REFERENCES account (id),
    CONSTRAINT uq_consumer_phone_index UNIQUE (phone_index)
)
-- next
CREATE INDEX ix_consumer_id_card_index ON consumer (id_card_index)
-- next
CREATE TABLE consumer_openid (
    id UUID NOT NULL,
    account_id UUID NOT NULL,
    appid TEXT NOT NULL,
    openid TEXT NOT NULL,
    unionid TEXT,
    linked_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_consumer_openid PRIMARY KEY (id),
    CONSTRAINT uq_consumer_openid_appid_openid UNIQUE (appid, openid),
    CONSTRAINT fk_consumer_openid_account_id FOREIGN KEY(account_id) REFERENCES consumer (id)
)
-- next
CREATE INDEX ix_consumer_openid_account_id ON consumer_openid (account_id)
-- next
CREATE TABLE merchant_customer (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    account_id UUID NOT NULL,
    phone_index BYTEA,
    phone_masked TEXT,
    name_masked TEXT,
    first_seen_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_merchant_customer PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_merchant_customer_merchant_id FOREIGN KEY(merchant_id) REFERENCES merchant (id),
    CONSTRAINT uq_merchant_customer_merchant_id_account_id UNIQUE (merchant_id, account_id),
    CONSTRAINT fk_merchant_customer_account_id FOREIGN KEY(account_id) REFERENCES consumer (id)
)
-- next
CREATE INDEX ix_merchant_customer_merchant_id_phone_index ON merchant_customer (merchant_id, phone_index)
-- next
CREATE INDEX ix_merchant_customer_account_id ON merchant_customer (account_id)
-- next
ALTER TABLE consumer ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE consumer FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON consumer TO app_identity
-- next
CREATE POLICY app_identity ON consumer FOR ALL TO app_identity USING (true) WITH CHECK (true)
-- next
GRANT SELECT (id, phone_masked, phone_bound_at, name_masked, id_card_masked, identified_at, created_at) ON consumer TO app_consumer
-- next
CREATE POLICY app_consumer ON consumer FOR SELECT TO app_consumer USING (id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT (id, phone_masked, phone_bound_at, name_masked, id_card_masked, identified_at, created_at) ON consumer TO app_bank
-- next
CREATE POLICY app_bank ON consumer FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT ON consumer TO app_worker
-- next
CREATE POLICY app_worker ON consumer FOR SELECT TO app_worker USING (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON consumer TO app_maintenance
-- next
ALTER TABLE consumer_openid ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE consumer_openid FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE ON consumer_openid TO app_identity
-- next
CREATE POLICY app_identity ON consumer_openid FOR ALL TO app_identity USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON consumer_openid TO app_worker
-- next
CREATE POLICY app_worker ON consumer_openid FOR SELECT TO app_worker USING (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON consumer_openid TO app_maintenance
-- next
ALTER TABLE merchant_customer ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE merchant_customer FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON merchant_customer TO app_merchant
-- next
CREATE POLICY app_merchant ON merchant_customer FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON merchant_customer TO app_operator
-- next
CREATE POLICY app_operator ON merchant_customer FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON merchant_customer TO app_bank
-- next
CREATE POLICY app_bank ON merchant_customer FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE ON merchant_customer TO app_worker
-- next
CREATE POLICY app_worker ON merchant_customer FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON merchant_customer TO app_consumer
-- next
CREATE POLICY app_consumer ON merchant_customer FOR SELECT TO app_consumer USING (account_id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON merchant_customer TO app_maintenance
