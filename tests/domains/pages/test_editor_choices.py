"""What the page editor and the form designer choose from, previews by role, and forms taken back."""

from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.domains.pages.forms import field, label, when
from tests.domains.pages.people import patch
from tests.domains.pages.product import Product
from tests.domains.pages.test_editor_api import FEEDBACK, PUBLISH_FORM, SAVE_FORM, Editor

ERRORS = "userErrors { code message path }"
PAGES = """query($template: String!, $type: String) { editablePages(templateCode: $template, merchantType: $type) {
  key title path kind menu draftVersion publishedVersion } }"""
PREVIEW = """query($key: ID!, $patch: JSON!, $roles: [ID!]) {
  previewPage(key: $key, patch: $patch, templateCode: "merchant", merchantType: "ice_rink", roles: $roles) {
    page { ... on ListPage { columns { key } actions { key } } } definition navigation { key label parentKey }
    mistakes { place message } } }"""
MATERIALS = "{ formMaterials { targets { name label } purposes { code label accept maxBytes } } }"
PREVIEW_FORM = "query($d: JSON!) { previewForm(definition: $d) { jsonSchema mistakes { place } } }"
WITHDRAW = f"mutation($input: WithdrawFormInput!) {{ withdrawForm(input: $input) {{ form {{ id state }} {ERRORS} }} }}"
FORM_OF = """query($type: String) { formConfig(key: "onboarding", merchantType: $type) {
  fields { ... on FieldBase { key } } } }"""
VERSIONS = """{ formDefinitions(filter: {key: {eq: "onboarding"}, merchantType: {isNull: true}}) {
  nodes { id version state madeByName publishedByName } } }"""


@pytest.fixture
async def editor(product: Product) -> Editor:
    return Editor(product, await product.person("韩正"))


async def test_the_editor_chooses_from_the_pages_that_the_platform_has(editor: Editor) -> None:
    pages = {one["key"]: one for one in await editor.ask(PAGES, template="merchant", type="ice_rink")}
    assert pages["app"]["publishedVersion"] == 1
    members = pages["members"]
    assert (members["title"], members["menu"], members["kind"]) == ("教练与员工", "团队", "LIST")
    assert (members["publishedVersion"], members["draftVersion"]) == (1, None)
    assert pages["member"]["menu"] == "团队", "a record's page belongs to the menu of its list"
    assert "pageEditor" not in pages, "the merchants' platform has no permission for it"
    await editor.save("members", "ice_rink", {"op": "remove", "at": "columns.phone"})
    again = {one["key"]: one for one in await editor.ask(PAGES, template="merchant", type="ice_rink")}
    assert (again["members"]["publishedVersion"], again["members"]["draftVersion"]) == (1, 2)
    other = {one["key"]: one for one in await editor.ask(PAGES, template="merchant", type="dance_school")}
    assert other["members"]["draftVersion"] is None


async def test_a_preview_is_as_a_role_sees_it_and_carries_the_page_with_the_changes(editor: Editor) -> None:
    rename = {"op": "set", "at": "columns.displayName", "values": {"label": label("教练")}}
    roles = await editor.ask('{ roles(filter: {code: {eq: "salesperson"}}) { nodes { id } } }')
    everything = await editor.ask(PREVIEW, key="members", patch=patch(rename), roles=None)
    assert "phone" in [column["key"] for column in everything["page"]["columns"]]
    seller = await editor.ask(PREVIEW, key="members", patch=patch(rename), roles=[roles["nodes"][0]["id"]])
    assert {action["key"] for action in everything["page"]["actions"]} >= {"addMember"}
    assert seller["page"]["actions"] == [], "a salesperson adds nobody"
    assert "phone" not in [column["key"] for column in seller["page"]["columns"]]
    column = next(one for one in seller["definition"]["columns"] if one["key"] == "displayName")
    assert column["label"]["zh"] == "教练"
    shell = await editor.ask(PREVIEW, key="app", patch=patch({"op": "remove", "at": "navigation.audit"}), roles=None)
    keys = [item["key"] for item in shell["navigation"]]
    assert "team" in keys
    assert "audit" not in keys


async def test_a_preview_keeps_none_of_its_documents(product: Product, editor: Editor) -> None:
    await editor.ask(PREVIEW, key="members", patch=patch(), roles=None)
    known = len(list(product.documents))
    column = {"key": "platformCode", "path": "template.code", "label": label("代码"), "kind": "TEXT"}
    made = await editor.ask(
        PREVIEW, key="members", patch=patch({"op": "add", "at": "columns", "value": column}), roles=None
    )
    assert made["mistakes"] == []
    assert len(list(product.documents)) == known


async def test_the_designer_chooses_from_what_fields_can_refer_to(editor: Editor) -> None:
    materials = await editor.ask(MATERIALS)
    assert {"name": "Merchant", "label": "商户"} in materials["targets"]
    licence = next(one for one in materials["purposes"] if one["code"] == "business_licence")
    assert licence["label"] == "营业执照"
    assert "application/pdf" in licence["accept"]


async def test_a_form_that_is_not_saved_is_shown_as_json_schema(editor: Editor) -> None:
    shown = await editor.ask(PREVIEW_FORM, d=FEEDBACK)
    Draft202012Validator.check_schema(shown["jsonSchema"])
    assert list(shown["jsonSchema"]["properties"]) == ["subject", "phone"]
    options = [{"value": "A", "label": {"zh": "", "en": "A"}}]
    wrong = {"fields": [field("a")], "dictionaries": [{"name": "letters", "options": options}]}
    mistakes = (await editor.ask(PREVIEW_FORM, d=wrong))["mistakes"]
    assert [one["place"] for one in mistakes] == ["dictionaries.letters.options.A.label.zh"]


async def test_phone_or_email_is_a_form(product: Product, editor: Editor) -> None:
    contact = {
        "fields": [
            field("phone", "PHONE", requiredWhen=when("email", "EMPTY")),
            field("email", requiredWhen=when("phone", "EMPTY")),
        ]
    }
    assert (await editor.ask(PREVIEW_FORM, d=contact))["mistakes"] == []
    tried = await editor.ask(
        "query($d: JSON!, $v: JSON!) { tryForm(definition: $d, values: $v) { path code } }", d=contact, v={}
    )
    assert [(one["path"], one["code"]) for one in tried] == [
        (["phone"], "FIELD_REQUIRED"),
        (["email"], "FIELD_REQUIRED"),
    ]


async def test_a_types_own_form_is_taken_back_and_the_general_one_is_in_force(product: Product, editor: Editor) -> None:
    given: dict[str, Any] = {"key": "onboarding", "merchantType": "ice_rink", "nameZh": "入驻", "nameEn": "Onboarding"}
    saved = await editor.ask(SAVE_FORM, input=given | {"definition": FEEDBACK})
    await editor.ask(PUBLISH_FORM, input={"formId": saved["form"]["id"]})

    async def keys() -> list[str]:
        return [one["key"] for one in (await editor.ask(FORM_OF, type="ice_rink"))["fields"]]

    assert await keys() == ["subject", "phone"]
    gone = await editor.ask(WITHDRAW, input={"formId": saved["form"]["id"]})
    assert gone["form"]["state"] == "RETIRED"
    assert "uscc" in await keys()
    (general,) = (await editor.ask(VERSIONS))["nodes"]
    refused = await editor.ask(WITHDRAW, input={"formId": general["id"]})
    assert [one["code"] for one in refused["userErrors"]] == ["FORM_OF_ALL_TYPES"]
    draft = await editor.ask(SAVE_FORM, input=given | {"definition": FEEDBACK})
    thrown = await editor.ask(WITHDRAW, input={"formId": draft["form"]["id"]})
    assert (thrown["form"], thrown["userErrors"]) == (None, [])


async def test_a_version_names_who_made_it(editor: Editor) -> None:
    given = {"key": "onboarding", "merchantType": None, "nameZh": "入驻", "nameEn": "Onboarding"}
    saved = await editor.ask(SAVE_FORM, input=given | {"definition": FEEDBACK})
    await editor.ask(PUBLISH_FORM, input={"formId": saved["form"]["id"]})
    versions = {one["version"]: one for one in (await editor.ask(VERSIONS))["nodes"]}
    assert (versions[2]["madeByName"], versions[2]["publishedByName"]) == ("韩正", "韩正")
    assert versions[1]["state"] == "RETIRED"
