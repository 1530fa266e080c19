import { useMutation, useQuery } from "@tanstack/react-query";
import { Button, Popconfirm } from "antd";
import { useTranslation } from "react-i18next";
import { usePagePath, useDictionary } from "@/config/AppConfigContext";
import { StartApplicationDocument, SwitchMembershipDocument } from "@/gql/gen/graphql";
import { accepted } from "@/lib/errors";
import { execute } from "@/lib/execute";
import { newKey } from "@/lib/idempotency";
import { formatInstant } from "@/lib/time";
import { ConfiguredHeader } from "@/pages/ConfiguredHeader";
import type { CustomPageProps } from "@/pages/customPages";
import { EmptyState } from "@/ui/EmptyState";
import { useErrorText } from "@/ui/errorText";
import { Failure } from "@/ui/Failure";
import { useMessages } from "@/ui/Messages";
import { PageLink, useGoTo } from "@/ui/PageLink";
import { PageSkeleton } from "@/ui/PageSkeleton";
import { Panel } from "@/ui/Panel";
import { StatusBadge } from "@/ui/StatusBadge";
import { OneApplication } from "./OneApplication";
import { applicationsQuery, type Application } from "./data";
import styles from "./Onboarding.module.css";

/** What I have applied for: one application opens by itself, several are listed. */
export function MyApplicationPage({ page, params }: CustomPageProps) {
  const { t } = useTranslation("onboarding");
  const { data, error, isPending, refetch } = useQuery(applicationsQuery);
  const chosen = params["id"];
  if (chosen) return <OneApplication page={page} id={chosen} />;
  if (isPending) return <PageSkeleton />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  const [only] = data;
  if (only && data.length === 1) return <OneApplication page={page} id={only.id} actions={<StartAnother />} />;
  return (
    <>
      <ConfiguredHeader page={page} actions={<StartAnother />} />
      <Panel title={t("mine.title")}>
        {data.length ? (
          <ul className={styles["mine"]}>
            {data.map((application) => (
              <Line key={application.id} application={application} />
            ))}
          </ul>
        ) : (
          <EmptyState title={t("mine.none")} body={t("mine.noneBody")} />
        )}
      </Panel>
    </>
  );
}

function Line({ application }: { application: Application }) {
  const { t } = useTranslation("onboarding");
  const pathOf = usePagePath();
  const states = useDictionary("ApplicationState");
  const kinds = useDictionary("ApplicationKind");
  const state = states.find((option) => option.value === application.state);
  const kind = kinds.find((option) => option.value === application.kind);
  const href = pathOf("filledApplication", { id: application.id }) ?? "#";
  return (
    <li className={styles["line"]}>
      <PageLink href={href}>
        {application.companyName ?? t("mine.unnamed")} · {kind?.label}
      </PageLink>
      <StatusBadge tone={state?.tone} label={state?.label ?? application.state} />
      <span className={styles["soft"]}>
        {application.number}
        {application.submittedAt ? ` · ${formatInstant(application.submittedAt)}` : ""}
      </span>
    </li>
  );
}

/** One more merchant: a person gets a place of its own for it, an operator's people go on where they are. */
export function StartAnother() {
  const { t } = useTranslation("onboarding");
  const goTo = useGoTo();
  const pathOf = usePagePath();
  const messages = useMessages();
  const errorText = useErrorText();
  const start = useMutation({
    mutationFn: async () => {
      const made = accepted(
        (await execute(StartApplicationDocument, { input: { idempotencyKey: newKey() } })).startApplication,
      );
      if (made.membershipId) {
        const input = { membershipId: made.membershipId };
        accepted((await execute(SwitchMembershipDocument, { input })).switchMembership);
      }
      return made;
    },
    onSuccess: (made) => {
      const path = pathOf("filledApplication", { id: made.applicationId ?? "" }) ?? "/";
      // The place is another one now: begin anew there.
      if (made.membershipId) window.location.assign(path);
      else goTo(path);
    },
    onError: (error) => messages.error(errorText(error)),
  });
  return (
    <Popconfirm
      title={t("mine.anotherAsk")}
      description={t("mine.anotherSays")}
      okText={t("mine.anotherGo")}
      onConfirm={() => start.mutate()}
    >
      <Button loading={start.isPending}>{t("mine.another")}</Button>
    </Popconfirm>
  );
}
