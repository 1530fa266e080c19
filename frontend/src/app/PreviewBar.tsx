import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { previewAs, setPreviewAs } from "@/config/preview";
import { useAppConfig, useDictionary } from "@/config/AppConfigContext";
import styles from "./Shell.module.css";

function stop(): void {
  setPreviewAs(null);
  // Everything that the shell holds belongs to the platform that was looked at: begin anew.
  window.location.assign("/");
}

/** Says aloud that this is somebody else's view of the admin. */
export function PreviewBar() {
  const { t } = useTranslation();
  const { templateLabel, merchantType } = useAppConfig();
  const type = useDictionary("MerchantType").find((option) => option.value === merchantType)?.label ?? merchantType;
  if (!previewAs()) return null;
  return (
    <div className={styles["preview"]} role="status">
      {t("shell.previewing", { what: [templateLabel, type].filter(Boolean).join(" · ") })}
      <Button size="small" onClick={stop}>
        {t("shell.stopPreview")}
      </Button>
    </div>
  );
}
