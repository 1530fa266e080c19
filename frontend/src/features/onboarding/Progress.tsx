import { Alert, Steps, Timeline } from "antd";
import { useTranslation } from "react-i18next";
import { useDictionary, usePagePath } from "@/config/AppConfigContext";
import { formatInstant } from "@/lib/time";
import { PageLink } from "@/ui/PageLink";
import { AppidPanel } from "./AppidPanel";
import { Panel } from "@/ui/Panel";
import type { Application } from "./data";
import styles from "./Onboarding.module.css";

const WAY = ["SUBMITTED", "REVIEWING", "NEED_SIGN", "NEED_DEPOSIT", "ACTIVE"] as const;
const CHANGE = ["SUBMITTED", "REVIEWING", "APPLIED"] as const;
/** Pages on which the applicant goes on, by the state that asks for it. */
const NEXT: Readonly<Record<string, readonly string[]>> = {
  NEED_SIGN: ["contractsToSign", "seals"],
  NEED_DEPOSIT: ["deposits"],
};

/** How far an application has come, and what its applicant does next. */
export function Progress({ application }: { application: Application }) {
  const { t } = useTranslation("onboarding");
  const states = useDictionary("ApplicationState");
  const pathOf = usePagePath();
  const way: readonly string[] = application.kind === "ONBOARDING" ? WAY : CHANGE;
  const at = way.indexOf(application.state);
  const nameOf = (state: string) => states.find((option) => option.value === state)?.label ?? state;
  const links = (NEXT[application.state] ?? []).flatMap((page) => {
    const href = pathOf(page);
    return href ? [{ page, href }] : [];
  });
  return (
    <div className={styles["parts"]}>
      <Panel title={t("progress.title")}>
        <Steps
          size="small"
          responsive
          current={at < 0 ? way.length - 1 : at}
          status={application.state === "ACTIVE" || application.state === "APPLIED" ? "finish" : "process"}
          items={way.map((state) => ({ key: state, title: nameOf(state) }))}
        />
        <Alert
          type={application.state === "ACTIVE" ? "success" : "info"}
          showIcon
          className={styles["next"] ?? ""}
          title={t(`progress.${application.state}`)}
          description={
            links.length ? (
              <span className={styles["links"]}>
                {links.map(({ page, href }) => (
                  <PageLink key={page} href={href}>
                    {t(`progress.to.${page === "seals" ? "seals" : page === "contractsToSign" ? "sign" : "deposit"}`)}
                  </PageLink>
                ))}
              </span>
            ) : undefined
          }
        />
      </Panel>
      {application.kind === "ONBOARDING" && NEXT[application.state] ? <AppidPanel /> : null}
      <Panel title={t("progress.history")}>
        <Timeline
          items={application.steps.map((step) => ({
            key: step.id,
            content: (
              <>
                {nameOf(step.toState)} <span className={styles["soft"]}>{formatInstant(step.at)}</span>
                {step.reason ? <div>{step.reason}</div> : null}
              </>
            ),
          }))}
        />
      </Panel>
    </div>
  );
}
