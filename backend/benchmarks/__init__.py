"""`make bench`: this server beside other ways to answer the same query, in one run, as ratios."""
