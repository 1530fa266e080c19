import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CopyButton } from "@/ui/CopyButton";
import { isObject, type PlainObject } from "../model/plain";
import styles from "./Workbench.module.css";

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly value: PlainObject;
  readonly readOnly: boolean;
  /** Takes the text over when it is an object; what is wrong inside is the server's to say. */
  readonly onApply: (value: PlainObject) => void;
  readonly busy?: boolean;
}

/** The same as JSON, for whoever prefers to write it. */
export function SourceEditor({ label, hint, value, readOnly, onApply, busy = false }: Props) {
  const { t } = useTranslation("designer");
  const text = JSON.stringify(value, null, 2);
  const [draft, setDraft] = useState<{ readonly from: string; readonly text: string } | null>(null);
  const shown = draft && draft.from === text ? draft.text : text;
  const [wrong, setWrong] = useState<string | null>(null);
  const apply = () => {
    try {
      const read: unknown = JSON.parse(shown);
      if (!isObject(read)) throw new SyntaxError(t("source.notAnObject"));
      setWrong(null);
      onApply(read);
    } catch (error) {
      setWrong(error instanceof SyntaxError ? error.message : t("source.notJson"));
    }
  };
  return (
    <div className={styles["source"]}>
      <p className={styles["hint"]}>{hint}</p>
      <Input.TextArea
        aria-label={label}
        className={styles["code"] ?? ""}
        spellCheck={false}
        readOnly={readOnly}
        autoSize={{ minRows: 12, maxRows: 36 }}
        value={shown}
        status={wrong ? "error" : ""}
        onChange={(event) => setDraft({ from: text, text: event.target.value })}
      />
      {wrong ? (
        <p role="alert" className={styles["wrong"]}>
          {t("source.wrong", { message: wrong })}
        </p>
      ) : null}
      <div className={styles["buttons"]}>
        <CopyButton text={shown} what={label} />
        {readOnly ? null : (
          <Button type="primary" disabled={shown === text} loading={busy} onClick={apply}>
            {t("source.apply")}
          </Button>
        )}
      </div>
    </div>
  );
}
