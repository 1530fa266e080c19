"""Pure rules of identity: what a code, a tree, a scope and a change request are."""
