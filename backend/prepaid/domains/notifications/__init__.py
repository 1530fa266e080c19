"""Notifications (通知): what people are told, where they work.

Who: everybody reads his own notices; the reactions and jobs of all domains write them by `notify`.
What: kinds of notices (通知类型), declared beside the domain that sends them, with their texts in both languages and
the page they lead to; a notice (通知) a person, in the place that it concerns.
Invariants: a notice is seen by its account alone; its text is what was true when it was sent; what is settled for one
person is settled for all who were told of it.
"""
