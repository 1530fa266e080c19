CREATE TABLE region (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    name TEXT NOT NULL,
    search TEXT NOT NULL,
    status TEXT NOT NULL,
    parent_id UUID,
    depth BIGINT NOT NULL,
    path TEXT NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_region PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_region_merchant_id_parent_id FOREIGN KEY(merchant_id, parent_id) REFERENCES region (merchant_id, id),
    CONSTRAINT uq_region_merchant_id_parent_id_name UNIQUE NULLS NOT DISTINCT (merchant_id, parent_id, name),
    CONSTRAINT ck_region_status CHECK (status IN ('ACTIVE', 'CLOSED')),
    CONSTRAINT ck_region_parent CHECK (parent_id <> id)
)
-- next
CREATE INDEX ix_region_search ON region USING gin (search gin_trgm_ops)
-- next
CREATE TABLE region_level (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    depth BIGINT NOT NULL,
    name TEXT NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_region_level PRIMARY KEY (merchant_id, id),
    CONSTRAINT uq_region_level_merchant_id_depth UNIQUE (merchant_id, depth),
    CONSTRAINT ck_region_level_depth CHECK (depth BETWEEN 1 AND 8)
)
-- next
CREATE TABLE region_placement (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    region_id UUID NOT NULL,
    parent_id UUID,
    since DATE NOT NULL,
    until DATE,
    made_by UUID,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_region_placement PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_region_placement_merchant_id_region_id FOREIGN KEY(merchant_id, region_id) REFERENCES region (merchant_id, id),
    CONSTRAINT fk_region_placement_merchant_id_parent_id FOREIGN KEY(merchant_id, parent_id) REFERENCES region (merchant_id, id),
    CONSTRAINT ex_region_placement_period EXCLUDE USING gist (merchant_id WITH =, region_id WITH =, daterange(since, until) WITH &&),
    CONSTRAINT ck_region_placement_period CHECK (until IS NULL OR until > since),
    CONSTRAINT ck_region_placement_parent CHECK (parent_id <> region_id)
)
-- next
CREATE TABLE store (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    number TEXT NOT NULL,
    name TEXT NOT NULL,
    search TEXT NOT NULL,
    type TEXT NOT NULL,
    status TEXT NOT NULL,
    address TEXT NOT NULL,
    longitude NUMERIC(9, 6),
    latitude NUMERIC(8, 6),
    opens TEXT,
    closes TEXT,
    closed_weekdays TEXT[] NOT NULL,
    phone TEXT,
    region_id UUID,
    opened_on DATE,
    closed_on DATE,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_store PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_store_merchant_id FOREIGN KEY(merchant_id) REFERENCES merchant (id),
    CONSTRAINT fk_store_merchant_id_region_id FOREIGN KEY(merchant_id, region_id) REFERENCES region (merchant_id, id),
    CONSTRAINT uq_store_merchant_id_number UNIQUE (merchant_id, number),
    CONSTRAINT ck_store_type CHECK (type IN ('DIRECT', 'FRANCHISE', 'ONLINE')),
    CONSTRAINT ck_store_status CHECK (status IN ('OPENING', 'OPEN', 'RELOCATED', 'CLOSED')),
    CONSTRAINT ck_store_online CHECK (type <> 'ONLINE' OR status = 'OPEN'),
    CONSTRAINT ck_store_point CHECK (longitude BETWEEN -180 AND 180 AND latitude BETWEEN -90 AND 90),
    CONSTRAINT ck_store_whole_point CHECK ((longitude IS NULL) = (latitude IS NULL)),
    CONSTRAINT ck_store_hours CHECK ((opens IS NULL) = (closes IS NULL))
)
-- next
CREATE UNIQUE INDEX uq_store_name ON store (merchant_id, name) WHERE status <> 'CLOSED'
-- next
CREATE INDEX ix_store_merchant_id_region_id ON store (merchant_id, region_id)
-- next
CREATE UNIQUE INDEX uq_store_online ON store (merchant_id) WHERE type = 'ONLINE'
-- next
CREATE INDEX ix_store_search ON store USING gin (search gin_trgm_ops)
-- next
CREATE TABLE store_region (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    store_id UUID NOT NULL,
    region_id UUID,
    since DATE NOT NULL,
    until DATE,
    made_by UUID,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_store_region PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_store_region_merchant_id_store_id FOREIGN KEY(merchant_id, store_id) REFERENCES store (merchant_id, id),
    CONSTRAINT fk_store_region_merchant_id_region_id FOREIGN KEY(merchant_id, region_id) REFERENCES region (merchant_id, id),
    CONSTRAINT ex_store_region_period EXCLUDE USING gist (merchant_id WITH =, store_id WITH =, daterange(since, until) WITH &&),
    CONSTRAINT ck_store_region_period CHECK (until IS NULL OR until > since)
)
-- next
CREATE INDEX ix_store_region_merchant_id_region_id ON store_region (merchant_id, region_id)
-- next
CREATE TABLE store_relocation (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    store_id UUID NOT NULL,
    from_address TEXT NOT NULL,
    to_address TEXT NOT NULL,
    moves_on DATE NOT NULL,
    reason TEXT NOT NULL,
    decided_at TIMESTAMP WITH TIME ZONE NOT NULL,
    decided_by UUID,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_store_relocation PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_store_relocation_merchant_id_store_id FOREIGN KEY(merchant_id, store_id) REFERENCES store (merchant_id, id)
)
-- next
CREATE INDEX ix_store_relocation_merchant_id_store_id_moves_on ON store_relocation (merchant_id, store_id, moves_on)
-- next
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON store_relocation
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
ALTER TABLE region ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE region FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON region TO app_merchant
-- next
CREATE POLICY app_merchant ON region FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON region TO app_operator
-- next
CREATE POLICY app_operator ON region FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON region TO app_bank
-- next
CREATE POLICY app_bank ON region FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON region TO app_worker
-- next
CREATE POLICY app_worker ON region FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON region TO app_maintenance
-- next
ALTER TABLE region_level ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE region_level FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON region_level TO app_merchant
-- next
CREATE POLICY app_merchant ON region_level FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON region_level TO app_operator
-- next
CREATE POLICY app_operator ON region_level FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON region_level TO app_bank
-- next
CREATE POLICY app_bank ON region_level FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON region_level TO app_worker
-- next
CREATE POLICY app_worker ON region_level FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON region_level TO app_maintenance
-- next
ALTER TABLE region_placement ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE region_placement FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON region_placement TO app_merchant
-- next
CREATE POLICY app_merchant ON region_placement FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON region_placement TO app_operator
-- next
CREATE POLICY app_operator ON region_placement FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON region_placement TO app_bank
-- next
CREATE POLICY app_bank ON region_placement FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON region_placement TO app_worker
-- next
CREATE POLICY app_worker ON region_placement FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON region_placement TO app_maintenance
-- next
ALTER TABLE store ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE store FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE ON store TO app_merchant
-- next
CREATE POLICY app_merchant ON store FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE ON store TO app_operator
-- next
CREATE POLICY app_operator ON store FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE ON store TO app_bank
-- next
CREATE POLICY app_bank ON store FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON store TO app_worker
-- next
CREATE POLICY app_worker ON store FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON store TO app_consumer
-- next
CREATE POLICY app_consumer ON store FOR SELECT TO app_consumer USING (status <> 'OPENING')
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON store TO app_maintenance
-- next
ALTER TABLE store_region ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE store_region FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON store_region TO app_merchant
-- next
CREATE POLICY app_merchant ON store_region FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON store_region TO app_operator
-- next
CREATE POLICY app_operator ON store_region FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON store_region TO app_bank
-- next
CREATE POLICY app_bank ON store_region FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON store_region TO app_worker
-- next
CREATE POLICY app_worker ON store_region FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON store_region TO app_maintenance
-- next
ALTER TABLE store_relocation ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE store_relocation FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT ON store_relocation TO app_merchant
-- next
CREATE POLICY app_merchant ON store_relocation FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT ON store_relocation TO app_operator
-- next
CREATE POLICY app_operator ON store_relocation FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT ON store_relocation TO app_bank
-- next
CREATE POLICY app_bank ON store_relocation FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT ON store_relocation TO app_worker
-- next
CREATE POLICY app_worker ON store_relocation FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON store_relocation TO app_consumer
-- next
CREATE POLICY app_consumer ON store_relocation FOR SELECT TO app_consumer USING (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON store_relocation TO app_maintenance
