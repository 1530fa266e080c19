"""What the audit trail calls salespeople, commission rules and their values, in the words of the pages."""

from typing import Final

from prepaid.core.audit import naming
from prepaid.core.audit.words import Words, describe, field
from prepaid.domains.catalog.graph.dictionaries import DICTIONARIES as OF_PRODUCTS
from prepaid.domains.salesforce.graph.labels import DICTIONARIES

WORDS: Final[dict[str, dict[str, Words]]] = {
    dictionary.name: {option.value: (option.label.zh, option.label.en) for option in dictionary.options}
    for dictionary in (*DICTIONARIES, *OF_PRODUCTS)
}

describe("Salesperson", "销售人员", "Salesperson", naming="salesperson", fields={
    "staffNumber": field("工号", "Staff number"),
    "title": field("岗位", "Job"),
    "employment": field("用工方式", "Employment", WORDS["SalespersonEmployment"]),
    "performs": field("提供服务", "Performs"),
    "store": field("所属店铺", "Store", "store"),
    "member": field("关联账户", "Account", "member"),
    "hiredOn": field("入职日期", "Hired"),
    "status": field("状态", "State", WORDS["SalespersonStatus"]),
    "productKind": field("商品种类", "Kind of product", WORDS["ProductKind"]),
    "product": field("商品", "Product", "product"),
})  # fmt: skip
describe("CommissionRule", "分佣规则", "Commission rule", naming="commissionRule", fields={
    "position": field("同级次序", "Place in its level"),
    "terms": field("规则内容", "Terms", whole=True),
    "terms.*": None,
    "retiredAt": field("停用时间", "Retired"),
})  # fmt: skip
naming(
    "salesperson",
    "SELECT id::text AS key, name AS zh, name AS en FROM salesperson WHERE id = ANY ($1::uuid[])",
    permission="salesperson.read",
)
naming(
    "commissionRule",
    "SELECT id::text AS key, name AS zh, name AS en FROM commission_rule WHERE id = ANY ($1::uuid[])",
    permission="commission_rule.read",
)
