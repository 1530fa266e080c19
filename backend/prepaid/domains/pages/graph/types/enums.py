"""The enums of the configuration, with their Chinese labels."""

from prepaid.domains.pages.rules.fields import ChoiceWidget, ExpiryRule, PatternName
from prepaid.domains.pages.rules.forms import FormLayout, Tone
from prepaid.domains.pages.rules.kinds import TestOp, ValueKind
from prepaid.domains.pages.rules.layout.actions import ActionPlacement, AfterAction
from prepaid.domains.pages.rules.layout.bench import BenchKind
from prepaid.domains.pages.rules.layout.columns import Align, Pin
from prepaid.domains.pages.rules.layout.operations import BindingSource, OperationKind
from prepaid.domains.pages.rules.layout.pages import CustomComponent, ExportFormat, PageKind, SectionKind
from prepaid.domains.pages.rules.layout.widgets import StatTrend, WidgetKind
from prepaid.graph.enums import described_enum

described_enum(
    ValueKind,
    {
        ValueKind.TEXT: "文本: a short text",
        ValueKind.LONG_TEXT: "多行文本: a text of several lines",
        ValueKind.INTEGER: "整数: a whole number",
        ValueKind.DECIMAL: "小数: a decimal number, as text",
        ValueKind.FEN: "金额: an amount in fen, shown in yuan",
        ValueKind.REGION: "行政区划: an administrative division, by its code of GB/T 2260",
        ValueKind.DOCUMENT: "证照: files with number and expiry",
        ValueKind.PERCENT: "百分比: a rate in basis points, shown in percent",
        ValueKind.BOOLEAN: "是/否: yes or no",
        ValueKind.DATE: "日期: a legal day in Asia/Shanghai",
        ValueKind.DATETIME: "时间: an instant, shown in Asia/Shanghai",
        ValueKind.DATE_RANGE: "日期范围: two days, both included",
        ValueKind.ENUM: "枚举: one value of a dictionary",
        ValueKind.TAGS: "多选: several values",
        ValueKind.REFERENCE: "引用: a record that is picked",
        ValueKind.FILE: "文件: uploaded files",
        ValueKind.IMAGE: "图片: uploaded images",
        ValueKind.PHONE: "手机号: a mobile number",
        ValueKind.URL: "链接: an address on the web",
        ValueKind.JSON: "结构: a list of objects, or any JSON value",
    },
)
described_enum(
    TestOp,
    {
        TestOp.EQ: "等于: the value, or for several values the same set",
        TestOp.NE: "不等于: not EQ",
        TestOp.IN: "属于: any of the values",
        TestOp.NOT_IN: "不属于: none of the values",
        TestOp.EMPTY: "为空: nothing was given",
        TestOp.NOT_EMPTY: "不为空: something was given",
        TestOp.GT: "大于: after the value in the order of its kind",
        TestOp.GTE: "大于等于: the value or after it",
        TestOp.LT: "小于: before the value",
        TestOp.LTE: "小于等于: the value or before it",
    },
)
described_enum(
    PatternName,
    {
        PatternName.CN_MOBILE: "手机号: a mobile number of mainland China",
        PatternName.CN_ID_CARD: "身份证号: an identity number with its check digit (GB 11643)",
        PatternName.ORG_CODE: "组织机构代码: an organisation code with its check digit (GB 11714)",
        PatternName.OLD_LICENCE: "营业执照注册号: a licence number of 15 digits (GS 15)",
        PatternName.WECHAT_APPID: "小程序 APPID: wx and 16 hexadecimal digits",
        PatternName.USCC: "统一社会信用代码: a unified social credit code (GB 32100)",
        PatternName.BANK_CARD: "银行卡号: a card number with its check digit",
        PatternName.EMAIL: "电子邮箱: an e-mail address",
        PatternName.POSTCODE: "邮政编码: six digits",
        PatternName.URL: "链接: an http or https address",
    },
)
described_enum(
    Tone,
    {
        Tone.NEUTRAL: "默认: nothing in particular",
        Tone.INFO: "提示: under way",
        Tone.SUCCESS: "成功: as it should be",
        Tone.WARNING: "警告: needs attention",
        Tone.DANGER: "危险: wrong, or not to be undone",
    },
)
described_enum(
    ChoiceWidget,
    {
        ChoiceWidget.SELECT: "下拉框: a drop-down",
        ChoiceWidget.RADIO: "单选框: radio buttons",
        ChoiceWidget.SEGMENTED: "分段: segments",
        ChoiceWidget.CHECKBOXES: "复选框: check boxes",
    },
)
described_enum(
    ExpiryRule,
    {
        ExpiryRule.NONE: "无有效期: it does not expire",
        ExpiryRule.OPTIONAL: "有效期选填: the day may be given",
        ExpiryRule.REQUIRED: "有效期必填: the day has to be given",
    },
)
described_enum(
    FormLayout,
    {
        FormLayout.SINGLE: "单列: one column",
        FormLayout.TWO_COLUMN: "双列: two columns",
        FormLayout.STEPS: "分步: a step for each section",
        FormLayout.TABS: "标签页: a tab for each section",
    },
)
described_enum(
    OperationKind,
    {OperationKind.QUERY: "查询: reads", OperationKind.MUTATION: "操作: changes something"},
)
described_enum(
    BindingSource,
    {
        BindingSource.ROUTE_PARAM: "路径参数: the parameter `key` of the page's path",
        BindingSource.ROW: "当前行: the path `key` in the record acted on",
        BindingSource.SELECTION: "所选行: that path in every selected record, as a list",
        BindingSource.FORM: "表单: the whole input, or its path `key`",
        BindingSource.FILTER: "筛选: the whole filter, or its path `key`",
        BindingSource.SEARCH: "搜索: the text of the quick search",
        BindingSource.ORDER: "排序: the order as a list of field and direction",
        BindingSource.PAGE: "分页: `first` or `offset`",
        BindingSource.KEY: "幂等键: an idempotency key, the same for every retry",
        BindingSource.CONSTANT: "常量: the constant",
    },
)
described_enum(
    PageKind,
    {
        PageKind.LIST: "列表页: a list",
        PageKind.DETAIL: "详情页: a record",
        PageKind.FORM: "表单页: a form",
        PageKind.DASHBOARD: "看板: figures and charts",
        PageKind.CUSTOM: "定制页: a hand-written page",
    },
)
described_enum(
    CustomComponent,
    {
        CustomComponent.HOME: "工作台: work bench",
        CustomComponent.PERMISSION_EDITOR: "权限树: permission tree of a role",
        CustomComponent.PAGE_EDITOR: "页面编辑: editor of pages and overlays",
        CustomComponent.FORM_DESIGNER: "表单设计: form designer",
        CustomComponent.SALES_CONTROL_MAP: "控销地图: where what may be sold",
        CustomComponent.COMMISSION_TRIAL: "分佣试算: what a sale would earn",
        CustomComponent.ONBOARDING_WIZARD: "入驻向导: onboarding of a merchant",
        CustomComponent.REDEMPTION_TERMINAL: "核销台: redemption at the counter",
        CustomComponent.SALE_DESK: "售卡收银: sales at the desk",
        CustomComponent.ORDER_RECEIPT: "购卡告知书: the receipt of a sale, to print",
        CustomComponent.CONTRACT_SIGNING: "合约签署: signing of a contract",
    },
)
described_enum(
    SectionKind,
    {
        SectionKind.DESCRIPTIONS: "属性: values with their labels",
        SectionKind.RELATED_LIST: "关联列表: a list page of records that belong to this one",
        SectionKind.FILES: "文件: files",
        SectionKind.STEPS: "进度: the states that a record goes through",
        SectionKind.CUSTOM: "定制: a hand-written part",
    },
)
described_enum(Align, {Align.LEFT: "左: left", Align.RIGHT: "右: right", Align.CENTER: "中: centre"})
described_enum(Pin, {Pin.LEFT: "左: left", Pin.RIGHT: "右: right"})
described_enum(ExportFormat, {ExportFormat.CSV: "CSV: plain text", ExportFormat.XLSX: "Excel: a workbook"})
described_enum(
    ActionPlacement,
    {
        ActionPlacement.TOOLBAR: "工具栏: above the list",
        ActionPlacement.ROW: "行: on a row",
        ActionPlacement.BULK: "批量: on the selected rows",
        ActionPlacement.DETAIL: "详情: on a record's page",
    },
)
described_enum(
    AfterAction,
    {
        AfterAction.REFETCH: "刷新: read again",
        AfterAction.CLOSE: "关闭: close and go back",
        AfterAction.GOTO: "跳转: go to another page",
        AfterAction.NONE: "无: stay",
    },
)
described_enum(
    WidgetKind,
    {
        WidgetKind.STAT: "指标: one figure",
        WidgetKind.LINE: "折线图: lines",
        WidgetKind.BAR: "柱状图: bars",
        WidgetKind.PIE: "饼图: slices",
        WidgetKind.TABLE: "表格: a short table",
        WidgetKind.TODO: "待办: things to do",
    },
)
described_enum(
    BenchKind,
    {
        BenchKind.TODO: "待办: something that waits for the caller",
        BenchKind.FIGURE: "指标: a figure that he keeps an eye on",
    },
)
described_enum(
    StatTrend,
    {
        StatTrend.UP: "越高越好: more is better",
        StatTrend.DOWN: "越低越好: less is better",
        StatTrend.NEITHER: "中性: neither",
    },
)
