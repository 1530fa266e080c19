import { WarningOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { ConnectionLost, RequestError } from "@/lib/errors";
import { CopyButton } from "./CopyButton";
import { useErrorText } from "./errorText";
import styles from "./Failure.module.css";

interface Props {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** In a card or a drawer instead of a whole page. */
  readonly small?: boolean;
}

/** Something did not come: what, the way to try again, and the number to ask with. */
export function Failure({ error, onRetry, small = false }: Props) {
  const { t } = useTranslation();
  const textOf = useErrorText();
  const trace = error instanceof RequestError ? error.traceId : null;
  return (
    <div role="alert" className={styles["failure"]} data-small={small}>
      {small ? null : <WarningOutlined aria-hidden className={styles["icon"] ?? ""} />}
      <strong className={styles["text"]}>{textOf(error)}</strong>
      {error instanceof ConnectionLost && !small ? <span>{t("errors.connectionHint")}</span> : null}
      {onRetry ? (
        <Button type={small ? "default" : "primary"} onClick={onRetry}>
          {t("common.retry")}
        </Button>
      ) : null}
      {trace ? (
        <span className={styles["trace"]}>
          {t("errors.trace", { trace })}
          <CopyButton text={trace} what={t("errors.traceName")} />
        </span>
      ) : null}
    </div>
  );
}
