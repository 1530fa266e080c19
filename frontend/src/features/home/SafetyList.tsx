import { CheckCircleFilled, RightOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import { useAccount } from "@/session/session";
import { PageLink } from "@/ui/PageLink";
import { Panel } from "@/ui/Panel";
import styles from "./Home.module.css";

/** First steps of an account: gone when all of them are done. */
export function SafetyList() {
  const { t } = useTranslation();
  const { hasPin, hasPassword, secondFactor } = useAccount();
  const steps = [
    { key: "totp", done: secondFactor.enrolled, label: t("home.totp"), why: t("home.totpWhy") },
    ...(hasPassword ? [{ key: "pin", done: hasPin, label: t("home.pin"), why: t("home.pinWhy") }] : []),
  ];
  const done = steps.filter((step) => step.done).length;
  if (done === steps.length) return null;
  return (
    <Panel title={t("home.safety")} extra={t("home.steps", { done, all: steps.length })}>
      <ul className={styles["steps"]}>
        {steps.map((step) => (
          <li key={step.key} className={styles["step"]}>
            {step.done ? (
              <CheckCircleFilled className={styles["done"] ?? ""} aria-label={t("common.done")} />
            ) : (
              <span className={styles["open"]} aria-hidden="true" />
            )}
            <div>
              {step.done ? (
                step.label
              ) : (
                <PageLink href="/account">
                  {step.label} <RightOutlined aria-hidden />
                </PageLink>
              )}
              <div className={styles["why"]}>{step.why}</div>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
