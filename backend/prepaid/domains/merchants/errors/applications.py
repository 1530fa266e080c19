"""Refusals about applications of companies."""

from prepaid.core.errors import Refusal


class ApplicationStepImpossible(Refusal):
    """`from`, `to`: states; `reason`: what an application in this state waits for."""

    code = "APPLICATION_STEP_IMPOSSIBLE"
    zh = "申请当前状态不能执行此操作"
    en = "The application's state does not allow this"


class ApplicationClaimed(Refusal):
    """`by`: who reviews it."""

    code = "APPLICATION_CLAIMED"
    zh = "该申请已由 {by} 领取审核"
    en = "{by} is reviewing this application"


class OwnApplication(Refusal):
    code = "OWN_APPLICATION"
    zh = "不能审核本人提交的申请"
    en = "Nobody reviews an application of his own"


class TooManyApplications(Refusal):
    code = "TOO_MANY_APPLICATIONS"
    zh = "您有 {most} 份未完成的申请，请先完成或关闭"
    en = "You have {most} unfinished applications; finish or close one first"


class TypeFixed(Refusal):
    code = "APPLICATION_TYPE_FIXED"
    zh = "申请提交后不能更换商户类型"
    en = "The merchant type stays once the application was submitted"


class TypeNotChosen(Refusal):
    code = "APPLICATION_TYPE_MISSING"
    zh = "请先选择商户类型"
    en = "Choose a merchant type first"


class TypeFormIncomplete(Refusal):
    """`fields`: keys that the type's form lacks."""

    code = "TYPE_FORM_INCOMPLETE"
    zh = "该商户类型的入驻表单缺少必备项（{fields}），暂不能申请"
    en = "The form of this merchant type lacks {fields}; it takes no applications yet"


class CompanyCodeTaken(Refusal):
    code = "COMPANY_CODE_TAKEN"
    zh = "该证件号码的企业已入驻"
    en = "A company with this code is a merchant already"


class AppidTaken(Refusal):
    code = "APPID_TAKEN"
    zh = "该 APPID 已被其他商户使用"
    en = "Another merchant uses this APPID"


class ProblemsMissing(Refusal):
    code = "REJECTION_EMPTY"
    zh = "请至少指出一项需要修改的内容"
    en = "Name at least one field to correct"


class NothingChanged(Refusal):
    code = "APPLICATION_UNCHANGED"
    zh = "内容没有变化"
    en = "Nothing has changed"


class ChangeOpen(Refusal):
    code = "COMPANY_CHANGE_OPEN"
    zh = "已有同类变更申请正在处理"
    en = "A change of this kind is open already"


class NotAdmitted(Refusal):
    code = "MERCHANT_NOT_ADMITTED"
    zh = "商户入驻通过后才能执行此操作"
    en = "The merchant has to be admitted first"
