"""What the layout of a contract is filled with, and where its signature fields stand."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from prepaid.domains.contracts.rules.parameters import SPECS, RuleParameters, shown
from prepaid.domains.contracts.rules.parties import LABELS, PartyFacts, day_text
from prepaid.domains.contracts.rules.scenes import Party

A4_HEIGHT: Final = 841.89
FIELD: Final = {"width": 205, "height": 205}
"""Points."""
LEFT: Final = {Party.MERCHANT: 80, Party.BANK: 312}
TOP: Final = 165


def field_name(party: Party) -> str:
    """Name of a party's signature field in the PDF."""
    return party.value.lower()


def field_box(party: Party) -> tuple[float, float, float, float]:
    """A signature field in PDF coordinates: left, bottom, right, top, from the lower left corner of the last page."""
    left, bottom = LEFT[party], A4_HEIGHT - TOP - FIELD["height"]
    return left, bottom, left + FIELD["width"], bottom + FIELD["height"]


def layout_data(
    *,
    number: str,
    title: str,
    template: str,
    parties: Sequence[PartyFacts],
    text: Sequence[Mapping[str, Any]],
    parameters: RuleParameters,
    validity: str,
) -> dict[str, Any]:
    """The data of `layout/contract.typ`."""
    names = "与".join(f"{party.name}（{LABELS[party.party][0]}）" for party in parties)
    return {
        "title": title,
        "author": parties[-1].name,
        "number": number,
        "template": template,
        "parties": [
            {"label": LABELS[party.party][0], "role": LABELS[party.party][1], "facts": _facts(party)}
            for party in parties
        ],
        "preamble": [f"{names}在平等、自愿、公平、诚信的基础上，就下列事项协商一致，订立本合同，共同遵守。{validity}"],
        "clauses": [{"title": each["title"], "paragraphs": each["paragraphs"]} for each in text],
        "annex": "下列参数是本合同的组成部分，由平台资金引擎据以执行；与正文约定不一致的，以有利于消费者的为准。",
        "parameters": [
            {"label": spec.zh, "value": shown(spec, getattr(parameters, spec.name)), "source": spec.source}
            for spec in SPECS
            if getattr(parameters, spec.name) is not None or not spec.name.startswith("agreed")
        ],
        "closing": f"各方确认已完整阅读并理解合同编号 {number} 的全部条款及附件，并以下列电子签章签署本合同。",
        "fields": [
            {
                "label": f"{LABELS[party.party][0]}（盖章）",
                "name": party.name,
                "code": party.code,
                "representative": party.representative,
                "x": LEFT[party.party],
                "y": TOP,
                **FIELD,
            }
            for party in parties
        ],
        "verification": "本合同采用可靠的电子签名（电子签名法第十三条）。"
        "可在平台“合同验真”中上传本文件核验签署人与内容是否被改动。",
    }


def validity_text(valid_from: Any, valid_to: Any) -> str:
    """The sentence on how long a contract holds."""
    if valid_to is None:
        return f"本合同自{day_text(valid_from)}起生效，长期有效。"
    return f"本合同有效期自{day_text(valid_from)}至{day_text(valid_to)}。"


def _facts(party: PartyFacts) -> list[dict[str, str]]:
    labels = (
        ("名称", party.name),
        ("统一社会信用代码", party.code),
        ("法定代表人（负责人）", party.representative),
        ("住所", party.address),
        ("联系电话", party.phone),
    )
    return [{"label": label, "value": value} for label, value in labels if value]
