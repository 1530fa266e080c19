"""Files: where they lie (a folder or an S3-compatible store), how they come in and go out.

A browser never sends a file through GraphQL: it asks for an upload ticket (`startUpload`), PUTs the bytes to the
ticket's address, and names the file by its token in a mutation, whose command takes it (`take_upload`). What is inside
is looked at before anything is stored; what no command takes is purged after a day.
"""

from prepaid.core.files.kinds import CSV, JPEG, PDF, PNG, WEBP, XLSX, FileKind
from prepaid.core.files.purposes import FilePurpose, file_purpose, upload_purposes
from prepaid.core.files.routes import file_routes
from prepaid.core.files.service import DownloadLink, Files, UploadTicket
from prepaid.core.files.store import FileStore, open_store
from prepaid.core.files.uploads import take_upload

__all__ = [
    "CSV",
    "JPEG",
    "PDF",
    "PNG",
    "WEBP",
    "XLSX",
    "DownloadLink",
    "FileKind",
    "FilePurpose",
    "FileStore",
    "Files",
    "UploadTicket",
    "file_purpose",
    "file_routes",
    "open_store",
    "take_upload",
    "upload_purposes",
]
