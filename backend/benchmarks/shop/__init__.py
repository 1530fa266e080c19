"""A slice for the benchmark only: orders with lines, products and customers of many merchants."""
