import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import styles from "./PageSkeleton.module.css";

/** The shape of a page while it is on its way. */
export function PageSkeleton({ rows = 8 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t("common.loading")} className={styles["page"]}>
      <Skeleton.Input active size="default" style={{ inlineSize: 180 }} />
      <div className={styles["card"]}>
        <Skeleton active title={false} paragraph={{ rows, width: "100%" }} />
      </div>
    </div>
  );
}
