import { DownloadOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Column, ListPage } from "@/config/types";
import type { Sources } from "@/lib/bindings";
import { formatNumber } from "@/lib/fen";
import { getPath } from "@/lib/paths";
import { isCancelled } from "@/runtime/actions/StepUp";
import { useSubmit } from "@/runtime/actions/useSubmit";
import { useErrorText } from "@/ui/errorText";
import { useMessages } from "@/ui/Messages";

const TaskDialog = lazy(async () => ({ default: (await import("@/runtime/actions/TaskDialog")).TaskDialog }));

interface Props {
  readonly config: NonNullable<ListPage["export"]>;
  readonly columns: readonly Column[];
  readonly sources: Sources;
  readonly total: number | null;
}

/** Exports what the filters leave, in the shown columns, as a job of the server. */
export function ExportButton(props: Props) {
  // A new key for each export: the same list exported twice is two files.
  const [run, setRun] = useState(0);
  return <OneExport key={run} {...props} onOver={() => setRun(run + 1)} />;
}

function OneExport({ config, columns, sources, total, onOver }: Props & { onOver: () => void }) {
  const { t } = useTranslation();
  const messages = useMessages();
  const errorText = useErrorText();
  const sending = useSubmit(config.start);
  const [task, setTask] = useState<string | null>(null);
  const start = async (format: string) => {
    try {
      const { payload } = await sending.mutateAsync({
        ...sources,
        form: { format, columns: columns.map((column) => column.key) },
      });
      const id = getPath(payload, "task.id");
      if (typeof id === "string") setTask(id);
    } catch (error) {
      if (!isCancelled(error)) messages.error(errorText(error));
    }
  };
  const tooMany = total !== null && total > config.maxRows;
  return (
    <>
      <Dropdown
        trigger={["click"]}
        disabled={total === 0}
        menu={{
          items: [
            ...config.formats.map((format) => ({ key: format, label: t(`export.${format}`), disabled: tooMany })),
            ...(tooMany
              ? [{ key: "$limit", disabled: true, label: t("export.tooMany", { max: formatNumber(config.maxRows) }) }]
              : []),
          ],
          onClick: ({ key }) => void start(key),
        }}
      >
        <Button type="text" icon={<DownloadOutlined aria-hidden />} loading={sending.isPending}>
          {t("export.button")}
        </Button>
      </Dropdown>
      <Suspense>{task ? <TaskDialog id={task} title={t("export.title")} onClose={onOver} /> : null}</Suspense>
    </>
  );
}
