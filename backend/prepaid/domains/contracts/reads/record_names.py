"""What the audit trail's ids of contracts, templates and seals are called now."""

from prepaid.core.audit import naming

naming(
    "contractTemplate",
    "SELECT id::text AS key, name_zh AS zh, name_en AS en FROM contract_template WHERE id = ANY ($1::uuid[])",
    permission="contract_template.read",
)
naming(
    "contractTemplateVersion",
    "SELECT v.id::text AS key, concat(t.name_zh, ' 第 ', v.version, ' 版') AS zh, "
    "concat(t.name_en, ', version ', v.version) AS en "
    "FROM contract_template_version v JOIN contract_template t ON t.id = v.template_id WHERE v.id = ANY ($1::uuid[])",
    permission="contract_template.read",
)
naming(
    "contract",
    "SELECT id::text AS key, number AS zh, number AS en FROM contract WHERE id = ANY ($1::uuid[])",
    permission="contract.read",
)
naming(
    "seal",
    "SELECT id::text AS key, name AS zh, name AS en FROM seal WHERE id = ANY ($1::uuid[])",
    permission="seal.read",
)
