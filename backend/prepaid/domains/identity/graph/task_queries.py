"""Root fields about long work."""

from prepaid.domains.identity.graph.task_types import Task
from prepaid.graph.types import SIGNED_IN, root_connection, root_one

root_connection("tasks", Task, "The caller's own tasks, newest first", permission=SIGNED_IN, order_by=["-created_at"])
root_one("task", Task, "One of the caller's own tasks", permission=SIGNED_IN)
