import { Button, Result } from "antd";
import { useTranslation } from "react-i18next";

/** A page that is not the caller's (403), or that does not exist (404). */
export function StandingPage({ status, onHome }: { status: 403 | 404; onHome: () => void }) {
  const { t } = useTranslation();
  return (
    <Result
      status={status}
      title={t(status === 403 ? "errors.forbiddenTitle" : "errors.unknownTitle")}
      subTitle={t(status === 403 ? "errors.forbiddenBody" : "errors.unknownBody")}
      extra={
        <Button type="primary" onClick={onHome}>
          {t("errors.home")}
        </Button>
      }
    />
  );
}
