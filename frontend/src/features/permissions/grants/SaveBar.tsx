import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { isEmpty, type Difference } from "../tree";
import styles from "../Permissions.module.css";

interface Props {
  readonly change: Difference;
  readonly disabled: boolean;
  readonly onForget: () => void;
  readonly onCheck: () => void;
}

/** How much has been changed and not saved; gone when nothing has. */
export function SaveBar({ change, disabled, onForget, onCheck }: Props) {
  const { t } = useTranslation();
  if (isEmpty(change)) return null;
  return (
    <div className={styles["saveBar"]} role="region" aria-label={t("permissions.unsaved")}>
      <span className={styles["counts"]}>
        {change.add.size ? <span>{t("permissions.givenCount", { count: change.add.size })}</span> : null}
        {change.remove.size ? <span>{t("permissions.takenCount", { count: change.remove.size })}</span> : null}
      </span>
      <Button onClick={onForget}>{t("permissions.forget")}</Button>
      <Button type="primary" disabled={disabled} onClick={onCheck}>
        {t("permissions.checkAndSave")}
      </Button>
    </div>
  );
}
