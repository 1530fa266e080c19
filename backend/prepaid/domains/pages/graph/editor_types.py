"""What the page editor and the form designer choose from, as types."""

import strawberry

from prepaid.domains.pages.rules.layout.pages import PageKind


@strawberry.type(description="A page that an overlay can change.")
class EditablePage:
    """A page as an audience has it, and what was made of it."""

    key: strawberry.ID = strawberry.field(description="Key of the page; `app` for the shell")
    title: str | None = strawberry.field(description="What it is called; null for the shell")
    path: str | None = strawberry.field(description="Its address; null for the shell")
    kind: PageKind | None = strawberry.field(description="What it is; null for the shell")
    menu: str | None = strawberry.field(description="Menu that leads to it")
    draft_version: int | None = strawberry.field(description="Version of the overlay being edited")
    published_version: int | None = strawberry.field(description="Version of the overlay in force")


@strawberry.type(description="A type of records that fields can pick from.")
class PickTarget:
    """See `rules.layout.shell.Reference`."""

    name: str = strawberry.field(description="Name of the type")
    label: str = strawberry.field(description="What such a record is")


@strawberry.type(description="What files are uploaded for.")
class UploadPurpose:
    """See `core.files.FilePurpose`."""

    code: str = strawberry.field(description="Code that a field names")
    label: str = strawberry.field(description="What it is called")
    accept: list[str] = strawberry.field(description="Media types that it takes")
    max_bytes: int = strawberry.field(description="Largest file, in bytes")


@strawberry.type(description="What the fields of a form can refer to.")
class FormMaterials:
    """Beside the platform's dictionaries, which stand in `appConfig`."""

    targets: list[PickTarget] = strawberry.field(description="Types of records that can be picked")
    purposes: list[UploadPurpose] = strawberry.field(description="What files can be uploaded for")
