"""Commands of payment. They write as the worker's role whoever calls them: the callers' own guards come first."""
