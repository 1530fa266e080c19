"""Stores and regions (店铺、区域): where a merchant sells and serves.

Who: a merchant's owner builds the tree of regions and opens, moves and closes stores; the bank reads them.
What: region levels with the merchant's own names, regions with effective-dated places in the tree, stores with
periods in regions, hours, relocations; the one ONLINE store that every merchant has.

Invariants: no region is below itself on any day; a region has one place and a store one region on any day; the past
stays as it was (a move begins a new period, it edits none); a closed store stays closed; every merchant has exactly
one ONLINE store, which is always open.
"""
