"""Refusals of overlays, forms and views."""

from prepaid.core.errors import Refusal


class DefinitionInvalid(Refusal):
    """One mistake in an overlay or a form. `place` names it by keys; `zh` and `en` say what is wrong."""

    code = "DEFINITION_INVALID"
    zh = "{place}：{problem_zh}"
    en = "{place}: {problem_en}"


class DefinitionTooLarge(Refusal):
    code = "DEFINITION_TOO_LARGE"
    zh = "内容过大，最多 {kilobytes} KB"
    en = "This is too large; at most {kilobytes} kB"


class NotADraft(Refusal):
    code = "NOT_A_DRAFT"
    zh = "只有草稿可以这样处理；请先新建草稿"
    en = "This can be done with a draft only; start a new one first"


class OverlayBreaksType(Refusal):
    """Merchant types' overlays stand on their template's: they have to fit it before and after."""

    code = "OVERLAY_BREAKS_TYPE"
    zh = "发布后商户类型“{type}”的页面调整将失效：{place} {problem_zh}"
    en = "With it the overlay of merchant type “{type}” would no longer fit: {place} {problem_en}"


class FormOfAllTypes(Refusal):
    """Applications and products ask for it: there is always one in force."""

    code = "FORM_OF_ALL_TYPES"
    zh = "适用于全部商户类型的表单不能停用，请发布新版本替换"
    en = "The form for all merchant types cannot be withdrawn; publish another version of it instead"


class ViewsTooMany(Refusal):
    code = "VIEWS_TOO_MANY"
    zh = "每个列表最多保存 {most} 个视图"
    en = "At most {most} views can be saved for a list"


class ViewNotOwn(Refusal):
    code = "VIEW_NOT_OWN"
    zh = "这是他人共享的视图，只能由其本人或有共享权限的人修改"
    en = "Somebody else shares this view; only he or somebody who may share can change it"


class SettingsTooMany(Refusal):
    code = "SETTINGS_TOO_MANY"
    zh = "个人设置过多"
    en = "There are too many settings"
