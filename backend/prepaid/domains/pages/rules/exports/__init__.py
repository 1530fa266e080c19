"""Lists as files: typed values of cells, and how each format writes them."""
