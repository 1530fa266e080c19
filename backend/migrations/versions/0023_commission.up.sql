CREATE TABLE commission_run (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    number TEXT NOT NULL,
    kind TEXT NOT NULL,
    due_at TIMESTAMP WITH TIME ZONE,
    started_at TIMESTAMP WITH TIME ZONE NOT NULL,
    started_by UUID,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_commission_run PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_commission_run_merchant_id FOREIGN KEY(merchant_id) REFERENCES merchant (id),
    CONSTRAINT uq_commission_run_merchant_id_number UNIQUE (merchant_id, number),
    CONSTRAINT uq_commission_run_merchant_id_due_at UNIQUE (merchant_id, due_at),
    CONSTRAINT ck_commission_run_kind CHECK (kind IN ('AUTOMATIC', 'MANUAL', 'HANDOVER')),
    CONSTRAINT ck_commission_run_due CHECK ((kind = 'AUTOMATIC') = (due_at IS NOT NULL))
)
-- next
CREATE INDEX ix_commission_run_merchant_id_started_at ON commission_run (merchant_id, started_at)
-- next
CREATE TABLE commission_setting (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    version BIGINT NOT NULL,
    automatic BOOLEAN NOT NULL,
    order_kinds TEXT[] NOT NULL,
    cadence TEXT NOT NULL,
    weekday BIGINT,
    month_day BIGINT,
    pay_at TIME WITHOUT TIME ZONE NOT NULL,
    minimum_fen BIGINT NOT NULL,
    freeze_days BIGINT NOT NULL,
    made_at TIMESTAMP WITH TIME ZONE NOT NULL,
    made_by UUID,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_commission_setting PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_commission_setting_merchant_id FOREIGN KEY(merchant_id) REFERENCES merchant (id),
    CONSTRAINT uq_commission_setting_merchant_id_version UNIQUE (merchant_id, version),
    CONSTRAINT ck_commission_setting_version CHECK (version >= 1),
    CONSTRAINT ck_commission_setting_cadence CHECK (cadence IN ('DAILY', 'WEEKLY', 'MONTHLY')),
    CONSTRAINT ck_commission_setting_weekday CHECK ((cadence = 'WEEKLY') = (weekday IS NOT NULL) AND weekday BETWEEN 1 AND 7),
    CONSTRAINT ck_commission_setting_month_day CHECK ((cadence = 'MONTHLY') = (month_day IS NOT NULL) AND month_day BETWEEN 1 AND 28),
    CONSTRAINT ck_commission_setting_amounts CHECK (minimum_fen >= 0 AND freeze_days BETWEEN 0 AND 365),
    CONSTRAINT ck_commission_setting_order_kinds CHECK (cardinality(order_kinds) > 0)
)
-- next
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON commission_setting
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
CREATE TABLE commission_account (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    salesperson_id UUID NOT NULL,
    openid_cipher BYTEA NOT NULL,
    openid_masked TEXT NOT NULL,
    name_cipher BYTEA NOT NULL,
    name_masked TEXT NOT NULL,
    since TIMESTAMP WITH TIME ZONE NOT NULL,
    entered_by UUID,
    ended_at TIMESTAMP WITH TIME ZONE,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_commission_account PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_commission_account_merchant_id_salesperson_id FOREIGN KEY(merchant_id, salesperson_id) REFERENCES salesperson (merchant_id, id)
)
-- next
CREATE UNIQUE INDEX uq_commission_account_open ON commission_account (merchant_id, salesperson_id) WHERE ended_at IS NULL
-- next
CREATE TABLE customer_keeper (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    account_id UUID NOT NULL,
    salesperson_id UUID NOT NULL,
    buyer_masked TEXT NOT NULL,
    since TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_customer_keeper PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_customer_keeper_merchant_id_salesperson_id FOREIGN KEY(merchant_id, salesperson_id) REFERENCES salesperson (merchant_id, id),
    CONSTRAINT uq_customer_keeper_merchant_id_account_id UNIQUE (merchant_id, account_id),
    CONSTRAINT fk_customer_keeper_account_id FOREIGN KEY(account_id) REFERENCES consumer (id)
)
-- next
CREATE INDEX ix_customer_keeper_merchant_id_salesperson_id ON customer_keeper (merchant_id, salesperson_id)
-- next
CREATE INDEX ix_customer_keeper_account_id ON customer_keeper (account_id)
-- next
CREATE TABLE handover (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    number TEXT NOT NULL,
    leaver_id UUID NOT NULL,
    leaver_name TEXT NOT NULL,
    successor_ids UUID[] NOT NULL,
    successor_names TEXT NOT NULL,
    cut_off_at TIMESTAMP WITH TIME ZONE NOT NULL,
    policy TEXT NOT NULL,
    reason TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    created_by UUID,
    done_at TIMESTAMP WITH TIME ZONE,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_handover PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_handover_merchant_id_leaver_id FOREIGN KEY(merchant_id, leaver_id) REFERENCES salesperson (merchant_id, id),
    CONSTRAINT uq_handover_merchant_id_number UNIQUE (merchant_id, number),
    CONSTRAINT ck_handover_state CHECK (state IN ('SCHEDULED', 'DONE', 'CANCELLED')),
    CONSTRAINT ck_handover_policy CHECK (policy IN ('LEAVER_RECEIVABLE', 'MERCHANT_BEARS', 'SUCCESSOR')),
    CONSTRAINT ck_handover_successors CHECK (cardinality(successor_ids) > 0 AND NOT leaver_id = ANY (successor_ids)),
    CONSTRAINT ck_handover_done CHECK ((state = 'DONE') = (done_at IS NOT NULL))
)
-- next
CREATE UNIQUE INDEX uq_handover_leaver ON handover (merchant_id, leaver_id) WHERE state <> 'CANCELLED'
-- next
CREATE INDEX ix_handover_due ON handover (cut_off_at) WHERE state = 'SCHEDULED'
-- next
CREATE INDEX ix_handover_merchant_id_created_at ON handover (merchant_id, created_at)
-- next
CREATE TABLE commission_payout (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    run_id UUID NOT NULL,
    salesperson_id UUID NOT NULL,
    salesperson_name TEXT NOT NULL,
    line_count BIGINT NOT NULL,
    gross_fen BIGINT NOT NULL,
    netted_fen BIGINT NOT NULL,
    amount_fen BIGINT NOT NULL,
    state TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    failure TEXT,
    provider_payout_id UUID,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    paid_at TIMESTAMP WITH TIME ZONE,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_commission_payout PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_commission_payout_merchant_id_salesperson_id FOREIGN KEY(merchant_id, salesperson_id) REFERENCES salesperson (merchant_id, id),
    CONSTRAINT fk_commission_payout_merchant_id_run_id FOREIGN KEY(merchant_id, run_id) REFERENCES commission_run (merchant_id, id),
    CONSTRAINT fk_commission_payout_merchant_id_provider_payout_id FOREIGN KEY(merchant_id, provider_payout_id) REFERENCES payout (merchant_id, id),
    CONSTRAINT uq_commission_payout_merchant_id_run_id_salesperson_id UNIQUE (merchant_id, run_id, salesperson_id),
    CONSTRAINT ck_commission_payout_state CHECK (state IN ('PAYING', 'FAILED', 'PAID')),
    CONSTRAINT ck_commission_payout_amounts CHECK (gross_fen = netted_fen + amount_fen AND netted_fen >= 0 AND amount_fen >= 0),
    CONSTRAINT ck_commission_payout_failure CHECK ((state = 'FAILED') = (failure IS NOT NULL)),
    CONSTRAINT ck_commission_payout_paid CHECK ((state = 'PAID') = (paid_at IS NOT NULL))
)
-- next
CREATE INDEX ix_commission_payout_merchant_id_salesperson_id ON commission_payout (merchant_id, salesperson_id)
-- next
CREATE INDEX ix_commission_payout_merchant_id_created_at ON commission_payout (merchant_id, created_at)
-- next
CREATE TABLE handover_item (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    handover_id UUID NOT NULL,
    subject TEXT NOT NULL,
    subject_id UUID NOT NULL,
    label TEXT NOT NULL,
    amount_fen BIGINT,
    successor_id UUID,
    successor_name TEXT,
    result TEXT NOT NULL,
    code TEXT,
    at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_handover_item PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_handover_item_merchant_id_handover_id FOREIGN KEY(merchant_id, handover_id) REFERENCES handover (merchant_id, id),
    CONSTRAINT ck_handover_item_subject CHECK (subject IN ('COMMISSION', 'OPEN_ORDER', 'CUSTOMER', 'SALES_AUTHORISATION', 'ACCESS', 'SEAL_GRANT')),
    CONSTRAINT ck_handover_item_result CHECK (result IN ('SETTLED', 'WAITS_FOR_FUNDS', 'MOVED', 'ENDED', 'REFUSED')),
    CONSTRAINT ck_handover_item_code CHECK ((result = 'REFUSED') = (code IS NOT NULL))
)
-- next
CREATE INDEX ix_handover_item_merchant_id_handover_id ON handover_item (merchant_id, handover_id)
-- next
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON handover_item
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
CREATE TABLE commission_line (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    kind TEXT NOT NULL,
    order_kind TEXT NOT NULL,
    salesperson_id UUID NOT NULL,
    salesperson_name TEXT NOT NULL,
    store_id UUID NOT NULL,
    order_id UUID,
    order_number TEXT,
    deal_id UUID,
    deal_commission_id UUID,
    redemption_id UUID,
    redemption_item_id UUID,
    subject TEXT NOT NULL,
    amount_fen BIGINT NOT NULL,
    snapshot JSONB NOT NULL,
    earned_at TIMESTAMP WITH TIME ZONE NOT NULL,
    frozen_until TIMESTAMP WITH TIME ZONE NOT NULL,
    state TEXT NOT NULL,
    reversed_fen BIGINT NOT NULL,
    reason TEXT,
    reviewed_at TIMESTAMP WITH TIME ZONE,
    reviewed_by UUID,
    waiting TEXT,
    transfer_id UUID,
    payout_id UUID,
    paid_at TIMESTAMP WITH TIME ZONE,
    reverses_id UUID,
    cause_kind TEXT,
    cause_id UUID,
    bearer TEXT,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_commission_line PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_commission_line_merchant_id_salesperson_id FOREIGN KEY(merchant_id, salesperson_id) REFERENCES salesperson (merchant_id, id),
    CONSTRAINT fk_commission_line_merchant_id_store_id FOREIGN KEY(merchant_id, store_id) REFERENCES store (merchant_id, id),
    CONSTRAINT fk_commission_line_merchant_id_reverses_id FOREIGN KEY(merchant_id, reverses_id) REFERENCES commission_line (merchant_id, id),
    CONSTRAINT fk_commission_line_merchant_id_order_id FOREIGN KEY(merchant_id, order_id) REFERENCES sales_order (merchant_id, id),
    CONSTRAINT fk_commission_line_merchant_id_deal_id FOREIGN KEY(merchant_id, deal_id) REFERENCES deal (merchant_id, id),
    CONSTRAINT fk_commission_line_merchant_id_deal_commission_id FOREIGN KEY(merchant_id, deal_commission_id) REFERENCES deal_commission (merchant_id, id),
    CONSTRAINT fk_commission_line_merchant_id_payout_id FOREIGN KEY(merchant_id, payout_id) REFERENCES commission_payout (merchant_id, id),
    CONSTRAINT fk_commission_line_merchant_id_transfer_id FOREIGN KEY(merchant_id, transfer_id) REFERENCES ledger_transfer (merchant_id, id),
    CONSTRAINT ck_commission_line_kind CHECK (kind IN ('OPENING', 'RECHARGE', 'SERVICE', 'PERFORMANCE', 'VISIT')),
    CONSTRAINT ck_commission_line_state CHECK (state IN ('ACCRUED', 'FROZEN', 'APPROVED', 'PAYING', 'PAID', 'FAILED', 'REJECTED', 'REVERSED', 'OFFSET')),
    CONSTRAINT ck_commission_line_amount CHECK ((reverses_id IS NULL) = (amount_fen > 0) AND amount_fen <> 0),
    CONSTRAINT ck_commission_line_reversed CHECK (reversed_fen BETWEEN 0 AND greatest(amount_fen, 0)),
    CONSTRAINT ck_commission_line_offset CHECK ((reverses_id IS NOT NULL) = (state = 'OFFSET')),
    CONSTRAINT ck_commission_line_cause CHECK ((reverses_id IS NULL) = (cause_kind IS NULL)),
    CONSTRAINT ck_commission_line_cause_id CHECK ((cause_kind IS NULL) = (cause_id IS NULL)),
    CONSTRAINT ck_commission_line_cause_kind CHECK (cause_kind IN ('CARD_REFUND', 'SERVICE_RETURN', 'REDEMPTION_UNDONE')),
    CONSTRAINT ck_commission_line_bearer CHECK (bearer IN ('SALESPERSON', 'SUCCESSOR', 'MERCHANT')),
    CONSTRAINT ck_commission_line_payout CHECK (state NOT IN ('PAYING', 'PAID', 'FAILED') OR payout_id IS NOT NULL),
    CONSTRAINT ck_commission_line_funded CHECK (payout_id IS NULL OR transfer_id IS NOT NULL),
    CONSTRAINT ck_commission_line_waiting CHECK (waiting IS NULL OR (state = 'APPROVED' AND transfer_id IS NULL)),
    CONSTRAINT ck_commission_line_rejected CHECK (state <> 'REJECTED' OR reason IS NOT NULL)
)
-- next
CREATE INDEX ix_commission_line_merchant_id_payout_id ON commission_line (merchant_id, payout_id)
-- next
CREATE INDEX ix_commission_line_merchant_id_deal_id ON commission_line (merchant_id, deal_id)
-- next
CREATE INDEX ix_commission_line_merchant_id_salesperson_id_earned_at ON commission_line (merchant_id, salesperson_id, earned_at)
-- next
CREATE INDEX ix_commission_line_merchant_id_earned_at ON commission_line (merchant_id, earned_at)
-- next
CREATE UNIQUE INDEX uq_commission_line_reversal ON commission_line (merchant_id, reverses_id, cause_kind, cause_id) WHERE reverses_id IS NOT NULL
-- next
CREATE INDEX ix_commission_line_merchant_id_order_id ON commission_line (merchant_id, order_id)
-- next
CREATE INDEX ix_commission_line_waiting ON commission_line (merchant_id) WHERE waiting IS NOT NULL
-- next
CREATE UNIQUE INDEX uq_commission_line_deal ON commission_line (merchant_id, deal_commission_id) WHERE reverses_id IS NULL AND deal_commission_id IS NOT NULL
-- next
CREATE UNIQUE INDEX uq_commission_line_item ON commission_line (merchant_id, redemption_item_id, kind) WHERE reverses_id IS NULL AND redemption_item_id IS NOT NULL
-- next
CREATE TABLE commission_receivable (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    salesperson_id UUID NOT NULL,
    salesperson_name TEXT NOT NULL,
    line_id UUID NOT NULL,
    amount_fen BIGINT NOT NULL,
    netted_fen BIGINT NOT NULL,
    written_off_fen BIGINT NOT NULL,
    state TEXT NOT NULL,
    arose_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_commission_receivable PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_commission_receivable_merchant_id_salesperson_id FOREIGN KEY(merchant_id, salesperson_id) REFERENCES salesperson (merchant_id, id),
    CONSTRAINT fk_commission_receivable_merchant_id_line_id FOREIGN KEY(merchant_id, line_id) REFERENCES commission_line (merchant_id, id),
    CONSTRAINT uq_commission_receivable_merchant_id_line_id UNIQUE (merchant_id, line_id),
    CONSTRAINT ck_commission_receivable_state CHECK (state IN ('OPEN', 'SETTLED', 'WRITTEN_OFF')),
    CONSTRAINT ck_commission_receivable_amounts CHECK (amount_fen > 0 AND netted_fen >= 0 AND written_off_fen >= 0 AND netted_fen + written_off_fen <= amount_fen),
    CONSTRAINT ck_commission_receivable_open CHECK ((state = 'OPEN') = (netted_fen + written_off_fen < amount_fen)),
    CONSTRAINT ck_commission_receivable_written_off CHECK (state <> 'WRITTEN_OFF' OR written_off_fen > 0)
)
-- next
CREATE INDEX ix_commission_receivable_merchant_id_salesperson_id_arose_at ON commission_receivable (merchant_id, salesperson_id, arose_at)
-- next
CREATE INDEX ix_commission_receivable_merchant_id_arose_at ON commission_receivable (merchant_id, arose_at)
-- next
CREATE TABLE commission_netting (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    receivable_id UUID NOT NULL,
    payout_id UUID NOT NULL,
    amount_fen BIGINT NOT NULL,
    netted_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_commission_netting PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_commission_netting_merchant_id_receivable_id FOREIGN KEY(merchant_id, receivable_id) REFERENCES commission_receivable (merchant_id, id),
    CONSTRAINT fk_commission_netting_merchant_id_payout_id FOREIGN KEY(merchant_id, payout_id) REFERENCES commission_payout (merchant_id, id),
    CONSTRAINT ck_commission_netting_amount CHECK (amount_fen > 0)
)
-- next
CREATE INDEX ix_commission_netting_merchant_id_payout_id ON commission_netting (merchant_id, payout_id)
-- next
CREATE INDEX ix_commission_netting_merchant_id_receivable_id ON commission_netting (merchant_id, receivable_id)
-- next
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON commission_netting
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
-- next
ALTER TABLE commission_run ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE commission_run FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON commission_run TO app_merchant
-- next
CREATE POLICY app_merchant ON commission_run FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON commission_run TO app_operator
-- next
CREATE POLICY app_operator ON commission_run FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON commission_run TO app_bank
-- next
CREATE POLICY app_bank ON commission_run FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT ON commission_run TO app_worker
-- next
CREATE POLICY app_worker ON commission_run FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON commission_run TO app_maintenance
-- next
ALTER TABLE commission_setting ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE commission_setting FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON commission_setting TO app_merchant
-- next
CREATE POLICY app_merchant ON commission_setting FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON commission_setting TO app_operator
-- next
CREATE POLICY app_operator ON commission_setting FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON commission_setting TO app_bank
-- next
CREATE POLICY app_bank ON commission_setting FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT ON commission_setting TO app_worker
-- next
CREATE POLICY app_worker ON commission_setting FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON commission_setting TO app_maintenance
-- next
ALTER TABLE commission_account ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE commission_account FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON commission_account TO app_merchant
-- next
CREATE POLICY app_merchant ON commission_account FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON commission_account TO app_operator
-- next
CREATE POLICY app_operator ON commission_account FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON commission_account TO app_bank
-- next
CREATE POLICY app_bank ON commission_account FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE ON commission_account TO app_worker
-- next
CREATE POLICY app_worker ON commission_account FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON commission_account TO app_maintenance
-- next
ALTER TABLE commission_payout ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE commission_payout FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON commission_payout TO app_merchant
-- next
CREATE POLICY app_merchant ON commission_payout FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON commission_payout TO app_operator
-- next
CREATE POLICY app_operator ON commission_payout FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON commission_payout TO app_bank
-- next
CREATE POLICY app_bank ON commission_payout FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE ON commission_payout TO app_worker
-- next
CREATE POLICY app_worker ON commission_payout FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON commission_payout TO app_maintenance
-- next
ALTER TABLE customer_keeper ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE customer_keeper FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON customer_keeper TO app_merchant
-- next
CREATE POLICY app_merchant ON customer_keeper FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON customer_keeper TO app_operator
-- next
CREATE POLICY app_operator ON customer_keeper FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON customer_keeper TO app_bank
-- next
CREATE POLICY app_bank ON customer_keeper FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE ON customer_keeper TO app_worker
-- next
CREATE POLICY app_worker ON customer_keeper FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON customer_keeper TO app_maintenance
-- next
ALTER TABLE handover ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE handover FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON handover TO app_merchant
-- next
CREATE POLICY app_merchant ON handover FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON handover TO app_operator
-- next
CREATE POLICY app_operator ON handover FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON handover TO app_bank
-- next
CREATE POLICY app_bank ON handover FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE ON handover TO app_worker
-- next
CREATE POLICY app_worker ON handover FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON handover TO app_maintenance
-- next
ALTER TABLE handover_item ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE handover_item FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON handover_item TO app_merchant
-- next
CREATE POLICY app_merchant ON handover_item FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON handover_item TO app_operator
-- next
CREATE POLICY app_operator ON handover_item FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON handover_item TO app_bank
-- next
CREATE POLICY app_bank ON handover_item FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT ON handover_item TO app_worker
-- next
CREATE POLICY app_worker ON handover_item FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON handover_item TO app_maintenance
-- next
ALTER TABLE commission_line ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE commission_line FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON commission_line TO app_merchant
-- next
CREATE POLICY app_merchant ON commission_line FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON commission_line TO app_operator
-- next
CREATE POLICY app_operator ON commission_line FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON commission_line TO app_bank
-- next
CREATE POLICY app_bank ON commission_line FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE (state, reversed_fen, frozen_until, reason, reviewed_at, reviewed_by, waiting, transfer_id, payout_id, paid_at) ON commission_line TO app_worker
-- next
CREATE POLICY app_worker ON commission_line FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON commission_line TO app_maintenance
-- next
ALTER TABLE commission_receivable ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE commission_receivable FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON commission_receivable TO app_merchant
-- next
CREATE POLICY app_merchant ON commission_receivable FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON commission_receivable TO app_operator
-- next
CREATE POLICY app_operator ON commission_receivable FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON commission_receivable TO app_bank
-- next
CREATE POLICY app_bank ON commission_receivable FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT, UPDATE ON commission_receivable TO app_worker
-- next
CREATE POLICY app_worker ON commission_receivable FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON commission_receivable TO app_maintenance
-- next
ALTER TABLE commission_netting ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE commission_netting FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT ON commission_netting TO app_merchant
-- next
CREATE POLICY app_merchant ON commission_netting FOR SELECT TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT ON commission_netting TO app_operator
-- next
CREATE POLICY app_operator ON commission_netting FOR SELECT TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT ON commission_netting TO app_bank
-- next
CREATE POLICY app_bank ON commission_netting FOR SELECT TO app_bank USING (true)
-- next
GRANT SELECT, INSERT ON commission_netting TO app_worker
-- next
CREATE POLICY app_worker ON commission_netting FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON commission_netting TO app_maintenance
