import { Checkbox, Input, Select } from "antd";
import { useTranslation } from "react-i18next";
import { useDictionary } from "@/config/AppConfigContext";
import { StatusBadge } from "@/ui/StatusBadge";
import styles from "../Onboarding.module.css";
import type { ReviewedField } from "./ReviewSection";

export interface Mark {
  readonly code: string;
  readonly message: string;
}
interface Props {
  readonly field: ReviewedField;
  readonly mark: Mark | null;
  readonly reviewing: boolean;
  readonly onMark: (mark: Mark | null) => void;
}

/** Whether a field is new, accepted or wrong; the reviewer marks it here. */
export function ProblemCell({ field, mark, reviewing, onMark }: Props) {
  const { t } = useTranslation("onboarding");
  const codes = useDictionary("ApplicationProblemCode");
  const standing = field.problem
    ? { tone: "DANGER" as const, label: field.message ?? t("review.wrong") }
    : field.changed
      ? { tone: "WARNING" as const, label: t("review.changed") }
      : field.accepted
        ? { tone: "SUCCESS" as const, label: t("review.accepted") }
        : null;
  return (
    <div className={styles["problem"]}>
      {standing ? <StatusBadge tone={standing.tone} label={standing.label} /> : null}
      {reviewing ? (
        <Checkbox
          checked={mark !== null}
          aria-label={t("review.markOf", { field: field.label })}
          onChange={(event) => onMark(event.target.checked ? { code: "WRONG", message: "" } : null)}
        >
          {t("review.mark")}
        </Checkbox>
      ) : null}
      {mark ? (
        <>
          <Select
            size="small"
            aria-label={t("review.codeOf", { field: field.label })}
            value={mark.code}
            options={codes.map((option) => ({ value: option.value, label: option.label }))}
            onChange={(code: string) => onMark({ ...mark, code })}
          />
          <Input.TextArea
            autoSize
            maxLength={200}
            aria-label={t("review.messageOf", { field: field.label })}
            placeholder={t("review.message")}
            value={mark.message}
            onChange={(event) => onMark({ ...mark, message: event.target.value })}
          />
        </>
      ) : null}
    </div>
  );
}
