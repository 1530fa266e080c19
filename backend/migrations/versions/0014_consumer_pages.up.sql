GRANT SELECT ON page_overlay TO app_consumer
-- next
CREATE POLICY app_consumer ON page_overlay FOR SELECT TO app_consumer USING (state <> 'DRAFT')
-- next
GRANT SELECT ON form_definition TO app_consumer
-- next
CREATE POLICY app_consumer ON form_definition FOR SELECT TO app_consumer USING (state <> 'DRAFT')
