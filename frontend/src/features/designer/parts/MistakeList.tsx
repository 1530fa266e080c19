import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import type { Mistake } from "../model/mistakes";
import type { PlainObject } from "../model/plain";
import { useWords } from "./useWords";
import styles from "./Workbench.module.css";

interface Props {
  readonly mistakes: readonly Mistake[];
  readonly root: PlainObject;
  /** Lead to where a mistake is. */
  readonly onGo: (place: string) => void;
}

/** Everything that is wrong, each leading to its place. */
export function MistakeList({ mistakes, root, onGo }: Props) {
  const { t } = useTranslation("designer");
  const { placeOf } = useWords();
  if (mistakes.length === 0) return null;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={t("mistakes.title", { count: mistakes.length })}
      description={
        <ul className={styles["mistakes"]}>
          {mistakes.map((mistake) => (
            <li key={`${mistake.place} ${mistake.message}`}>
              <button type="button" className={styles["go"]} onClick={() => onGo(mistake.place)}>
                {placeOf(mistake.place, root)}
              </button>{" "}
              {mistake.message}
            </li>
          ))}
        </ul>
      }
    />
  );
}
