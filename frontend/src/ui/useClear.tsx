import { CloseCircleFilled } from "@ant-design/icons";
import { useTranslation } from "react-i18next";

/** What a select's clear button looks like and is called; the library calls it in English only. */
export function useClear(): { clearIcon: React.ReactNode; label: string } {
  const { t } = useTranslation();
  return { clearIcon: <CloseCircleFilled aria-hidden />, label: t("form.clear") };
}
