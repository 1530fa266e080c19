DROP POLICY app_consumer ON price_change
-- next
REVOKE ALL ON price_change FROM app_consumer
-- next
DROP POLICY app_consumer ON list_export
-- next
REVOKE ALL ON list_export FROM app_consumer
-- next
DROP POLICY app_consumer ON saved_view
-- next
REVOKE ALL ON saved_view FROM app_consumer
-- next
DROP POLICY app_consumer ON member_setting
-- next
REVOKE ALL ON member_setting FROM app_consumer
