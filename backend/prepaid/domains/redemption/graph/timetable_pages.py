"""Pages of the timetable (课表): classes, what meets when, rosters."""

from typing import Final

from prepaid.domains.pages.graph.base.building import choice, column, one_of, picked, reason, text
from prepaid.domains.pages.graph.base.members import ON_RECORD, TIMELINE
from prepaid.domains.pages.graph.registry import declare_pages
from prepaid.domains.pages.rules.fields import AnyField, DateField, NumberField
from prepaid.domains.pages.rules.forms import Form, Tone
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.actions import Action, ActionPlacement
from prepaid.domains.pages.rules.layout.columns import DetailHeader, Pin
from prepaid.domains.pages.rules.layout.operations import Binding, BindingSource, Operation, by_id, on_form, on_row
from prepaid.domains.pages.rules.layout.pages import (
    DetailPage,
    DetailSection,
    EmptyState,
    ListPage,
    OrderBy,
    PageKind,
    SectionKind,
    ViewPreset,
)
from prepaid.domains.pages.rules.layout.shell import Declared, NavItem, Reference
from prepaid.domains.pages.rules.text import Text
from prepaid.domains.redemption.graph.timetable_words import DICTIONARIES

THIS: Final = Operation(field="timetableClass", bindings=(Binding("id", BindingSource.ROW, "id"),))


def _of_class(field: str) -> Operation:
    return Operation(field=field, bindings=(Binding("class", BindingSource.ROUTE_PARAM, "id"),))


def _day(key: str, zh: str, en: str, *, required: bool, help: Text | None = None) -> DateField:
    return DateField(key=key, label=Text(zh, en), kind=ValueKind.DATE, required=required, help=help)


def _time(key: str, zh: str, en: str, example: str) -> AnyField:
    return text(key, zh, en, required=True, max_length=5, placeholder=Text(example, example))


def _details() -> tuple[AnyField, ...]:
    return (
        text("name", "班级名称", "Name", required=True, max_length=80),
        picked("service", "课程（单品）", "Service", "Service", "serviceId", required=True),
        picked("store", "上课店铺", "Store", "Store", "storeId", required=True),
        picked("teacher", "老师", "Teacher", "Salesperson", "teacherId", required=True),
        choice(
            "weekday",
            "每周",
            "Every",
            "Weekday",
            help=Text("不选表示只上一次，日期为开课日期", "Empty: it meets once, on the first day"),
        ),
        _time("starts", "上课时间", "Starts", "18:30"),
        _time("ends", "下课时间", "Ends", "20:00"),
        _day("firstOn", "开课日期", "First day", required=True),
        _day("lastOn", "结课日期", "Last day", required=False, help=Text("不填表示长期开班", "Empty: open")),
        NumberField(
            key="capacity", label=Text("名额", "Places"), kind=ValueKind.INTEGER, required=True, min="1", max="500"
        ),
        text("note", "备注", "Remark", ValueKind.LONG_TEXT, max_length=500),
    )


CLASS_ACTIONS: Final = (
    Action(
        key="updateTimetableClass",
        label=Text("编辑", "Edit"),
        placement=ON_RECORD,
        load=THIS,
        submit=on_row("updateTimetableClass", "classId"),
        form=Form(fields=_details()),
    ),
    Action(
        key="enrolInClass",
        label=Text("加入学员", "Enrol"),
        tone=Tone.INFO,
        placement=ON_RECORD,
        submit=on_row("enrolInClass", "classId"),
        form=Form(
            fields=(
                picked(
                    "card",
                    "学员的卡",
                    "Card",
                    "Card",
                    "cardId",
                    required=True,
                    help=Text("按卡号、手机尾号搜索；编班不扣课时", "Search by number; nothing is taken from it yet"),
                ),
            )
        ),
    ),
    Action(
        key="endTimetableClass",
        label=Text("结课", "End"),
        tone=Tone.DANGER,
        danger=True,
        placement=ON_RECORD,
        submit=on_row("endTimetableClass", "classId"),
        form=Form(fields=(reason(),)),
    ),
)
CLASS_COLUMNS: Final = (
    column("number", ValueKind.TEXT, "班级号", "Number", sortable="NUMBER", copyable=True, pinned=Pin.LEFT, width=100),
    column("name", ValueKind.TEXT, "班级名称", "Name", sortable="NAME", link_page="timetableClass", width=180),
    column("status", ValueKind.ENUM, "状态", "State", dictionary="ClassStatus", width=100),
    column("service", ValueKind.REFERENCE, "课程", "Service", label_path="name", link_page="service"),
    column("teacher", ValueKind.REFERENCE, "老师", "Teacher", label_path="name", link_page="salesperson", width=110),
    column("weekday", ValueKind.ENUM, "每周", "Every", dictionary="Weekday", width=100),
    column("starts", ValueKind.TEXT, "上课", "Starts", sortable="STARTS", width=90),
    column("ends", ValueKind.TEXT, "下课", "Ends", width=90),
    column("enrolled", ValueKind.INTEGER, "在册", "Enrolled", width=90),
    column("capacity", ValueKind.INTEGER, "名额", "Places", sortable="CAPACITY", width=90),
    column("store", ValueKind.REFERENCE, "店铺", "Store", label_path="name", link_page="store"),
    column("firstOn", ValueKind.DATE, "开课日期", "First day", sortable="FIRST_ON", width=120),
    column("lastOn", ValueKind.DATE, "结课日期", "Last day", sortable="LAST_ON", width=120),
    column("merchant", ValueKind.REFERENCE, "商户", "Merchant", label_path="name", link_page="merchant"),
)
CLASSES: Final = ListPage(
    kind=PageKind.LIST,
    key="timetableClasses",
    path="/classes",
    title=Text("班级", "Classes"),
    source=Operation(field="timetableClasses"),
    columns=CLASS_COLUMNS,
    filters=(
        one_of("status", "状态", "State", "ClassStatus"),
        one_of("weekday", "每周", "Every", "Weekday"),
        picked("store", "店铺", "Store", "Store"),
        picked("teacher", "老师", "Teacher", "Salesperson"),
        picked("merchant", "商户", "Merchant", "Merchant"),
    ),
    quick_search=Text("班级名称、拼音、班级号", "Name, pinyin, number"),
    default_order=(OrderBy("number"),),
    presets=(ViewPreset(key="running", label=Text("开班中", "Running"), query="f.status=ACTIVE"),),
    actions=(
        Action(
            key="createTimetableClass",
            label=Text("新建班级", "New class"),
            icon="plus",
            tone=Tone.INFO,
            placement=(ActionPlacement.TOOLBAR,),
            submit=on_form("createTimetableClass"),
            form=Form(fields=_details()),
        ),
        *CLASS_ACTIONS,
    ),
    row_link="timetableClass",
    empty=EmptyState(
        title=Text("还没有班级", "No classes yet"),
        body=Text(
            "新建班级并编入学员后，核销台会在上课当天列出课次与名册",
            "Make classes and enrol cards: the counter lists each day's meetings with their rosters",
        ),
        action_key="createTimetableClass",
    ),
)
ROSTER: Final = ListPage(
    kind=PageKind.LIST,
    key="classRoster",
    path="/classes/:id/roster",
    parent="timetableClass",
    title=Text("学员名册", "Roster"),
    source=_of_class("classEnrolments"),
    columns=(
        column("card", ValueKind.REFERENCE, "卡号", "Card", label_path="number", link_page="card", pinned=Pin.LEFT),
        column("holder", ValueKind.TEXT, "持卡人", "Holder", "card.holderName"),
        column("enrolledAt", ValueKind.DATETIME, "编班时间", "Enrolled", sortable="ENROLLED_AT"),
        column("leftAt", ValueKind.DATETIME, "退出时间", "Left"),
        column("leaveReason", ValueKind.TEXT, "退出原因", "Why it left"),
    ),
    default_order=(OrderBy("enrolledAt", descending=True),),
    actions=(
        Action(
            key="leaveClass",
            label=Text("退出班级", "Take off"),
            tone=Tone.WARNING,
            placement=(ActionPlacement.ROW,),
            submit=on_row("leaveClass", "enrolmentId"),
            form=Form(fields=(reason(),)),
        ),
    ),
    empty=EmptyState(title=Text("名册中还没有学员", "Nobody is on the roster yet")),
)
CANCEL: Final = Action(
    key="cancelClassSession",
    label=Text("停课", "Cancel"),
    tone=Tone.DANGER,
    danger=True,
    placement=(ActionPlacement.ROW,),
    submit=on_row("cancelClassSession", "sessionId"),
    form=Form(fields=(reason(),)),
)
SESSION_COLUMNS: Final = (
    column("heldOn", ValueKind.DATE, "日期", "Day", sortable="HELD_ON", pinned=Pin.LEFT, width=120),
    column("starts", ValueKind.TEXT, "上课", "Starts", sortable="STARTS", width=90),
    column("ends", ValueKind.TEXT, "下课", "Ends", width=90),
    column(
        "timetableClass", ValueKind.REFERENCE, "班级", "Class", label_path="name", link_page="timetableClass", width=180
    ),
    column("teacher", ValueKind.REFERENCE, "老师", "Teacher", label_path="name", link_page="salesperson", width=110),
    column("status", ValueKind.ENUM, "状态", "State", dictionary="ClassSessionStatus", width=100),
    column("enrolled", ValueKind.INTEGER, "在册", "Enrolled", width=90),
    column("attended", ValueKind.INTEGER, "已签到", "Attended", width=100),
    column("store", ValueKind.REFERENCE, "店铺", "Store", label_path="name", link_page="store"),
    column("cancelReason", ValueKind.TEXT, "停课原因", "Why cancelled"),
)
SESSIONS: Final = ListPage(
    kind=PageKind.LIST,
    key="classSessions",
    path="/timetable",
    title=Text("课表", "Timetable"),
    source=Operation(field="classSessions"),
    columns=SESSION_COLUMNS,
    filters=(
        DateField(key="on", label=Text("日期", "Day"), kind=ValueKind.DATE),
        one_of("status", "状态", "State", "ClassSessionStatus"),
        picked("store", "店铺", "Store", "Store"),
        picked("teacher", "老师", "Teacher", "Salesperson"),
        picked("class", "班级", "Class", "TimetableClass"),
    ),
    default_order=(OrderBy("heldOn"), OrderBy("starts")),
    presets=(
        ViewPreset(key="today", label=Text("今天", "Today"), query="f.on=$date"),
        ViewPreset(key="cancelled", label=Text("停课", "Cancelled"), query="f.status=CANCELLED"),
    ),
    actions=(CANCEL,),
    empty=EmptyState(title=Text("这一天没有课", "Nothing meets on that day")),
)
OF_CLASS: Final = ListPage(
    kind=PageKind.LIST,
    key="sessionsOfClass",
    path="/classes/:id/sessions",
    parent="timetableClass",
    title=Text("课次", "Meetings"),
    source=_of_class("classSessions"),
    columns=tuple(each for each in SESSION_COLUMNS if each.key not in ("timetableClass", "store")),
    filters=(one_of("status", "状态", "State", "ClassSessionStatus"),),
    default_order=(OrderBy("heldOn", descending=True),),
    actions=(CANCEL,),
)
CLASS: Final = DetailPage(
    kind=PageKind.DETAIL,
    key="timetableClass",
    path="/classes/:id",
    parent="timetableClasses",
    title=Text("班级详情", "Class"),
    source=by_id("timetableClass"),
    header=DetailHeader(
        title_path="name", subtitle_path="number", status_path="status", status_dictionary="ClassStatus"
    ),
    sections=(
        DetailSection(
            key="base",
            title=Text("基本信息", "Basics"),
            items=(*CLASS_COLUMNS, column("note", ValueKind.LONG_TEXT, "备注", "Remark")),
        ),
        DetailSection(
            key="roster",
            title=Text("学员名册", "Roster"),
            kind=SectionKind.RELATED_LIST,
            list="classRoster",
        ),
        DetailSection(
            key="sessions",
            title=Text("课次", "Meetings"),
            kind=SectionKind.RELATED_LIST,
            list="sessionsOfClass",
            lazy=True,
        ),
    ),
    actions=CLASS_ACTIONS,
    timeline=TIMELINE,
)

declare_pages(
    Declared(
        pages=(SESSIONS, CLASSES, CLASS, ROSTER, OF_CLASS),
        navigation=(
            NavItem(key="timetable", label=Text("课程安排", "Timetable"), icon="profile", order=34),
            NavItem(
                key="classSessions", label=Text("课表", "Timetable"), parent_key="timetable", page_key="classSessions"
            ),
            NavItem(
                key="timetableClasses",
                label=Text("班级", "Classes"),
                parent_key="timetable",
                page_key="timetableClasses",
            ),
        ),
        dictionaries=DICTIONARIES,
        references=(
            Reference(
                target="TimetableClass",
                label=Text("班级", "Class"),
                field="timetableClasses",
                label_path="name",
                description_path="number",
                page_key="timetableClass",
            ),
        ),
    )
)
