import { useTranslation } from "react-i18next";
import { Lines } from "./Lines";
import styles from "./PageSkeleton.module.css";

/** The shape of a page while it is on its way. */
export function PageSkeleton({ rows = 8 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t("common.loading")} className={styles["page"]}>
      <div className={styles["title"]}>
        <Lines rows={1} />
      </div>
      <div className={styles["card"]}>
        <Lines rows={rows} />
      </div>
    </div>
  );
}
