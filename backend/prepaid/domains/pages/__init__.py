"""Pages (页面配置): what each platform shows to whom, as data.

Who: bank staff edit overlays (页面调整) and forms (表单); every member keeps saved views (视图) and column choices.
What: one field grammar for all forms; base pages that each domain declares; overlays by template and merchant
type; the compiler that turns them into a page with documents proven against the schema.
Invariants: nothing that a caller may not see is in his configuration or in its documents; what the compiler
refuses is never stored; a value hidden by its condition is never accepted; a published version never changes.
"""
