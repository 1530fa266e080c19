"""Identity (身份与权限): who may do what, where.

Who: accounts (账户) with sessions and second factors; memberships (成员) of an account in a merchant, an
operator or the bank; API tokens of integrators.
What: platform templates (平台模版), each a permission tree with roles; grants; change requests with maker and
checker; the tenant root (merchant, operator, gates).
Invariants: a role is granted nodes of its own template only (foreign key); nobody decides his own change
request; a session or token is known by its hash alone; every change has an audit event.
"""
