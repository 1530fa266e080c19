"""The long-lived parts of a process, made once by `app.py`, the worker or a test and passed in as one value."""
