import { useTranslation } from "react-i18next";
import { ConnectionLost, Refused, RequestError } from "@/lib/errors";

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
