import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { previewAs, setPreviewAs } from "@/config/preview";
import { useAppConfig } from "@/config/AppConfigContext";
import { queryClient } from "@/config/queries";
import styles from "./Shell.module.css";

function stop(): void {
  setPreviewAs(null);
  queryClient.clear();
}

/** Says aloud that this is somebody else's view of the admin. */
export function PreviewBar() {
  const { t } = useTranslation();
  const { templateLabel, merchantType } = useAppConfig();
  if (!previewAs()) return null;
  return (
    <div className={styles["preview"]} role="status">
      {t("shell.previewing", { what: [templateLabel, merchantType].filter(Boolean).join(" · ") })}
      <Button size="small" onClick={stop}>
        {t("shell.stopPreview")}
      </Button>
    </div>
  );
}
