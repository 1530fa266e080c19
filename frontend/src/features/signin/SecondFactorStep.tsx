import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { codeOf } from "@/lib/errors";
import { AttemptError, useLockedUntil } from "@/ui/AttemptError";
import styles from "@/ui/Auth.module.css";

type Proof = { code: string } | { recoveryCode: string };
interface Props {
  readonly error: unknown;
  readonly pending: boolean;
  readonly onSubmit: (proof: Proof) => void;
  readonly onBack: () => void;
}
const DIGITS = 6;

/** Six digits of the authenticator, sent as soon as the last one stands there; or a recovery code. */
export function SecondFactorStep({ error, pending, onSubmit, onBack }: Props) {
  const { t } = useTranslation();
  const [recovering, setRecovering] = useState(false);
  // What was typed belongs to the attempt that it is for: a refused code is gone, and the next one starts empty.
  const [typed, setTyped] = useState<{ after: unknown; text: string }>({ after: error, text: "" });
  const code = typed.after === error ? typed.text : "";
  const setCode = (text: string) => setTyped({ after: error, text });
  const { seconds } = useLockedUntil(error);
  const expired = codeOf(error) === "SIGN_IN_EXPIRED";
  const send = (text: string) => onSubmit(recovering ? { recoveryCode: text.trim() } : { code: text });
  return (
    <div>
      <h1 className={styles["title"]}>{t(recovering ? "signIn.recoveryTitle" : "signIn.codeTitle")}</h1>
      <p className={styles["lead"]}>{t(recovering ? "signIn.recoveryLead" : "signIn.codeLead")}</p>
      <AttemptError error={error} />
      <Form layout="vertical" size="large" disabled={seconds > 0 || expired} onFinish={() => send(code)}>
        {recovering ? (
          <Form.Item label={t("signIn.recoveryCode")}>
            <Input
              autoFocus
              autoComplete="off"
              spellCheck={false}
              maxLength={32}
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          </Form.Item>
        ) : (
          <Form.Item label={t("signIn.code")} htmlFor="second-factor">
            <Input
              id="second-factor"
              autoFocus
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={DIGITS}
              value={code}
              onChange={(event) => {
                const digits = event.target.value.normalize("NFKC").replace(/\D/g, "");
                setCode(digits);
                if (digits.length === DIGITS && !pending) send(digits);
              }}
              style={{ letterSpacing: "0.4em", fontSize: 20, fontVariantNumeric: "tabular-nums" }}
            />
          </Form.Item>
        )}
        <Button type="primary" htmlType="submit" block loading={pending}>
          {seconds > 0 ? t("signIn.locked", { seconds }) : t("common.confirm")}
        </Button>
      </Form>
      <div className={styles["links"]}>
        <Button type="link" size="small" onClick={onBack}>
          {t("signIn.back")}
        </Button>
        <Button
          type="link"
          size="small"
          onClick={() => {
            setRecovering(!recovering);
            setCode("");
          }}
        >
          {t(recovering ? "signIn.useCode" : "signIn.useRecovery")}
        </Button>
      </div>
    </div>
  );
}
