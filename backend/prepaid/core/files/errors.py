"""Why a file is refused."""

from typing import ClassVar

from prepaid.core.errors import Refusal


class UploadRefused(Refusal):
    """A file that is not taken; `status` is the HTTP status of the upload's answer."""

    code = "UPLOAD_REFUSED"
    zh = "文件未被接收，请重新上传"
    en = "The file was not accepted; upload it again"
    status: ClassVar[int] = 422


class FileTooLarge(UploadRefused):
    """More bytes than the purpose allows, or than were announced."""

    code = "FILE_TOO_LARGE"
    zh = "文件过大，最多 {max_bytes} 字节"
    en = "The file is too large; at most {max_bytes} bytes"
    status = 413


class FileEmpty(UploadRefused):
    """No bytes at all."""

    code = "FILE_EMPTY"
    zh = "文件为空"
    en = "The file is empty"


class FileIncomplete(UploadRefused):
    """Fewer bytes than were announced."""

    code = "FILE_INCOMPLETE"
    zh = "文件上传不完整，请重新上传"
    en = "The upload was cut short; upload the file again"


class FileTypeNotAllowed(UploadRefused):
    """A kind of file that the purpose does not take."""

    code = "FILE_TYPE_NOT_ALLOWED"
    zh = "不支持该文件类型，可上传：{allowed}"
    en = "This type of file is not accepted; upload one of: {allowed}"
    status = 415


class FileContentMismatch(UploadRefused):
    """The contents are not what name and type say."""

    code = "FILE_CONTENT_MISMATCH"
    zh = "文件内容与类型不符或已损坏"
    en = "The contents do not match the file's type, or are damaged"
    status = 415


class FileUnsafe(UploadRefused):
    """Contents that could do harm: macros, archives that unpack to huge sizes, pictures of huge dimensions."""

    code = "FILE_UNSAFE"
    zh = "文件包含宏、加密或异常内容，不能上传"
    en = "The file holds macros, encryption or abnormal contents and is not accepted"


class UploadGone(Refusal):
    """What the mutation names is no file that the caller has uploaded for this, or it was not used within a day."""

    code = "UPLOAD_GONE"
    zh = "上传的文件已失效，请重新上传"
    en = "The uploaded file is not there any more; upload it again"


class UploadsTooMany(Refusal):
    """So many files wait to be used that no more are taken from this person."""

    code = "UPLOADS_TOO_MANY"
    zh = "未使用的上传文件过多（最多 {most} 个），请稍后再试"
    en = "Too many uploaded files wait to be used (at most {most}); try again later"
