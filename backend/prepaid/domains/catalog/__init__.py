"""Products (商品): services, card types and packages, each in versions that the bank reviews before they are sold.

Who: a merchant drafts and submits; the bank's product review decides by evidence; staff and the mini-program read what
is on sale. What: services with append-only price history, card types, packages of entitlements with gifts.

Invariants: a version on sale never changes, an edit is a new version, sold cards keep theirs; a package's price is
shared over its entitlements to the fen; nothing is sold over its list value, below the type's deepest discount, over
the face limit of its card type, or beyond the type's term and lessons; the history of prices only grows.
"""
