"""Pure rules of identity: what a code, a tree, a scope and a change request are.

Importing any of them declares identity's own permissions, which documents and editors check against.
"""

import prepaid.domains.identity.rules.catalogue  # noqa: F401
