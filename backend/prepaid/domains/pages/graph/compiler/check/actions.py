"""The check of actions."""

from collections.abc import Iterable, Iterator

from graphql import GraphQLNamedType

from prepaid.domains.pages.graph.compiler.bindings import bindings_of, row_paths
from prepaid.domains.pages.graph.compiler.check.forms import check_page_form
from prepaid.domains.pages.graph.compiler.check.ground import Ground, keys_once
from prepaid.domains.pages.graph.compiler.check.operations import Path, check_operation, form_input
from prepaid.domains.pages.graph.compiler.schema_view import UnknownPath
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.layout.actions import Action, ActionPlacement, AfterAction
from prepaid.domains.pages.rules.layout.operations import Operation, OperationKind
from prepaid.domains.pages.rules.mistakes import Mistake


def check_actions(ground: Ground, actions: Iterable[Action], row: GraphQLNamedType) -> Iterator[Mistake]:
    """Mistakes of the actions of a page over records of a type."""
    actions = tuple(actions)
    for action in actions:
        for path in row_paths([action], action.placement):
            try:
                ground.view.steps(row, path)
            except UnknownPath as error:
                place = f"actions.{action.key}.submit.bindings"
                yield Mistake(place, f"{error.owner} 没有字段 {error.step}", f"{error.owner} has no {error.step}")
    yield from keys_once((action.key for action in actions), "actions")
    yield from _stated(actions, ground.view.row_actions(row.name), row.name)
    for action in actions:
        for mistake in _action(ground, action):
            yield mistake.within(f"actions.{action.key}")


def _stated(actions: Iterable[Action], stated: frozenset[str] | None, row: str) -> Iterator[Mistake]:
    """Where rows say what can be done with them, an action that they never name would never be offered."""
    if stated is None:
        return
    for action in actions:
        on_rows = set(action.placement) - {ActionPlacement.TOOLBAR}
        if action.submit is not None and on_rows and action.key not in stated:
            zh, en = f"{row} 未声明该操作（availableActions）", f"{row} declares no such row action (availableActions)"
            yield Mistake(f"actions.{action.key}.key", zh, en)


def check_submit(ground: Ground, form: Form | None, submit: Operation) -> Iterator[Mistake]:
    """A mutation together with the form that fills its input."""
    paths: list[Path] = [field.path for field in form.outer] if form else []
    for mistake in check_operation(ground, submit, OperationKind.MUTATION, form=paths):
        yield mistake.within("submit")
    root = ground.view.root(submit.field)
    if form is None or root is None:
        return
    bindings = [one for one in bindings_of(ground.view, root, submit) if one.variable.split(".")[0] in root.field.args]
    for mistake in check_page_form(ground, form, form_input(root, bindings)):
        yield mistake.within("form")


def _action(ground: Ground, action: Action) -> Iterator[Mistake]:
    if (action.submit is None) == (action.goto is None):
        yield Mistake("submit", "须有提交或跳转之一", "an action either submits or goes to a page")
    if action.submit is not None:
        yield from check_submit(ground, action.form, action.submit)
    elif action.form is not None:
        yield Mistake("form", "表单需要提交", "a form needs something to submit it to")
    if action.load is not None:
        for mistake in check_operation(ground, action.load, OperationKind.QUERY):
            yield mistake.within("load")
    if action.goto is not None:
        yield from ground.page(action.goto.page_key, "goto.pageKey")
    elif action.after is AfterAction.GOTO:
        yield Mistake("after", "缺少跳转页面", "there is no page to go to")
