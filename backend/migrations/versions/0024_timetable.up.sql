CREATE TABLE timetable_class (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    number TEXT NOT NULL,
    name TEXT NOT NULL,
    search TEXT NOT NULL,
    status TEXT NOT NULL,
    store_id UUID NOT NULL,
    service_id UUID NOT NULL,
    teacher_id UUID NOT NULL,
    weekday TEXT,
    starts TEXT NOT NULL,
    ends TEXT NOT NULL,
    first_on DATE NOT NULL,
    last_on DATE,
    capacity BIGINT NOT NULL,
    note TEXT NOT NULL,
    created_at TIMESTAMP WITH TIME ZONE NOT NULL,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_timetable_class PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_timetable_class_merchant_id_store_id FOREIGN KEY(merchant_id, store_id) REFERENCES store (merchant_id, id),
    CONSTRAINT fk_timetable_class_merchant_id_service_id FOREIGN KEY(merchant_id, service_id) REFERENCES service (merchant_id, id),
    CONSTRAINT fk_timetable_class_merchant_id_teacher_id FOREIGN KEY(merchant_id, teacher_id) REFERENCES salesperson (merchant_id, id),
    CONSTRAINT uq_timetable_class_merchant_id_number UNIQUE (merchant_id, number),
    CONSTRAINT ck_timetable_class_status CHECK (status IN ('ACTIVE', 'ENDED')),
    CONSTRAINT ck_timetable_class_weekday CHECK (weekday IN ('MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY')),
    CONSTRAINT ck_timetable_class_hours CHECK (starts ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND ends ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' AND starts < ends),
    CONSTRAINT ck_timetable_class_capacity CHECK (capacity BETWEEN 1 AND 500),
    CONSTRAINT ck_timetable_class_once CHECK (weekday IS NOT NULL OR last_on = first_on),
    CONSTRAINT ck_timetable_class_period CHECK (last_on IS NULL OR last_on >= first_on)
)
-- next
CREATE INDEX ix_timetable_class_merchant_id_store_id ON timetable_class (merchant_id, store_id)
-- next
CREATE INDEX ix_timetable_class_merchant_id_service_id ON timetable_class (merchant_id, service_id)
-- next
CREATE INDEX ix_timetable_class_search ON timetable_class USING gin (search gin_trgm_ops)
-- next
CREATE INDEX ix_timetable_class_merchant_id_teacher_id ON timetable_class (merchant_id, teacher_id)
-- next
CREATE TABLE class_enrolment (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    class_id UUID NOT NULL,
    card_id UUID NOT NULL,
    enrolled_at TIMESTAMP WITH TIME ZONE NOT NULL,
    left_at TIMESTAMP WITH TIME ZONE,
    leave_reason TEXT,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_class_enrolment PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_class_enrolment_merchant_id_class_id FOREIGN KEY(merchant_id, class_id) REFERENCES timetable_class (merchant_id, id),
    CONSTRAINT fk_class_enrolment_merchant_id_card_id FOREIGN KEY(merchant_id, card_id) REFERENCES card (merchant_id, id),
    CONSTRAINT ck_class_enrolment_left CHECK ((left_at IS NULL) = (leave_reason IS NULL))
)
-- next
CREATE INDEX ix_class_enrolment_merchant_id_card_id ON class_enrolment (merchant_id, card_id)
-- next
CREATE UNIQUE INDEX uq_class_enrolment_open ON class_enrolment (merchant_id, class_id, card_id) WHERE left_at IS NULL
-- next
CREATE TABLE class_session (
    merchant_id UUID NOT NULL,
    id UUID NOT NULL,
    class_id UUID NOT NULL,
    held_on DATE NOT NULL,
    store_id UUID NOT NULL,
    teacher_id UUID NOT NULL,
    starts TEXT NOT NULL,
    ends TEXT NOT NULL,
    status TEXT NOT NULL,
    cancel_reason TEXT,
    recorded_at TIMESTAMP WITH TIME ZONE DEFAULT clock_timestamp() NOT NULL,
    CONSTRAINT pk_class_session PRIMARY KEY (merchant_id, id),
    CONSTRAINT fk_class_session_merchant_id_class_id FOREIGN KEY(merchant_id, class_id) REFERENCES timetable_class (merchant_id, id),
    CONSTRAINT fk_class_session_merchant_id_store_id FOREIGN KEY(merchant_id, store_id) REFERENCES store (merchant_id, id),
    CONSTRAINT fk_class_session_merchant_id_teacher_id FOREIGN KEY(merchant_id, teacher_id) REFERENCES salesperson (merchant_id, id),
    CONSTRAINT uq_class_session_merchant_id_class_id_held_on UNIQUE (merchant_id, class_id, held_on),
    CONSTRAINT ck_class_session_status CHECK (status IN ('PLANNED', 'CANCELLED')),
    CONSTRAINT ck_class_session_cancelled CHECK ((status = 'CANCELLED') = (cancel_reason IS NOT NULL))
)
-- next
CREATE INDEX ix_class_session_merchant_id_teacher_id_held_on ON class_session (merchant_id, teacher_id, held_on)
-- next
CREATE INDEX ix_class_session_merchant_id_store_id_held_on ON class_session (merchant_id, store_id, held_on)
-- next
ALTER TABLE timetable_class ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE timetable_class FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE ON timetable_class TO app_merchant
-- next
CREATE POLICY app_merchant ON timetable_class FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE ON timetable_class TO app_operator
-- next
CREATE POLICY app_operator ON timetable_class FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE ON timetable_class TO app_bank
-- next
CREATE POLICY app_bank ON timetable_class FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON timetable_class TO app_worker
-- next
CREATE POLICY app_worker ON timetable_class FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON timetable_class TO app_maintenance
-- next
ALTER TABLE class_enrolment ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE class_enrolment FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE ON class_enrolment TO app_merchant
-- next
CREATE POLICY app_merchant ON class_enrolment FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE ON class_enrolment TO app_operator
-- next
CREATE POLICY app_operator ON class_enrolment FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE ON class_enrolment TO app_bank
-- next
CREATE POLICY app_bank ON class_enrolment FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE ON class_enrolment TO app_worker
-- next
CREATE POLICY app_worker ON class_enrolment FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON class_enrolment TO app_maintenance
-- next
ALTER TABLE class_session ENABLE ROW LEVEL SECURITY
-- next
ALTER TABLE class_session FORCE ROW LEVEL SECURITY
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON class_session TO app_merchant
-- next
CREATE POLICY app_merchant ON class_session FOR ALL TO app_merchant USING (merchant_id = current_setting('app.merchant_id', true)::uuid) WITH CHECK (merchant_id = current_setting('app.merchant_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON class_session TO app_operator
-- next
CREATE POLICY app_operator ON class_session FOR ALL TO app_operator USING (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])) WITH CHECK (merchant_id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[]))
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON class_session TO app_bank
-- next
CREATE POLICY app_bank ON class_session FOR ALL TO app_bank USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON class_session TO app_worker
-- next
CREATE POLICY app_worker ON class_session FOR ALL TO app_worker USING (true) WITH CHECK (true)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON class_session TO app_maintenance
