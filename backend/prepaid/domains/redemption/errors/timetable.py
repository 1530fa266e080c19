"""Refusals of the timetable."""

from prepaid.core.errors import Refusal


class ClassTimesInvalid(Refusal):
    code = "CLASS_TIMES_INVALID"
    zh = "上课时间须为同一天内的 HH:MM，且下课晚于上课"
    en = "Give times as HH:MM on one day, the end after the start"


class ClassPeriodInvalid(Refusal):
    code = "CLASS_PERIOD_INVALID"
    zh = "结课日期不能早于开课日期"
    en = "The last day cannot be before the first"


class TeacherBusy(Refusal):
    """`teacher`, `other`: who, and the class that is held at the time."""

    code = "TEACHER_BUSY"
    zh = "{teacher}该时段已有“{other}”，请换时间或老师"
    en = "{teacher} gives “{other}” at that time; choose another time or teacher"


class ClassEnded(Refusal):
    code = "CLASS_ENDED"
    zh = "该班级已结课"
    en = "This class has ended"


class ClassFull(Refusal):
    """`capacity`: places."""

    code = "CLASS_FULL"
    zh = "班级名额 {capacity} 人已满"
    en = "All {capacity} places are taken"


class CapacityBelowRoster(Refusal):
    """`enrolled`: cards on the roster."""

    code = "CLASS_CAPACITY_BELOW_ROSTER"
    zh = "名册中已有 {enrolled} 人，名额不能少于在册人数"
    en = "There are {enrolled} on the roster; there cannot be fewer places"


class AlreadyEnrolled(Refusal):
    code = "ALREADY_ENROLLED"
    zh = "该卡已在本班名册中"
    en = "This card is on the roster already"


class CardNotForClass(Refusal):
    """`service`: what the class takes."""

    code = "CARD_NOT_FOR_CLASS"
    zh = "该卡没有可用于“{service}”的权益，不能编入本班"
    en = "This card holds nothing that “{service}” can take"


class EnrolmentOver(Refusal):
    code = "CLASS_ENROLMENT_OVER"
    zh = "该学员已退出本班"
    en = "This card has left the class already"


class SessionOver(Refusal):
    code = "CLASS_SESSION_OVER"
    zh = "该课次已上过或已停课，不能再停"
    en = "This meeting is over or cancelled already"


class SessionNotNow(Refusal):
    """`heldOn`: the day of the meeting."""

    code = "CLASS_SESSION_NOT_NOW"
    zh = "该课次不在今天本店的课表上（{heldOn}），请重新选择课次"
    en = "This meeting is not held here today ({heldOn}); choose another"


class SessionCancelled(Refusal):
    """`reason`: why."""

    code = "CLASS_SESSION_CANCELLED"
    zh = "该课次已停课：{reason}"
    en = "This meeting is cancelled: {reason}"


class NotOfThisClass(Refusal):
    """`service`: what the class takes."""

    code = "NOT_OF_THIS_CLASS"
    zh = "该课次只核销“{service}”，请选择对应权益或不选课次"
    en = "This class takes “{service}” only; choose that, or no class"
