import { useTranslation } from "react-i18next";
import { Kbd } from "@/ui/Kbd";
import styles from "./Counter.module.css";

const WAITING = [
  ["Enter", "keys.enter"],
  ["F2", "keys.today"],
  ["F8", "keys.print"],
  ["F9", "keys.undo"],
  ["Esc", "keys.clear"],
] as const;
const CHOOSING = [
  ["Enter", "keys.confirm"],
  ["↑ ↓", "keys.other"],
  ["0–9", "keys.quantity"],
  ["Esc", "keys.cancel"],
] as const;
const CLASSES = ["← →", "keys.class"] as const;

/** The keys that work now. */
export function Shortcuts({ choosing, classes }: { choosing: boolean; classes: boolean }) {
  const { t } = useTranslation("counter");
  const keys = choosing ? [...CHOOSING, ...(classes ? [CLASSES] : [])] : WAITING;
  return (
    <ul className={styles["shortcuts"]} aria-label={t("keys.title")}>
      {keys.map(([key, text]) => (
        <li key={key}>
          <Kbd>{key}</Kbd> {t(text)}
        </li>
      ))}
    </ul>
  );
}
