DROP FUNCTION enqueue_job(text, bytea, jsonb, timestamptz, text, integer)
-- next
DROP TRIGGER IF EXISTS tg_pgqueuer_changed ON pgqueuer
-- next
DROP FUNCTION IF EXISTS fn_pgqueuer_changed
-- next
DROP TABLE IF EXISTS pgqueuer
-- next
DROP TABLE IF EXISTS pgqueuer_log
-- next
DROP TABLE IF EXISTS pgqueuer_schedules
-- next
DROP TABLE IF EXISTS pgqueuer_statistics
-- next
DROP TYPE IF EXISTS pgqueuer_status
-- next
DROP TYPE IF EXISTS pgqueuer_statistics_status
-- next
DROP TABLE saved_view CASCADE
-- next
DROP TABLE role_grant CASCADE
-- next
DROP TABLE membership_store CASCADE
-- next
DROP TABLE membership_role CASCADE
-- next
DROP TABLE membership_region CASCADE
-- next
DROP TABLE member_setting CASCADE
-- next
DROP TABLE api_token_role CASCADE
-- next
DROP TABLE user_session CASCADE
-- next
DROP TABLE role CASCADE
-- next
DROP TABLE recovery_code CASCADE
-- next
DROP TABLE permission_node CASCADE
-- next
DROP TABLE password_reset CASCADE
-- next
DROP TABLE page_overlay CASCADE
-- next
DROP TABLE merchant CASCADE
-- next
DROP TABLE membership CASCADE
-- next
DROP TABLE form_definition CASCADE
-- next
DROP TABLE api_token CASCADE
-- next
DROP TABLE task CASCADE
-- next
DROP TABLE stored_file CASCADE
-- next
DROP TABLE policy_version CASCADE
-- next
DROP TABLE platform_template CASCADE
-- next
DROP TABLE operator CASCADE
-- next
DROP TABLE merchant_type_features CASCADE
-- next
DROP TABLE idempotency_key CASCADE
-- next
DROP TABLE data_key CASCADE
-- next
DROP TABLE change_request CASCADE
-- next
DROP TABLE audit_seal CASCADE
-- next
DROP TABLE audit_event CASCADE
-- next
DROP TABLE audit_block CASCADE
-- next
DROP TABLE attempt_counter CASCADE
-- next
DROP TABLE account CASCADE
-- next
DROP FUNCTION refuse_change()
-- next
DROP SEQUENCE merchant_number_seq
