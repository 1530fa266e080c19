import { CloseCircleFilled, LoadingOutlined, WifiOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { Meeting } from "./choices";
import { Choosing } from "./Choosing";
import { Done } from "./Done";
import type { Redeemed } from "./machine";
import { PinField, ScanField } from "./ScanField";
import { retryNow } from "./sending";
import type { Shape } from "./shape";
import type { Counter } from "./useCounter";
import { hintOf } from "./words";
import styles from "./Counter.module.css";

interface Props {
  readonly counter: Counter;
  readonly shape: Shape;
  readonly meetings: readonly Meeting[];
  readonly onPrint: (redemption: Redeemed) => void;
  readonly onOpen: (redemption: Redeemed) => void;
}

/** The one thing that is being done now, large. */
export function Work({ counter, shape, meetings, onPrint, onOpen }: Props) {
  const { t } = useTranslation("counter");
  const { phase, dispatch } = counter;
  switch (phase.name) {
    case "choosing":
      return <Choosing phase={phase} counter={counter} shape={shape} meetings={meetings} />;
    case "pin":
      return <PinField phase={phase} onEnter={counter.enterPin} onCancel={() => dispatch({ type: "ready" })} />;
    case "reading":
      return (
        <section className={styles["status"]} role="status">
          <LoadingOutlined aria-hidden className={styles["statusIcon"] ?? ""} />
          <p className={styles["statusTitle"]}>{t("reading")}</p>
        </section>
      );
    case "sending":
      return (
        <section className={styles["status"]} data-lost={phase.lost > 0} role="status">
          {phase.lost > 0 ? (
            <>
              <WifiOutlined aria-hidden className={styles["statusIcon"] ?? ""} />
              <p className={styles["statusTitle"]}>{t("lost.title")}</p>
              <p>{t("lost.body", { tries: phase.lost })}</p>
              <Button data-counter="retry" onClick={retryNow}>
                {t("lost.now")}
              </Button>
            </>
          ) : (
            <>
              <LoadingOutlined aria-hidden className={styles["statusIcon"] ?? ""} />
              <p className={styles["statusTitle"]}>{t("sending")}</p>
            </>
          )}
        </section>
      );
    default:
      return (
        <>
          <ScanField onEnter={counter.enter} quiet={phase.name !== "ready"} />
          {phase.name === "done" ? (
            <Done redemption={phase.redemption} meeting={phase.meeting} onPrint={onPrint} onOpen={onOpen} />
          ) : null}
          {phase.name === "refused" ? (
            <section className={styles["outcome"]} data-kind="refused" role="alert">
              <CloseCircleFilled aria-hidden className={styles["outcomeIcon"] ?? ""} />
              <div className={styles["outcomeText"]}>
                <h2>{t("refused")}</h2>
                <p className={styles["outcomeMain"]}>{phase.refusal.message}</p>
                <p>{t(hintOf(phase.refusal.code))}</p>
              </div>
            </section>
          ) : null}
        </>
      );
  }
}
