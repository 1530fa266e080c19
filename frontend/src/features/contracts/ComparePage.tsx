import { useQuery } from "@tanstack/react-query";
import { Alert, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CustomPage } from "@/config/types";
import { TemplateComparisonDocument, VersionsToCompareDocument } from "@/gql/gen/graphql";
import { execute } from "@/lib/execute";
import { ConfiguredHeader } from "@/pages/ConfiguredHeader";
import { Failure } from "@/ui/Failure";
import { Lines } from "@/ui/Lines";
import { useGoTo } from "@/ui/PageLink";
import { PageSkeleton } from "@/ui/PageSkeleton";
import { Panel } from "@/ui/Panel";
import { StandingPage } from "@/ui/StandingPage";
import { Differences } from "./Differences";
import styles from "./Contracts.module.css";

/** A version of a template beside another one of the same template. */
export function ComparePage({ page, id }: { page: CustomPage; id: string }) {
  const { t } = useTranslation("signing");
  const goTo = useGoTo();
  const [chosen, setChosen] = useState<Partial<Record<"before" | "after", string>>>({});
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["read", "versionsToCompare", id],
    queryFn: async ({ signal }) =>
      (await execute(VersionsToCompareDocument, { id }, { signal })).contractTemplateVersion ?? null,
  });
  if (isPending) return <PageSkeleton />;
  if (error && !data) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!data?.template) return <StandingPage status={404} onHome={() => goTo("/")} />;
  const versions = data.template.versions.nodes.toSorted((a, b) => b.version - a.version);
  const after = chosen.after ?? data.id;
  const own = versions.find((each) => each.id === after)?.version ?? 0;
  const before = chosen.before ?? versions.find((each) => each.version < own)?.id;
  const options = versions.map((each) => ({
    value: each.id,
    label: `${t("version", { version: each.version })} · ${t(`templateStates.${each.state}`)}`,
  }));
  return (
    <>
      <ConfiguredHeader page={page} subtitle={data.template.name} />
      <div className={styles["column"]}>
        <Panel>
          <div className={styles["choose"]}>
            <label>
              {t("compare.before")}
              <Select
                aria-label={t("compare.before")}
                options={options}
                value={before ?? null}
                style={{ minInlineSize: 180 }}
                onChange={(value?: string) => setChosen(value ? { ...chosen, before: value } : chosen)}
              />
            </label>
            <label>
              {t("compare.after")}
              <Select
                aria-label={t("compare.after")}
                options={options}
                value={after}
                style={{ minInlineSize: 180 }}
                onChange={(value?: string) => setChosen(value ? { ...chosen, after: value } : chosen)}
              />
            </label>
          </div>
        </Panel>
        {before && before !== after ? (
          <Compared before={before} after={after} />
        ) : (
          <Alert type="info" showIcon title={t("compare.single")} />
        )}
      </div>
    </>
  );
}

function Compared({ before, after }: { before: string; after: string }) {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["read", "templateComparison", before, after],
    queryFn: async ({ signal }) =>
      (await execute(TemplateComparisonDocument, { before, after }, { signal })).contractTemplateComparison ?? null,
  });
  if (isPending) return <Lines rows={8} />;
  if (error || !data) return <Failure error={error} small onRetry={() => void refetch()} />;
  return <Differences comparison={data} />;
}
