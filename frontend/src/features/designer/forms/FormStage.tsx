import { DownloadOutlined } from "@ant-design/icons";
import { Button, Tabs } from "antd";
import { useTranslation } from "react-i18next";
import { CopyButton } from "@/ui/CopyButton";
import { EmptyState } from "@/ui/EmptyState";
import { Failure } from "@/ui/Failure";
import { Lines } from "@/ui/Lines";
import type { PlainObject } from "../model/plain";
import { useLastGood } from "../parts/useLastGood";
import type { useFormPreview } from "./data";
import { TryForm } from "./TryForm";
import styles from "../parts/Workbench.module.css";

interface Props {
  readonly preview: ReturnType<typeof useFormPreview>;
  readonly definition: PlainObject;
  readonly name: string;
}

/** What comes of a form: how it looks and what it says to values, and what integrators get of it. */
export function FormStage({ preview, definition, name }: Props) {
  const { t } = useTranslation("designer");
  const { data, error, refetch } = preview;
  // While something is wrong the last form that worked stays in sight.
  const shown = useLastGood(data?.form);
  const stale = (data?.mistakes.length ?? 0) > 0;
  if (error && !data) return <Failure small error={error} onRetry={() => void refetch()} />;
  return (
    <Tabs
      className={styles["tabs"] ?? ""}
      items={[
        {
          key: "preview",
          label: t("tab.preview"),
          children: !data ? (
            <Lines rows={8} />
          ) : !shown ? (
            <EmptyState title={t("preview.none")} body={t("preview.noneHint")} />
          ) : shown.fields.length === 0 ? (
            <EmptyState title={t("preview.empty")} body={t("preview.emptyHint")} />
          ) : (
            <div className={styles["stage"]} data-plain="true" data-stale={stale}>
              <TryForm form={shown} definition={definition} disabled={stale} />
            </div>
          ),
        },
        {
          key: "schema",
          label: t("tab.schema"),
          children: data?.jsonSchema ? (
            <JsonSchema schema={data.jsonSchema} name={name} />
          ) : (
            <EmptyState title={t("preview.none")} body={t("preview.noneHint")} />
          ),
        },
      ]}
    />
  );
}

function JsonSchema({ schema, name }: { schema: unknown; name: string }) {
  const { t } = useTranslation("designer");
  const text = JSON.stringify(schema, null, 2);
  const download = () => {
    const url = URL.createObjectURL(new Blob([text], { type: "application/schema+json" }));
    const link = document.createElement("a");
    link.href = url;
    link.download = `${name}.schema.json`;
    link.click();
    URL.revokeObjectURL(url);
  };
  return (
    <div className={styles["source"]}>
      <div className={styles["bar"]}>
        <p className={styles["hint"]}>{t("schema.hint")}</p>
        <span className={styles["buttons"]}>
          <CopyButton text={text} what={t("tab.schema")} />
          <Button icon={<DownloadOutlined />} onClick={download}>
            {t("schema.download")}
          </Button>
        </span>
      </div>
      <pre
        translate="no"
        className={styles["json"]}
        data-tall="true"
        aria-label={t("tab.schema")}
        // What scrolls has to be reached by the keyboard.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {text}
      </pre>
    </div>
  );
}
