DROP TABLE class_session
-- next
DROP TABLE class_enrolment
-- next
DROP TABLE timetable_class
