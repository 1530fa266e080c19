CREATE TABLE custody_account (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    state TEXT NOT NULL,
    tier TEXT NOT NULL,
    prior_year_revenue_fen BIGINT,
    number TEXT,
    short_since TIMESTAMP WITH TIME ZONE,
    gate_closed BOOLEAN NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    opened_at TIMESTAMP WITH TIME ZONE,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_custody_account PRIMARY KEY (merchant_id, id),
    CONSTRAINT uq_custody_account_merchant_id UNIQUE (merchant_id),
    CONSTRAINT ck_custody_account_state CHECK (state IN ('OPENING', 'OPEN', 'FAILED')),
    CONSTRAINT ck_custody_account_tier CHECK (tier IN ('SCALE', 'GROUP', 'BRAND', 'LOCAL', 'ECNY_FULL')),
    CONSTRAINT ck_custody_account_revenue CHECK (prior_year_revenue_fen >= 0)
)
-- next
CREATE TABLE custody_quarter (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    quarter TEXT NOT NULL,
    last_day DATE NOT NULL,
    principal_fen BIGINT NOT NULL,
    held_fen BIGINT NOT NULL,
    guaranteed_fen BIGINT NOT NULL,
    taken_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_custody_quarter PRIMARY KEY (merchant_id, id),
    CONSTRAINT uq_custody_quarter_merchant_id_quarter UNIQUE (merchant_id, quarter),
    CONSTRAINT ck_custody_quarter_quarter CHECK (quarter ~ '^[0-9]{4}Q[1-4]$'),
    CONSTRAINT ck_custody_quarter_figures CHECK (principal_fen >= 0 AND held_fen >= 0 AND guaranteed_fen >= 0)
)
-- next
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON custody_quarter
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
CREATE TABLE custody_wallet (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    contract_id UUID NOT NULL,
    custody_bps BIGINT NOT NULL,
    holdback_bps BIGINT NOT NULL,
    state TEXT NOT NULL,
    held_fen BIGINT NOT NULL,
    loaded_fen BIGINT NOT NULL,
    received_fen BIGINT NOT NULL,
    given_fen BIGINT NOT NULL,
    released_fen BIGINT NOT NULL,
    refunded_fen BIGINT NOT NULL,
    frozen_at TIMESTAMP WITH TIME ZONE,
    ending BOOLEAN NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    ended_at TIMESTAMP WITH TIME ZONE,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_custody_wallet PRIMARY KEY (merchant_id, id),
    CONSTRAINT uq_custody_wallet_merchant_id_contract_id UNIQUE (merchant_id, contract_id),
    CONSTRAINT ck_custody_wallet_state CHECK (state IN ('CREATED', 'LOADED', 'ACTIVE', 'PARTLY_RELEASED', 'CLOSED', 'REFUNDED', 'FAILED')),
    CONSTRAINT ck_custody_wallet_custody_bps CHECK (custody_bps BETWEEN 0 AND 10000),
    CONSTRAINT ck_custody_wallet_holdback_bps CHECK (holdback_bps BETWEEN 0 AND 10000),
    CONSTRAINT ck_custody_wallet_held CHECK (held_fen = loaded_fen + received_fen - given_fen - released_fen - refunded_fen),
    CONSTRAINT ck_custody_wallet_floors CHECK (held_fen >= 0 AND loaded_fen >= 0 AND received_fen >= 0 AND given_fen >= 0 AND released_fen >= 0 AND refunded_fen >= 0),
    CONSTRAINT ck_custody_wallet_ended_empty CHECK (state NOT IN ('CLOSED', 'REFUNDED', 'FAILED') OR held_fen = 0)
)
-- next
CREATE INDEX ix_custody_wallet_merchant_id_state ON custody_wallet (merchant_id, state)
-- next
CREATE TABLE issuing_switch (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    stopped BOOLEAN NOT NULL,
    reason TEXT NOT NULL,
    changed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    changed_by UUID,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_issuing_switch PRIMARY KEY (merchant_id, id),
    CONSTRAINT uq_issuing_switch_merchant_id UNIQUE (merchant_id)
)
-- next
CREATE TABLE custody_guarantee (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    kind TEXT NOT NULL,
    number TEXT NOT NULL,
    issuer TEXT NOT NULL,
    amount_fen BIGINT NOT NULL,
    valid_from DATE NOT NULL,
    valid_until DATE NOT NULL,
    file_id UUID,
    ended_on DATE,
    end_reason TEXT,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_custody_guarantee PRIMARY KEY (merchant_id, id),
    CONSTRAINT uq_custody_guarantee_merchant_id_issuer_number UNIQUE (merchant_id, issuer, number),
    CONSTRAINT fk_custody_guarantee_merchant_id_file_id FOREIGN KEY(merchant_id, file_id) REFERENCES stored_file (merchant_id, id),
    CONSTRAINT ck_custody_guarantee_kind CHECK (kind IN ('BANK_LETTER', 'INSURANCE')),
    CONSTRAINT ck_custody_guarantee_amount CHECK (amount_fen > 0),
    CONSTRAINT ck_custody_guarantee_validity CHECK (valid_from <= valid_until),
    CONSTRAINT ck_custody_guarantee_ended CHECK ((ended_on IS NULL) = (end_reason IS NULL))
)
-- next
CREATE TABLE custody_operation (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    wallet_id UUID,
    other_wallet_id UUID,
    act TEXT NOT NULL,
    subject_id UUID NOT NULL,
    transfer_kinds TEXT[] NOT NULL,
    moves JSONB NOT NULL,
    amount_fen BIGINT NOT NULL,
    wallet_fen BIGINT NOT NULL,
    evidence TEXT NOT NULL,
    state TEXT NOT NULL,
    due_at TIMESTAMP WITH TIME ZONE NOT NULL,
    sent_at TIMESTAMP WITH TIME ZONE,
    attempts BIGINT NOT NULL,
    last_outcome TEXT,
    last_code TEXT,
    number TEXT,
    requested_at TIMESTAMP WITH TIME ZONE NOT NULL,
    settled_at TIMESTAMP WITH TIME ZONE,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_custody_operation PRIMARY KEY (merchant_id, id),
    CONSTRAINT uq_custody_operation_merchant_id_subject_id_act_transfer_kinds UNIQUE (merchant_id, subject_id, act, transfer_kinds),
    CONSTRAINT fk_custody_operation_merchant_id_wallet_id FOREIGN KEY(merchant_id, wallet_id) REFERENCES custody_wallet (merchant_id, id),
    CONSTRAINT fk_custody_operation_merchant_id_other_wallet_id FOREIGN KEY(merchant_id, other_wallet_id) REFERENCES custody_wallet (merchant_id, id),
    CONSTRAINT ck_custody_operation_act CHECK (act IN ('OPEN_ACCOUNT', 'OPEN', 'LOAD', 'RELEASE', 'REVERSE', 'REFUND', 'TRANSFER', 'FREEZE', 'UNFREEZE', 'CLOSE')),
    CONSTRAINT ck_custody_operation_state CHECK (state IN ('REQUESTED', 'SENT', 'DONE', 'IN_QUEUE', 'FAILED', 'CANCELLED')),
    CONSTRAINT ck_custody_operation_last_outcome CHECK (last_outcome IN ('DONE', 'REFUSED', 'NOT_DONE', 'UNCLEAR')),
    CONSTRAINT ck_custody_operation_amounts CHECK (amount_fen >= 0 AND wallet_fen >= 0 AND wallet_fen <= amount_fen),
    CONSTRAINT ck_custody_operation_attempts CHECK (attempts >= 0),
    CONSTRAINT ck_custody_operation_wallet CHECK ((wallet_id IS NULL) = (act = 'OPEN_ACCOUNT')),
    CONSTRAINT ck_custody_operation_other_wallet CHECK ((other_wallet_id IS NOT NULL) = (act = 'TRANSFER')),
    CONSTRAINT ck_custody_operation_cash CHECK ((amount_fen = 0) = (transfer_kinds = '{}')),
    CONSTRAINT ck_custody_operation_receipt CHECK (state <> 'DONE' OR number IS NOT NULL)
)
-- next
CREATE INDEX ix_custody_operation_merchant_id_wallet_id_id ON custody_operation (merchant_id, wallet_id, id)
-- next
CREATE INDEX ix_custody_operation_unsettled ON custody_operation (merchant_id, state, id) WHERE state IN ('REQUESTED', 'SENT', 'IN_QUEUE')
-- next
CREATE INDEX ix_custody_operation_merchant_id_other_wallet_id ON custody_operation (merchant_id, other_wallet_id)
-- next
CREATE INDEX ix_custody_operation_due ON custody_operation (due_at) WHERE state IN ('REQUESTED', 'SENT')
-- next
CREATE TABLE custody_sufficiency (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    day DATE NOT NULL,
    tier TEXT NOT NULL,
    quarter TEXT NOT NULL,
    principal_fen BIGINT NOT NULL,
    quarter_end_fen BIGINT NOT NULL,
    required_fen BIGINT NOT NULL,
    guaranteed_fen BIGINT NOT NULL,
    held_fen BIGINT NOT NULL,
    in_transit_fen BIGINT NOT NULL,
    shortfall_fen BIGINT NOT NULL,
    checked_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_custody_sufficiency PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_custody_sufficiency_merchant_id_quarter FOREIGN KEY(merchant_id, quarter) REFERENCES custody_quarter (merchant_id, quarter),
    CONSTRAINT ck_custody_sufficiency_tier CHECK (tier IN ('SCALE', 'GROUP', 'BRAND', 'LOCAL', 'ECNY_FULL')),
    CONSTRAINT ck_custody_sufficiency_figures CHECK (principal_fen >= 0 AND quarter_end_fen >= 0 AND required_fen >= 0 AND guaranteed_fen >= 0 AND held_fen >= 0 AND in_transit_fen >= 0),
    CONSTRAINT ck_custody_sufficiency_shortfall CHECK (shortfall_fen = greatest(0, required_fen - guaranteed_fen - held_fen - in_transit_fen))
)
-- next
CREATE INDEX ix_custody_sufficiency_merchant_id_day_id ON custody_sufficiency (merchant_id, day, id)
-- next
CREATE INDEX ix_custody_sufficiency_day ON custody_sufficiency (day)
-- next
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON custody_sufficiency
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
CREATE TABLE custody_operation_event (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    operation_id UUID NOT NULL,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    state TEXT NOT NULL,
    attempt BIGINT NOT NULL,
    outcome TEXT,
    code TEXT,
    account_id UUID,
    reason TEXT,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_custody_operation_event PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_custody_operation_event_merchant_id_operation_id FOREIGN KEY(merchant_id, operation_id) REFERENCES custody_operation (merchant_id, id),
    CONSTRAINT ck_custody_operation_event_state CHECK (state IN ('REQUESTED', 'SENT', 'DONE', 'IN_QUEUE', 'FAILED', 'CANCELLED')),
    CONSTRAINT ck_custody_operation_event_outcome CHECK (outcome IN ('DONE', 'REFUSED', 'NOT_DONE', 'UNCLEAR'))
)
-- next
CREATE INDEX ix_custody_operation_event_merchant_id_operation_id_id ON custody_operation_event (merchant_id, operation_id, id)
-- next
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON custody_operation_event
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
ALTER TABLE custody_account ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE custody_account FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON custody_account TO app_merchant
-- next
CREATE POLICY app_merchant ON custody_account FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON custody_account TO app_operator
-- next
CREATE POLICY app_operator ON custody_account FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON custody_account TO app_bank
-- next
CREATE POLICY app_bank ON custody_account FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE ON custody_account TO app_worker
-- next
CREATE POLICY app_worker ON custody_account FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON custody_account TO app_maintenance
-- next
ALTER TABLE custody_quarter ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE custody_quarter FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON custody_quarter TO app_merchant
-- next
CREATE POLICY app_merchant ON custody_quarter FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON custody_quarter TO app_operator
-- next
CREATE POLICY app_operator ON custody_quarter FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON custody_quarter TO app_bank
-- next
CREATE POLICY app_bank ON custody_quarter FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT ON custody_quarter TO app_worker
-- next
CREATE POLICY app_worker ON custody_quarter FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON custody_quarter TO app_maintenance
-- next
ALTER TABLE custody_wallet ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE custody_wallet FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON custody_wallet TO app_merchant
-- next
CREATE POLICY app_merchant ON custody_wallet FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON custody_wallet TO app_operator
-- next
CREATE POLICY app_operator ON custody_wallet FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON custody_wallet TO app_bank
-- next
CREATE POLICY app_bank ON custody_wallet FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE ON custody_wallet TO app_worker
-- next
CREATE POLICY app_worker ON custody_wallet FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON custody_wallet TO app_maintenance
-- next
ALTER TABLE issuing_switch ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE issuing_switch FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON issuing_switch TO app_merchant
-- next
CREATE POLICY app_merchant ON issuing_switch FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON issuing_switch TO app_operator
-- next
CREATE POLICY app_operator ON issuing_switch FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON issuing_switch TO app_bank
-- next
CREATE POLICY app_bank ON issuing_switch FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE ON issuing_switch TO app_worker
-- next
CREATE POLICY app_worker ON issuing_switch FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON issuing_switch TO app_maintenance
-- next
ALTER TABLE custody_guarantee ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE custody_guarantee FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON custody_guarantee TO app_merchant
-- next
CREATE POLICY app_merchant ON custody_guarantee FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON custody_guarantee TO app_operator
-- next
CREATE POLICY app_operator ON custody_guarantee FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON custody_guarantee TO app_bank
-- next
CREATE POLICY app_bank ON custody_guarantee FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE ON custody_guarantee TO app_worker
-- next
CREATE POLICY app_worker ON custody_guarantee FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON custody_guarantee TO app_maintenance
-- next
ALTER TABLE custody_operation ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE custody_operation FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON custody_operation TO app_merchant
-- next
CREATE POLICY app_merchant ON custody_operation FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON custody_operation TO app_operator
-- next
CREATE POLICY app_operator ON custody_operation FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON custody_operation TO app_bank
-- next
CREATE POLICY app_bank ON custody_operation FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE ON custody_operation TO app_worker
-- next
CREATE POLICY app_worker ON custody_operation FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON custody_operation TO app_maintenance
-- next
ALTER TABLE custody_sufficiency ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE custody_sufficiency FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON custody_sufficiency TO app_merchant
-- next
CREATE POLICY app_merchant ON custody_sufficiency FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON custody_sufficiency TO app_operator
-- next
CREATE POLICY app_operator ON custody_sufficiency FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON custody_sufficiency TO app_bank
-- next
CREATE POLICY app_bank ON custody_sufficiency FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT ON custody_sufficiency TO app_worker
-- next
CREATE POLICY app_worker ON custody_sufficiency FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON custody_sufficiency TO app_maintenance
-- next
ALTER TABLE custody_operation_event ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE custody_operation_event FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON custody_operation_event TO app_merchant
-- next
CREATE POLICY app_merchant ON custody_operation_event FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON custody_operation_event TO app_operator
-- next
CREATE POLICY app_operator ON custody_operation_event FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON custody_operation_event TO app_bank
-- next
CREATE POLICY app_bank ON custody_operation_event FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT ON custody_operation_event TO app_worker
-- next
CREATE POLICY app_worker ON custody_operation_event FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON custody_operation_event TO app_maintenance
