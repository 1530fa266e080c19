"""What contracts bring to the pages."""

from prepaid.domains.contracts.graph.base.contracts import ACCEPTANCES, CONTRACT, CONTRACTS, SIGNING, TO_SIGN, VERIFY
from prepaid.domains.contracts.graph.base.dictionaries import DICTIONARIES
from prepaid.domains.contracts.graph.base.seals import (
    GRANTS,
    GRANTS_OF_SEAL,
    SEAL,
    SEALS,
    STAMPINGS,
    STAMPINGS_OF_SEAL,
)
from prepaid.domains.contracts.graph.base.templates import COMPARISON, TEMPLATE, TEMPLATES, VERSION, VERSIONS
from prepaid.domains.pages.graph.registry import declare_pages
from prepaid.domains.pages.rules.layout.shell import Declared, NavItem, Reference
from prepaid.domains.pages.rules.text import Text


def _entry(page_key: str, zh: str, en: str) -> NavItem:
    return NavItem(key=page_key, label=Text(zh, en), parent_key="agreements", page_key=page_key)


declare_pages(
    Declared(
        pages=(
            TEMPLATES,
            TEMPLATE,
            VERSIONS,
            VERSION,
            COMPARISON,
            CONTRACTS,
            TO_SIGN,
            CONTRACT,
            SIGNING,
            VERIFY,
            ACCEPTANCES,
            SEALS,
            SEAL,
            GRANTS,
            GRANTS_OF_SEAL,
            STAMPINGS,
            STAMPINGS_OF_SEAL,
        ),
        navigation=(
            NavItem(key="agreements", label=Text("合同与印章", "Contracts and seals"), icon="file-text"),
            _entry("contractsToSign", "待签合同", "To sign"),
            _entry("contracts", "合同", "Contracts"),
            _entry("contractTemplates", "合约模版", "Contract templates"),
            _entry("seals", "印章管理", "Seals"),
            _entry("sealGrants", "印章授权", "Grants of seals"),
            _entry("sealStampings", "用印记录", "Uses of seals"),
            _entry("agreementAcceptances", "消费者协议签约", "Accepted agreements"),
            _entry("verifyDocument", "合同验真", "Verify a document"),
        ),
        dictionaries=DICTIONARIES,
        references=(
            Reference(
                target="ContractTemplate",
                label=Text("合约模版", "Contract template"),
                field="contractTemplates",
                label_path="name",
                description_path="code",
                page_key="contractTemplate",
            ),
            Reference(
                target="Contract",
                label=Text("合同", "Contract"),
                field="contracts",
                label_path="number",
                description_path="title",
                page_key="contract",
            ),
            Reference(
                target="Seal",
                label=Text("印章", "Seal"),
                field="seals",
                label_path="name",
                description_path="holderName",
                page_key="seal",
            ),
        ),
    )
)
