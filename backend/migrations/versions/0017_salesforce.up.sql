CREATE TABLE commission_rule (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    number TEXT NOT NULL,
    name TEXT NOT NULL,
    position BIGINT NOT NULL,
    version BIGINT NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    retired_at TIMESTAMP WITH TIME ZONE,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_commission_rule PRIMARY KEY (merchant_id, id),
    CONSTRAINT uq_commission_rule_merchant_id_number UNIQUE (merchant_id, number),
    CONSTRAINT ck_commission_rule_position CHECK (position >= 0),
    CONSTRAINT ck_commission_rule_version CHECK (version >= 1)
)
-- next
CREATE TABLE salesperson (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    staff_number TEXT NOT NULL,
    name TEXT NOT NULL,
    search TEXT NOT NULL,
    title TEXT NOT NULL,
    employment TEXT NOT NULL,
    performs BOOLEAN NOT NULL,
    status TEXT NOT NULL,
    store_id UUID NOT NULL,
    membership_id UUID,
    share_code TEXT NOT NULL,
    hired_on DATE NOT NULL,
    left_on DATE,
    note TEXT NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_salesperson PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_salesperson_merchant_id_store_id FOREIGN KEY(merchant_id, store_id) REFERENCES store (merchant_id, id),
    CONSTRAINT fk_salesperson_merchant_id_membership_id FOREIGN KEY(merchant_id, membership_id) REFERENCES membership (merchant_id, id),
    CONSTRAINT uq_salesperson_merchant_id_staff_number UNIQUE (merchant_id, staff_number),
    CONSTRAINT uq_salesperson_merchant_id_share_code UNIQUE (merchant_id, share_code),
    CONSTRAINT ck_salesperson_status CHECK (status IN ('ACTIVE', 'SUSPENDED', 'LEFT')),
    CONSTRAINT ck_salesperson_employment CHECK (employment IN ('FULL_TIME', 'PART_TIME', 'EXTERNAL')),
    CONSTRAINT ck_salesperson_left_on CHECK ((status = 'LEFT') = (left_on IS NOT NULL)),
    CONSTRAINT ck_salesperson_period CHECK (left_on >= hired_on)
)
-- next
CREATE INDEX ix_salesperson_search ON salesperson USING gin (search gin_trgm_ops)
-- next
CREATE INDEX ix_salesperson_merchant_id_store_id ON salesperson (merchant_id, store_id)
-- next
CREATE UNIQUE INDEX uq_salesperson_member ON salesperson (merchant_id, membership_id) WHERE status <> 'LEFT' AND membership_id IS NOT NULL
-- next
CREATE TABLE commission_rule_version (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    rule_id UUID NOT NULL,
    version BIGINT NOT NULL,
    occasion TEXT NOT NULL,
    level TEXT NOT NULL,
    salesperson_id UUID,
    service_id UUID,
    package_id UUID,
    card_type_id UUID,
    category TEXT,
    rate_kind TEXT NOT NULL,
    basis TEXT NOT NULL,
    bps BIGINT,
    amount_fen BIGINT,
    unit_minutes BIGINT,
    floor_fen BIGINT,
    cap_fen BIGINT,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL,
    made_by UUID,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_commission_rule_version PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_commission_rule_version_merchant_id_rule_id FOREIGN KEY(merchant_id, rule_id) REFERENCES commission_rule (merchant_id, id),
    CONSTRAINT fk_commission_rule_version_merchant_id_salesperson_id FOREIGN KEY(merchant_id, salesperson_id) REFERENCES salesperson (merchant_id, id),
    CONSTRAINT fk_commission_rule_version_merchant_id_service_id FOREIGN KEY(merchant_id, service_id) REFERENCES service (merchant_id, id),
    CONSTRAINT fk_commission_rule_version_merchant_id_package_id FOREIGN KEY(merchant_id, package_id) REFERENCES package (merchant_id, id),
    CONSTRAINT fk_commission_rule_version_merchant_id_card_type_id FOREIGN KEY(merchant_id, card_type_id) REFERENCES card_type (merchant_id, id),
    CONSTRAINT uq_commission_rule_version_merchant_id_rule_id_version UNIQUE (merchant_id, rule_id, version),
    CONSTRAINT ck_commission_rule_version_occasion CHECK (occasion IN ('SERVICE', 'OPENING', 'RECHARGE', 'PERFORMANCE')),
    CONSTRAINT ck_commission_rule_version_level CHECK (level = CASE WHEN salesperson_id IS NOT NULL THEN 'PERSON' WHEN service_id IS NOT NULL OR package_id IS NOT NULL
THEN 'PRODUCT' WHEN category IS NOT NULL OR card_type_id IS NOT NULL THEN 'CATEGORY' ELSE 'DEFAULT' END),
    CONSTRAINT ck_commission_rule_version_product CHECK (num_nonnulls(service_id, package_id, card_type_id, category) <= 1),
    CONSTRAINT ck_commission_rule_version_basis CHECK (basis IN ('PAID', 'LIST', 'PRINCIPAL_ONLY')),
    CONSTRAINT ck_commission_rule_version_rate_kind CHECK (rate_kind IN ('PERCENT', 'PER_VISIT', 'PER_TIME')),
    CONSTRAINT ck_commission_rule_version_bps CHECK ((rate_kind = 'PERCENT') = (bps IS NOT NULL) AND bps BETWEEN 0 AND 10000),
    CONSTRAINT ck_commission_rule_version_amount CHECK ((rate_kind <> 'PERCENT') = (amount_fen IS NOT NULL) AND amount_fen >= 0),
    CONSTRAINT ck_commission_rule_version_unit CHECK ((rate_kind = 'PER_TIME') = (unit_minutes IS NOT NULL) AND unit_minutes > 0),
    CONSTRAINT ck_commission_rule_version_bounds CHECK (floor_fen >= 0 AND cap_fen >= 0 AND floor_fen <= cap_fen)
)
-- next
CREATE INDEX ix_commission_rule_version_merchant_id_salesperson_id ON commission_rule_version (merchant_id, salesperson_id)
-- next
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON commission_rule_version
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
CREATE TABLE sales_authorisation (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    salesperson_id UUID NOT NULL,
    product_kind TEXT NOT NULL,
    product_id UUID,
    since TIMESTAMP WITH TIME ZONE NOT NULL,
    until TIMESTAMP WITH TIME ZONE,
    given_by UUID,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_sales_authorisation PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_sales_authorisation_merchant_id_salesperson_id FOREIGN KEY(merchant_id, salesperson_id) REFERENCES salesperson (merchant_id, id),
    CONSTRAINT ck_sales_authorisation_product_kind CHECK (product_kind IN ('SERVICE', 'CARD_TYPE', 'PACKAGE')),
    CONSTRAINT ck_sales_authorisation_period CHECK (until IS NULL OR until >= since)
)
-- next
CREATE UNIQUE INDEX uq_sales_authorisation_open ON sales_authorisation (merchant_id, salesperson_id, product_kind, product_id) NULLS NOT DISTINCT WHERE until IS NULL
-- next
ALTER TABLE commission_rule ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE commission_rule FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE ON commission_rule TO app_merchant
-- next
CREATE POLICY app_merchant ON commission_rule FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE ON commission_rule TO app_operator
-- next
CREATE POLICY app_operator ON commission_rule FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE ON commission_rule TO app_bank
-- next
CREATE POLICY app_bank ON commission_rule FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON commission_rule TO app_worker
-- next
CREATE POLICY app_worker ON commission_rule FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON commission_rule TO app_maintenance
-- next
ALTER TABLE salesperson ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE salesperson FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE ON salesperson TO app_merchant
-- next
CREATE POLICY app_merchant ON salesperson FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE ON salesperson TO app_operator
-- next
CREATE POLICY app_operator ON salesperson FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE ON salesperson TO app_bank
-- next
CREATE POLICY app_bank ON salesperson FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON salesperson TO app_worker
-- next
CREATE POLICY app_worker ON salesperson FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON salesperson TO app_maintenance
-- next
ALTER TABLE commission_rule_version ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE commission_rule_version FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT ON commission_rule_version TO app_merchant
-- next
CREATE POLICY app_merchant ON commission_rule_version FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT ON commission_rule_version TO app_operator
-- next
CREATE POLICY app_operator ON commission_rule_version FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT ON commission_rule_version TO app_bank
-- next
CREATE POLICY app_bank ON commission_rule_version FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT ON commission_rule_version TO app_worker
-- next
CREATE POLICY app_worker ON commission_rule_version FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON commission_rule_version TO app_maintenance
-- next
ALTER TABLE sales_authorisation ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE sales_authorisation FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE ON sales_authorisation TO app_merchant
-- next
CREATE POLICY app_merchant ON sales_authorisation FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE ON sales_authorisation TO app_operator
-- next
CREATE POLICY app_operator ON sales_authorisation FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE ON sales_authorisation TO app_bank
-- next
CREATE POLICY app_bank ON sales_authorisation FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON sales_authorisation TO app_worker
-- next
CREATE POLICY app_worker ON sales_authorisation FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON sales_authorisation TO app_maintenance
