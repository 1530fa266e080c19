"""Published forms as overlays: the fields of a merchant type's form stand at the end of an action's own."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.layout.shell import FormFill, FormUse
from prepaid.domains.pages.rules.overlays import Overlay
from prepaid.domains.pages.rules.plain import read, write

PARTS: Final = ("sections", "dictionaries", "fields")


def filling_overlays(forms: Iterable[tuple[FormUse, Form]]) -> Mapping[str, Sequence[Overlay]]:
    """What the forms add to pages, by page key; values stand below the fill's input, each at its own path there."""
    ops: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for use, form in forms:
        for fill in use.fills:
            ops[fill.page] += _ops(fill, form)
    return {page: [read(Overlay, {"ops": every})] for page, every in ops.items() if every}


def _ops(fill: FormFill, form: Form) -> list[dict[str, Any]]:
    plain = write(form)
    outer = {field.key for field in form.outer}
    found = []
    for part in PARTS:
        for value in plain.get(part, ()):
            if part == "fields" and value["key"] in outer:
                value = value | {"inputPath": f"{fill.under}.{value.get('inputPath', value['key'])}"}
            found.append({"op": "add", "at": f"actions.{fill.action}.form.{part}", "value": value})
    return found
