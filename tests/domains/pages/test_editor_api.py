"""The page editor, the form designer, views and settings through the product's schema."""

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from prepaid.core.actor import Actor
from prepaid.graph.limits import Limits, check_variables
from prepaid.kit.identifiers import fictitious
from tests.domains.pages.asking import APP_CONFIG, FORM, PAGE_CONFIG
from tests.domains.pages.forms import field, label, when
from tests.domains.pages.people import patch
from tests.domains.pages.product import Product

ERRORS = "userErrors { code message path data }"
OVERLAY = f"overlay {{ id state version revision patch }} {ERRORS}"
SAVE = f"mutation($input: SaveOverlayInput!) {{ saveOverlay(input: $input) {{ {OVERLAY} }} }}"
PUBLISH = f"mutation($input: PublishOverlayInput!) {{ publishOverlay(input: $input) {{ {OVERLAY} }} }}"
WITHDRAW = f"mutation($input: WithdrawOverlayInput!) {{ withdrawOverlay(input: $input) {{ {OVERLAY} }} }}"
SAVE_FORM = f"mutation($input: SaveFormInput!) {{ saveForm(input: $input) {{ form {{ id revision }} {ERRORS} }} }}"
PUBLISH_FORM = (
    f"mutation($input: PublishFormInput!) {{ publishForm(input: $input) {{ form {{ id state }} {ERRORS} }} }}"
)
PREVIEW = """query($key: ID!, $patch: JSON!, $type: String) {
  previewPage(key: $key, patch: $patch, templateCode: "merchant", merchantType: $type) {
    page { ... on ListPage { title columns { key label } } } mistakes { place message } } }"""
DEFINITION = """query($key: ID!, $type: String) {
  pageDefinition(key: $key, templateCode: "merchant", merchantType: $type) {
    definition paths { path kinds description } } }"""
PREVIEW_FORM = (
    f"query($d: JSON!) {{ previewForm(definition: $d) {{ form {{ {FORM} }} mistakes {{ place message }} }} }}"
)
TRY_FORM = "query($d: JSON!, $v: JSON!) { tryForm(definition: $d, values: $v) { path code message } }"
FORM_OF = f'query($type: String) {{ formConfig(key: "onboarding", merchantType: $type) {{ {FORM} }} }}'
SCHEMA_OF = 'query { formJsonSchema(key: "onboarding") }'


class Editor:
    """Somebody who edits through the API."""

    def __init__(self, product: Product, actor: Actor) -> None:
        self.product, self.actor = product, actor

    async def ask(self, document: str, **variables: Any) -> Any:
        (value,) = (await self.product.graph.ask(self.actor, document, **variables)).values()
        return value

    async def put_in_force(self, key: str, type_: str | None, *ops: dict[str, Any]) -> str:
        saved = await self.save(key, type_, *ops)
        assert saved["userErrors"] == []
        published = await self.ask(PUBLISH, input={"overlayId": saved["overlay"]["id"], "expectedRevision": 1})
        assert published["userErrors"] == []
        assert published["overlay"]["state"] == "PUBLISHED"
        overlay: str = published["overlay"]["id"]
        return overlay

    async def save(self, key: str, type_: str | None, *ops: dict[str, Any]) -> Any:
        given = {"templateCode": "merchant", "merchantType": type_, "pageKey": key, "patch": patch(*ops)}
        return await self.ask(SAVE, input=given)


@pytest.fixture
async def editor(product: Product) -> Editor:
    return Editor(product, await product.person("韩正"))


async def test_an_overlay_changes_a_types_list_and_form_without_a_deploy(product: Product, editor: Editor) -> None:
    manager = await product.person("周海")

    async def seen() -> tuple[Any, Any, str]:
        page = (await product.graph.ask(manager, PAGE_CONFIG, key="members"))["pageConfig"]
        fields = next(action for action in page["actions"] if action["key"] == "addMember")["form"]["fields"]
        revision: str = (await product.graph.ask(manager, APP_CONFIG))["appConfig"]["revision"]
        return [column["key"] for column in page["columns"]], {one["key"]: one for one in fields}, revision

    columns, fields, revision = await seen()
    assert (fields["reason"]["required"], "leftAt" in columns) == (True, False)
    await editor.put_in_force(
        "members",
        "ice_rink",
        {
            "op": "add",
            "at": "columns",
            "value": {"key": "platformName", "path": "template.name", "label": label("平台"), "kind": "TEXT"},
        },
        {"op": "set", "at": "actions.addMember.form.fields.reason", "values": {"required": False, "minLength": None}},
    )
    after, fields_after, revision_after = await seen()
    assert "platformName" in after
    assert "leftAt" in after, "the new version stands in the place of the seeded one"
    assert fields_after["reason"]["required"] is False
    assert revision_after != revision
    found = await product.graph.ask(manager, PAGE_CONFIG, key="members")
    rows = await product.run(manager, found["pageConfig"]["source"], first=5)
    assert {row["template"]["name"] for row in rows["nodes"]} == {"商户应用管理平台"}


async def test_a_wrong_overlay_is_refused_with_the_place(editor: Editor) -> None:
    wrong = await editor.save(
        "members",
        "ice_rink",
        {"op": "set", "at": "columns.displayName", "values": {"path": "nickname", "sortable": "NICKNAME"}},
    )
    assert wrong["overlay"] is None
    assert [(one["code"], one["path"]) for one in wrong["userErrors"]] == [
        ("DEFINITION_INVALID", ["patch", "columns", "displayName", "path"]),
        ("DEFINITION_INVALID", ["patch", "columns", "displayName", "sortable"]),
    ]
    assert wrong["userErrors"][0]["message"] == "columns.displayName.path：Member 没有字段 nickname"
    gone = await editor.save("members", None, {"op": "remove", "at": "columns.nickname"})
    assert gone["userErrors"][0]["path"] == ["patch", "ops", "0", "at"]
    assert gone["userErrors"][0]["data"]["place"] == "ops.0.at"


async def test_a_withdrawn_overlay_brings_the_declared_page_back(product: Product, editor: Editor) -> None:
    rename = {"op": "set", "at": "", "values": {"title": {"zh": "队员", "en": "Crew"}}}
    overlay = await editor.put_in_force("tasks", "dance_school", rename)
    teacher = await product.person("沈星")
    assert (await product.graph.ask(teacher, PAGE_CONFIG, key="tasks"))["pageConfig"]["title"] == "队员"
    assert (await editor.ask(WITHDRAW, input={"overlayId": overlay}))["overlay"]["state"] == "RETIRED"
    assert (await product.graph.ask(teacher, PAGE_CONFIG, key="tasks"))["pageConfig"]["title"] == "我的任务"


async def test_the_editor_shows_what_there_is_and_previews_what_is_not_saved(editor: Editor) -> None:
    shown = await editor.ask(DEFINITION, key="members", type="ice_rink")
    columns = [column["key"] for column in shown["definition"]["columns"]]
    assert "merchant" not in columns, "the platform's own overlay is below that of a type"
    paths = {one["path"]: one for one in shown["paths"]}
    assert paths["displayName"]["kinds"][0] == "TEXT"
    assert paths["status"]["kinds"] == ["ENUM"]
    assert paths["roles.name"]["kinds"] == ["TAGS"]
    assert paths["leftAt"] == {"path": "leftAt", "kinds": ["DATETIME"], "description": "When he left"}
    remove = {"op": "remove", "at": "columns.phone"}
    good = await editor.ask(PREVIEW, key="members", patch=patch(remove), type="ice_rink")
    assert good["mistakes"] == []
    assert "phone" not in [column["key"] for column in good["page"]["columns"]]
    bad = await editor.ask(PREVIEW, key="members", patch=patch(remove, remove), type="ice_rink")
    assert (bad["page"], bad["mistakes"][0]["place"]) == (None, "ops.1.at")
    shell = await editor.ask(DEFINITION, key="app", type=None)
    assert shell["definition"]["navigation"][0]["key"] == "home"


async def test_merchants_neither_read_nor_edit_overlays(product: Product) -> None:
    owner = await product.person("林晓云")
    for document, variables in (
        ("{ pageOverlays { totalCount } }", {}),
        ("{ formDefinitions { totalCount } }", {}),
        (DEFINITION, {"key": "members", "type": None}),
        (PREVIEW, {"key": "members", "patch": patch(), "type": None}),
        (PREVIEW_FORM, {"d": {}}),
        (SAVE, {"input": {"templateCode": "merchant", "pageKey": "members", "patch": patch()}}),
    ):
        _, errors = await product.graph.answer(owner, document, **variables)
        assert errors[0]["extensions"]["code"] == "FORBIDDEN", document


FEEDBACK = {
    "fields": [
        field("subject", "ENUM", required=True),
        field("phone", "PHONE", visibleWhen=when("subject", "EQ", "A"), required=True),
    ],
    "dictionaries": [
        {"name": "letters", "options": [{"value": "A", "label": label()}, {"value": "B", "label": label()}]}
    ],
}


async def test_a_form_is_designed_tried_out_published_and_filled_in(product: Product, editor: Editor) -> None:
    preview = await editor.ask(PREVIEW_FORM, d=FEEDBACK)
    assert preview["mistakes"] == []
    assert [one["__typename"] for one in preview["form"]["fields"]] == ["ChoiceField", "TextField"]
    circle = {"fields": [field("a", visibleWhen=when("a", "EMPTY"))]}
    assert (await editor.ask(PREVIEW_FORM, d=circle))["mistakes"][0]["place"] == "fields.a"
    tried = await editor.ask(TRY_FORM, d=FEEDBACK, v={"subject": "B", "phone": "13812345678"})
    assert tried == [{"path": ["phone"], "code": "FIELD_HIDDEN", "message": "按当前填写内容，该项不应填写"}]
    assert await editor.ask(TRY_FORM, d=FEEDBACK, v={"subject": "A", "phone": fictitious.phone(1)}) == []
    given = {"key": "onboarding", "merchantType": "dance_school", "nameZh": "入驻", "nameEn": "Onboarding"}
    saved = await editor.ask(SAVE_FORM, input=given | {"definition": FEEDBACK})
    assert saved["userErrors"] == []
    published = await editor.ask(PUBLISH_FORM, input={"formId": saved["form"]["id"]})
    assert published["form"]["state"] == "PUBLISHED"
    owner = await product.person("沈星")
    own = (await product.graph.ask(owner, FORM_OF, type="dance_school"))["formConfig"]
    assert [one["key"] for one in own["fields"]] == ["subject", "phone"]
    general = (await product.graph.ask(owner, FORM_OF, type="ice_rink"))["formConfig"]
    assert "uscc" in [one["key"] for one in general["fields"]]


async def test_a_published_form_is_exported_as_json_schema(product: Product) -> None:
    schema = (await product.graph.ask(await product.person("林晓云"), SCHEMA_OF))["formJsonSchema"]
    Draft202012Validator.check_schema(schema)
    missing = {error.message for error in Draft202012Validator(schema).iter_errors({})}
    assert "'companyName' is a required property" in missing


async def test_views_and_settings_are_kept_for_their_member(product: Product) -> None:
    manager, owner = await product.person("周海"), await product.person("林晓云")
    save = (
        f"mutation($input: SaveViewInput!) {{ saveView(input: $input) {{ view {{ id label mine shared }} {ERRORS} }} }}"
    )
    views = '{ savedViews(pageKey: "members") { id label query mine shared } }'
    given = {"pageKey": "members", "label": "停用的人", "query": "f.status=SUSPENDED", "shared": True}
    view = (await product.graph.ask(manager, save, input=given))["saveView"]["view"]
    await product.graph.ask(owner, save, input=given | {"label": "我的", "shared": False})
    seen = (await product.graph.ask(owner, views))["savedViews"]
    assert {(one["label"], one["mine"]) for one in seen} == {("停用的人", False), ("我的", True)}
    assert [one["label"] for one in (await product.graph.ask(manager, views))["savedViews"]] == ["停用的人"]
    for stranger in ("沈星", "韩正", "许远山"):
        person = await product.person(stranger)
        assert (await product.graph.ask(person, views))["savedViews"] == []
        node = await product.graph.ask(person, "query($id: ID!) { node(id: $id) { id } }", id=view["id"])
        assert node["node"] is None
    setting = f"mutation($input: SaveSettingInput!) {{ saveSetting(input: $input) {{ {ERRORS} }} }}"
    await product.graph.ask(manager, setting, input={"key": "columns.members", "value": ["displayName"]})
    assert (await product.graph.ask(manager, "{ mySettings }"))["mySettings"] == {"columns.members": ["displayName"]}
    assert (await product.graph.ask(owner, "{ mySettings }"))["mySettings"] == {}
    forget = f"mutation($input: DeleteViewInput!) {{ deleteView(input: $input) {{ {ERRORS} }} }}"
    assert (await product.graph.ask(manager, forget, input={"id": view["id"]}))["deleteView"]["userErrors"] == []


def test_the_largest_form_and_an_action_with_a_form_pass_the_limits_on_variables() -> None:
    condition = [{"all": [{"field": "f1", "op": "IN", "values": ["A", "B"]}] * 2}] * 2
    fields = [field(f"f{number}", visibleWhen=condition if number % 10 == 0 else []) for number in range(500)]
    check_variables({"input": {"definition": {"fields": fields}}}, Limits())
    action = {"key": "a", "label": label(), "placement": ["ROW"], "form": {"fields": fields[:50]}}
    check_variables({"input": {"patch": patch({"op": "add", "at": "actions", "value": action})}}, Limits())
