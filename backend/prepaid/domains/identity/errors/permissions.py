"""Refusals about templates, nodes, roles and grants."""

from prepaid.core.errors import Refusal


class CodeTaken(Refusal):
    code = "CODE_TAKEN"
    zh = "编码“{value}”已被使用"
    en = "The code “{value}” is in use"


class CodeMalformed(Refusal):
    code = "CODE_MALFORMED"
    zh = "编码由小写字母、数字、下划线和点组成，以字母开头，最多 80 个字符"
    en = "A code is made of lower-case letters, digits, underscores and dots, begins with a letter, 80 at most"


class TemplateRetired(Refusal):
    code = "TEMPLATE_RETIRED"
    zh = "该平台模版已停用"
    en = "This platform template is retired"


class TemplateDocumentInvalid(Refusal):
    """`reason` says what is wrong; `path` points into the document."""

    code = "TEMPLATE_DOCUMENT_INVALID"
    zh = "模版文件不正确：{reason}"
    en = "The template document is not valid: {reason}"


class PermissionUnknown(Refusal):
    """A node that guards needs a code that something asks for, in a template for those who may have it."""

    code = "PERMISSION_UNKNOWN"
    zh = "系统中没有适用于该平台的权限“{value}”"
    en = "The system has no permission “{value}” for this kind of platform"


class NodeKindWrong(Refusal):
    code = "NODE_KIND_WRONG"
    zh = "“{value}”的节点类型应为 {kind}"
    en = "The node “{value}” is of kind {kind}"


class NodePlaceWrong(Refusal):
    code = "NODE_PLACE_WRONG"
    zh = "该节点不能放在这里"
    en = "The node cannot stand here"


class NodeGateFixed(Refusal):
    code = "NODE_GATE_FIXED"
    zh = "“{value}”的功能开关和状态闸由系统规定，不能更改"
    en = "Feature and gate of “{value}” are fixed by the system"


class MoveWouldGrant(Refusal):
    """`roles` hold the node but not the page it would stand under."""

    code = "MOVE_WOULD_GRANT"
    zh = "移动会让以下角色获得新页面的权限，请先单独授权：{roles}"
    en = "The move would give a new page to these roles; grant it to them first: {roles}"


class NodeOfOtherTemplate(Refusal):
    code = "NODE_OF_OTHER_TEMPLATE"
    zh = "角色只能授予所属平台模版的权限节点"
    en = "A role can only be granted nodes of its own template"


class RoleOfOtherTemplate(Refusal):
    code = "ROLE_OF_OTHER_TEMPLATE"
    zh = "所选角色不属于该平台模版"
    en = "A chosen role does not belong to this template"


class RoleInUse(Refusal):
    code = "ROLE_IN_USE"
    zh = "仍有 {members} 名成员和 {tokens} 个接口令牌使用该角色"
    en = "{members} members and {tokens} API tokens still have this role"


class NothingToChange(Refusal):
    code = "NOTHING_TO_CHANGE"
    zh = "没有需要保存的改动"
    en = "There is nothing to change"


class LastAdministrator(Refusal):
    code = "LAST_ADMINISTRATOR"
    zh = "至少要保留一名可以管理角色和成员的权限管理员"
    en = "At least one administrator who can manage roles and members must remain"
