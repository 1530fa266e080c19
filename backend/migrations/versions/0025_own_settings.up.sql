GRANT SELECT, INSERT, UPDATE, DELETE ON member_setting TO app_consumer
-- next
CREATE POLICY app_consumer ON member_setting FOR ALL TO app_consumer USING (account_id = current_setting('app.account_id', true)::uuid) WITH CHECK (account_id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT, INSERT, UPDATE, DELETE ON saved_view TO app_consumer
-- next
CREATE POLICY app_consumer ON saved_view FOR ALL TO app_consumer USING (account_id = current_setting('app.account_id', true)::uuid) WITH CHECK (account_id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT ON list_export TO app_consumer
-- next
CREATE POLICY app_consumer ON list_export FOR SELECT TO app_consumer USING (account_id = current_setting('app.account_id', true)::uuid)
-- next
GRANT SELECT ON price_change TO app_consumer
-- next
CREATE POLICY app_consumer ON price_change FOR SELECT TO app_consumer USING (true)
