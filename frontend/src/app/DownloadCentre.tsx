import { CloudDownloadOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";

const Downloads = lazy(async () => ({ default: (await import("./Downloads")).Downloads }));

export function DownloadCentre() {
  const { t } = useTranslation();
  const [open, setOpen] = useState<boolean | null>(null);
  return (
    <>
      <Button
        type="text"
        aria-label={t("task.centre")}
        title={t("task.centre")}
        icon={<CloudDownloadOutlined aria-hidden />}
        onClick={() => setOpen(true)}
      />
      <Suspense>{open === null ? null : <Downloads open={open} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
