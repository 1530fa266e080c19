import { CloudDownloadOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";

const Downloads = lazy(async () => ({ default: (await import("./Downloads")).Downloads }));

interface Props {
  /** null as long as nobody has looked into it. */
  readonly open: boolean | null;
  readonly onOpen: (open: boolean) => void;
}

export function DownloadCentre({ open, onOpen }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <Button
        type="text"
        aria-label={t("task.centre")}
        title={t("task.centre")}
        icon={<CloudDownloadOutlined />}
        onClick={() => onOpen(true)}
      />
      <Suspense>{open === null ? null : <Downloads open={open} onClose={() => onOpen(false)} />}</Suspense>
    </>
  );
}
