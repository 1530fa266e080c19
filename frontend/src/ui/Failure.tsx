import { Button, Result, Typography } from "antd";
import { useTranslation } from "react-i18next";
import { ConnectionLost, isRetryable, Refused, RequestError } from "@/lib/errors";

/** What a user reads when an answer did not come. */
export function useErrorText(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    if (error instanceof ConnectionLost) return t("errors.connectionLost");
    if (error instanceof Refused) return error.message;
    if (error instanceof RequestError && error.message) return error.message;
    return t("errors.unexpected");
  };
}

interface Props {
  readonly error: unknown;
  readonly onRetry?: () => void;
  /** In a card or a drawer instead of a whole page. */
  readonly small?: boolean;
}

export function Failure({ error, onRetry, small = false }: Props) {
  const { t } = useTranslation();
  const textOf = useErrorText();
  const trace = error instanceof RequestError ? error.traceId : null;
  const retry = onRetry ? (
    <Button type={small ? "default" : "primary"} onClick={onRetry}>
      {t("common.retry")}
    </Button>
  ) : null;
  const traced = trace ? (
    <Typography.Text type="secondary" copyable={{ text: trace }}>
      {t("errors.trace", { trace })}
    </Typography.Text>
  ) : null;
  if (small) {
    return (
      <div role="alert" style={{ padding: 24, textAlign: "center", display: "grid", gap: 12, justifyItems: "center" }}>
        <span>{textOf(error)}</span>
        {retry}
        {traced}
      </div>
    );
  }
  return (
    <div role="alert">
      <Result
        status={isRetryable(error) ? "warning" : "error"}
        title={textOf(error)}
        subTitle={error instanceof ConnectionLost ? t("errors.connectionHint") : undefined}
        extra={[retry, traced].filter(Boolean).map((node, index) => (
          // Two fixed places: the button, then the trace.
          <div key={index === 0 && retry ? "retry" : "trace"}>{node}</div>
        ))}
      />
    </div>
  );
}
