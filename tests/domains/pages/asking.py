"""Documents that the tests ask the product with."""

FIELD = """
key inputPath label kind required readOnly section initial span
visibleWhen { all { field op values } } requiredWhen { all { field op values } }
"""
KINDS = (
    "TextField",
    "NumberField",
    "ChoiceField",
    "DateField",
    "ReferenceField",
    "UploadField",
    "BooleanField",
    "ListField",
)
FIELDS = (
    "__typename "
    + " ".join(f"... on {kind} {{ {FIELD} }}" for kind in KINDS)
    + " ... on ReferenceField { search { id } }"
)
REF = "id name kind resultPath variables { variable source key constant }"
FORM = f"layout sections {{ key title }} fields {{ {FIELDS} }} dictionaries {{ name options {{ value label }} }}"
ACTIONS = f"actions {{ key label stepUp form {{ {FORM} }} submit {{ {REF} }} load {{ {REF} }} goto {{ pageKey }} }}"
COLUMNS = "key path label kind dictionary sortable defaultVisible maskable includeVariable"
BASE = "__typename ... on PageBase { key path title revision breadcrumb { label pageKey } help { tourKey } }"
PAGE = f"""
{BASE}
... on ListPage {{ source {{ {REF} }} columns {{ {COLUMNS} }} filters {{ {FIELDS} }} defaultOrder {{ key descending }}
  presets {{ key label query count {{ {REF} }} }} {ACTIONS} rowLink quickSearch {{ placeholder }} }}
... on DetailPage {{ source {{ {REF} }} header {{ titlePath statusPath }}
  sections {{ key title kind items {{ {COLUMNS} }} list }} {ACTIONS} timeline {{ {REF} }} }}
... on CustomPage {{ component props }}
"""
PAGE_CONFIG = f"query($key: ID!, $as: PreviewInput) {{ pageConfig(key: $key, previewAs: $as) {{ {PAGE} }} }}"
APP_CONFIG = """
query($as: PreviewInput) { appConfig(previewAs: $as) {
  revision template templateLabel merchantType landing features
  navigation { key parentKey label order pageKey } pages { key path title kind }
  dictionaries { name options { value label tone } }
} }
"""
PAGE_AT = "query($path: String!) { pageAt(path: $path) }"
