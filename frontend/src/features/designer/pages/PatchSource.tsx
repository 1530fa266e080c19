import { useMutation } from "@tanstack/react-query";
import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { Failure } from "@/ui/Failure";
import type { Op } from "../model/patch";
import type { PlainObject } from "../model/plain";
import { useDesigner } from "../parts/DesignerContext";
import { SourceEditor } from "../parts/SourceEditor";
import { previewOf, type Audience } from "./data";
import styles from "../parts/Workbench.module.css";

interface Props {
  readonly pageKey: string;
  readonly audience: Audience;
  readonly ops: readonly Op[];
}

/** The overlay as JSON. The server applies what is written here; what it refuses is told with its place. */
export function PatchSource({ pageKey, audience, ops }: Props) {
  const { t } = useTranslation("designer");
  const { edit, readOnly } = useDesigner();
  const applying = useMutation({
    mutationFn: (patch: PlainObject) => previewOf(audience, pageKey, patch, null),
    onSuccess: ({ definition }) => {
      if (definition) edit(() => definition as PlainObject);
    },
  });
  const mistakes = applying.data?.mistakes ?? [];
  return (
    <div className={styles["source"]}>
      <SourceEditor
        label={t("tab.source")}
        hint={t("source.pageHint")}
        value={{ ops: ops }}
        readOnly={readOnly}
        busy={applying.isPending}
        onApply={(patch) => applying.mutate(patch)}
      />
      {applying.error ? <Failure small error={applying.error} /> : null}
      {mistakes.length ? (
        <Alert
          type="error"
          showIcon
          role="alert"
          title={t("mistakes.title", { count: mistakes.length })}
          description={
            <ul className={styles["mistakes"]}>
              {mistakes.map(({ place, message }) => (
                <li key={`${place} ${message}`}>
                  <code>{place}</code> {message}
                </li>
              ))}
            </ul>
          }
        />
      ) : null}
    </div>
  );
}
