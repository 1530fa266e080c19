"""Contracts (智能合约): templates, signed contracts, consumer agreements, seals.

Who: the bank writes templates and checks them with two people; merchant and bank sign by their seals; consumers accept.
What: a template version is text *and* the rule parameters that the money engine executes; a contract is its frozen
bytes with signatures; a seal is an image with a certificate, granted to people for templates and a time.
Invariants: one published version per scene and merchant type; a published version has no void clause; a contract is
never changed once its bytes are frozen, and in force it carries every signature; no stamp without a grant or an
approval; private keys are used inside the key store alone. Parties are passed in as data.
"""
