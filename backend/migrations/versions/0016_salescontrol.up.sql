CREATE TABLE region_agent (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    region_id UUID NOT NULL,
    name TEXT NOT NULL,
    search TEXT NOT NULL,
    membership_id UUID,
    share_bps BIGINT NOT NULL,
    since DATE NOT NULL,
    last_day DATE,
    note TEXT NOT NULL,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL,
    made_by UUID,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_region_agent PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_region_agent_merchant_id_region_id FOREIGN KEY(merchant_id, region_id) REFERENCES region (merchant_id, id),
    CONSTRAINT fk_region_agent_merchant_id_membership_id FOREIGN KEY(merchant_id, membership_id) REFERENCES membership (merchant_id, id),
    CONSTRAINT ex_region_agent_period EXCLUDE USING gist (merchant_id WITH =, region_id WITH =, daterange(since, last_day, '[]') WITH &&),
    CONSTRAINT ck_region_agent_share CHECK (share_bps BETWEEN 0 AND 10000),
    CONSTRAINT ck_region_agent_period CHECK (last_day >= since)
)
-- next
CREATE TABLE sales_control_rule (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    number TEXT NOT NULL,
    service_id UUID,
    card_type_id UUID,
    package_id UUID,
    effect TEXT NOT NULL,
    place TEXT NOT NULL,
    store_id UUID,
    region_id UUID,
    level BIGINT,
    store_type TEXT,
    exclusive BOOLEAN NOT NULL,
    since DATE NOT NULL,
    last_day DATE,
    quota BIGINT,
    taken BIGINT NOT NULL,
    note TEXT NOT NULL,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL,
    made_by UUID,
    ended_at TIMESTAMP WITH TIME ZONE,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_sales_control_rule PRIMARY KEY (merchant_id, id),
    CONSTRAINT uq_sales_control_rule_merchant_id_number UNIQUE (merchant_id, number),
    CONSTRAINT fk_sales_control_rule_merchant_id_service_id FOREIGN KEY(merchant_id, service_id) REFERENCES service (merchant_id, id),
    CONSTRAINT fk_sales_control_rule_merchant_id_card_type_id FOREIGN KEY(merchant_id, card_type_id) REFERENCES card_type (merchant_id, id),
    CONSTRAINT fk_sales_control_rule_merchant_id_package_id FOREIGN KEY(merchant_id, package_id) REFERENCES package (merchant_id, id),
    CONSTRAINT fk_sales_control_rule_merchant_id_store_id FOREIGN KEY(merchant_id, store_id) REFERENCES store (merchant_id, id),
    CONSTRAINT fk_sales_control_rule_merchant_id_region_id FOREIGN KEY(merchant_id, region_id) REFERENCES region (merchant_id, id),
    CONSTRAINT ck_sales_control_rule_product CHECK (num_nonnulls(service_id, card_type_id, package_id) = 1),
    CONSTRAINT ck_sales_control_rule_effect CHECK (effect IN ('ALLOW', 'DENY')),
    CONSTRAINT ck_sales_control_rule_place CHECK (place IN ('STORE', 'REGION', 'REGION_LEVEL', 'STORE_TYPE', 'ALL_STORES')),
    CONSTRAINT ck_sales_control_rule_store CHECK ((place = 'STORE') = (store_id IS NOT NULL)),
    CONSTRAINT ck_sales_control_rule_region CHECK ((place = 'REGION') = (region_id IS NOT NULL)),
    CONSTRAINT ck_sales_control_rule_level CHECK ((place = 'REGION_LEVEL') = (level IS NOT NULL) AND level BETWEEN 1 AND 8),
    CONSTRAINT ck_sales_control_rule_store_type CHECK ((place = 'STORE_TYPE') = (store_type IS NOT NULL) AND store_type IN ('DIRECT', 'FRANCHISE', 'ONLINE')),
    CONSTRAINT ck_sales_control_rule_period CHECK (last_day >= since),
    CONSTRAINT ck_sales_control_rule_quota CHECK (quota >= 0 AND (quota IS NULL OR effect = 'ALLOW')),
    CONSTRAINT ck_sales_control_rule_taken CHECK (taken >= 0 AND (quota IS NULL OR taken <= quota)),
    CONSTRAINT ck_sales_control_rule_exclusive CHECK (NOT exclusive OR effect = 'ALLOW')
)
-- next
CREATE INDEX ix_sales_control_rule_merchant_id_card_type_id ON sales_control_rule (merchant_id, card_type_id)
-- next
CREATE INDEX ix_sales_control_rule_merchant_id_package_id ON sales_control_rule (merchant_id, package_id)
-- next
CREATE INDEX ix_sales_control_rule_merchant_id_service_id ON sales_control_rule (merchant_id, service_id)
-- next
CREATE TABLE region_agent_sale (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    agent_id UUID NOT NULL,
    order_line_id UUID NOT NULL,
    store_id UUID NOT NULL,
    sold_at TIMESTAMP WITH TIME ZONE NOT NULL,
    amount_fen BIGINT NOT NULL,
    refunded_fen BIGINT NOT NULL,
    share_bps BIGINT NOT NULL,
    share_fen BIGINT NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_region_agent_sale PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_region_agent_sale_merchant_id_agent_id FOREIGN KEY(merchant_id, agent_id) REFERENCES region_agent (merchant_id, id),
    CONSTRAINT fk_region_agent_sale_merchant_id_store_id FOREIGN KEY(merchant_id, store_id) REFERENCES store (merchant_id, id),
    CONSTRAINT uq_region_agent_sale_merchant_id_order_line_id UNIQUE (merchant_id, order_line_id),
    CONSTRAINT ck_region_agent_sale_amounts CHECK (amount_fen >= 0 AND refunded_fen BETWEEN 0 AND amount_fen),
    CONSTRAINT ck_region_agent_sale_share CHECK (share_bps BETWEEN 0 AND 10000)
)
-- next
CREATE INDEX ix_region_agent_sale_merchant_id_agent_id ON region_agent_sale (merchant_id, agent_id)
-- next
CREATE TABLE sales_control_refusal (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    rule_id UUID,
    product_kind TEXT NOT NULL,
    product_id UUID NOT NULL,
    product_name TEXT NOT NULL,
    store_id UUID NOT NULL,
    ground TEXT NOT NULL,
    count BIGINT NOT NULL,
    refused_at TIMESTAMP WITH TIME ZONE NOT NULL,
    account_id UUID,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_sales_control_refusal PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_sales_control_refusal_merchant_id_rule_id FOREIGN KEY(merchant_id, rule_id) REFERENCES sales_control_rule (merchant_id, id),
    CONSTRAINT fk_sales_control_refusal_merchant_id_store_id FOREIGN KEY(merchant_id, store_id) REFERENCES store (merchant_id, id),
    CONSTRAINT ck_sales_control_refusal_product_kind CHECK (product_kind IN ('SERVICE', 'CARD_TYPE', 'PACKAGE')),
    CONSTRAINT ck_sales_control_refusal_ground CHECK (ground IN ('DENIED', 'ELSEWHERE', 'SOLD_OUT', 'STORE_NOT_SELLING'))
)
-- next
CREATE INDEX ix_sales_control_refusal_merchant_id_rule_id ON sales_control_refusal (merchant_id, rule_id)
-- next
CREATE INDEX ix_sales_control_refusal_merchant_id_refused_at ON sales_control_refusal (merchant_id, refused_at)
-- next
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON sales_control_refusal
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
CREATE TABLE sales_control_take (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    rule_id UUID NOT NULL,
    order_line_id UUID NOT NULL,
    count BIGINT NOT NULL,
    taken_at TIMESTAMP WITH TIME ZONE NOT NULL,
    sold_at TIMESTAMP WITH TIME ZONE,
    given_back_at TIMESTAMP WITH TIME ZONE,
    refunded_at TIMESTAMP WITH TIME ZONE,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_sales_control_take PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_sales_control_take_merchant_id_rule_id FOREIGN KEY(merchant_id, rule_id) REFERENCES sales_control_rule (merchant_id, id),
    CONSTRAINT ck_sales_control_take_count CHECK (count > 0),
    CONSTRAINT ck_sales_control_take_end CHECK (given_back_at IS NULL OR sold_at IS NULL),
    CONSTRAINT ck_sales_control_take_refunded CHECK (refunded_at IS NULL OR sold_at IS NOT NULL)
)
-- next
CREATE UNIQUE INDEX uq_sales_control_take_line ON sales_control_take (merchant_id, rule_id, order_line_id) WHERE given_back_at IS NULL
-- next
CREATE INDEX ix_sales_control_take_merchant_id_order_line_id ON sales_control_take (merchant_id, order_line_id)
-- next
ALTER TABLE region_agent ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE region_agent FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE ON region_agent TO app_merchant
-- next
CREATE POLICY app_merchant ON region_agent FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE ON region_agent TO app_operator
-- next
CREATE POLICY app_operator ON region_agent FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE ON region_agent TO app_bank
-- next
CREATE POLICY app_bank ON region_agent FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON region_agent TO app_worker
-- next
CREATE POLICY app_worker ON region_agent FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON region_agent TO app_maintenance
-- next
ALTER TABLE region_agent_sale ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE region_agent_sale FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE ON region_agent_sale TO app_merchant
-- next
CREATE POLICY app_merchant ON region_agent_sale FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE ON region_agent_sale TO app_operator
-- next
CREATE POLICY app_operator ON region_agent_sale FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE ON region_agent_sale TO app_bank
-- next
CREATE POLICY app_bank ON region_agent_sale FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON region_agent_sale TO app_worker
-- next
CREATE POLICY app_worker ON region_agent_sale FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON region_agent_sale TO app_maintenance
-- next
ALTER TABLE sales_control_rule ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE sales_control_rule FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE ON sales_control_rule TO app_merchant
-- next
CREATE POLICY app_merchant ON sales_control_rule FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE ON sales_control_rule TO app_operator
-- next
CREATE POLICY app_operator ON sales_control_rule FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE ON sales_control_rule TO app_bank
-- next
CREATE POLICY app_bank ON sales_control_rule FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON sales_control_rule TO app_worker
-- next
CREATE POLICY app_worker ON sales_control_rule FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON sales_control_rule TO app_maintenance
-- next
ALTER TABLE sales_control_refusal ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE sales_control_refusal FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT ON sales_control_refusal TO app_merchant
-- next
CREATE POLICY app_merchant ON sales_control_refusal FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT ON sales_control_refusal TO app_operator
-- next
CREATE POLICY app_operator ON sales_control_refusal FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT ON sales_control_refusal TO app_bank
-- next
CREATE POLICY app_bank ON sales_control_refusal FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT ON sales_control_refusal TO app_worker
-- next
CREATE POLICY app_worker ON sales_control_refusal FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON sales_control_refusal TO app_maintenance
-- next
ALTER TABLE sales_control_take ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE sales_control_take FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE ON sales_control_take TO app_merchant
-- next
CREATE POLICY app_merchant ON sales_control_take FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE ON sales_control_take TO app_operator
-- next
CREATE POLICY app_operator ON sales_control_take FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE ON sales_control_take TO app_bank
-- next
CREATE POLICY app_bank ON sales_control_take FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON sales_control_take TO app_worker
-- next
CREATE POLICY app_worker ON sales_control_take FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON sales_control_take TO app_maintenance
