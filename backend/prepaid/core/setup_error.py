"""The base of errors that whoever starts a process can put right."""


class SetupError(Exception):
    """Something outside the program is wrong; `str()` is one sentence that says what to do.

    Commands print the sentence, without a traceback, and exit with 1.
    """
