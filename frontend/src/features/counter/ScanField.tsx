import { ScanOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { Phase } from "./machine";
import styles from "./Counter.module.css";

/** Holds the focus while nobody is served: scanners type into it, people type the eight digits or a card's number. */
export function ScanField({ onEnter, quiet }: { onEnter: (typed: string) => void; quiet: boolean }) {
  const { t } = useTranslation("counter");
  return (
    <form
      className={styles["scan"]}
      data-quiet={quiet}
      onSubmit={(event) => {
        event.preventDefault();
        const field = event.currentTarget.elements.namedItem("code");
        if (field instanceof HTMLInputElement) {
          onEnter(field.value);
          field.value = "";
        }
      }}
    >
      <label className={styles["scanLabel"]} htmlFor="counter-code">
        <ScanOutlined aria-hidden /> {t("scan.label")}
      </label>
      <div className={styles["scanRow"]}>
        <input
          id="counter-code"
          name="code"
          data-counter="code"
          className={styles["scanInput"]}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={64}
          placeholder={t("scan.placeholder")}
          aria-describedby="counter-code-hint"
        />
        <Button type="primary" size="large" htmlType="submit" className={styles["scanButton"] ?? ""}>
          {t("scan.enter")}
        </Button>
      </div>
      <p id="counter-code-hint" className={styles["soft"]}>
        {t("scan.hint")}
      </p>
    </form>
  );
}

interface PinProps {
  readonly phase: Extract<Phase, { name: "pin" }>;
  readonly onEnter: (pin: string) => void;
  readonly onCancel: () => void;
}

/** The customer types the PIN of his card himself. */
export function PinField({ phase, onEnter, onCancel }: PinProps) {
  const { t } = useTranslation("counter");
  return (
    <form
      className={styles["scan"]}
      onSubmit={(event) => {
        event.preventDefault();
        const field = event.currentTarget.elements.namedItem("pin");
        if (field instanceof HTMLInputElement) onEnter(field.value);
      }}
    >
      <label className={styles["scanLabel"]} htmlFor="counter-pin">
        {t("pin.label", { number: phase.cardNumber })}
      </label>
      <div className={styles["scanRow"]}>
        <input
          id="counter-pin"
          name="pin"
          type="password"
          inputMode="numeric"
          data-counter="pin"
          className={styles["scanInput"]}
          autoComplete="off"
          maxLength={6}
          aria-invalid={phase.refusal !== null}
          aria-describedby="counter-pin-hint"
        />
        <Button type="primary" size="large" htmlType="submit" className={styles["scanButton"] ?? ""}>
          {t("scan.enter")}
        </Button>
        <Button size="large" onClick={onCancel} className={styles["scanButton"] ?? ""}>
          {t("cancel")}
        </Button>
      </div>
      <p
        id="counter-pin-hint"
        className={phase.refusal ? styles["wrong"] : styles["soft"]}
        role={phase.refusal ? "alert" : undefined}
      >
        {phase.refusal?.message ?? t("pin.hint")}
      </p>
    </form>
  );
}
