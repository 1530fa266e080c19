"""Refusals of contract templates and agreements."""

from prepaid.core.errors import Refusal


class TemplateCodeTaken(Refusal):
    code = "TEMPLATE_CODE_TAKEN"
    zh = "模版代码已被使用"
    en = "Another template has this code"


class TemplateContentInvalid(Refusal):
    """One mistake in clauses, variables or parameters; `path` leads to it."""

    code = "TEMPLATE_CONTENT_INVALID"
    zh = "模版内容有误（{place}）：{problem_zh}"
    en = "The template has a mistake ({place}): {problem_en}"


class ClauseVoid(Refusal):
    """A clause that the law declares void; `data` points at it: clause, position, words, class, source."""

    code = "CLAUSE_VOID"
    zh = "条款“{clause_key}”第 {position} 字起“{words}”属于无效格式条款：{explanation_zh}（{source}）"
    en = "Clause “{clause_key}”, character {position}: “{words}” is void: {explanation_en} ({source})"


class TemplateNotDraft(Refusal):
    code = "TEMPLATE_NOT_DRAFT"
    zh = "只有草稿可以修改或提交"
    en = "Only a draft can be edited or submitted"


class TemplateNotPublished(Refusal):
    code = "TEMPLATE_NOT_PUBLISHED"
    zh = "该模版版本未发布"
    en = "This version of the template is not published"


class TemplateInReview(Refusal):
    code = "TEMPLATE_IN_REVIEW"
    zh = "已有版本正在复核，复核结束后才能再建草稿"
    en = "A version is under review; make another draft when that is decided"


class TemplateSceneTaken(Refusal):
    """One published version per scene and merchant type."""

    code = "TEMPLATE_SCENE_TAKEN"
    zh = "商户类型 {types} 在该场景已有生效模版，请先停用"
    en = "Another template is in force in this scene for: {types}; retire it first"


class TemplateWithoutTypes(Refusal):
    code = "TEMPLATE_WITHOUT_TYPES"
    zh = "请至少选择一个适用的商户类型"
    en = "Choose at least one merchant type that it is for"


class CustomTemplateHasTypes(Refusal):
    code = "CUSTOM_TEMPLATE_HAS_TYPES"
    zh = "定制模版只用于指定商户，不能关联商户类型"
    en = "A custom template is for its one merchant and has no merchant types"


class TypeCodeMalformed(Refusal):
    code = "TYPE_CODE_MALFORMED"
    zh = "商户类型代码格式不正确"
    en = "A merchant type's code is malformed"


class NoTemplateInForce(Refusal):
    code = "NO_TEMPLATE_IN_FORCE"
    zh = "该商户类型在此场景没有生效的合约模版"
    en = "No contract template is in force for this merchant type in this scene"


class ParameterOutOfRange(Refusal):
    code = "PARAMETER_OUT_OF_RANGE"
    zh = "规则参数“{name_zh}”不在允许范围内{range}"
    en = "The rule parameter “{name_en}” is out of its range{range}"


class AgreementTextChanged(Refusal):
    """What the consumer was shown is not what is in force."""

    code = "AGREEMENT_TEXT_CHANGED"
    zh = "协议内容已更新，请重新阅读后确认"
    en = "The agreement has changed; read it again and confirm"
