import { Button, Popover } from "antd";
import { useTranslation } from "react-i18next";
import styles from "./Cell.module.css";

export function JsonButton({ text }: { text: string }) {
  const { t } = useTranslation();
  return (
    <Popover content={<pre className={styles["json"]}>{text}</pre>} trigger="click">
      <Button type="link" size="small">
        {t("common.show")}
      </Button>
    </Popover>
  );
}
