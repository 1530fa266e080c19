import { useTranslation } from "react-i18next";
import styles from "./Brand.module.css";

export function Brand({ compact = false, name }: { compact?: boolean; name?: string }) {
  const { t } = useTranslation();
  return (
    <span className={styles["brand"]}>
      <svg
        viewBox="0 0 32 32"
        width="28"
        height="28"
        role="img"
        aria-label={compact ? (name ?? t("app.name")) : ""}
        aria-hidden={!compact}
      >
        <rect width="32" height="32" rx="8" className={styles["tile"]} />
        <rect x="6" y="9" width="20" height="14" rx="3" className={styles["card"]} />
        <path d="M6 14h20M10 19h5" className={styles["card"]} strokeLinecap="round" />
      </svg>
      {compact ? null : <span className={styles["name"]}>{name ?? t("app.name")}</span>}
    </span>
  );
}
