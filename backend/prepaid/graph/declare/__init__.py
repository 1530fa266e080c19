"""What the slices declare: types over tables, root fields, mutations, extensions."""
