"""Starting the product on one machine: its database, and its processes side by side (`make run`)."""
