import { useTranslation } from "react-i18next";
import { useRegionName } from "./regionName";
import type { ReviewedField } from "./ReviewSection";

/** A value as people read it; a division's code by its name. */
export function ValueCell({ field }: { field: ReviewedField }) {
  const { t } = useTranslation("onboarding");
  const region = useRegionName(field.kind === "REGION" ? field.shown : null);
  if (field.kind === "REGION") {
    // Divisions have no names in other languages.
    return (
      <span lang="zh-CN" translate="no">
        {region ?? field.shown}
      </span>
    );
  }
  if (!field.shown && !field.files.length) return <span>{t("review.blank")}</span>;
  return <span>{field.shown}</span>;
}
