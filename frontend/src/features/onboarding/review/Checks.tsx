import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useAppConfig, useDictionary } from "@/config/AppConfigContext";
import { ApplicationChecksDocument } from "@/gql/gen/graphql";
import { execute } from "@/lib/execute";
import { StatusBadge } from "@/ui/StatusBadge";
import { ONBOARDING } from "../data";
import styles from "../Onboarding.module.css";
import type { ReviewedField } from "./ReviewSection";

/** The platform whose people judge applications: nobody else may see what machines found. */
const REVIEWERS = "bank";

interface Props {
  readonly id: string;
  readonly round: number;
  readonly fields: readonly ReviewedField[];
}

/** What machines found of this submission. */
export function Checks({ id, round, fields }: Props) {
  const { t } = useTranslation("onboarding");
  const { template } = useAppConfig();
  const codes = useDictionary("ApplicationCheckCode");
  const outcomes = useDictionary("ApplicationCheckOutcome");
  const { data } = useQuery({
    queryKey: [ONBOARDING, "checks", id, round],
    queryFn: async ({ signal }) =>
      (await execute(ApplicationChecksDocument, { id }, { signal })).merchantApplication?.checks ?? [],
    enabled: template === REVIEWERS,
  });
  if (!data?.length) return null;
  const labelOf = (key: string | null | undefined) => fields.find((field) => field.key === key)?.label;
  return (
    <section aria-label={t("review.checks")}>
      <h3 className={styles["group"]}>{t("review.checks")}</h3>
      <ul className={styles["checks"]}>
        {data.map((check) => {
          const outcome = outcomes.find((option) => option.value === check.outcome);
          const name = codes.find((option) => option.value === check.code)?.label ?? check.code;
          return (
            <li key={check.id}>
              <StatusBadge tone={outcome?.tone} label={`${name}：${outcome?.label ?? check.outcome}`} />
              {check.detail ? (
                <div className={styles["soft"]}>{[labelOf(check.field), check.detail].filter(Boolean).join(" · ")}</div>
              ) : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
