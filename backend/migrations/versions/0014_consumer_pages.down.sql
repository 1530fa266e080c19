DROP POLICY app_consumer ON form_definition
-- next
REVOKE SELECT ON form_definition FROM app_consumer
-- next
DROP POLICY app_consumer ON page_overlay
-- next
REVOKE SELECT ON page_overlay FROM app_consumer
