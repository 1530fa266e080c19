"""Refusals of salespeople and commission rules."""

from prepaid.core.errors import Refusal


class NotAuthorised(Refusal):
    """`product`, `productId`: what the person may not sell; `salesperson`: who."""

    code = "NOT_AUTHORISED"
    zh = "{salesperson} 未获授权销售“{product}”"
    en = "{salesperson} is not authorised to sell {product}"


class SalespersonNotSelling(Refusal):
    """`status`: SUSPENDED or LEFT."""

    code = "SALESPERSON_NOT_SELLING"
    zh = "{salesperson} 已停用或离职，不能销售"
    en = "{salesperson} is suspended or has left and sells nothing"


class SalespersonStepImpossible(Refusal):
    """`from`, `to`: states."""

    code = "SALESPERSON_STEP_IMPOSSIBLE"
    zh = "该人员当前状态不能执行此操作"
    en = "The person's state does not allow this"


class SalespersonNumberTaken(Refusal):
    code = "SALESPERSON_NUMBER_TAKEN"
    zh = "工号已被使用"
    en = "This staff number is taken"


class MemberTaken(Refusal):
    code = "SALESPERSON_MEMBER_TAKEN"
    zh = "该账户已关联另一名销售人员"
    en = "This account is linked to another salesperson"


class AlreadyAuthorised(Refusal):
    code = "ALREADY_AUTHORISED"
    zh = "该人员已获此授权"
    en = "The person is authorised for this already"


class RateIncomplete(Refusal):
    code = "RATE_INCOMPLETE"
    zh = "计佣方式填写不完整，或保底高于封顶"
    en = "The rate is incomplete, or its floor is over its cap"


class CommissionRuleRetired(Refusal):
    code = "COMMISSION_RULE_RETIRED"
    zh = "该分佣规则已停用"
    en = "This commission rule is retired"
