"""Refusals of seals."""

from prepaid.core.errors import Refusal


class SealKindExists(Refusal):
    code = "SEAL_KIND_EXISTS"
    zh = "该种类的印章已存在，请先吊销"
    en = "There is a seal of this kind; revoke it first"


class SealStepImpossible(Refusal):
    code = "SEAL_STEP_IMPOSSIBLE"
    zh = "印章当前状态不能执行该操作"
    en = "This is not possible in the seal's state"


class SealNotActive(Refusal):
    code = "SEAL_NOT_ACTIVE"
    zh = "印章未启用、已停用或证书已过期"
    en = "The seal is not active, or its certificate has expired"


class SealNotForContracts(Refusal):
    code = "SEAL_NOT_FOR_CONTRACTS"
    zh = "合同只能使用公章或合同专用章"
    en = "Contracts take the official or the contract seal"


class SealNotGranted(Refusal):
    """Nobody may even ask for an approval in the caller's place."""

    code = "SEAL_NOT_GRANTED"
    zh = "您没有使用该印章的授权"
    en = "You have no grant to use this seal"


class NotSealAdministrator(Refusal):
    code = "NOT_SEAL_ADMINISTRATOR"
    zh = "只有该印章的管理员可以操作"
    en = "Only the seal's administrator can do this"


class GrantTooLong(Refusal):
    code = "GRANT_TOO_LONG"
    zh = "授权期限最长 3 年"
    en = "A grant lasts three years at most"


class GrantReversed(Refusal):
    code = "GRANT_REVERSED"
    zh = "授权结束时间须晚于开始时间，且晚于当前时间"
    en = "A grant ends after it begins, and in the future"


class GrantRevokedAlready(Refusal):
    code = "GRANT_REVOKED_ALREADY"
    zh = "该授权已撤销"
    en = "This grant is revoked already"


class SealImageUnusable(Refusal):
    code = "SEAL_IMAGE_UNUSABLE"
    zh = "印章图片不清晰：需为 PNG，宽高各 200 至 2000 像素"
    en = "The seal's image must be a PNG of 200 to 2,000 pixels each way"


class SealHolderMissing(Refusal):
    code = "SEAL_HOLDER_MISSING"
    zh = "请填写印章所属单位名称"
    en = "Name the company whose seal it is"
