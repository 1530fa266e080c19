import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { formatFen, yuanOf } from "@/lib/fen";
import styles from "./Counter.module.css";

const KEYS = ["7", "8", "9", "4", "5", "6", "1", "2", "3", ".", "0", "Backspace"] as const;

interface Props {
  readonly amounts: readonly number[];
  readonly all: number;
  readonly onKey: (key: string) => void;
  readonly onAmount: (typed: string) => void;
}

/** For fingers; the digits of the keyboard do the same. */
export function Keypad({ amounts, all, onKey, onAmount }: Props) {
  const { t } = useTranslation("counter");
  return (
    <div className={styles["keypad"]}>
      <div className={styles["keys"]}>
        {KEYS.map((key) => (
          <Button
            key={key}
            tabIndex={-1}
            className={styles["key"] ?? ""}
            aria-label={key === "Backspace" ? t("choose.erase") : key === "." ? t("choose.point") : key}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onKey(key)}
          >
            {key === "Backspace" ? "⌫" : key}
          </Button>
        ))}
      </div>
      <div className={styles["amounts"]}>
        {amounts.map((fen) => (
          <Button
            key={fen}
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onAmount(yuanOf(fen))}
          >
            {formatFen(fen)}
          </Button>
        ))}
        <Button tabIndex={-1} onMouseDown={(event) => event.preventDefault()} onClick={() => onAmount(yuanOf(all))}>
          {t("choose.all", { money: formatFen(all) })}
        </Button>
      </div>
    </div>
  );
}
