import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ApplicationReviewDocument, type ApplicationReviewQuery } from "@/gql/gen/graphql";
import { execute } from "@/lib/execute";
import type { CustomSectionProps } from "@/pages/customPages";
import { EmptyState } from "@/ui/EmptyState";
import { Failure } from "@/ui/Failure";
import { PageSkeleton } from "@/ui/PageSkeleton";
import { ONBOARDING } from "../data";
import styles from "../Onboarding.module.css";
import { Checks } from "./Checks";
import { ReviewTable } from "./ReviewTable";

export type ReviewedField = NonNullable<ApplicationReviewQuery["applicationDesk"]>["fields"][number];
interface ActionOnRow {
  readonly key: string;
  readonly enabled: boolean;
}

function mayReject(record: CustomSectionProps["record"]): boolean {
  const actions = (record["availableActions"] as readonly ActionOnRow[] | undefined) ?? [];
  return actions.some((action) => action.key === "rejectApplication" && action.enabled);
}

/** What was applied for, field by field, with what differs from the last time; the reviewer marks what is wrong. */
export function ReviewSection({ record, params }: CustomSectionProps) {
  const { t } = useTranslation("onboarding");
  const id = params["id"] ?? "";
  const { data, error, isPending, refetch } = useQuery({
    queryKey: [ONBOARDING, "review", id, record["state"], record["round"]],
    queryFn: async ({ signal }) => (await execute(ApplicationReviewDocument, { id }, { signal })).applicationDesk,
  });
  if (isPending) return <PageSkeleton rows={6} />;
  if (error) return <Failure small error={error} onRetry={() => void refetch()} />;
  if (!data) return <EmptyState title={t("review.empty")} />;
  return (
    <div className={styles["review"]}>
      <Checks id={id} round={Number(record["round"] ?? 0)} fields={data.fields} />
      <ReviewTable key={`${id} ${data.fields.length}`} id={id} fields={data.fields} reviewing={mayReject(record)} />
    </div>
  );
}
