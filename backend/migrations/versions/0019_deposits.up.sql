CREATE TABLE blacklist_entry (
    id UUID NOT NULL,
    kind TEXT NOT NULL,
    value_index BYTEA NOT NULL,
    shown TEXT NOT NULL,
    reason TEXT NOT NULL,
    source TEXT NOT NULL,
    listed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    listed_by UUID,
    removed_at TIMESTAMP WITH TIME ZONE,
    removed_by UUID,
    removal_reason TEXT,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_blacklist_entry PRIMARY KEY (id),
    CONSTRAINT ck_blacklist_entry_kind CHECK (kind IN ('COMPANY_CODE', 'ID_NUMBER', 'NAME')),
    CONSTRAINT ck_blacklist_entry_removed CHECK ((removed_at IS NULL) = (removal_reason IS NULL))
)
-- next
CREATE UNIQUE INDEX uq_blacklist_entry_listed ON blacklist_entry (kind, value_index) WHERE removed_at IS NULL
-- next
CREATE TABLE deposit (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    type_version_id UUID,
    state TEXT NOT NULL,
    store_count BIGINT NOT NULL,
    prepaid_balance_fen BIGINT NOT NULL,
    base_fen BIGINT NOT NULL,
    stores_fen BIGINT NOT NULL,
    balance_part_fen BIGINT NOT NULL,
    capped_fen BIGINT NOT NULL,
    required_fen BIGINT NOT NULL,
    waived_fen BIGINT NOT NULL,
    due_fen BIGINT NOT NULL,
    satisfied_at TIMESTAMP WITH TIME ZONE,
    short_since DATE,
    grace_until DATE,
    assessed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_deposit PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_deposit_merchant_id FOREIGN KEY(merchant_id) REFERENCES merchant (id),
    CONSTRAINT uq_deposit_merchant_id UNIQUE (merchant_id),
    CONSTRAINT ck_deposit_state CHECK (state IN ('NOT_REQUIRED', 'UNPAID', 'SATISFIED', 'GRACE', 'PAUSED')),
    CONSTRAINT ck_deposit_required CHECK (required_fen = base_fen + stores_fen + balance_part_fen - capped_fen),
    CONSTRAINT ck_deposit_parts CHECK (base_fen >= 0 AND stores_fen >= 0 AND balance_part_fen >= 0 AND capped_fen >= 0 AND waived_fen >= 0),
    CONSTRAINT ck_deposit_due CHECK (due_fen = greatest(required_fen - waived_fen, 0)),
    CONSTRAINT ck_deposit_short CHECK ((state IN ('GRACE', 'PAUSED')) = (short_since IS NOT NULL)),
    CONSTRAINT ck_deposit_grace CHECK ((short_since IS NULL) = (grace_until IS NULL)),
    CONSTRAINT fk_deposit_type_version_id FOREIGN KEY(type_version_id) REFERENCES merchant_type_version (id)
)
-- next
CREATE INDEX ix_deposit_short ON deposit (short_since) WHERE short_since IS NOT NULL
-- next
CREATE TABLE deposit_deduction (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    purpose TEXT NOT NULL,
    state TEXT NOT NULL,
    amount_fen BIGINT NOT NULL,
    case_number TEXT NOT NULL,
    refund_id UUID,
    reason TEXT NOT NULL,
    proposed_at TIMESTAMP WITH TIME ZONE NOT NULL,
    proposed_by UUID,
    ended_at TIMESTAMP WITH TIME ZONE,
    transfer_id UUID NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_deposit_deduction PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_deposit_deduction_merchant_id FOREIGN KEY(merchant_id) REFERENCES merchant (id),
    CONSTRAINT fk_deposit_deduction_merchant_id_transfer_id FOREIGN KEY(merchant_id, transfer_id) REFERENCES ledger_transfer (merchant_id, id),
    CONSTRAINT ck_deposit_deduction_purpose CHECK (purpose IN ('COMPENSATION', 'DEBT')),
    CONSTRAINT ck_deposit_deduction_state CHECK (state IN ('FROZEN', 'DONE', 'RELEASED')),
    CONSTRAINT ck_deposit_deduction_amount CHECK (amount_fen > 0),
    CONSTRAINT ck_deposit_deduction_refund CHECK ((purpose = 'COMPENSATION') = (refund_id IS NOT NULL)),
    CONSTRAINT ck_deposit_deduction_ended CHECK ((state = 'FROZEN') = (ended_at IS NULL)),
    CONSTRAINT ck_deposit_deduction_case_number CHECK (case_number <> '')
)
-- next
CREATE INDEX ix_deposit_deduction_merchant_id_case_number ON deposit_deduction (merchant_id, case_number)
-- next
CREATE INDEX ix_deposit_deduction_merchant_id_proposed_at ON deposit_deduction (merchant_id, proposed_at)
-- next
CREATE TABLE deposit_payment (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    amount_fen BIGINT NOT NULL,
    payment_id UUID,
    requested_at TIMESTAMP WITH TIME ZONE NOT NULL,
    requested_by UUID,
    paid_at TIMESTAMP WITH TIME ZONE,
    closed_at TIMESTAMP WITH TIME ZONE,
    transfer_id UUID,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_deposit_payment PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_deposit_payment_merchant_id FOREIGN KEY(merchant_id) REFERENCES merchant (id),
    CONSTRAINT fk_deposit_payment_merchant_id_payment_id FOREIGN KEY(merchant_id, payment_id) REFERENCES payment (merchant_id, id),
    CONSTRAINT fk_deposit_payment_merchant_id_transfer_id FOREIGN KEY(merchant_id, transfer_id) REFERENCES ledger_transfer (merchant_id, id),
    CONSTRAINT ck_deposit_payment_kind CHECK (kind IN ('INITIAL', 'TOP_UP')),
    CONSTRAINT ck_deposit_payment_state CHECK (state IN ('REQUESTED', 'PAID', 'CLOSED')),
    CONSTRAINT ck_deposit_payment_amount CHECK (amount_fen > 0),
    CONSTRAINT ck_deposit_payment_paid CHECK ((state = 'PAID') = (paid_at IS NOT NULL AND transfer_id IS NOT NULL))
)
-- next
CREATE UNIQUE INDEX uq_deposit_payment_open ON deposit_payment (merchant_id) WHERE state = 'REQUESTED'
-- next
CREATE INDEX ix_deposit_payment_merchant_id_requested_at ON deposit_payment (merchant_id, requested_at)
-- next
CREATE TABLE deposit_waiver (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    amount_fen BIGINT NOT NULL,
    valid_from DATE NOT NULL,
    valid_until DATE NOT NULL,
    reason TEXT NOT NULL,
    change_id UUID NOT NULL,
    granted_at TIMESTAMP WITH TIME ZONE NOT NULL,
    ended_at TIMESTAMP WITH TIME ZONE,
    end_reason TEXT,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_deposit_waiver PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_deposit_waiver_merchant_id FOREIGN KEY(merchant_id) REFERENCES merchant (id),
    CONSTRAINT ck_deposit_waiver_amount CHECK (amount_fen > 0),
    CONSTRAINT ck_deposit_waiver_ended CHECK ((ended_at IS NULL) = (end_reason IS NULL))
)
-- next
CREATE INDEX ix_deposit_waiver_merchant_id_valid_until ON deposit_waiver (merchant_id, valid_until)
-- next
CREATE TABLE merchant_closing (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    announced_at TIMESTAMP WITH TIME ZONE NOT NULL,
    closes_on DATE NOT NULL,
    change_id UUID NOT NULL,
    ended_at TIMESTAMP WITH TIME ZONE,
    end_reason TEXT,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_merchant_closing PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_merchant_closing_merchant_id FOREIGN KEY(merchant_id) REFERENCES merchant (id),
    CONSTRAINT ck_merchant_closing_state CHECK (state IN ('ANNOUNCED', 'CLOSED', 'CANCELLED')),
    CONSTRAINT ck_merchant_closing_ended CHECK ((state = 'ANNOUNCED') = (ended_at IS NULL))
)
-- next
CREATE UNIQUE INDEX uq_merchant_closing_open ON merchant_closing (merchant_id) WHERE state <> 'CANCELLED'
-- next
CREATE TABLE merchant_document (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    code TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    name_en TEXT NOT NULL,
    file TEXT,
    expires_on DATE,
    required BOOLEAN NOT NULL,
    reminded_days BIGINT,
    expired_at TIMESTAMP WITH TIME ZONE,
    accepted_at TIMESTAMP WITH TIME ZONE NOT NULL,
    replaced_at TIMESTAMP WITH TIME ZONE,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_merchant_document PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_merchant_document_merchant_id FOREIGN KEY(merchant_id) REFERENCES merchant (id),
    CONSTRAINT ck_merchant_document_named CHECK (code <> '' AND name_zh <> ''),
    CONSTRAINT ck_merchant_document_expired CHECK (expired_at IS NULL OR expires_on IS NOT NULL)
)
-- next
CREATE UNIQUE INDEX uq_merchant_document_valid ON merchant_document (merchant_id, code) WHERE replaced_at IS NULL
-- next
CREATE INDEX ix_merchant_document_expiring ON merchant_document (expires_on) WHERE replaced_at IS NULL AND expires_on IS NOT NULL
-- next
CREATE TABLE merchant_suspension (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    reason TEXT NOT NULL,
    suspended_at TIMESTAMP WITH TIME ZONE NOT NULL,
    suspended_by UUID,
    lifted_at TIMESTAMP WITH TIME ZONE,
    lift_reason TEXT,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_merchant_suspension PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_merchant_suspension_merchant_id FOREIGN KEY(merchant_id) REFERENCES merchant (id),
    CONSTRAINT ck_merchant_suspension_lifted CHECK ((lifted_at IS NULL) = (lift_reason IS NULL))
)
-- next
CREATE UNIQUE INDEX uq_merchant_suspension_open ON merchant_suspension (merchant_id) WHERE lifted_at IS NULL
-- next
ALTER TABLE blacklist_entry ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE blacklist_entry FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE (removed_at, removed_by, removal_reason) ON blacklist_entry TO app_bank
-- next
CREATE POLICY app_bank ON blacklist_entry FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT ON blacklist_entry TO app_worker
-- next
CREATE POLICY app_worker ON blacklist_entry FOR SELECT TO app_worker USING (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON blacklist_entry TO app_maintenance
-- next
ALTER TABLE deposit ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE deposit FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON deposit TO app_merchant
-- next
CREATE POLICY app_merchant ON deposit FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON deposit TO app_operator
-- next
CREATE POLICY app_operator ON deposit FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON deposit TO app_bank
-- next
CREATE POLICY app_bank ON deposit FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE ON deposit TO app_worker
-- next
CREATE POLICY app_worker ON deposit FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON deposit TO app_maintenance
-- next
ALTER TABLE deposit_deduction ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE deposit_deduction FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON deposit_deduction TO app_merchant
-- next
CREATE POLICY app_merchant ON deposit_deduction FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON deposit_deduction TO app_operator
-- next
CREATE POLICY app_operator ON deposit_deduction FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON deposit_deduction TO app_bank
-- next
CREATE POLICY app_bank ON deposit_deduction FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE ON deposit_deduction TO app_worker
-- next
CREATE POLICY app_worker ON deposit_deduction FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON deposit_deduction TO app_maintenance
-- next
ALTER TABLE deposit_payment ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE deposit_payment FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON deposit_payment TO app_merchant
-- next
CREATE POLICY app_merchant ON deposit_payment FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON deposit_payment TO app_operator
-- next
CREATE POLICY app_operator ON deposit_payment FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON deposit_payment TO app_bank
-- next
CREATE POLICY app_bank ON deposit_payment FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE ON deposit_payment TO app_worker
-- next
CREATE POLICY app_worker ON deposit_payment FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON deposit_payment TO app_maintenance
-- next
ALTER TABLE deposit_waiver ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE deposit_waiver FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON deposit_waiver TO app_merchant
-- next
CREATE POLICY app_merchant ON deposit_waiver FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON deposit_waiver TO app_operator
-- next
CREATE POLICY app_operator ON deposit_waiver FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON deposit_waiver TO app_bank
-- next
CREATE POLICY app_bank ON deposit_waiver FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE ON deposit_waiver TO app_worker
-- next
CREATE POLICY app_worker ON deposit_waiver FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON deposit_waiver TO app_maintenance
-- next
ALTER TABLE merchant_closing ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE merchant_closing FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON merchant_closing TO app_merchant
-- next
CREATE POLICY app_merchant ON merchant_closing FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON merchant_closing TO app_operator
-- next
CREATE POLICY app_operator ON merchant_closing FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON merchant_closing TO app_bank
-- next
CREATE POLICY app_bank ON merchant_closing FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE ON merchant_closing TO app_worker
-- next
CREATE POLICY app_worker ON merchant_closing FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON merchant_closing TO app_maintenance
-- next
ALTER TABLE merchant_document ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE merchant_document FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON merchant_document TO app_merchant
-- next
CREATE POLICY app_merchant ON merchant_document FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON merchant_document TO app_operator
-- next
CREATE POLICY app_operator ON merchant_document FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON merchant_document TO app_bank
-- next
CREATE POLICY app_bank ON merchant_document FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE ON merchant_document TO app_worker
-- next
CREATE POLICY app_worker ON merchant_document FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON merchant_document TO app_maintenance
-- next
ALTER TABLE merchant_suspension ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE merchant_suspension FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON merchant_suspension TO app_merchant
-- next
CREATE POLICY app_merchant ON merchant_suspension FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON merchant_suspension TO app_operator
-- next
CREATE POLICY app_operator ON merchant_suspension FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON merchant_suspension TO app_bank
-- next
CREATE POLICY app_bank ON merchant_suspension FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE ON merchant_suspension TO app_worker
-- next
CREATE POLICY app_worker ON merchant_suspension FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON merchant_suspension TO app_maintenance
