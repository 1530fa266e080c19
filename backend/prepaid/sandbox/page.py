"""The page a person looks at: what was sent, which faults are on. It reloads itself."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path

from prepaid.sandbox.faults import Fault
from prepaid.sandbox.inbox import Received

PAGE = Path(__file__).with_name("page.html").read_text("utf-8")


def page(messages: Iterable[Received], faults: Mapping[str, Fault]) -> str:
    """The page as HTML."""
    sent = table(
        ("Received · 时间 (UTC)", "Channel · 渠道", "To · 收件人", "Text · 内容"),
        [(m.received_at, m.channel, m.to, f"{m.subject}\n{m.text}" if m.subject else m.text) for m in messages],
        "No message yet · 暂无消息",
    )
    on = table(
        ("Provider · 服务商", "Status · 状态码", "Delay · 延迟", "Left · 剩余次数"),
        [(name, str(f.status), f"{f.delay_seconds:g} s", str(f.times)) for name, f in faults.items()],
        "None · 无",
    )
    return PAGE.replace("<!-- messages -->", sent).replace("<!-- faults -->", on)


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], when_empty: str) -> str:
    """An HTML table of texts."""
    if not rows:
        return f'<p class="none">{escape(when_empty)}</p>'
    head = "".join(f"<th>{escape(text)}</th>" for text in heads)
    body = "".join("<tr>" + "".join(f'<td class="text">{escape(cell)}</td>' for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
