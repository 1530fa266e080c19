import { useTranslation } from "react-i18next";
import { PageSkeleton } from "@/ui/PageSkeleton";
import styles from "./ShellSkeleton.module.css";
import { Lines } from "@/ui/Lines";

/** The frame before anything is known of it. */
export function ShellSkeleton() {
  const { t } = useTranslation();
  return (
    <div className={styles["frame"]} role="status" aria-label={t("common.loading")}>
      <div className={styles["side"]}>
        <Lines rows={9} />
      </div>
      <div className={styles["page"]}>
        <PageSkeleton />
      </div>
    </div>
  );
}
