"""Merchants (商户): types, onboarding, change requests of their data, documents, deposit, and what closes their sales.

Who: the bank maintains types and reviews; a merchant applies, signs, pays its deposit and keeps its documents valid.
What: versioned merchant types; applications filled by the type's form; company data and documents; the deposit with
its rule by type and store; the sale gate that lists every reason why a merchant may not sell.

Invariants: an application and a sold product keep the version of the type they were made under; one published version
a type; one active merchant a unified social credit code and an APPID; a merchant is ACTIVE only with an APPID.
"""
