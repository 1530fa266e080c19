"""Pure building blocks: money, time, ids, states, identifiers, masking, text, canonical bytes.

Nothing here does I/O and nothing here imports from the rest of the product.
"""
