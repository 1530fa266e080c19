import { Modal } from "antd";
import { useTranslation } from "react-i18next";
import { Kbd } from "@/ui/Kbd";
import styles from "./CommandPalette.module.css";

const SHORTCUTS = [
  ["Ctrl K", "help.search"],
  ["Ctrl Enter", "help.send"],
  ["Esc", "help.close"],
] as const;

/** The keys that work everywhere. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal open title={t("help.keys")} footer={null} onCancel={onClose} width={400}>
      <ul className={styles["hits"]}>
        {SHORTCUTS.map(([key, text]) => (
          <li key={key} className={styles["hit"]}>
            {t(text)}
            <span className={styles["detail"]}>
              <Kbd>{key}</Kbd>
            </span>
          </li>
        ))}
      </ul>
    </Modal>
  );
}
