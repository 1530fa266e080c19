import { DownloadOutlined } from "@ant-design/icons";
import { Alert, Button, Checkbox } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./Totp.module.css";

function save(codes: readonly string[]): void {
  const url = URL.createObjectURL(new Blob([codes.join("\n") + "\n"], { type: "text/plain" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = "recovery-codes.txt";
  link.click();
  URL.revokeObjectURL(url);
}

/** Ten codes that are shown once: nobody goes on before saying that they are kept. */
export function RecoveryCodes({ codes, onDone }: { codes: readonly string[]; onDone: () => void }) {
  const { t } = useTranslation();
  const [kept, setKept] = useState(false);
  return (
    <>
      <Alert type="warning" showIcon title={t("totp.recoveryTitle")} description={t("totp.recoveryBody")} />
      <ul className={styles["codes"]}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className={styles["kept"]}>
        <Button icon={<DownloadOutlined aria-hidden />} onClick={() => save(codes)}>
          {t("totp.save")}
        </Button>
        <Checkbox checked={kept} onChange={(event) => setKept(event.target.checked)}>
          {t("totp.kept")}
        </Checkbox>
        <Button type="primary" block disabled={!kept} onClick={onDone}>
          {t("common.done")}
        </Button>
      </div>
    </>
  );
}
