"""What the audit trail's ids of forms are called now."""

from prepaid.core.audit import naming

naming(
    "form",
    "SELECT id::text AS key, name_zh AS zh, name_en AS en FROM form_definition WHERE id = ANY ($1::uuid[])",
    permission="form.read",
)
